import { createRequire } from 'node:module';
import type { DuckDBAppender, DuckDBConnection, DuckDBDataChunk, DuckDBInstance, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { Column, Table } from '../tables/table.ts';
import type { Answer, Engine, Row, Value } from './engine.ts';
import { isOutOfMemory, MemoryExhausted } from './memory-exhausted.ts';

/** Whole numbers as the tables keep them: INTEGER or BIGINT. */
export type IntegerColumn = Int32Array | BigInt64Array;

/** DuckDB, with what the tables are filled through. One connection; statements run one after another. */
export interface DuckDbEngine extends Engine {
  /**
   * Appends rows given as whole columns to a table whose columns are INTEGER (Int32Array) or BIGINT (BigInt64Array), in that order.
   * There are no NULLs: whoever fills the columns uses a sentinel that SQL resolves later. The next statement sees the rows.
   */
  append(table: string, columns: readonly IntegerColumn[], rowCount: number): Promise<void>;
  /** Appends to a dictionary table of two columns, (id INTEGER, value VARCHAR). */
  appendTexts(table: string, ids: ArrayLike<number>, texts: readonly string[]): Promise<void>;
  /** Inserts rows into a small table of the contract; a column that a row does not have is NULL. */
  insertRows(table: Table, rows: readonly Row[]): Promise<void>;
  /** Where files may lie that are gone when the run ends. */
  readonly temporaryFolder: string;
  /** Lets questions read these Parquet files after `lock`, too: copies that nobody else needs, for whoever asks could write them as well. Before `lock`. */
  keepInReach(paths: readonly string[]): Promise<void>;
  /** The logs are in: questions get the whole memory. The first `ask` does it too. */
  endFilling(): Promise<void>;
  /** Runs statements on one thread: files that they write are the same on every run, and take less memory. Before `lock`. */
  onOneThread<T>(run: () => Promise<T>): Promise<T>;
  /** How many statements a text holds. Rejects with what is wrong when it is no SQL. */
  statementsIn(sql: string): Promise<number>;
  /** Names of the tables that a question reads; none where that cannot be told. Before there are tables: of a view it names what the view reads. */
  tablesIn(sql: string): Promise<readonly string[]>;
  /** Stops the statement that is running; its promise rejects. */
  interrupt(): void;
}

export interface DuckDbOptions {
  /** File for the packed rows, or `:memory:`. Everything else is in memory, which costs no sync of a disk per table. */
  readonly file: string;
  /** Where rows go that do not fit in memory. */
  readonly temporaryFolder: string;
  /** Memory that rows may take before they spill, in megabytes. */
  readonly memoryMegabytes: number;
  /** The same until `endFilling`: while rows are appended, more only keeps what is on disk already. Default: memoryMegabytes. */
  readonly fillingMegabytes?: number;
  /** The same for a table that `makeTable` could not make with memoryMegabytes. Default: memoryMegabytes, so it is not tried again. */
  readonly mostMegabytes?: number;
  /** Told when mostMegabytes come into force. */
  readonly onMoreMemory?: (megabytes: number) => void;
  /** Whether our own statements may read and write files until `lock`: for the store. Default: never. */
  readonly filesUntilLock?: boolean;
  readonly threads: number;
}

type Api = typeof import('@duckdb/node-api');
type Bindings = typeof import('@duckdb/node-bindings');

/** Rows of one data chunk: DuckDB's STANDARD_VECTOR_SIZE. */
const CHUNK_ROWS = 2048;
/** Rows appended before they go into the table: a row group of DuckDB's. Batches of 2,500 rows took nearly three times the time. */
const ROW_GROUP_ROWS = 122_880;

/** SQL that may read tables without naming them, or asks which there are. */
const READS_UNNAMED = /\bquery(?:_table)?\s*\(|\b(?:duckdb|pg|pragma|sqlite)_|\binformation_schema\b|\bshow\b/i;

/** Rows that threads do not share: for them the second one only took a quarter more processor time (README.md). */
const FEW_ROWS = 50_000;

/** Three or four gained nothing over two on two cores. */
const MOST_AT_ONCE = 2;

/** Up to so many rows two tables are made at a time (README.md); of more, one takes both threads and all of the memory. */
const MODERATE_ROWS = 500_000;

/** Database of the packed rows: the one that `file` holds. Its tables are found without naming it. */
export const ROWS_DATABASE = 'rows';

/** Statements after which a connection finds the tables, and speaks UTC and Trino's `array_join`. */
const SESSION = [
  `set search_path = 'memory.main,${ROWS_DATABASE}.main'`,
  `set TimeZone = 'UTC'`,
  'create temporary macro array_join(list, separator) as array_to_string(list, separator)',
];

/** Statements after which the whole database brings in no extensions; with SHUT it cannot reach files or networks. */
const DATABASE = [
  // The file is thrown away: tidying it up when it is closed took 0.2 s of a log of 1 GB.
  'pragma disable_checkpoint_on_shutdown',
  // What is freed goes back to the system soon: 50 to 100 MB less at the peak of a log of 8 GB.
  `set allocator_flush_threshold = '8MB'`,
  'set autoinstall_known_extensions = false',
  'set autoload_known_extensions = false',
  // Every question about stored rows asks for them: the ends of 50 files took 9 ms to read each time, from memory 6.
  'set parquet_metadata_cache = true',
];
const SHUT = 'set enable_external_access = false';
const LOCK = 'set lock_configuration = true';

/**
 * Opens DuckDB. Loaded only here and only now, because it takes time, and by `require`: `import()` reads each of its CommonJS files once more to find its
 * exports, and takes twice as long (105 ms against 50).
 */
export async function openDuckDb(options: DuckDbOptions): Promise<DuckDbEngine> {
  const load = createRequire(import.meta.url);
  const api: Api = load('@duckdb/node-api');
  const bindings: Bindings = load('@duckdb/node-bindings');
  const instance = await api.DuckDBInstance.create(':memory:', {
    threads: String(options.threads),
    memory_limit: `${options.fillingMegabytes ?? options.memoryMegabytes}MB`,
    temp_directory: options.temporaryFolder,
  });
  const connection = await instance.connect();
  await connection.run(`attach '${options.file.replaceAll("'", "''")}' as ${ROWS_DATABASE}`);
  for (const statement of [...SESSION, ...DATABASE]) await connection.run(statement);
  if (options.filesUntilLock !== true) await connection.run(SHUT);
  const engine = new OpenedDuckDb(api, bindings, instance, connection, options);
  if (options.fillingMegabytes === undefined) await engine.endFilling();
  return engine;
}

interface OpenAppender {
  readonly appender: DuckDBAppender;
  rows: number;
}

class OpenedDuckDb implements DuckDbEngine {
  readonly #api: Api;
  readonly #bindings: Bindings;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  /** Appenders with rows that no statement has seen yet, by table. */
  readonly #appenders = new Map<string, OpenAppender>();
  readonly #options: DuckDbOptions;
  readonly #inReach: string[] = [];
  /** All connections: further ones only to make tables on, several at a time; and those of them on which none is being made. */
  readonly #connections: DuckDBConnection[];
  readonly #idle: DuckDBConnection[];
  #filling = true;
  /** Whether the configuration is locked. */
  #locked = false;
  #megabytes: number;
  #tablesAtOnce: number | null = null;

  constructor(api: Api, bindings: Bindings, instance: DuckDBInstance, connection: DuckDBConnection, options: DuckDbOptions) {
    this.#api = api;
    this.#bindings = bindings;
    this.#instance = instance;
    this.#connection = connection;
    this.#connections = [connection];
    this.#idle = [connection];
    this.#options = options;
    this.#megabytes = options.memoryMegabytes;
  }

  get temporaryFolder(): string {
    return this.#options.temporaryFolder;
  }

  async run(sql: string): Promise<void> {
    this.#closeAppenders();
    await this.#connection.run(sql);
  }

  async ask(sql: string): Promise<Answer> {
    await this.endFilling();
    this.#closeAppenders();
    const reader = await this.#connection.runAndReadAll(sql);
    const columns = reader.columnNames();
    const rows = reader.getRows().map((values) => Object.fromEntries(columns.map((name, at) => [name, this.#valueOf(values[at] ?? null)])));
    return { columns, rows };
  }

  async makeTable(name: string, sql: string): Promise<void> {
    await this.tablesAtOnce();
    const megabytes = this.#megabytes;
    try {
      await this.#runBeside(`create table ${name} as\n${sql}`);
    } catch (cause) {
      if (!isOutOfMemory(cause)) throw cause;
      // While this one was being made, another may have been given more already.
      if (this.#megabytes === megabytes && !(await this.#takeMost())) throw new MemoryExhausted(this.#megabytes, cause);
      await this.makeTable(name, sql);
    }
  }

  async append(table: string, columns: readonly IntegerColumn[], rowCount: number): Promise<void> {
    const { INTEGER, BIGINT } = this.#api;
    const types = columns.map((column) => (column instanceof Int32Array ? INTEGER : BIGINT));
    await this.#appendChunks(table, types, rowCount, (chunk, from, rows) => {
      for (const [at, column] of columns.entries()) {
        const width = column.BYTES_PER_ELEMENT;
        const vector = this.#bindings.data_chunk_get_vector(chunk.chunk, at);
        // Twice as fast as setting values one by one (62 against 33 million integers per second): no bigint is made.
        this.#bindings.copy_data_to_vector(vector, 0, wholeBuffer(column), column.byteOffset + from * width, rows * width);
      }
    });
  }

  async appendTexts(table: string, ids: ArrayLike<number>, texts: readonly string[]): Promise<void> {
    const { INTEGER, VARCHAR } = this.#api;
    const idColumn = Int32Array.from(ids);
    await this.#appendChunks(table, [INTEGER, VARCHAR], texts.length, (chunk, from, rows) => {
      const idVector = this.#bindings.data_chunk_get_vector(chunk.chunk, 0);
      this.#bindings.copy_data_to_vector(idVector, 0, idColumn.buffer, from * 4, rows * 4);
      const textVector = this.#bindings.data_chunk_get_vector(chunk.chunk, 1);
      for (let row = 0; row < rows; row++) this.#bindings.vector_assign_string_element(textVector, row, texts[from + row] ?? '');
    });
  }

  async insertRows(table: Table, rows: readonly Row[]): Promise<void> {
    const appender = await this.#connection.createAppender(table.name);
    for (const row of rows) {
      for (const column of table.columns) this.#appendCell(appender, column, row[column.name] ?? null);
      appender.endRow();
    }
    appender.closeSync();
  }

  async endFilling(): Promise<void> {
    if (!this.#filling) return;
    this.#filling = false;
    this.#closeAppenders();
    await this.#limitMemory(this.#megabytes);
  }

  async keepInReach(paths: readonly string[]): Promise<void> {
    this.#inReach.push(...paths);
    await this.run(`set allowed_paths = ${listOf(this.#inReach)}`);
  }

  async lock(): Promise<void> {
    await this.endFilling();
    if (this.#locked) return;
    this.#locked = true;
    await this.#connection.run(SHUT);
    await this.#connection.run(LOCK);
  }

  async onOneThread<T>(run: () => Promise<T>): Promise<T> {
    await this.run('set threads = 1');
    try {
      return await run();
    } finally {
      await this.run(`set threads = ${this.#options.threads}`);
    }
  }

  async statementsIn(sql: string): Promise<number> {
    return (await this.#connection.extractStatements(sql)).count;
  }

  async tablesIn(sql: string): Promise<readonly string[]> {
    return READS_UNNAMED.test(sql) ? [] : this.#connection.getTableNames(sql, false);
  }

  interrupt(): void {
    for (const connection of this.#connections) connection.interrupt();
  }

  async close(): Promise<void> {
    for (const { appender } of this.#appenders.values()) appender.clear();
    this.#appenders.clear();
    for (const connection of this.#connections) connection.closeSync();
    this.#instance.closeSync();
  }

  async #appendChunks(
    table: string,
    types: readonly DuckDBType[],
    rowCount: number,
    fill: (chunk: DuckDBDataChunk, from: number, rows: number) => void,
  ): Promise<void> {
    const open = this.#appenders.get(table) ?? { appender: await this.#connection.createAppender(table), rows: 0 };
    this.#appenders.set(table, open);
    const chunk = this.#api.DuckDBDataChunk.create(types);
    for (let from = 0, rows = 0; from < rowCount; from += rows) {
      rows = Math.min(CHUNK_ROWS, rowCount - from, ROW_GROUP_ROWS - open.rows);
      chunk.reset();
      chunk.rowCount = rows;
      fill(chunk, from, rows);
      open.appender.appendDataChunk(chunk);
      open.rows += rows;
      if (open.rows < ROW_GROUP_ROWS) continue;
      open.appender.flushSync();
      open.rows = 0;
    }
  }

  /** The first time, one thread is chosen as well where no table, nor the store, has rows enough for two to share. */
  async tablesAtOnce(): Promise<number> {
    if (this.#tablesAtOnce !== null || this.#locked) return this.#tablesAtOnce ?? 1;
    this.#tablesAtOnce = 1;
    const ofTables = await this.ask('select max(estimated_size) as most from duckdb_tables()');
    const inFiles =
      this.#inReach.length === 0 ? null : await this.ask(`select sum(num_rows) as most from parquet_file_metadata(${listOf(this.#inReach)})`);
    const most = Math.max(...[ofTables, inFiles].map((answer) => Number(answer?.rows[0]?.most ?? 0)));
    if (most <= FEW_ROWS) await this.#connection.run('set threads = 1');
    if (most <= MODERATE_ROWS) this.#tablesAtOnce = Math.min(MOST_AT_ONCE, this.#options.threads);
    return this.#tablesAtOnce;
  }

  /** Runs a statement on a connection that runs no other. */
  async #runBeside(sql: string): Promise<void> {
    this.#closeAppenders();
    const connection = this.#idle.pop() ?? (await this.#openAnother());
    try {
      await connection.run(sql);
    } finally {
      this.#idle.push(connection);
    }
  }

  async #openAnother(): Promise<DuckDBConnection> {
    const connection = await this.#instance.connect();
    this.#connections.push(connection);
    for (const statement of SESSION) await connection.run(statement);
    return connection;
  }

  async #limitMemory(megabytes: number): Promise<void> {
    await this.#connection.run(`set memory_limit = '${megabytes}MB'`);
  }

  /** False: it has them already, or nothing can be changed any more. */
  async #takeMost(): Promise<boolean> {
    const { mostMegabytes = 0, onMoreMemory } = this.#options;
    if (this.#locked || mostMegabytes <= this.#megabytes) return false;
    this.#megabytes = mostMegabytes;
    await this.#limitMemory(mostMegabytes);
    onMoreMemory?.(mostMegabytes);
    return true;
  }

  /** Puts what was appended into the tables. */
  #closeAppenders(): void {
    for (const { appender } of this.#appenders.values()) appender.closeSync();
    this.#appenders.clear();
  }

  #appendCell(appender: DuckDBAppender, column: Column, value: Value): void {
    if (value === null) appender.appendNull();
    else if (column.type === 'text') appender.appendVarchar(String(value));
    else if (column.type === 'integer') appender.appendInteger(Number(value));
    else if (column.type === 'bigint') appender.appendBigInt(BigInt(String(value)));
    else if (column.type === 'boolean') appender.appendBoolean(value === true);
    else appender.appendTimestamp(new this.#api.DuckDBTimestampValue(microsecondsOf(value)));
  }

  #valueOf(value: DuckDBValue): Value {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    const { DuckDBTimestampValue, DuckDBTimestampTZValue } = this.#api;
    if (value instanceof DuckDBTimestampValue || value instanceof DuckDBTimestampTZValue) return new Date(Number(value.micros / 1000n));
    return String(value);
  }
}

function listOf(texts: readonly string[]): string {
  return `[${texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}]`;
}

/** Microseconds since 1970. */
function microsecondsOf(value: Value): bigint {
  if (value instanceof Date) return BigInt(value.getTime()) * 1000n;
  throw new TypeError(`not a Date: ${String(value)}`);
}

function wholeBuffer(column: IntegerColumn): ArrayBuffer {
  const { buffer } = column;
  if (buffer instanceof ArrayBuffer) return buffer;
  throw new TypeError('columns in shared memory cannot be appended');
}
