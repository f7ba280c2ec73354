import { RecordRows, SELECTION } from '../events/record-rows.ts';
import type { Rows } from '../events/row-buffer.ts';
import { CHUNK_SIZE } from '../evtx/chunk.ts';
import type { Damage } from '../evtx/damage.ts';
import { InternedTexts } from '../evtx/interned-texts.ts';
import { chunkOffset, closeLog, type LogFile, readChunks } from '../evtx/log-file.ts';
import type { RecordView } from '../evtx/record-view.ts';
import { type RecordSink, SelectiveReader } from '../evtx/selective-reader.ts';
import { type FileProblem, orUnreadable, tryOpenLog } from './file-problem.ts';

/** A run of chunks of one file: the unit of work of a thread. */
export interface DecodeTask {
  readonly path: string;
  readonly firstChunk: number;
  readonly chunks: number;
  /** Size of the file when the run began. */
  readonly fileBytes: number;
}

/** What one machine's records in a task span. */
export interface Span {
  readonly recordedBy: string;
  records: number;
  firstRecordId: number;
  lastRecordId: number;
  /** Microseconds since 1970. */
  firstAt: number;
  lastAt: number;
  /** The largest step back in time from one record to the next, in microseconds; 0: there is none. And the time of the record after it. */
  clockBack: number;
  clockBackAt: number;
  /** The record before, in its order. */
  previousId: number;
  previousAt: number;
  /** Places at which record ids are missing, one after another by id. */
  readonly holes: Holes;
  /** First and last id of each task that was joined, with their times: between them ids may be missing as well. */
  readonly edges: Edge[];
}

/** Where record ids jump. */
export interface Holes {
  count: number;
  /** Time of the record before the first of them and after the last, in microseconds since 1970; Infinity, -Infinity: there is none. */
  fromAt: number;
  untilAt: number;
}

/** Where one run of records begins and ends. */
export interface Edge {
  readonly firstId: number;
  readonly firstAt: number;
  readonly lastId: number;
  readonly lastAt: number;
}

/** Notes that ids are missing between two records. */
export function addHole(holes: Holes, fromAt: number, untilAt: number): void {
  holes.count++;
  holes.fromAt = Math.min(holes.fromAt, fromAt);
  holes.untilAt = Math.max(holes.untilAt, untilAt);
}

/** What a task found. Texts in rows are numbers of the worker that made them. */
export interface Decoded {
  /** Rows per table, in the order of EVENT_TABLES. */
  readonly tables: readonly Rows[];
  /** Texts the worker numbered since its last result; `first` is the number of the first of them. */
  readonly texts: readonly string[];
  readonly firstText: number;
  /** The worker's numbers started anew before this task. */
  readonly numbersStartAnew: boolean;
  readonly counts: { readonly records: number; readonly outOfScope: number; readonly damaged: number };
  readonly damage: readonly Damage[];
  readonly spans: readonly Span[];
  /** Why the chunks could not be read, or not all of them, although the file could be opened when the run began; null: they were. */
  readonly problem: FileProblem | null;
}

/** Decodes tasks one after another with everything learnt so far kept: plans of templates, numbers of texts, normal forms. */
export class Decoder implements RecordSink {
  private readonly texts = new InternedTexts();
  private readonly reader = new SelectiveReader(SELECTION, this.texts);
  private readonly rows = new RecordRows(this.texts);
  private buffer = new Uint8Array(0);
  private spans = new Map<number, Span>();

  decode(task: DecodeTask): Decoded {
    const numbersStartAnew = this.texts.isFull();
    if (numbersStartAnew) this.texts.startAfresh();
    this.spans = new Map();
    const { counts } = this.reader;
    const before = { ...counts };
    const { damage, problem } = this.decodeChunks(task);
    const { first, texts } = this.texts.takeNew();
    return {
      tables: this.rows.take(),
      texts,
      firstText: first,
      numbersStartAnew,
      counts: {
        records: counts.records - before.records,
        outOfScope: counts.outOfScope - before.outOfScope,
        damaged: counts.damaged - before.damaged,
      },
      damage,
      spans: [...this.spans.values()].map(withLastEdge),
      problem,
    };
  }

  seen(view: RecordView): void {
    const { recordId, occurredAt, computer } = view;
    const span = this.spans.get(computer);
    if (span === undefined) {
      const recordedBy = this.texts.textOf(computer);
      this.spans.set(computer, {
        ...{ recordedBy, records: 1, firstRecordId: recordId, lastRecordId: recordId, firstAt: occurredAt, lastAt: occurredAt },
        ...{ clockBack: 0, clockBackAt: occurredAt, previousId: recordId, previousAt: occurredAt },
        holes: { count: 0, fromAt: Infinity, untilAt: -Infinity },
        edges: [{ firstId: recordId, firstAt: occurredAt, lastId: recordId, lastAt: occurredAt }],
      });
      return;
    }
    span.records++;
    if (recordId > span.previousId + 1) addHole(span.holes, span.previousAt, occurredAt);
    if (recordId < span.firstRecordId) span.firstRecordId = recordId;
    if (recordId > span.lastRecordId) span.lastRecordId = recordId;
    if (occurredAt < span.firstAt) span.firstAt = occurredAt;
    if (occurredAt > span.lastAt) span.lastAt = occurredAt;
    if (span.previousAt - occurredAt > span.clockBack && recordId > span.previousId) {
      span.clockBack = span.previousAt - occurredAt;
      span.clockBackAt = occurredAt;
    }
    span.previousId = recordId;
    span.previousAt = occurredAt;
  }

  take(view: RecordView): void {
    this.rows.add(view);
  }

  private decodeChunks(task: DecodeTask): Reading {
    const log = tryOpenLog(task.path);
    if (typeof log === 'string') return { damage: [], problem: log };
    try {
      return this.decodeOpen(log, task);
    } finally {
      closeLog(log);
    }
  }

  private decodeOpen(log: LogFile, task: DecodeTask): Reading {
    if (this.buffer.length < task.chunks * CHUNK_SIZE) this.buffer = new Uint8Array(task.chunks * CHUNK_SIZE);
    const length = orUnreadable(() => readChunks(log, task.firstChunk, task.chunks, this.buffer));
    if (length === 'unreadable') return { damage: [], problem: length };
    const damage: Damage[] = task.firstChunk === 0 ? [...log.damage] : [];
    for (let at = 0; at < length; at += CHUNK_SIZE) {
      const chunk = task.firstChunk + at / CHUNK_SIZE;
      const bytes = this.buffer.subarray(at, Math.min(at + CHUNK_SIZE, length));
      for (const one of this.reader.readChunk(bytes, chunk, chunkOffset(chunk), this)) damage.push(one);
    }
    // Somebody cut the file while it was read: what was there when the run began is not all there now.
    const expected = Math.min(task.chunks * CHUNK_SIZE, task.fileBytes - chunkOffset(task.firstChunk));
    return { damage, problem: length < expected ? 'unreadable' : null };
  }
}

interface Reading {
  readonly damage: readonly Damage[];
  readonly problem: FileProblem | null;
}

function withLastEdge(span: Span): Span {
  return { ...span, edges: span.edges.map((edge) => ({ ...edge, lastId: span.previousId, lastAt: span.previousAt })) };
}
