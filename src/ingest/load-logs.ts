import type { DuckDbEngine, IntegerColumn } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { appendPacked, appendPackedTexts, createPackedTables, packedColumns, publishPackedTables } from '../engine/packed-events.ts';
import type { Rows } from '../events/row-buffer.ts';
import { CHUNK_SIZE } from '../evtx/chunk.ts';
import type { Damage } from '../evtx/damage.ts';
import type { Period } from '../settings/period.ts';
import { EVENT_TABLES } from '../tables/events.ts';
import { DAMAGE, INPUTS, RECORDINGS } from '../tables/inputs.ts';
import type { Table } from '../tables/table.ts';
import type { Decoded, DecodeTask } from './decode-task.ts';
import { dropDuplicates } from './drop-duplicates.ts';
import type { InputFile } from './find-inputs.ts';
import { hashFile } from './hash-file.ts';
import { addCounts, beginLoading, inputRow, type Loading, recordingRows } from './loading.ts';
import { publishStoredOnce } from './store-duplicates.ts';
import { StoreFolder } from './store-folder.ts';
import { failureRow, storedDamage, storedInputRow, storedRecordings, tablesStored } from './store-read.ts';
import { TextNumbers } from './text-numbers.ts';
import { type FromStore, type StoreUse, useStore } from './use-store.ts';
import { type Job, runJobs } from './worker-pool.ts';

/** A decoding thread for each so many bytes: it takes as long to start as it takes to decode them cold. */
const BYTES_A_THREAD = 1 << 20;
/** Logs of together so many bytes are hashed while the decoding threads start: a thread for it took ten times as long to start as it worked. */
const MOST_BYTES_HASHED_HERE = 8 << 20;

/** Chunks of one task: 4 MiB, some 5,000 records. */
const CHUNKS_A_TASK = 64;

// The built files: Node 20 cannot start a worker from TypeScript.
const DECODE_WORKER = new URL('./decode-worker.js', import.meta.url);
const HASH_WORKER = new URL('./hash-worker.js', import.meta.url);

export interface LoadOptions {
  /** Labels of the run, in every row. */
  readonly organisation: string;
  readonly network: string;
  /** Decoding threads. */
  readonly threads: number;
  /** The span asked about. */
  readonly period: Period;
  /** Where weeks are kept; null: nowhere. */
  readonly store: StoreUse | null;
  readonly signal: AbortSignal;
  /** Told after every task: bytes decoded so far, and in all. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Reads logs into the event tables, beside them what a store keeps, and fills `inputs`, `recordings` and `damage`. A file that is no log, is empty or
 * cannot be read is a row of `inputs` with its problem; the others are still read. A record that two files hold is kept once.
 * Comes back with the period the run answers for, and what the user should know.
 */
export async function loadLogs(
  engine: DuckDbEngine,
  files: readonly InputFile[],
  options: LoadOptions,
): Promise<Pick<FromStore, 'period' | 'warnings'>> {
  if (options.store?.keeps === true && files.length > 0) new StoreFolder(options.store.folder).prepare();
  await createPackedTables(engine);
  const inputs = files.map((file, at) => beginLoading(file, at + 1));
  const loader = new Loader(engine, inputs, options);
  await runPools(options.signal, (signal) => [
    runJobs(loader.decodeJobs(), { script: DECODE_WORKER, threads: loader.threads(), signal }),
    loader.bytesInAll > MOST_BYTES_HASHED_HERE ? runJobs(loader.hashJobs(), { script: HASH_WORKER, threads: 1, signal }) : loader.hashHere(),
  ]);
  // Gone after its last chunk was decoded.
  for (const input of inputs) if (input.sha256 === null) input.problem ??= 'unreadable';
  await publishPackedTables(engine, options.organisation, options.network);
  const { store, period } = options;
  const kept =
    store === null
      ? { period, stored: [], failures: [], warnings: [] }
      : await useStore(engine, store, inputs, { ...options, damage: loader.damage });
  const duplicates = await dropDuplicates(engine);
  const held = await countStored(engine);
  const heldOfStore = await publishStoredOnce(engine, tablesStored(kept.stored), inputs.length > 0);
  await engine.insertRows(INPUTS, [
    ...inputs.map((input) => inputRow(input, held.get(input.input) ?? 0, duplicates.get(input.input) ?? 0)),
    ...kept.stored.map((stored) => storedInputRow(stored, heldOfStore.get(stored.input) ?? 0)),
    ...kept.failures.map((failure, at) => failureRow(inputs.length + kept.stored.length + at + 1, failure)),
  ]);
  await engine.insertRows(RECORDINGS, [...inputs.flatMap((input) => recordingRows(input, options)), ...kept.stored.flatMap(storedRecordings)]);
  await engine.insertRows(DAMAGE, [...loader.damage, ...kept.stored.flatMap(storedDamage)]);
  return { period: kept.period, warnings: kept.warnings };
}

/** Runs pools side by side; when one fails the others are stopped. */
async function runPools(signal: AbortSignal, start: (signal: AbortSignal) => readonly Promise<void>[]): Promise<void> {
  const failed = new AbortController();
  const pools = start(AbortSignal.any([signal, failed.signal]));
  try {
    await Promise.all(pools);
  } catch (error) {
    failed.abort(error);
    await Promise.allSettled(pools);
    throw error;
  }
}

class Loader {
  readonly damage: Row[] = [];
  readonly bytesInAll: number;
  private readonly engine: DuckDbEngine;
  private readonly inputs: readonly Loading[];
  private readonly options: LoadOptions;
  private readonly numbers = new TextNumbers();
  private bytesDone = 0;

