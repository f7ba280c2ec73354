import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTables } from '../../src/engine/create-tables.ts';
import { type DuckDbEngine, openDuckDb } from '../../src/engine/duckdb.ts';
import { MemoryExhausted } from '../../src/engine/memory-exhausted.ts';
import { ACCOUNTS } from '../../src/tables/directory.ts';
import { INPUTS } from '../../src/tables/inputs.ts';

let engine: DuckDbEngine;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'adlogon-engine-'));
  await writeFile(join(folder, 'secret.csv'), 'a,b\n1,2\n');
  engine = await openDuckDb({ file: ':memory:', temporaryFolder: join(folder, 'spill'), memoryMegabytes: 256, threads: 1 });
  await engine.lock();
});

afterEach(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

describe('the session reaches nothing outside', () => {
  beforeEach(() => engine.lock());

  const STATEMENTS = [
    "select * from read_csv('FOLDER/secret.csv')",
    "select * from 'FOLDER/secret.csv'",
    "select * from read_text('FOLDER/secret.csv')",
    "select * from read_blob('FOLDER/secret.csv')",
    "select * from read_parquet('FOLDER/secret.csv')",
    "select * from read_json('FOLDER/secret.csv')",
    "select * from glob('FOLDER/*')",
    "select * from sniff_csv('FOLDER/secret.csv')",
    "copy (select 1) to 'FOLDER/out.csv'",
    "copy (select 1) to 'FOLDER/out.parquet' (format parquet)",
    "export database 'FOLDER/out'",
    "attach 'FOLDER/out.db' as other",
    "create table t as select 1; copy t to 'FOLDER/out.csv'",
    "import database 'FOLDER'",
    'install httpfs',
    'load httpfs',
    "load 'FOLDER/secret.csv'",
    'set enable_external_access = true',
    'set autoinstall_known_extensions = true',
    "set temp_directory = '/tmp'",
    "set memory_limit = '100GB'",
    'reset enable_external_access',
    "pragma profiling_output = 'FOLDER/out.json'",
    "set log_query_path = 'FOLDER/out.log'",
  ];

  test.each(STATEMENTS)('%s', async (statement) => {
    const sql = statement.replaceAll('FOLDER', folder);
    await expect(engine.run(sql)).rejects.toThrow(/external|disabled|locked|not allowed|Permission|Cannot change|does not exist|has been/i);
    expect(await readdir(folder)).toEqual(['secret.csv']);
  });

  test('no network: a server that would answer is never asked', async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked++;
      answer.end('a\n1\n');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(engine.ask(`select * from read_csv('http://127.0.0.1:${port}/x.csv')`)).rejects.toThrow();
    await expect(engine.run(`attach 'http://127.0.0.1:${port}/x.db'`)).rejects.toThrow();
    expect(asked).toBe(0);
    await new Promise((closed) => server.close(closed));
  });
});

test('with a store, files are reached until the lock and never after it', async () => {
  const open = await openDuckDb({
    ...{ file: ':memory:', temporaryFolder: join(folder, 'spill'), memoryMegabytes: 256, threads: 1 },
    filesUntilLock: true,
  });
  try {
    await open.run(`copy (select 1 as a) to '${folder}/kept.parquet' (format parquet)`);
    expect((await open.ask(`select a from read_parquet('${folder}/kept.parquet')`)).rows).toEqual([{ a: 1 }]);
    await open.lock();
    await expect(open.ask(`select a from read_parquet('${folder}/kept.parquet')`)).rejects.toThrow(/Permission|disabled/);
    await expect(open.run(`copy (select 2 as a) to '${folder}/kept.parquet' (format parquet)`)).rejects.toThrow(/Permission|disabled/);
    await expect(open.run(`copy (select 2 as a) to '${folder}/other.csv'`)).rejects.toThrow(/Permission|disabled/);
    await expect(open.run('set enable_external_access = true')).rejects.toThrow(/locked|Cannot/);
    await expect(open.run(`set allowed_directories = ['${folder}']`)).rejects.toThrow(/locked|Cannot/);
    await expect(open.run(`set allowed_paths = ['${folder}/kept.parquet']`)).rejects.toThrow(/locked|Cannot/);
  } finally {
    await open.close();
  }
});

