import { EVENT_TABLES } from '../tables/events.ts';
import type { Column, Table } from '../tables/table.ts';
import { type DuckDbEngine, type IntegerColumn, ROWS_DATABASE } from './duckdb.ts';
import type { Engine } from './engine.ts';

/** NULL of a packed 32-bit column; of a 64-bit one; a text is 0. */
const NULL_INTEGER = -2_147_483_648;
const NULL_BIGINT = '(-9223372036854775807 - 1)';

/** Texts in the list at most: with more of them a question that reads a text pays for the whole list (README.md). */
const LISTED_TEXTS = 50_000;

/** Columns that are the same for every record of a run, so they are not packed. */
const OF_THE_RUN = ['organisation', 'network'];

/**
 * The event tables as they are filled: whole numbers only, texts by their number in one list. Appending numbers is some 20 times faster than appending
 * texts, and a question pays only for the text columns it reads (see README.md of this room).
 */
export async function createPackedTables(engine: Engine): Promise<void> {
  for (const table of EVENT_TABLES) {
    const columns = packedColumns(table).map((column) => `${column.name} ${isWide(column) ? 'bigint' : 'integer'}`);
    await engine.run(`create table ${ROWS_DATABASE}.packed_${table.name} (${columns.join(', ')})`);
  }
  await engine.run(`create table ${ROWS_DATABASE}.packed_texts (id integer, value varchar)`);
}

/** Columns of a table that are packed, in order. */
export function packedColumns(table: Table): readonly Column[] {
  return table.columns.filter((column) => !OF_THE_RUN.includes(column.name));
}

/** Appends rows to a packed table; columns as in `packedColumns`, 64-bit ones as BigInt64Array. */
export async function appendPacked(engine: DuckDbEngine, table: Table, columns: readonly IntegerColumn[], rows: number): Promise<void> {
  await engine.append(`packed_${table.name}`, columns, rows);
}

/** Appends texts under the numbers from `first` on; numbers begin with 1 and have no holes. */
export async function appendPackedTexts(engine: DuckDbEngine, first: number, texts: readonly string[]): Promise<void> {
  await engine.appendTexts(
    'packed_texts',
    texts.map((_, n) => first + n),
    texts,
  );
}

/**
 * Ends the filling and puts the packed rows behind the contract's names: each event table becomes a view with the columns, types and NULLs the contract says.
 * The first texts are in one list; those that came after `listedTexts` are joined, and only where a column has one (see README.md of this room).
 */
export async function publishPackedTables(engine: DuckDbEngine, organisation: string, network: string, listedTexts = LISTED_TEXTS): Promise<void> {
  await engine.endFilling();
  // The position in the list is the number; position 0 is NULL.
  await engine.run(`create table packed_text_list as select list(value order by id) as texts from packed_texts where id <= ${listedTexts}`);
  for (const table of EVENT_TABLES) {
    const late = await lateColumns(engine, table, listedTexts);
    await keepLateTexts(engine, table, late, listedTexts);
    const columns = table.columns.map((column) => unpacked(column, organisation, network, late));
    const joins = late.map((name) => `left join ${lateTable(table, name)} as late_${name} on late_${name}.id = packed.${name}`);
    await engine.run(`drop table ${table.name}`);
    await engine.run(
      `create view ${table.name} as select ${columns.join(', ')} ` +
        // The list comes last: below a join it would be copied with every row that the join keeps.
        `from packed_${table.name} as packed ${joins.join(' ')} cross join packed_text_list as texts`,
    );
  }
}

/** Text columns of a table with a text that is not in the list. */
async function lateColumns(engine: Engine, table: Table, listedTexts: number): Promise<readonly string[]> {
  const names = packedColumns(table).flatMap((column) => (column.type === 'text' ? [column.name] : []));
  const { rows } = await engine.ask(`select ${names.map((name) => `max(${name}) as ${name}`).join(', ')} from packed_${table.name}`);
  return names.filter((name) => Number(rows[0]?.[name] ?? 0) > listedTexts);
}

/**
 * The texts that a table needs beside the list, column by column: every question joins all of them, so each must be small. Millions of command lines must
 * not weigh upon questions about logons, nor names upon status codes.
 */
async function keepLateTexts(engine: Engine, table: Table, late: readonly string[], listedTexts: number): Promise<void> {
  for (const name of late) {
    const used = `select ${name} from packed_${table.name} where ${name} > ${listedTexts}`;
    await engine.run(`create table ${ROWS_DATABASE}.${lateTable(table, name)} as select id, value from packed_texts where id in (${used})`);
  }
}

function lateTable(table: Table, column: string): string {
  return `late_${column}_of_${table.name}`;
}

/**
 * SQL that makes a packed column the contract's; `packed`: the packed rows, `texts.texts`: the list of texts, from 1; `late_NAME`: the texts of the columns
 * in `late` that are not in it.
 */
export function unpacked(column: Column, organisation: string, network: string, late: readonly string[] = []): string {
  const { name } = column;
  if (name === 'organisation') return `${quoted(organisation)} as organisation`;
  if (name === 'network') return `${quoted(network)} as network`;
  switch (column.type) {
    case 'text':
      return late.includes(name) ? `coalesce(late_${name}.value, texts.texts[packed.${name}]) as ${name}` : `texts.texts[packed.${name}] as ${name}`;
    case 'integer':
      return `nullif(packed.${name}, ${NULL_INTEGER}) as ${name}`;
    case 'bigint':
      return `nullif(packed.${name}, ${NULL_BIGINT}) as ${name}`;
    case 'boolean':
      return `case packed.${name} when 1 then true when 0 then false end as ${name}`;
    case 'timestamp':
      return `make_timestamp(nullif(packed.${name}, ${NULL_BIGINT})) as ${name}`;
  }
}

function isWide(column: Column): boolean {
  return column.type === 'bigint' || column.type === 'timestamp';
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
