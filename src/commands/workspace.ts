import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { type DuckDbEngine, openDuckDb } from '../engine/duckdb.ts';
import { warningText } from '../report/message.ts';
import type { EvidenceOptions } from '../settings/options.ts';
import type { Console } from './console.ts';

/** Memory that rows may take before they go to disk, in megabytes: while logs are read and threads decode, and for the questions (see README.md of `ingest`). */
const FILLING_MEGABYTES = 160;
const ROWS_MEGABYTES = 320;
/** The same for what does not fit and cannot go to disk either: a quarter of the machine's memory, within bounds. */
const LEAST_SPARE_MEGABYTES = 640;
const MOST_SPARE_MEGABYTES = 4096;

/**
 * Runs something with an engine of its own. Rows that do not fit in memory go to a temporary folder, which is gone afterwards however it ends.
 * Aborting stops the statement that is running.
 */
export async function withWorkspace<T>(
  { threads, store }: Pick<EvidenceOptions, 'threads' | 'store'>,
  console: Pick<Console, 'signal' | 'language' | 'tell'>,
  run: (engine: DuckDbEngine) => Promise<T>,
): Promise<T> {
  const { signal, language } = console;
  const folder = mkdtempSync(join(tmpdir(), 'adlogon-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // A second Ctrl-C ends the process at once; even then nothing of a log may stay behind.
  process.once('exit', remove);
  try {
    const engine = await openDuckDb({
      file: join(folder, 'rows.duckdb'),
      temporaryFolder: folder,
      fillingMegabytes: FILLING_MEGABYTES,
      memoryMegabytes: ROWS_MEGABYTES,
      mostMegabytes: spareMegabytes(),
      onMoreMemory: (megabytes) => console.tell(warningText({ code: 'more-memory', details: { megabytes } }, language)),
      threads,
      filesUntilLock: store !== null,
    });
    const interrupt = () => engine.interrupt();
    signal.addEventListener('abort', interrupt);
    try {
      signal.throwIfAborted();
      return await run(engine);
    } finally {
      signal.removeEventListener('abort', interrupt);
      await engine.close();
    }
  } finally {
    process.removeListener('exit', remove);
    remove();
  }
}

function spareMegabytes(): number {
  // A container may have less than the machine; 0 or far more than there is: nothing limits it.
  const allowed = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  const quarter = Math.floor(Math.min(totalmem(), allowed) / 1_000_000 / 4);
  return Math.min(Math.max(quarter, LEAST_SPARE_MEGABYTES), MOST_SPARE_MEGABYTES);
}
