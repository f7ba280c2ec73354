import { cpSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { Decoder } from '../../src/ingest/decode-task.ts';
import { inFolder, WEEK } from '../run-adlogon.ts';

const LOG = `${WEEK}/logs/FS01-Security.evtx`;
const CHUNK = 65_536;
const HEADER = 4096;
/** Files enough that the last is not given to the thread yet when the first is done. */
const FILES = 24;

/** A built module, for its threads: Node 20 cannot start one from TypeScript. */
async function built<Module>(path: string): Promise<Module> {
  return (await import(new URL(`../../dist/${path}`, import.meta.url).href)) as Module;
}

describe('a task', () => {
  const decode = (path: string, chunks: number, fileBytes = HEADER + chunks * CHUNK) =>
    new Decoder().decode({ path, firstChunk: 0, chunks, fileBytes });

  test('that is read to its end has no problem', () => {
    expect(decode(LOG, 2)).toMatchObject({ problem: null, counts: { damaged: 0 } });
  });

  test.each([
    ['a file that is gone', 'no-such.evtx', 'unreadable'],
    ['a folder in its place', WEEK, 'unreadable'],
    ['another file in its place', 'package.json', 'not-evtx'],
  ])('over %s says so and has no rows', (_, path, problem) => {
    expect(decode(path, 2)).toMatchObject({ problem, counts: { records: 0, outOfScope: 0, damaged: 0 }, spans: [] });
  });

  test('over a file that was cut since keeps what was there and says that it is not all', () => {
    inFolder((folder) => {
      const path = join(folder, 'cut.evtx');
      cpSync(LOG, path);
      truncateSync(path, HEADER + CHUNK);
      const whole = decode(LOG, 1);
      expect(whole.counts.records).toBeGreaterThan(0);
      expect(decode(path, 2)).toMatchObject({ problem: 'unreadable', counts: whole.counts, spans: whole.spans });
    });
  });
});

describe('a file that changes while others are read', () => {
  test.each([
    ['vanishes', (path: string) => rmSync(path)],
    ['is emptied', (path: string) => truncateSync(path)],
    ['is cut', (path: string) => truncateSync(path, HEADER + 3 * CHUNK)],
  ])('%s: it is said of this file, the others are read, and the sums agree', async (_, change) => {
    await inTemporaryFolder(async (folder) => {
      const files = Array.from({ length: FILES }, (_, n) => ({ path: join(folder, `${n}.evtx`), name: `${n}.evtx` }));
      for (const { path } of files) cpSync(LOG, path);
      const inputs = await load(folder, files, () => change(files.at(-1)?.path ?? ''));
      expect(inputs.map((input) => input.problem !== null)).toEqual(files.map((_, n) => n === FILES - 1));
      expect(inputs.map((input) => input.readable)).toEqual(files.map((_, n) => n !== FILES - 1));
      for (const { records, accounted } of inputs) expect(records).toBe(accounted);
      expect(inputs[0]?.records).toBe(772);
    });
  });
});

async function inTemporaryFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'adlogon-test-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Loads files on one thread, does something when the first is done, and gives the rows of `inputs`. */
async function load(folder: string, files: readonly { path: string; name: string }[], afterFirst: () => void) {
  const { openDuckDb } = await built<typeof import('../../src/engine/duckdb.ts')>('engine/duckdb.js');
  const { createTables } = await built<typeof import('../../src/engine/create-tables.ts')>('engine/create-tables.js');
  const { loadLogs } = await built<typeof import('../../src/ingest/load-logs.ts')>('ingest/load-logs.js');
  const engine: DuckDbEngine = await openDuckDb({ file: join(folder, 'rows.duckdb'), temporaryFolder: folder, memoryMegabytes: 256, threads: 1 });
  try {
    await createTables(engine);
    let first = true;
    const onProgress = () => {
      if (first) afterFirst();
      first = false;
    };
    await loadLogs(engine, files, {
      ...{ organisation: 'midori', network: 'office', threads: 1, period: { askedFrom: null, askedUntil: null }, store: null },
      signal: new AbortController().signal,
      onProgress,
    });
    const { rows } = await engine.ask(
      'select readable, problem, records, stored + duplicates + out_of_scope + damaged as accounted from inputs order by input',
    );
    return rows;
  } finally {
    await engine.close();
  }
}
