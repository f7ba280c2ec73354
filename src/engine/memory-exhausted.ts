/** Rows that neither fit in the memory a run may take nor can go to disk. */
export class MemoryExhausted extends Error {
  /** Memory the run had in the end, in megabytes. */
  readonly megabytes: number;

  constructor(megabytes: number, cause: unknown) {
    super(`out of memory with ${megabytes} MB`, { cause });
    this.megabytes = megabytes;
  }
}

/** Whether an error says that rows did not fit. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Out of Memory Error');
}
