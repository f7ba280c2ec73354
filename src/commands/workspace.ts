import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDbEngine, openDuckDb } from '../engine/duckdb.ts';

/** Memory that rows may take before they go to disk, in megabytes: while logs are read and threads decode, and for the questions (see README.md of `ingest`). */
const FILLING_MEGABYTES = 160;
const ROWS_MEGABYTES = 320;

/**
 * Runs something with an engine of its own. Rows that do not fit in memory go to a temporary folder, which is gone afterwards however it ends.
 * Aborting stops the statement that is running.
 */
export async function withWorkspace<T>(threads: number, signal: AbortSignal, run: (engine: DuckDbEngine) => Promise<T>): Promise<T> {
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
      threads,
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
