import { closeSync, openSync, writeSync } from 'node:fs';
import { CHUNK_BYTES } from '../evtx/chunk.ts';
import { chunksOf, fileHeader } from '../evtx/log-file.ts';
import { Random } from '../random.ts';
import { DOMAIN } from '../story/town.ts';
import { busyController } from './busy-controller.ts';
import type { LargeTown } from './town-of.ts';

export interface LargeOptions {
  /** Size of the file in millions of bytes; it ends with the chunk that reaches it. */
  readonly megabytes: number;
  /** Machine that records, without its domain. */
  readonly recorder: string;
  readonly town: LargeTown;
  /** About so many of the records are one PC's that tries ever new names. Default: 0. */
  readonly spray?: number;
  /** Another seed tells another week. */
  readonly seed: number;
}

/** What a record of this mix takes, chunk headers included: spreads the records over the week. */
const RECORD_BYTES = 640;

/** Writes a large log, chunk by chunk, so that its size does not matter to memory. Returns the number of its records. */
export function writeLargeLog(path: string, { megabytes, recorder, town, spray = 0, seed }: LargeOptions): number {
  const style = { exported: true, computer: `${recorder}.${DOMAIN.dnsName}` };
  const wanted = Math.max(1, Math.ceil((megabytes * 1_000_000) / CHUNK_BYTES));
  const records = Math.ceil((wanted * CHUNK_BYTES) / RECORD_BYTES);
  const events = busyController({ recorder, town, records, spray, random: new Random(seed) });
  const file = openSync(path, 'w');
  try {
    const header = fileHeader(0, 1, style);
    writeSync(file, header);
    let chunks = 0;
    let next = 1;
    for (const { bytes, nextNumber } of chunksOf(events, style)) {
      writeSync(file, bytes);
      chunks += 1;
      next = nextNumber;
      if (chunks === wanted) break;
    }
    writeSync(file, fileHeader(chunks, next, style), 0, header.length, 0);
    return next - 1;
  } finally {
    closeSync(file);
  }
}
