import type { DuckDbEngine, IntegerColumn } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { appendPacked, appendPackedTexts, createPackedTables, packedColumns, publishPackedTables } from '../engine/packed-events.ts';
import type { Rows } from '../events/row-buffer.ts';
import { closeLog, openLog } from '../evtx/log-file.ts';
import { EVENT_TABLES } from '../tables/events.ts';
import { DAMAGE, INPUTS, RECORDINGS } from '../tables/inputs.ts';
import type { Table } from '../tables/table.ts';
import type { Decoded, Span } from './decode-task.ts';
import { dropDuplicates } from './drop-duplicates.ts';
import type { InputFile } from './find-inputs.ts';
import { TextNumbers } from './text-numbers.ts';
import { type Job, runJobs } from './worker-pool.ts';

/** Chunks of one task: 4 MiB, some 5,000 records. */
const CHUNKS_A_TASK = 64;

export interface LoadOptions {
  /** Labels of the run, in every row. */
  readonly organisation: string;
  readonly network: string;
  /** Decoding threads. */
  readonly threads: number;
  readonly signal: AbortSignal;
  /** Told after every task: bytes decoded so far, and in all. */
  readonly onProgress: (done: number, total: number) => void;
}

/** A file being loaded, and what was counted in it so far. */
interface Loading extends InputFile {
  readonly input: number;
  readonly bytes: number;
  readonly chunks: number;
  readonly problem: string | null;
  sha256: string | null;
  records: number;
  outOfScope: number;
  damaged: number;
  readonly spans: Map<string, Span>;
}

/**
 * Reads logs into the event tables and fills `inputs`, `recordings` and `damage`. A file that is no log, is empty or cannot be read is a row of
 * `inputs` with its problem; the others are still read. A record that two files hold is kept once.
 */
export async function loadLogs(engine: DuckDbEngine, files: readonly InputFile[], options: LoadOptions): Promise<void> {
  await createPackedTables(engine);
  const inputs = files.map((file, at) => probe(file, at + 1));
  const loader = new Loader(engine, inputs, options);
  await runJobs(loader.jobs(), Math.max(1, Math.min(options.threads, loader.tasks())), options.signal);
  await publishPackedTables(engine, options.organisation, options.network);
  const duplicates = await dropDuplicates(engine);
  const stored = await countStored(engine);
  await engine.insertRows(
    INPUTS,
    inputs.map((input) => inputRow(input, stored.get(input.input) ?? 0, duplicates.get(input.input) ?? 0)),
  );
  await engine.insertRows(
    RECORDINGS,
    inputs.flatMap((input) => recordingRows(input, options)),
  );
  await engine.insertRows(DAMAGE, loader.damage);
}

/** Whether a file can be read at all, before any thread starts. */
function probe(file: InputFile, input: number): Loading {
  const start = { ...file, input, sha256: null, records: 0, outOfScope: 0, damaged: 0, spans: new Map<string, Span>() };
  try {
    const log = openLog(file.path);
    if (typeof log === 'string') return { ...start, bytes: 0, chunks: 0, problem: log };
    try {
      return { ...start, bytes: log.bytes, chunks: log.chunks, problem: null };
    } finally {
      closeLog(log);
    }
  } catch (error) {
    // What the system says (no permission, a folder, a broken disk) matters less than that this file was not read and the others are.
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { ...start, bytes: 0, chunks: 0, problem: 'unreadable' };
  }
}

class Loader {
  readonly damage: Row[] = [];
  private readonly engine: DuckDbEngine;
  private readonly inputs: readonly Loading[];
  private readonly options: LoadOptions;
  private readonly numbers = new TextNumbers();
  private bytesDone = 0;
  private readonly bytesInAll: number;

  constructor(engine: DuckDbEngine, inputs: readonly Loading[], options: LoadOptions) {
    this.engine = engine;
    this.inputs = inputs;
    this.options = options;
    this.bytesInAll = inputs.reduce((sum, input) => sum + input.bytes, 0);
  }

  tasks(): number {
    return this.inputs.reduce((sum, input) => sum + Math.ceil(input.chunks / CHUNKS_A_TASK), 0);
  }

  *jobs(): Generator<Job> {
    for (const input of this.inputs) {
      if (input.problem !== null) continue;
      yield {
        work: { kind: 'hash', path: input.path },
        done: async (result) => {
          input.sha256 = String(result);
        },
      };
      for (let firstChunk = 0; firstChunk === 0 || firstChunk < input.chunks; firstChunk += CHUNKS_A_TASK) {
        const chunks = Math.min(CHUNKS_A_TASK, input.chunks - firstChunk);
        yield {
          work: { kind: 'decode', task: { path: input.path, firstChunk, chunks } },
          done: (result, worker) => this.store(result as Decoded, worker, input, chunks),
        };
      }
    }
  }

  private async store(decoded: Decoded, worker: number, input: Loading, chunks: number): Promise<void> {
    const first = this.numbers.learn(worker, decoded.firstText, decoded.texts.length, decoded.numbersStartAnew);
    await appendPackedTexts(this.engine, first, decoded.texts);
    for (const [at, table] of EVENT_TABLES.entries()) {
      const rows = decoded.tables[at];
      if (rows !== undefined && rows.rows > 0) await appendPacked(this.engine, table, this.packed(table, rows, worker, input.input), rows.rows);
    }
    input.records += decoded.counts.records;
    input.outOfScope += decoded.counts.outOfScope;
    input.damaged += decoded.counts.damaged;
    for (const span of decoded.spans) joinSpan(input.spans, span);
    for (const one of decoded.damage) {
      this.damage.push({
        input: input.input,
        chunk: one.chunk,
        byte_offset: one.byteOffset,
        kind: one.kind,
        detail: one.detail,
        records_lost: one.recordsLost,
      });
    }
    this.bytesDone += chunks * 65_536;
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

function inputRow(input: Loading, stored: number, duplicates: number): Row {
  return {
    input: input.input,
    file: input.name,
    path: input.path,
    bytes: input.bytes,
    sha256: input.sha256,
    readable: input.problem === null,
    problem: input.problem,
    records: input.records,
    stored,
    duplicates,
    out_of_scope: input.outOfScope,
    damaged: input.damaged,
  };
}

function joinSpan(spans: Map<string, Span>, found: Span): void {
  const span = spans.get(found.recordedBy);
  if (span === undefined) {
    spans.set(found.recordedBy, { ...found });
    return;
  }
  span.records += found.records;
  span.firstRecordId = Math.min(span.firstRecordId, found.firstRecordId);
  span.lastRecordId = Math.max(span.lastRecordId, found.lastRecordId);
  span.firstAt = Math.min(span.firstAt, found.firstAt);
  span.lastAt = Math.max(span.lastAt, found.lastAt);
}

function recordingRows(input: Loading, options: LoadOptions): Row[] {
  return [...input.spans.values()].map((span) => ({
    organisation: options.organisation,
    network: options.network,
    input: input.input,
    recorded_by: span.recordedBy,
    records: span.records,
    first_record_id: span.firstRecordId,
    last_record_id: span.lastRecordId,
    first_at: new Date(span.firstAt / 1000),
    last_at: new Date(span.lastAt / 1000),
  }));
}