test('a file kept in reach is read after the lock, and no other', async () => {
  const open = await openDuckDb({
    ...{ file: ':memory:', temporaryFolder: join(folder, 'spill'), memoryMegabytes: 256, threads: 1 },
    filesUntilLock: true,
  });
  const [copy, second, other] = ["it's a copy", 'second', 'other'].map((name) => `${folder}/${name}.parquet`.replaceAll("'", "''"));
  try {
    for (const path of [copy, second, other]) await open.run(`copy (select 1 as a) to '${path}' (format parquet)`);
    await open.keepInReach([`${folder}/it's a copy.parquet`]);
    await open.keepInReach([`${folder}/second.parquet`]);
    await open.lock();
    expect((await open.ask(`select a from read_parquet(['${copy}', '${second}'])`)).rows).toEqual([{ a: 1 }, { a: 1 }]);
    await expect(open.ask(`select a from read_parquet('${other}')`)).rejects.toThrow(/Permission|disabled/);
    await expect(open.run(`set allowed_paths = ['${other}']`)).rejects.toThrow(/locked|Cannot/);
  } finally {
    await open.close();
  }
});

test('rows that do not fit in memory are spilled to the folder for them, all the same', async () => {
  await engine.run(`create table wide as select hash(i) as a, hash(i + 1) as b, 'text that takes room ' || i as c from range(3000000) t(i)`);
  const { rows } = await engine.ask('select count(*) as n from (select a, b, c, row_number() over (order by c, a) as r from wide) where r > 0');
  expect(rows).toEqual([{ n: 3_000_000 }]);
  expect(existsSync(join(folder, 'spill'))).toBe(true);
}, 60_000);

describe('a table that neither fits nor can be spilled', () => {
  const LARGE = 'select array_agg(i) as numbers from range(20000000) t(i)';

  async function makeWith(mostMegabytes: number): Promise<readonly number[]> {
    const told: number[] = [];
    const onMoreMemory = (megabytes: number) => told.push(megabytes);
    const small = await openDuckDb({
      file: ':memory:',
      temporaryFolder: join(folder, 'small'),
      memoryMegabytes: 100,
      mostMegabytes,
      onMoreMemory,
      threads: 1,
    });
    try {
      await small.makeTable('large', LARGE);
      expect((await small.ask('select length(numbers) as n from large')).rows).toEqual([{ n: 20_000_000 }]);
      return told;
    } finally {
      await small.close();
    }
  }

  test('is made with the most memory a run may take, and that is told', async () => {
    expect(await makeWith(2000)).toEqual([2000]);
  });

  test('is an error of its own when that is not enough either', async () => {
    await expect(makeWith(120)).rejects.toMatchObject({ constructor: MemoryExhausted, megabytes: 120 });
  });
});

test('a statement can be stopped, and the next one runs', async () => {
  const running = engine.ask('select count(*) from range(100000) a, range(10000000) b where (a.range * 7 + b.range) % 11 = 3');
  const stopped = expect(running).rejects.toThrow(/interrupt/i);
  await new Promise((passed) => setTimeout(passed, 100));
  engine.interrupt();
  await stopped;
  expect((await engine.ask('select 42 as n')).rows).toEqual([{ n: 42 }]);
}, 20_000);

test('values come as plain ones: bigints as numbers where they fit, timestamps as dates, the rest as text', async () => {
  const { columns, rows } = await engine.ask(`
    select 1 as a, 9007199254740991::bigint as b, 9007199254740993::bigint as c, sum(x) as d, true as e, null as f,
      timestamp '2026-11-09 09:00:00.123456' as g, timestamptz '2026-11-09 18:00:00+09' as h, 1.50::decimal(4, 2) as i, 'x' as j
    from (values (1), (2)) t(x)`);
  expect(columns).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']);
  expect(rows).toEqual([
    {
      a: 1,
      b: 9_007_199_254_740_991,
      c: '9007199254740993',
      d: 3,
      e: true,
      f: null,
      g: new Date('2026-11-09T09:00:00.123Z'),
      h: new Date('2026-11-09T09:00:00Z'),
      i: '1.50',
      j: 'x',
    },
  ]);
});

