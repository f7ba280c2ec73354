import { ALL_TABLES } from '../tables/all-tables.ts';
import type { ColumnType, Table } from '../tables/table.ts';
import type { Engine } from './engine.ts';

export const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'varchar',
  integer: 'integer',
  bigint: 'bigint',
  boolean: 'boolean',
  timestamp: 'timestamp',
};

/** Makes every table of the contract, empty. */
export async function createTables(engine: Engine): Promise<void> {
  for (const table of ALL_TABLES) await createTableIn(engine, table, '');
}

/** Makes one table of the contract, empty. `place`: where, with a dot behind it; nothing: where the others are. */
export async function createTableIn(engine: Engine, table: Table, place: string): Promise<void> {
  const columns = table.columns.map((column) => `${column.name} ${SQL_TYPES[column.type]}`);
  await engine.run(`create table ${place}${table.name} (${columns.join(', ')})`);
}
