// Times ways to fill a table of events and to ask it: node test/bench/appends.js [rows, default 1000000]. After npm run build.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { createTables } from '../../dist/engine/create-tables.js';
import { openDuckDb } from '../../dist/engine/duckdb.js';
import { appendPacked, appendPackedTexts, createPackedTables, packedColumns, publishPackedTables } from '../../dist/engine/packed-events.js';
import { LOGON_EVENTS } from '../../dist/tables/events.js';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const BATCH = 5000;
const TEXTS = 20_000;
const columns = packedColumns(LOGON_EVENTS);
const isWide = (column) => column.type === 'bigint' || column.type === 'timestamp';
const texts = Array.from({ length: TEXTS }, (_, n) => `S-1-5-21-1234567890-1234567890-1234567890-${n}`);

const folder = mkdtempSync(join(tmpdir(), 'adlogon-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
await packed();
await textByText();

async function packed() {
  const engine = await openDuckDb({ file: ':memory:', temporaryFolder: folder, memoryMegabytes: 4000, threads: 2 });
  await createTables(engine);
  await createPackedTables(engine);
  await timed(`${TEXTS} texts, appended once each`, TEXTS, async () => {
    for (let from = 0; from < TEXTS; from += BATCH) await appendPackedTexts(engine, from + 1, texts.slice(from, from + BATCH));
  });
  const batch = columns.map((column, at) =>
    isWide(column)
      ? BigInt64Array.from({ length: BATCH }, (_, n) => BigInt(n * 977))
      : Int32Array.from({ length: BATCH }, (_, n) => (column.type === 'text' ? 1 + ((n * 31 + at * 7) % TEXTS) : n % 2)),
  );
  await timed(`${columns.length} packed columns, in batches of ${BATCH} rows`, ROWS * columns.length, async () => {
    for (let from = 0; from < ROWS; from += BATCH) await appendPacked(engine, LOGON_EVENTS, batch, BATCH);
  });
  await timed('publish', 1, () => publishPackedTables(engine, 'midori', 'office'));
  await ask(engine, 'packed');
  await engine.close();
}

/** What it would be without packing: texts stored as texts, set in a vector one by one; 8 text columns only. */
async function textByText() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '4000MB' });
  const connection = await instance.connect();
  const names = ['account', 'account_domain', 'account_sid', 'recorded_by', 'terminal_name', 'terminal_address', 'status_code', 'service'];
  await connection.run(`create table logon_events (event_id integer, ${names.map((name) => `${name} varchar`).join(', ')})`);
  await timed(`${names.length} text columns, text by text`, ROWS * names.length, async () => {
    const appender = await connection.createAppender('logon_events');
    for (let row = 0; row < ROWS; row++) {
      appender.appendInteger(row % 2);
      for (let at = 0; at < names.length; at++) appender.appendVarchar(texts[(row * 31 + at * 7) % TEXTS]);
      appender.endRow();
    }
    appender.closeSync();
  });
  await ask({ run: (sql) => connection.run(sql), ask: async (sql) => ({ rows: (await connection.runAndReadAll(sql)).getRowObjects() }) }, 'texts');
  connection.closeSync();
  instance.closeSync();
}

async function ask(engine, how) {
  const questions = {
    'no text': 'select event_id, count(*) as n from logon_events group by event_id',
    'one text, grouped': 'select account, count(*) as n from logon_events group by account',
    'one text, compared': `select count(*) as n from logon_events where account = '${texts[7]}'`,
    'eight texts, read': `select max(account), max(account_domain), max(account_sid), max(recorded_by), max(terminal_name), max(terminal_address), max(status_code), max(service) from logon_events`,
  };
  for (const [what, sql] of Object.entries(questions)) await timed(`${how}: ${what}`, ROWS, () => engine.ask(sql));
  const { rows } = await engine.ask('select cast(sum(memory_usage_bytes) // 1000000 as integer) as megabytes from duckdb_memory()');
  console.log(`${how}: ${rows[0].megabytes} MB in DuckDB`);
}

async function timed(name, count, work) {
  const before = performance.now();
  await work();
  const seconds = (performance.now() - before) / 1000;
  console.log(`${seconds.toFixed(3).padStart(7)} s  ${name}${count > 1 ? `: ${(count / seconds / 1e6).toFixed(2)} million/s` : ''}`);
}
