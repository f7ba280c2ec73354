import type { Engine } from '../engine/engine.ts';
import { MemoryExhausted } from '../engine/memory-exhausted.ts';
import { UserError } from '../settings/user-error.ts';
import { ALL_TABLES } from '../tables/all-tables.ts';
import { inOrder, makeEach } from './model-order.ts';
import { namesOf, readSqlFiles, type SqlFile } from './sql-files.ts';
import { DEFAULT_THRESHOLDS } from './thresholds.ts';

/**
 * Makes every model of some folders as a table named after its file, each once, after the models it reads from.
 * The tables of the contract must be filled before. Afterwards the engine is locked: what comes next may be somebody else's SQL.
 * UserError: a header that is wrong, a name that nobody made, models that read from each other, rows that do not fit in memory.
 */
export async function buildModels(engine: Engine, ...folders: readonly string[]): Promise<void> {
  await refuseMissingThresholds(engine);
  await makeModels(engine, inOrder(await modelsIn(folders)));
  await engine.lock();
}

/** A question, and the names of the tables that it reads; none: not known. */
export interface Question {
  readonly sql: string;
  readonly tables: readonly string[];
}

/**
 * The same for one question: only the models that it names, and those they read from. All of them where it may read others: a table that nobody knows may be
 * mistyped, and the error then says which name is near.
 */
export async function buildModelsFor(engine: Engine, { sql, tables }: Question, ...folders: readonly string[]): Promise<void> {
  const models = inOrder(await modelsIn(folders));
  const known = new Set([...ALL_TABLES, ...models].map(({ name }) => name));
  if (tables.length === 0 || tables.some((table) => !known.has(table.toLowerCase()))) {
    return buildModels(engine, ...folders);
  }
  await refuseMissingThresholds(engine);
  const text = sql.toLowerCase();
  const needed = new Set<string>();
  for (const model of models.toReversed()) {
    if (!needed.has(model.name) && !text.includes(model.name)) continue;
    needed.add(model.name);
    for (const source of namesOf(model, 'from')) needed.add(source);
  }
  await makeModels(
    engine,
    models.filter((model) => needed.has(model.name)),
  );
  await engine.lock();
}

async function modelsIn(folders: readonly string[]): Promise<readonly SqlFile[]> {
  return (await Promise.all(folders.map((folder) => readSqlFiles(folder, ['row', 'from'])))).flat();
}

async function makeModels(engine: Engine, models: readonly SqlFile[]): Promise<void> {
  await makeEach(models, await engine.tablesAtOnce(), (model) => makeModel(engine, model));
}

async function makeModel(engine: Engine, { name, sql }: SqlFile): Promise<void> {
  try {
    await engine.makeTable(name, sql);
  } catch (cause) {
    if (cause instanceof MemoryExhausted) throw new UserError('memory-exhausted', { model: name, megabytes: cause.megabytes });
    throw cause;
  }
}

/** A threshold that is missing would make its rule silently never apply. */
async function refuseMissingThresholds(engine: Engine): Promise<void> {
  const { rows } = await engine.ask('select name from settings where value is not null');
  const missing = DEFAULT_THRESHOLDS.find(({ name }) => !rows.some((row) => row.name === name));
  if (missing !== undefined) throw new Error(`settings: ${missing.name} is missing`);
}
