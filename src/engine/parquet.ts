import { EVENT_TABLES } from '../tables/events.ts';
import type { Column, Table } from '../tables/table.ts';
import { createTableIn } from './create-tables.ts';
import { type DuckDbEngine, ROWS_DATABASE } from './duckdb.ts';

/** Column that says in a file which input its rows are from: the number of an input means something within one run only. */
const OF_INPUT = 'input_sha256';

/** Row groups of a third of the usual size take half of the memory to write; the file is 1.5 % larger. */
const AS_PARQUET = '(format parquet, compression zstd, row_group_size 40960)';

/** Where rows of the store lie beside those of the logs given: tables with the contract's columns. */
export function storedTable(table: Table): string {
  return `${ROWS_DATABASE}.stored_${table.name}`;
}

/** Writes the rows that one input has in a table of events as a Parquet file: the contract's columns, and the input's hash in place of its number. Before `lock`. */
export async function writeParquet(engine: DuckDbEngine, table: Table, input: number, sha256: string, path: string): Promise<void> {
  await engine.run(
    `copy (select ${withoutInput(table).join(', ')}, ${quoted(sha256)} as ${OF_INPUT} from ${table.name} where input = ${input}) ` +
      `to ${quoted(path)} ${AS_PARQUET}`,
  );
}

/** Writes what a question answers as a Parquet file, with the input's hash beside it. Before `lock`. */
export async function writeAnswer(engine: DuckDbEngine, sql: string, sha256: string, path: string): Promise<void> {
  await engine.run(`copy (select *, ${quoted(sha256)} as ${OF_INPUT} from (${sql})) to ${quoted(path)} ${AS_PARQUET}`);
}

/** Makes the tables that `readParquet` fills. */
export async function createStoredTables(engine: DuckDbEngine): Promise<void> {
  for (const table of EVENT_TABLES) await createTableIn(engine, { ...table, name: `stored_${table.name}` }, `${ROWS_DATABASE}.`);
}

/**
 * Adds the rows of a file to a table, under a number of this run. A column that the file, of an older version, does not have is NULL.
 * Before `lock`. Rejects when the file is damaged.
 */
export async function readParquet(engine: DuckDbEngine, into: string, input: number, path: string): Promise<void> {
  await engine.run(`insert into ${into} by name select * exclude (${OF_INPUT}), ${input} as input from read_parquet(${quoted(path)})`);
}

/** Adds what a question answers over files as `files` to a table of the contract. Before `lock`. */
export async function insertFromParquet(engine: DuckDbEngine, table: Table, paths: readonly string[], sql: string): Promise<void> {
  if (paths.length === 0) return;
  const files = `files as (select * from read_parquet([${paths.map(quoted).join(', ')}], union_by_name = true))`;
  await engine.run(`insert into ${table.name} by name with ${files} ${sql}`);
}

/** Puts the stored rows behind the contract's names, beside the rows of the logs given where there are any. */
export async function publishStoredTables(engine: DuckDbEngine, besideLogs: boolean): Promise<void> {
  for (const table of EVENT_TABLES) {
    const columns = table.columns.map((column) => column.name).join(', ');
    const stored = `select ${columns} from ${storedTable(table)}`;
    await engine.run(`alter view ${table.name} rename to given_${table.name}`);
    await engine.run(`create view ${table.name} as ${besideLogs ? `select ${columns} from given_${table.name} union all ${stored}` : stored}`);
  }
}

function withoutInput(table: Table): readonly string[] {
  return table.columns.map(({ name }: Column) => name).filter((name) => name !== 'input');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
