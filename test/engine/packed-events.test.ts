import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTables } from '../../src/engine/create-tables.ts';
import { type DuckDbEngine, type IntegerColumn, openDuckDb } from '../../src/engine/duckdb.ts';
import { appendPacked, appendPackedTexts, createPackedTables, packedColumns, publishPackedTables } from '../../src/engine/packed-events.ts';
import { EVENT_TABLES, LOGON_EVENTS } from '../../src/tables/events.ts';
import type { Column, Table } from '../../src/tables/table.ts';
import { spillFolder } from '../spill-folder.ts';

const NULL_INTEGER = -2_147_483_648;
const NULL_BIGINT = -(2n ** 63n);

let engine: DuckDbEngine;

beforeEach(async () => {
  engine = await openDuckDb({ file: ':memory:', temporaryFolder: spillFolder(), memoryMegabytes: 512, threads: 1 });
  await createTables(engine);
  await createPackedTables(engine);
});

afterEach(() => engine.close());

/** One row for each value of one column; every other column is NULL. */
async function giveBack(name: string, values: readonly (number | bigint)[], texts: readonly string[] = []): Promise<readonly unknown[]> {
  if (texts.length > 0) await appendPackedTexts(engine, 1, texts);
  await appendPacked(engine, LOGON_EVENTS, columnsOf(LOGON_EVENTS, name, values), values.length);
  await publishPackedTables(engine, 'midori', 'office');
  const { rows } = await engine.ask(`select cast(${name} as varchar) as value from logon_events`);
  return rows.map((row) => row.value);
}

function columnsOf(table: Table, name: string, values: readonly (number | bigint)[]): IntegerColumn[] {
  return packedColumns(table).map((column) => {
    if (isWide(column)) return BigInt64Array.from(values, (value) => (column.name === name ? BigInt(value) : NULL_BIGINT));
    return Int32Array.from(values, (value) => (column.name === name ? Number(value) : column.type === 'text' ? 0 : NULL_INTEGER));
  });
}

function isWide(column: Column): boolean {
  return column.type === 'bigint' || column.type === 'timestamp';
}

describe('the views give back what was appended', () => {
  test('integers, to the last', async () => {
    expect(await giveBack('logon_type', [0, 1, -1, 2_147_483_647, -2_147_483_647, NULL_INTEGER])).toEqual([
      '0',
      '1',
      '-1',
      '2147483647',
      '-2147483647',
      null,
    ]);
  });

  test('bigints, to the last', async () => {
    const values = [0n, 0x3e7n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n) + 1n];
    expect(await giveBack('logon_id', [...values, NULL_BIGINT])).toEqual([...values.map(String), null]);
  });

  test('times with microseconds, before 1970 too', async () => {
    const micros = BigInt(Date.parse('2026-11-09T09:00:00.123Z')) * 1000n + 456n;
    expect(await giveBack('occurred_at', [micros, 0n, -1n, NULL_BIGINT])).toEqual([
      '2026-11-09 09:00:00.123456',
      '1970-01-01 00:00:00',
      '1969-12-31 23:59:59.999999',
      null,
    ]);
  });

  test('booleans', async () => {
    expect(await giveBack('succeeded', [1, 0, NULL_INTEGER])).toEqual(['true', 'false', null]);
  });

  test('texts of every kind, the empty one too', async () => {
    const texts = ['sato', '', "O'Brien", '佐藤 健', '𠮷田', 'a\0b', 'line\nbreak', '%_"\\', 'x'.repeat(70_000)];
    expect(await giveBack('account', [9, 8, 7, 6, 5, 4, 3, 2, 1, 0], texts)).toEqual([...texts.toReversed(), null]);
  });

  test('more rows and more texts than fit in one vector, some texts in several batches', async () => {
    const texts = Array.from({ length: 5000 }, (_, n) => `text ${n + 1}`);
    await appendPackedTexts(engine, 1, texts.slice(0, 2047));
    await appendPackedTexts(engine, 2048, []);
    await appendPackedTexts(engine, 2048, texts.slice(2047));
    const numbers = Array.from({ length: 5000 }, (_, n) => 5000 - n);
    const given = await giveBack('account', numbers);
    expect(given).toEqual(texts.toReversed());
  });

  test('texts that came too late for the list, in several columns of one row', async () => {
    await appendPackedTexts(engine, 1, ['sato', 'MIDORI', 'abe', 'KITA', 'late but not used']);
    const columns = columnsOf(LOGON_EVENTS, 'account', [1, 3, 0]);
    columns[packedColumns(LOGON_EVENTS).findIndex((column) => column.name === 'account_domain')] = Int32Array.of(4, 2, 3);
    await appendPacked(engine, LOGON_EVENTS, columns, 3);
    await publishPackedTables(engine, 'midori', 'office', 2);
    expect((await engine.ask('select account, account_domain, terminal_name from logon_events order by account desc nulls last')).rows).toEqual([
      { account: 'sato', account_domain: 'KITA', terminal_name: null },
      { account: 'abe', account_domain: 'MIDORI', terminal_name: null },
      { account: null, account_domain: 'abe', terminal_name: null },
    ]);
  });

  test('parts of columns that share one buffer', async () => {
    const shared = Int32Array.from({ length: 6000 }, (_, n) => n);
    const rows = 3000;
    const columns = columnsOf(LOGON_EVENTS, 'logon_type', new Array(rows).fill(0));
    columns[packedColumns(LOGON_EVENTS).findIndex((column) => column.name === 'logon_type')] = shared.subarray(2500, 5500);
    await appendPacked(engine, LOGON_EVENTS, columns, rows);
    await publishPackedTables(engine, 'midori', 'office');
    expect(
      (await engine.ask('select min(logon_type) as low, max(logon_type) as high, count(distinct logon_type) as kinds from logon_events')).rows,
    ).toEqual([{ low: 2500, high: 5499, kinds: 3000 }]);
  });
});

