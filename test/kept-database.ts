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
  /** The tables that it reads, as DuckDB says; none: not known. */
  readonly sources: readonly string[];
  /** Whether DuckDB has a plan of it. */
  planned: boolean;
}

/**
 * A database that one case after another has: opening one and planning some eighty models takes ten times as long as the few rows of a case. What a case
 * asks is made of its own rows all the same: each table is emptied and filled where its rows differ, and each model made anew where something that it reads
 * was, by the same SQL, planned once.
 */
class KeptDatabase {
  readonly #engine: DuckDbEngine;
  /** What each table of the contract holds. */
  readonly #held = new Map<string, string>();
  readonly #models = new Map<string, KeptModel>();

  constructor(engine: DuckDbEngine) {
    this.#engine = engine;
  }

  async lend(rows: Rows, folders: readonly string[], onClose: () => void): Promise<Engine> {
    const engine = this.#engine;
    if (this.#held.size === 0) {
      await engine.run(`set disabled_optimizers = '${PASSES_ABOUT_ROWS}'`);
      await createTables(engine);
    }
    const changed = await this.#fill(rows);
    const lent: Engine = {
      ask: (sql) => engine.ask(sql),
      run: () => Promise.reject(new Error('the next case has this database, too')),
      makeTable: (name, sql) => this.#make(name, sql, changed),
      lock: () => engine.lock(),
      close: async () => onClose(),
    };
    await buildModels(lent, ...folders);
    return lent;
  }

  /** Which tables have other rows than before. */
  async #fill(rows: Rows): Promise<Set<string>> {
    const changed = new Set<string>();
    for (const table of ALL_TABLES) {
      const wanted = rows.get(table.name) ?? [];
      const text = JSON.stringify(wanted);
      if (this.#held.get(table.name) === text) continue;
      changed.add(table.name);
      if (this.#held.has(table.name)) await this.#engine.run(`delete from ${table.name}`);
      await this.#engine.insertRows(table, wanted);
      this.#held.set(table.name, text);
    }
    return changed;
  }

  async #make(name: string, sql: string, changed: Set<string>): Promise<void> {
    const model = this.#models.get(name);
    if (model === undefined) {
      this.#models.set(name, { sql, sources: await this.#engine.tablesIn(sql), planned: false });
      await this.#engine.makeTable(name, sql);
      return;
    }
    if (sql !== model.sql) throw new Error(`${name} is another model than before`);
    if (model.sources.length > 0 && !model.sources.some((source) => changed.has(source))) return;
    if (!model.planned) await this.#engine.run(`prepare make_${name} as insert into ${name}\n${sql}`);
    model.planned = true;
    const before = await this.#rowsOf(`delete from ${name}`);
    const after = await this.#rowsOf(`execute make_${name}`);
    if (before > 0 || after > 0) changed.add(name);
  }

  /** How many rows a statement took away or made. */
  async #rowsOf(statement: string): Promise<number> {
    return Number((await this.#engine.ask(statement)).rows[0]?.Count);
  }
}