test('the session speaks UTC, and array_join as Trino does', async () => {
  expect((await engine.ask(`select cast(timestamptz '2026-11-09 18:00:00+09' as timestamp) as at`)).rows).toEqual([
    { at: new Date('2026-11-09T09:00:00Z') },
  ]);
  expect((await engine.ask(`select array_join(array_agg(x), ';') as joined from (values (3), (10)) t(x)`)).rows).toEqual([{ joined: '3;10' }]);
});

test('rows of a small table are kept as given; what a row does not have is NULL', async () => {
  await createTables(engine);
  const setAt = new Date('2026-11-08T00:00:00.250Z');
  await engine.insertRows(ACCOUNTS, [{ account: '佐藤', enabled: false, password_set_at: setAt }, { administrator: true }]);
  const { rows } = await engine.ask('select account, enabled, password_set_at, administrator, upn from accounts');
  expect(rows).toEqual([
    { account: '佐藤', enabled: false, password_set_at: setAt, administrator: null, upn: null },
    { account: null, enabled: null, password_set_at: null, administrator: true, upn: null },
  ]);
  await engine.insertRows(INPUTS, [{ input: 1, bytes: 8_000_000_000 }]);
  expect((await engine.ask('select input, bytes from inputs')).rows).toEqual([{ input: 1, bytes: 8_000_000_000 }]);
  await expect(engine.insertRows(ACCOUNTS, [{ password_set_at: '2026-11-08' }])).rejects.toThrow('not a Date');
});

test.each([
  [1000, 2, 2],
  [1000, 1, 1],
  [600_000, 2, 1],
])('of %d rows and with %d threads, %d tables are made at a time, and all questions see them', async (rows, threads, atOnce) => {
  const two = await openDuckDb({ file: ':memory:', temporaryFolder: join(folder, 'at-once'), memoryMegabytes: 256, threads });
  try {
    await two.run(`create table numbers as select range as n from range(${rows})`);
    expect(await two.tablesAtOnce()).toBe(atOnce);
    const texts = "array_join(array_agg(cast(n as varchar) order by n) filter (where n < 3), ',')";
    await Promise.all([
      two.makeTable('one', `select ${texts} as texts from numbers`),
      two.makeTable('other', `select ${texts} as texts from numbers`),
    ]);
    expect((await two.ask('select o.texts from one join other o on o.texts = one.texts')).rows).toEqual([{ texts: '0,1,2' }]);
  } finally {
    await two.close();
  }
});

test('tables that are made at a time and do not fit are made again with more memory, each of them', async () => {
  const told: number[] = [];
  const small = await openDuckDb({
    file: ':memory:',
    temporaryFolder: join(folder, 'both'),
    memoryMegabytes: 100,
    mostMegabytes: 2000,
    onMoreMemory: (megabytes) => told.push(megabytes),
    threads: 2,
  });
  try {
    const large = (from: number) => `select array_agg(i) as numbers from range(${from}, ${from + 20_000_000}) t(i)`;
    await Promise.all([small.makeTable('one', large(0)), small.makeTable('other', large(1))]);
    expect((await small.ask('select length(o.numbers) as n from one cross join other o')).rows).toEqual([{ n: 20_000_000 }]);
    expect(told).toEqual([2000]);
  } finally {
    await small.close();
  }
});

test.each([
  [1000, 1],
  [200_000, 2],
])('of %d rows, questions are asked on %d of two threads', async (rows, threads) => {
  const two = await openDuckDb({ file: ':memory:', temporaryFolder: join(folder, 'two'), memoryMegabytes: 256, threads: 2 });
  try {
    await two.run(`create table numbers as select range as n from range(${rows})`);
    await two.makeTable('doubled', 'select 2 * n as n from numbers');
    const { rows: answer } = await two.ask("select current_setting('threads') as threads, (select count(*) from doubled) as n");
    expect(answer).toEqual([{ threads, n: rows }]);
  } finally {
    await two.close();
  }
});
