import type { Row } from '../engine/engine.ts';
import { closeLog } from '../evtx/log-file.ts';
import { addHole, type Decoded, type Holes, type Span } from './decode-task.ts';
import { type FileProblem, tryOpenLog } from './file-problem.ts';
import type { InputFile } from './find-inputs.ts';

/** A file being loaded, and what was counted in it so far. */
export interface Loading extends InputFile {
  readonly input: number;
  readonly bytes: number;
  readonly chunks: number;
  /** Why it was not read, or not to its end. */
  problem: FileProblem | null;
  sha256: string | null;
  records: number;
  outOfScope: number;
  damaged: number;
  readonly spans: Map<string, Span>;
  /** Rows of each table, in the order of EVENT_TABLES, duplicates included. */
  readonly rows: number[];
}

/** Begins with a file: whether it can be read at all, before any thread starts. */
export function beginLoading(file: InputFile, input: number): Loading {
  const start = { ...file, input, sha256: null, records: 0, outOfScope: 0, damaged: 0, spans: new Map<string, Span>(), rows: [] };
  const log = tryOpenLog(file.path);
  if (typeof log === 'string') return { ...start, bytes: 0, chunks: 0, problem: log };
  try {
    return { ...start, bytes: log.bytes, chunks: log.chunks, problem: null };
  } finally {
    closeLog(log);
  }
}

/** Adds what a task counted. */
export function addCounts(input: Loading, { counts, spans, problem, tables }: Decoded): void {
  input.records += counts.records;
  input.outOfScope += counts.outOfScope;
  input.damaged += counts.damaged;
  input.problem ??= problem;
  for (const span of spans) joinSpan(input.spans, span);
  for (const [at, { rows }] of tables.entries()) input.rows[at] = (input.rows[at] ?? 0) + rows;
}

/** The row of `inputs`. */
export function inputRow(input: Loading, stored: number, duplicates: number): Row {
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
    spans.set(found.recordedBy, { ...found, holes: { ...found.holes }, edges: [...found.edges] });
    return;
  }
  span.records += found.records;
  span.firstRecordId = Math.min(span.firstRecordId, found.firstRecordId);
  span.lastRecordId = Math.max(span.lastRecordId, found.lastRecordId);
  span.firstAt = Math.min(span.firstAt, found.firstAt);
  span.lastAt = Math.max(span.lastAt, found.lastAt);
  span.edges.push(...found.edges);
  span.holes.count += found.holes.count;
  span.holes.fromAt = Math.min(span.holes.fromAt, found.holes.fromAt);
  span.holes.untilAt = Math.max(span.holes.untilAt, found.holes.untilAt);
  if (found.clockBack > span.clockBack) {
    span.clockBack = found.clockBack;
    span.clockBackAt = found.clockBackAt;
  }
}

/** The rows of `recordings`. */
export function recordingRows(input: Loading, { organisation, network }: { readonly organisation: string; readonly network: string }): Row[] {
  return [...input.spans.values()].map((span) => ({
    ...holesRow(holesOf(span)),
    organisation,
    network,
    input: input.input,
    recorded_by: span.recordedBy,
    records: span.records,
    first_record_id: span.firstRecordId,
    last_record_id: span.lastRecordId,
    first_at: new Date(span.firstAt / 1000),
    last_at: new Date(span.lastAt / 1000),
    clock_back_at: span.clockBack === 0 ? null : new Date(span.clockBackAt / 1000),
    clock_back_seconds: span.clockBack === 0 ? null : Math.floor(span.clockBack / 1_000_000),
  }));
}

/** The holes inside the tasks, and those between one task and the next. Tasks end in any order, and the ring of a live log begins in the middle of the file. */
function holesOf({ holes, edges }: Span): Holes {
  const all = { ...holes };
  let last = { id: Number.POSITIVE_INFINITY, at: 0 };
  for (const { firstId, firstAt, lastId, lastAt } of [...edges].sort((one, other) => one.firstId - other.firstId)) {
    if (firstId > last.id + 1) addHole(all, last.at, firstAt);
    if (last.id === Number.POSITIVE_INFINITY || lastId > last.id) last = { id: lastId, at: lastAt };
  }
  return all;
}

function holesRow({ count, fromAt, untilAt }: Holes): Row {
  return {
    id_holes: count,
    holes_from_at: count === 0 ? null : new Date(fromAt / 1000),
    holes_until_at: count === 0 ? null : new Date(untilAt / 1000),
  };
}
