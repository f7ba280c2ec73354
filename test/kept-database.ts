import { buildModels } from '../src/checks/build-models.ts';
import { createTables } from '../src/engine/create-tables.ts';
import { type DuckDbEngine, openDuckDb } from '../src/engine/duckdb.ts';
import type { Engine, Row } from '../src/engine/engine.ts';
import { ALL_TABLES } from '../src/tables/all-tables.ts';
import { spillFolder } from './spill-folder.ts';

/** Rows of the tables of the contract, by the table's name. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

/**
 * Passes of DuckDB's optimizer that look at the rows a table has when a statement is planned. A kept plan must hold for the rows of the next case, too; the
 * audits of whole logs, the golden ones among them, are planned with them.
 */
const PASSES_ABOUT_ROWS = 'statistics_propagation,compressed_materialization';

const kept = new Map<string, KeptDatabase>();

/** A database in memory with the models of some folders over the rows; the one that the case before closed, filled anew, where nobody has it. */
export async function databaseWith(rows: Rows, folders: readonly string[]): Promise<Engine> {
  const key = folders.join();
  const database = kept.get(key) ?? new KeptDatabase(await opened());
  kept.delete(key);
  return await database.lend(rows, folders, () => kept.set(key, database));
}

function opened(): Promise<DuckDbEngine> {
  return openDuckDb({ file: ':memory:', temporaryFolder: spillFolder(), memoryMegabytes: 512, threads: 1 });
}

interface KeptModel {
  readonly sql: string;
  /** The tables and models that it may read. */
  readonly sources: readonly string[];
  /** How often each of them had changed when it was made. */
  madeOf: string;
  /** Whether DuckDB has a plan of it. */
  planned: boolean;
}

/**
 * A database that one case after another has: opening one and planning some eighty models takes ten times as long as the few rows of a case. What a case
 * asks is made of its own rows all the same: each table is emptied and filled where its rows differ, and each model that a question reads, itself or through
 * others, is made anew where something that it reads was, by the same SQL, planned once.
 */
class KeptDatabase {
  readonly #engine: DuckDbEngine;
  /** What each table of the contract holds. */
  readonly #held = new Map<string, string>();
  /** In the order in which they are made. */
  readonly #models = new Map<string, KeptModel>();
  /** How often the rows of a table changed. */
  readonly #changes = new Map<string, number>();
  /** What a question may read. */
  readonly #read = new Map<string, readonly string[]>();

  constructor(engine: DuckDbEngine) {
    this.#engine = engine;
  }

  async lend(rows: Rows, folders: readonly string[], onClose: () => void): Promise<Engine> {
    const engine = this.#engine;
    if (this.#held.size === 0) {
      await engine.run(`set disabled_optimizers = '${PASSES_ABOUT_ROWS}'`);
      await createTables(engine);
    }
    await this.#fill(rows);
    const lent: Engine = {
      ask: async (sql) => {
        await this.#makeFor(sql);
        return await engine.ask(sql);
      },
      run: () => Promise.reject(new Error('the next case has this database, too')),
      makeTable: (name, sql) => this.#know(name, sql),
      tablesAtOnce: async () => 1,
      lock: () => engine.lock(),
      close: async () => onClose(),
    };
    await buildModels(lent, ...folders);
    return lent;
  }

  async #fill(rows: Rows): Promise<void> {
    for (const table of ALL_TABLES) {
      const wanted = rows.get(table.name) ?? [];
      const text = JSON.stringify(wanted);
      if (this.#held.get(table.name) === text) continue;
      if (this.#held.has(table.name)) await this.#engine.run(`delete from ${table.name}`);
      await this.#engine.insertRows(table, wanted);
      this.#held.set(table.name, text);
      this.#change(table.name);
    }
  }

  /** Makes a model the first time; afterwards a question decides. */
  async #know(name: string, sql: string): Promise<void> {
    const model = this.#models.get(name);
    if (model !== undefined && model.sql !== sql) throw new Error(`${name} is another model than before`);
    if (model !== undefined) return;
    const sources = await this.#tablesIn(sql);
    await this.#engine.makeTable(name, sql);
    this.#models.set(name, { sql, sources, madeOf: this.#stateOf(sources), planned: false });
  }

  /** The tables and models that a question may read: all there are, where DuckDB cannot tell. */
  async #tablesIn(sql: string): Promise<readonly string[]> {
    const read = await this.#engine.tablesIn(sql);
    return read.length === 0 ? [...ALL_TABLES.map(({ name }) => name), ...this.#models.keys()] : read.map((name) => name.toLowerCase());
  }

  /** Makes the models that a question reads, itself or through others, from the first to the last. */
  async #makeFor(sql: string): Promise<void> {
    const read = this.#read.get(sql) ?? (await this.#tablesIn(sql));
    this.#read.set(sql, read);
    const needed = new Set(read);
    for (const [name, { sources }] of [...this.#models].toReversed()) if (needed.has(name)) for (const source of sources) needed.add(source);
    for (const [name, model] of this.#models) if (needed.has(name)) await this.#make(name, model);
  }

  async #make(name: string, model: KeptModel): Promise<void> {
    const state = this.#stateOf(model.sources);
    if (model.madeOf === state) return;
    if (!model.planned) await this.#engine.run(`prepare make_${name} as insert into ${name}\n${model.sql}`);
    model.planned = true;
    const before = await this.#rowsOf(`delete from ${name}`);
    const after = await this.#rowsOf(`execute make_${name}`);
    model.madeOf = state;
    if (before > 0 || after > 0) this.#change(name);
  }

  #change(table: string): void {
    this.#changes.set(table, (this.#changes.get(table) ?? 0) + 1);
  }

  #stateOf(tables: readonly string[]): string {
    return tables.map((table) => `${table} ${this.#changes.get(table) ?? 0}`).join();
  }

  /** How many rows a statement took away or made. */
  async #rowsOf(statement: string): Promise<number> {
    return Number((await this.#engine.ask(statement)).rows[0]?.Count);
  }
}
