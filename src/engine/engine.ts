/** A value as a question returns it. Timestamps come as UTC `Date`s, bigints within 2^53 as numbers. */
export type Value = string | number | boolean | Date | null;

/** One row of an answer, by column name. */
export type Row = Readonly<Record<string, Value>>;

/** An answer: column names in order, and the rows. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Who can run SQL. DuckDB today; the SQL in `rules/` stays in what Trino speaks too. */
export interface Engine {
  /** Runs statements that return nothing of interest. */
  run(sql: string): Promise<void>;
  /** Runs one question and reads the whole answer. */
  ask(sql: string): Promise<Answer>;
  /**
   * Makes a table of what a question of ours answers. What does not fit in memory is asked once more with as much as a run may take at most.
   * MemoryExhausted: that was not enough either.
   */
  makeTable(name: string, sql: string): Promise<void>;
  /** How many tables may be made at the same time. Comes when the rows are in, and before the first `makeTable`. */
  tablesAtOnce(): Promise<number>;
  /** Comes before the first statement of anybody else: from now on nobody can change the configuration, or reach a file. */
  lock(): Promise<void>;
  close(): Promise<void>;
}
