/** How a column is stored. `timestamp` is UTC with microseconds. */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'boolean' | 'timestamp';

/** One column of a table: its SQL name, how it is stored, and what a value in it means. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** One sentence: the meaning, with unit where there is one. NULL always means "the record does not say". */
  readonly meaning: string;
}

/** One table of the contract between those who fill the tables and those who ask them. */
export interface Table {
  readonly name: string;
  /** What one row is. */
  readonly row: string;
  readonly columns: readonly Column[];
}

/** Shorthand for one column of a table definition. */
export function column(name: string, type: ColumnType, meaning: string): Column {
  return { name, type, meaning };
}
