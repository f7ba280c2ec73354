import { expect, test } from 'vitest';
import { buildModels } from '../src/checks/build-models.ts';
import { MODELS_FOLDER } from '../src/checks/rules-folder.ts';
import { readSqlFiles } from '../src/checks/sql-files.ts';
import { createTables } from '../src/engine/create-tables.ts';
import { openDuckDb } from '../src/engine/duckdb.ts';
import type { Engine, Row } from '../src/engine/engine.ts';
import { ALL_TABLES } from '../src/tables/all-tables.ts';
import { type Line, openWith, readLines, rowsOf, rulesPath } from './rules-tables.ts';
import { spillFolder } from './spill-folder.ts';

const MODELS = (await readSqlFiles(MODELS_FOLDER, ['row', 'from'])).map(({ name }) => name);
const PROGRAMS = rulesPath('non-human-logon/caught.csv');
const OUTBOUND = rulesPath('suspicious-outbound/caught.csv');

/** The rows of every model, and the database closed. */
async function modelsOf(engine: Engine): Promise<Readonly<Record<string, readonly Row[]>>> {
  try {
    const rows: Record<string, readonly Row[]> = {};
    for (const model of MODELS) rows[model] = (await engine.ask(`select * from ${model} order by all`)).rows;
    return rows;
  } finally {
    await engine.close();
  }
}

/** As an audit makes it: one database for these rows alone, with every pass of the optimizer. */
async function databaseOfItsOwn(lines: readonly Line[]): Promise<Engine> {
  const engine = await openDuckDb({ file: ':memory:', temporaryFolder: spillFolder(), memoryMegabytes: 512, threads: 1 });
  await createTables(engine);
  for (const table of ALL_TABLES) await engine.insertRows(table, rowsOf(lines).get(table.name) ?? []);
  await buildModels(engine, MODELS_FOLDER);
  return engine;
}

// The first makes the tables, the second fills what was empty and empties what was full, with plans that are kept; then there is again what was there before.
test.each([
  ['made', PROGRAMS],
  ['filled anew', OUTBOUND],
  ['filled by plans that are kept', PROGRAMS],
])('a case has the models of its own rows alone, whichever cases had the database before it: %s', async (_, path) => {
  const lines = await readLines(path);
  expect(await modelsOf(await openWith(lines))).toEqual(await modelsOf(await databaseOfItsOwn(lines)));
});