  constructor(engine: DuckDbEngine, inputs: readonly Loading[], options: LoadOptions) {
    this.engine = engine;
    this.inputs = inputs;
    this.options = options;
    this.bytesInAll = inputs.reduce((sum, input) => sum + input.bytes, 0);
  }

  /** Threads that are worth starting. */
  threads(): number {
    const tasks = this.inputs.reduce((sum, input) => sum + Math.ceil(input.chunks / CHUNKS_A_TASK), 0);
    return Math.max(1, Math.min(this.options.threads, tasks, Math.ceil(this.bytesInAll / BYTES_A_THREAD)));
  }

  *decodeJobs(): Generator<Job<DecodeTask, Decoded>> {
    for (const input of this.inputs) {
      // An empty log has no chunk, but its header may be damaged.
      for (let firstChunk = 0; input.problem === null && (firstChunk === 0 || firstChunk < input.chunks); firstChunk += CHUNKS_A_TASK) {
        const chunks = Math.min(CHUNKS_A_TASK, input.chunks - firstChunk);
        yield {
          work: { path: input.path, firstChunk, chunks, fileBytes: input.bytes },
          done: (decoded, worker) => this.store(decoded, worker, input, chunks),
        };
      }
    }
  }

  /** One after another on a thread of their own: no row waits for a hash, and the decoding threads find read already what they read next. */
  *hashJobs(): Generator<Job<string, string | null>> {
    for (const input of this.inputs) {
      if (input.problem !== null) continue;
      yield {
        work: input.path,
        done: async (sha256) => {
          input.sha256 = sha256;
        },
      };
    }
  }

  async hashHere(): Promise<void> {
    for (const input of this.inputs) if (input.problem === null) input.sha256 = hashFile(input.path);
  }

  private async store(decoded: Decoded, worker: number, input: Loading, chunks: number): Promise<void> {
    const first = this.numbers.learn(worker, decoded.firstText, decoded.texts.length, decoded.numbersStartAnew);
    await appendPackedTexts(this.engine, first, decoded.texts);
    for (const [at, table] of EVENT_TABLES.entries()) {
      const rows = decoded.tables[at];
      if (rows !== undefined && rows.rows > 0) await appendPacked(this.engine, table, this.packed(table, rows, worker, input.input), rows.rows);
    }
    addCounts(input, decoded);
    for (const damage of decoded.damage) this.damage.push(damageRow(input.input, damage));
    this.bytesDone += chunks * CHUNK_SIZE;
    this.options.onProgress(Math.min(this.bytesDone, this.bytesInAll), this.bytesInAll);
  }

  /** The rows' columns as the engine takes them: texts renumbered, 64-bit columns as such, the number of the input filled in. */
  private packed(table: Table, rows: Rows, worker: number, input: number): IntegerColumn[] {
    return packedColumns(table).map((column) => {
      const words = rows.columns[table.columns.indexOf(column)] ?? new Int32Array(rows.rows);
      if (column.name === 'input') return words.fill(input);
      if (column.type === 'text') this.numbers.renumber(worker, words);
      const wide = column.type === 'bigint' || column.type === 'timestamp';
      return wide ? new BigInt64Array(words.buffer, words.byteOffset, rows.rows) : words;
    });
  }
}

/** Rows of each file, counted in the tables themselves so that the sums check what was kept and not what was meant to be. */
async function countStored(engine: DuckDbEngine): Promise<Map<number, number>> {
  const counts = EVENT_TABLES.map((table) => `select input, count(*) as records from packed_${table.name} group by input`);
  const { rows } = await engine.ask(`select input, sum(records) as records from (${counts.join(' union all ')}) group by input`);
  return new Map(rows.map((row) => [Number(row.input), Number(row.records)]));
}

function damageRow(input: number, { chunk, byteOffset, kind, detail, recordsLost }: Damage): Row {
  return { input, chunk, byte_offset: byteOffset, kind, detail, records_lost: recordsLost };
}