test('few rows beside many late texts do not take a copy of the list each', async () => {
  const listed = 20_000;
  const late = 10_000;
  for (let from = 0; from < listed + late; from += 5000)
    await appendPackedTexts(
      engine,
      from + 1,
      Array.from({ length: 5000 }, (_, n) => `a name of its own, number ${from + n + 1}`),
    );
  const numbers = Array.from({ length: late }, (_, n) => listed + n + 1);
  await appendPacked(engine, LOGON_EVENTS, columnsOf(LOGON_EVENTS, 'account', numbers), late);
  await publishPackedTables(engine, 'midori', 'office', listed);
  const { rows } = await engine.ask('select count(distinct account) as names from logon_events where record_id is null and account is not null');
  expect(rows).toEqual([{ names: late }]);
});

test('every event table has the columns and types of the contract, empty too, and says whose log it is', async () => {
  await publishPackedTables(engine, "O'Brien", 'LGWAN接続系');
  const types: Readonly<Record<Column['type'], string>> = {
    text: 'VARCHAR',
    integer: 'INTEGER',
    bigint: 'BIGINT',
    boolean: 'BOOLEAN',
    timestamp: 'TIMESTAMP',
  };
  for (const table of EVENT_TABLES) {
    const { rows } = await engine.ask(
      `select column_name, data_type from information_schema.columns where table_name = '${table.name}' order by ordinal_position`,
    );
    expect(rows).toEqual(table.columns.map((column) => ({ column_name: column.name, data_type: types[column.type] })));
    expect((await engine.ask(`select * from ${table.name}`)).rows).toEqual([]);
  }
});

test('the labels of the run stand in every row, quotes and all', async () => {
  await appendPacked(engine, LOGON_EVENTS, columnsOf(LOGON_EVENTS, 'event_id', [4624]), 1);
  await publishPackedTables(engine, "O'Brien", 'LGWAN接続系');
  expect((await engine.ask('select organisation, network, event_id, account from logon_events')).rows).toEqual([
    { organisation: "O'Brien", network: 'LGWAN接続系', event_id: 4624, account: null },
  ]);
});

test('columns in shared memory are refused, not copied wrongly', async () => {
  const columns = columnsOf(LOGON_EVENTS, 'event_id', [4624]);
  columns[0] = new Int32Array(new SharedArrayBuffer(4));
  await expect(appendPacked(engine, LOGON_EVENTS, columns, 1)).rejects.toThrow('shared memory');
});
