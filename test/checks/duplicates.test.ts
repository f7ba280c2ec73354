import { expect, test } from 'vitest';
import { buildModels } from '../../src/checks/build-models.ts';
import { MODELS_FOLDER } from '../../src/checks/rules-folder.ts';
import { DEFAULT_THRESHOLDS } from '../../src/checks/thresholds.ts';
import { createTables } from '../../src/engine/create-tables.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { appendPacked, appendPackedTexts, createPackedTables, packedColumns, publishPackedTables } from '../../src/engine/packed-events.ts';
import { dropDuplicates } from '../../src/ingest/drop-duplicates.ts';
import { LOGON_EVENTS } from '../../src/tables/events.ts';
import { INPUTS } from '../../src/tables/inputs.ts';
import { PERIOD, SETTINGS } from '../../src/tables/settings.ts';
import { spillFolder } from '../spill-folder.ts';

test('the same record in two files is one attempt, with the evidence of the first file', async () => {
  const engine = await openDuckDb({ file: ':memory:', temporaryFolder: spillFolder(), memoryMegabytes: 256, threads: 1 });
  await createTables(engine);
  await createPackedTables(engine);
  await appendPackedTexts(engine, 1, ['DC01.midori.example.jp', 'dc01.midori.example.jp', 'sato', '10.9.9.9', 'wrong-password', '0x18']);
  // Rows: input, recorded_by, record_id. The copy spells the machine's name in another case.
  const records = [
    [2, 2, 77],
    [1, 1, 77],
    [1, 1, 78],
  ] as const;
  const columns = packedColumns(LOGON_EVENTS).map((column) => {
    const fixed = { event_id: 4771, succeeded: 0, account: 3, terminal_address: 4, failure_reason: 5, status_code: 6 }[column.name];
    if (column.name === 'occurred_at') return BigInt64Array.from(records, () => BigInt(Date.parse('2026-11-09T09:00:00Z')) * 1000n);
    if (column.name === 'record_id') return BigInt64Array.from(records, ([, , id]) => BigInt(id));
    if (column.type === 'bigint') return new BigInt64Array(records.length).fill(-(2n ** 63n));
    if (column.name === 'input') return Int32Array.from(records, ([input]) => input);
    if (column.name === 'recorded_by') return Int32Array.from(records, ([, recordedBy]) => recordedBy);
    return new Int32Array(records.length).fill(fixed ?? (column.type === 'text' ? 0 : -2_147_483_648));
  });
  await appendPacked(engine, LOGON_EVENTS, columns, records.length);
  await publishPackedTables(engine, 'midori', 'office');
  expect([...(await dropDuplicates(engine))]).toEqual([[2, 1]]);

  await engine.insertRows(INPUTS, [
    { input: 1, file: 'a.evtx', readable: true },
    { input: 2, file: 'b.evtx', readable: true },
  ]);
  await engine.insertRows(
    SETTINGS,
    DEFAULT_THRESHOLDS.map(({ name, value }) => ({ name, value })),
  );
  await engine.insertRows(PERIOD, [{}]);
  await buildModels(engine, MODELS_FOLDER);
  expect((await engine.ask('select records, account, terminal_address from episodes')).rows).toEqual([
    { records: 2, account: 'sato', terminal_address: '10.9.9.9' },
  ]);
  expect((await engine.ask('select evidence from episode_records order by position')).rows).toEqual([
    { evidence: 'a.evtx#DC01.midori.example.jp#77' },
    { evidence: 'a.evtx#DC01.midori.example.jp#78' },
  ]);
  await engine.close();
});
