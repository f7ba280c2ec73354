import { describe, expect, test } from 'vitest';
import { buildModels, buildModelsFor } from '../../src/checks/build-models.ts';
import { INCIDENT_FOLDER, MODELS_FOLDER } from '../../src/checks/rules-folder.ts';
import { readSqlFiles } from '../../src/checks/sql-files.ts';
import { DEFAULT_THRESHOLDS } from '../../src/checks/thresholds.ts';
import { createTables } from '../../src/engine/create-tables.ts';
import { openDuckDb } from '../../src/engine/duckdb.ts';
import { SETTINGS } from '../../src/tables/settings.ts';
import { linesOf, openWith } from '../rules-tables.ts';
import { spillFolder } from '../spill-folder.ts';
import { userErrorOf, withFolder } from './folder-of.ts';

test('models are made after those they read from, whatever their names', async () => {
  const files = { 'a.sql': '-- row: one\n-- from: b, settings\nselect n + 1 as n from b', 'b.sql': '-- row: one\n-- from: -\nselect 1 as n' };
  await withFolder(files, async (folder) => {
    const engine = await openWith([], folder);
    expect((await engine.ask('select n from a')).rows).toEqual([{ n: 2 }]);
    await engine.close();
  });
});

describe('for a single question', () => {
  const FILES = {
    'upper.sql': '-- row: one\n-- from: lower, settings\nselect n + 1 as n from lower',
    'lower.sql': '-- row: one\n-- from: -\nselect 1 as n',
    'other.sql': '-- row: one\n-- from: -\nselect 1 as n',
  };

  test.each([
    ['select n from upper', ['lower', 'upper']],
    ['select n from memory.main."LOWER"', ['lower']],
    ['select count(*) as n from inputs', []],
    ['with n as (select n from other) select n.n from n', ['other']],
    // It may read any of them.
    ['select count(*) as n from duckdb_tables()', ['lower', 'other', 'upper']],
    ["select count(*) as n from inputs, query_table('up' || 'per')", ['lower', 'other', 'upper']],
    ["select count(*) as n from inputs, query('select n ' || 'from lower')", ['lower', 'other', 'upper']],
    ['select count(*) as n from information_schema.tables', ['lower', 'other', 'upper']],
    ['select x.n from upper as x join lower as y using (n)', ['lower', 'other', 'upper']],
    // The error names what is near.
    ['select n from uper', ['lower', 'other', 'upper']],
  ])('%s', async (sql, models) => {
    await withFolder(FILES, async (folder) => {
      const engine = await openDuckDb({ file: ':memory:', temporaryFolder: spillFolder(), memoryMegabytes: 256, threads: 1 });
      try {
        const tables = await engine.tablesIn(sql);
        await createTables(engine);
        await engine.insertRows(
          SETTINGS,
          DEFAULT_THRESHOLDS.map(({ name, value }) => ({ name, value })),
        );
        await buildModelsFor(engine, { sql, tables }, folder);
        const { rows } = await engine.ask(
          "select table_name as name from duckdb_tables() where table_name in ('lower', 'other', 'upper') order by name",
        );
        expect(rows.map(({ name }) => name)).toEqual(models);
        if (!sql.endsWith(' uper')) await engine.ask(sql);
      } finally {
        await engine.close();
      }
    });
  });
});

test('models that read from each other are refused by name', async () => {
  const files = {
    'a.sql': '-- row: one\n-- from: b\nselect 1',
    'b.sql': '-- row: one\n-- from: a\nselect 1',
    'c.sql': '-- row: one\n-- from: -\nselect 1 as n',
  };
  await withFolder(files, async (folder) => {
    expect(await userErrorOf(() => openWith([], folder))).toEqual({ code: 'models-in-a-circle', details: { models: 'a, b' } });
  });
});

test('a model that reads from something unknown is refused with its file', async () => {
  await withFolder({ 'a.sql': '-- row: one\n-- from: nothing\nselect 1' }, async (folder) => {
    expect(await userErrorOf(() => openWith([], folder))).toMatchObject({ code: 'model-source-unknown', details: { source: 'nothing' } });
  });
});

test('a run without one of the thresholds is our mistake, and stops', async () => {
  const engine = await openDuckDb({ file: ':memory:', temporaryFolder: spillFolder(), memoryMegabytes: 256, threads: 1 });
  await createTables(engine);
  await expect(buildModels(engine, MODELS_FOLDER)).rejects.toThrow('spray_accounts is missing');
  await engine.close();
});

test('every model can be made of nothing', async () => {
  const engine = await openWith(linesOf('period'), MODELS_FOLDER, INCIDENT_FOLDER);
  const { rows } = await engine.ask('select count(*) as attempts, (select count(*) from next_terminals) as next from attempts');
  expect(rows).toEqual([{ attempts: 0, next: 0 }]);
  await engine.close();
});

test.each((await Promise.all([MODELS_FOLDER, INCIDENT_FOLDER].map((folder) => readSqlFiles(folder, ['row', 'from'])))).flat())(
  '$name says which tables and models it reads from, all of them and no other',
  ({ name, header, sql }) => {
    const body = sql
      .replace(/--.*$/gm, '')
      .replace(/'[^']*'/g, "''")
      .replace(/extract\(\w+ from /g, 'extract(');
    const parts = [...body.matchAll(/(?:^with|^\),\n)\s*([a-z_]+) as \(/gm)].map(([, part]) => part);
    const read = [...body.matchAll(/\b(?:from|join)\s+([a-z_]+)/g)].map(([, source = '']) => source).filter((source) => !parts.includes(source));
    expect([...new Set(read)].toSorted(), name).toEqual((header.get('from') ?? '').split(', ').toSorted());
  },
);
