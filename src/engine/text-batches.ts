import type { Table } from '../tables/table.ts';
import { createTableIn } from './create-tables.ts';
import { type DuckDbEngine, type IntegerColumn, ROWS_DATABASE } from './duckdb.ts';
import { packedColumns, unpacked } from './packed-events.ts';

/**
 * A table filled in batches of packed rows (see `packed-events.ts`), each with a list of texts of its own: for rows whose texts have no end (hosts and
 * paths), where one list for all would not fit in memory. The rows lie on disk with their texts, which DuckDB compresses.
 */
export class TextBatches {
  private readonly engine: DuckDbEngine;
  private readonly table: Table;
  private readonly labels: { readonly organisation: string; readonly network: string };
  /** The insert that is running; nobody waits for it but the next one. */
  private running: Promise<void> = Promise.resolve();

  private constructor(engine: DuckDbEngine, table: Table, labels: { readonly organisation: string; readonly network: string }) {
    this.engine = engine;
    this.table = table;
    this.labels = labels;
  }

  /** Puts an empty table into the file of the rows, in place of the contract's. */
  static async begin(engine: DuckDbEngine, table: Table, labels: { readonly organisation: string; readonly network: string }): Promise<TextBatches> {
    await engine.run(`drop table ${table.name}`);
    await createTableIn(engine, table, `${ROWS_DATABASE}.`);
    return new TextBatches(engine, table, labels);
  }

  /**
   * Adds rows; columns as in `packedColumns`, a text by its place in `texts` from 1, 0 for none. Comes back when the rows are handed over and before
   * they are in the table, so that the next batch can be made meanwhile. `end` waits for the last.
   */
  async add(columns: readonly IntegerColumn[], rows: number, texts: readonly string[]): Promise<void> {
    await this.running;
    const { name } = this.table;
    const packed = packedColumns(this.table).map((column, at) => `${column.name} ${columns[at] instanceof Int32Array ? 'integer' : 'bigint'}`);
    await this.engine.run(`create or replace table batch_${name} (${packed.join(', ')})`);
    await this.engine.run(`create or replace table batch_${name}_texts (id integer, value varchar)`);
    await this.engine.append(`batch_${name}`, columns, rows);
    await this.engine.appendTexts(
      `batch_${name}_texts`,
      texts.map((_, n) => n + 1),
      texts,
    );
    this.running = this.insert();
    // Told by the next call, which waits for it.
    this.running.catch(() => {});
  }

  async end(): Promise<void> {
    await this.running;
    await this.engine.run(`drop table if exists batch_${this.table.name}`);
    await this.engine.run(`drop table if exists batch_${this.table.name}_texts`);
  }

  private insert(): Promise<void> {
    const { name, columns } = this.table;
    const { organisation, network } = this.labels;
    return this.engine.run(
      `insert into ${ROWS_DATABASE}.${name} select ${columns.map((column) => unpacked(column, organisation, network)).join(', ')} ` +
        `from batch_${name} as packed cross join (select list(value order by id) as texts from batch_${name}_texts) as texts`,
    );
  }
}
