/** What can be wrong in a file, as a code. The words for each are in the report's catalogue. */
export const DAMAGE_KINDS = [
  'file-header-checksum',
  'file-version',
  'file-cut-short',
  'chunk-zeroed',
  'chunk-signature',
  'chunk-header-checksum',
  'chunk-data-checksum',
  'chunk-free-space',
  'chunk-cut-short',
  'record-signature',
  'record-size',
  'record-content',
] as const;

export type DamageKind = (typeof DAMAGE_KINDS)[number];

/** One place in a file that breaks the format. */
export interface Damage {
  /** Number of the 64 KiB chunk, from 0; null for the file header. */
  readonly chunk: number | null;
  /** Where in the file, in bytes. */
  readonly byteOffset: number;
  readonly kind: DamageKind;
  /** What was expected and what was there. */
  readonly detail: string;
  /** Records that could not be read because of it; 0 when all were read all the same. */
  readonly recordsLost: number;
}

/** Bytes that break the format, met while one record was decoded. The offset counts from the start of the chunk. */
export class DamagedEvtxError extends Error {
  readonly offset: number;

  constructor(what: string, offset: number) {
    super(`${what} at 0x${offset.toString(16)}`);
    this.name = 'DamagedEvtxError';
    this.offset = offset;
  }
}
