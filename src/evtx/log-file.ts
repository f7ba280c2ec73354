import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { CHUNK_SIZE, firstRecordIdOf, isAllZero } from './chunk.ts';
import type { Damage } from './damage.ts';
import { FILE_HEADER_SIZE, type NotALog, readFileHeader } from './file-header.ts';

/** An open log: what its header says, and where its chunks lie. */
export interface LogFile {
  readonly path: string;
  readonly descriptor: number;
  readonly bytes: number;
  /**
   * 64 KiB steps behind the file header up to the last that holds anything, a partial last one included: Windows grows a log by zeroed chunks.
   * The header's own count is not used. Counted when first asked for.
   */
  readonly chunks: number;
  readonly damage: readonly Damage[];
}

/**
 * Opens a log and reads its header. The caller closes it with `closeLog`.
 *
 * @returns why it is no log, when it is none
 * @throws what the system says when the file cannot be opened
 */
export function openLog(path: string): LogFile | NotALog {
  const descriptor = openSync(path, 'r');
  try {
    const stat = fstatSync(descriptor);
    const head = new Uint8Array(128);
    const length = readFully(descriptor, head, 0);
    const header = readFileHeader(head.subarray(0, length));
    if (typeof header === 'string') {
      closeSync(descriptor);
      return header;
    }
    const behindHeader = stat.size - FILE_HEADER_SIZE;
    const cut: Damage[] =
      behindHeader >= 0
        ? []
        : [
            {
              chunk: null,
              byteOffset: stat.size,
              kind: 'file-cut-short',
              detail: `${stat.size} of ${FILE_HEADER_SIZE} header bytes`,
              recordsLost: 0,
            },
          ];
    let chunks: number | null = null;
    return {
      path,
      descriptor,
      bytes: stat.size,
      // A thread opens a log for each of its tasks and never asks.
      get chunks() {
        chunks ??= usedChunks(descriptor, stat.size);
        return chunks;
      },
      damage: [...header.damage, ...cut],
    };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** Closes what `openLog` opened. */
export function closeLog(log: LogFile): void {
  closeSync(log.descriptor);
}

/** Where a chunk begins in its file. */
export function chunkOffset(chunk: number): number {
  return FILE_HEADER_SIZE + chunk * CHUNK_SIZE;
}

/** Reads `count` chunks from `first` on into `buffer` and returns the bytes read: fewer at the end of the file. */
export function readChunks(log: LogFile, first: number, count: number, buffer: Uint8Array): number {
  return readFully(log.descriptor, buffer.subarray(0, count * CHUNK_SIZE), chunkOffset(first));
}

/** Numbers of the chunks in the order of their records: a log that wrapped has its oldest chunk in the middle. */
export function chunksInOrder(log: LogFile): number[] {
  const head = new Uint8Array(40);
  const firstIds = new Float64Array(log.chunks);
  for (let chunk = 0; chunk < log.chunks; chunk++) {
    const length = readFully(log.descriptor, head, chunkOffset(chunk));
    firstIds[chunk] = firstRecordIdOf(head.subarray(0, length));
  }
  const order = Array.from(firstIds.keys());
  return order.sort((a, b) => compareIds(firstIds[a] ?? 0, firstIds[b] ?? 0) || a - b);
}

function usedChunks(descriptor: number, size: number): number {
  const buffer = new Uint8Array(CHUNK_SIZE);
  let chunks = Math.max(0, Math.ceil((size - FILE_HEADER_SIZE) / CHUNK_SIZE));
  while (chunks > 0 && isZeroed(descriptor, chunkOffset(chunks - 1), buffer)) chunks--;
  return chunks;
}

function isZeroed(descriptor: number, offset: number, buffer: Uint8Array): boolean {
  const head = buffer.subarray(0, 8);
  readFully(descriptor, head, offset);
  return isAllZero(head) && isAllZero(buffer.subarray(0, readFully(descriptor, buffer, offset)));
}

function compareIds(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readFully(descriptor: number, buffer: Uint8Array, position: number): number {
  let filled = 0;
  while (filled < buffer.length) {
    const got = readSync(descriptor, buffer, filled, buffer.length - filled, position + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled;
}
