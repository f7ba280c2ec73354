import type { Column, Table } from '../tables/table.ts';
import { SQL_TYPES } from './create-tables.ts';
import type { DuckDbEngine } from './duckdb.ts';
import type { Engine } from './engine.ts';

/** Column that says in a file which input its rows are from: the number of an input means something within one run only. */
const OF_INPUT = 'input_sha256';

/** Row groups of a third of the usual size take half of the memory to write; the file is 1.5 % larger. */
const AS_PARQUET = '(format parquet, compression zstd, row_group_size 40960)';

/** A file of the store that a run reads, and the number that its input has in this run. */
export interface StoredFile {
  readonly path: string;
  readonly input: number;
}

/** Rows of the store beside those of the logs given: the contract's columns, and `place`, the row's number in its file. */
export function storedTable(table: Table): string {
  return `stored_${table.name}`;
}

/** Those of them that another row repeats, by `input` and `place`. */
export function surplusOf(table: Table): string {
  return `surplus_${table.name}`;
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

/**
 * Makes the rows of a table's files, of one or more, a view, and an empty table for those that are repeated. The files must stay as they are until the run ends: they are
 * read where they lie, by every question that needs them (README.md). Before `lock`, which still lets them be read.
 */
export async function createStoredView(engine: DuckDbEngine, table: Table, files: readonly StoredFile[]): Promise<void> {
  await engine.run(`create table ${surplusOf(table)} (input integer, place bigint)`);
  await engine.keepInReach(files.map(({ path }) => path));
  const from = `read_parquet([${files.map(({ path }) => quoted(path)).join(', ')}], union_by_name = true)`;
  const { columns: written } = await engine.ask(`select * from ${from} limit 0`);
  const columns = table.columns.map(({ name, type }) => {
    if (name === 'input') return `[${files.map(({ input }) => input).join(', ')}][file_index::bigint + 1] as input`;
    // A column that the files, of an older version, do not have is NULL.
    return `${written.includes(name) ? name : 'null'}::${SQL_TYPES[type]} as ${name}`;
  });
  await engine.run(`create view ${storedTable(table)} as select ${columns.join(', ')}, file_row_number as place from ${from}`);
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

/** Puts the stored rows that are not surplus behind the contract's name, beside the rows of the logs given where there are any. */
export async function publishStoredTable(
  engine: Engine,
  table: Table,
  { besideLogs, surplus }: { besideLogs: boolean; surplus: boolean },
): Promise<void> {
  const columns = table.columns.map((column) => column.name).join(', ');
  const once = surplus
    ? `where not exists (select 1 from ${surplusOf(table)} as surplus where surplus.input = stored.input and surplus.place = stored.place)`
    : '';
  const stored = `select ${columns} from ${storedTable(table)} as stored ${once}`;
  await engine.run(`create view ${table.name} as ${besideLogs ? `select ${columns} from given_${table.name} union all ${stored}` : stored}`);
}

function withoutInput(table: Table): readonly string[] {
  return table.columns.map(({ name }: Column) => name).filter((name) => name !== 'input');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
