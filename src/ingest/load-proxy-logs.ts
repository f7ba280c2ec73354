import { statSync } from 'node:fs';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { TextBatches } from '../engine/text-batches.ts';
import { UserError } from '../settings/user-error.ts';
import { type NoFormat, type ProxyFormat, proxyFormatOf } from '../sidelogs/proxy-format.ts';
import { emptyRequest } from '../sidelogs/proxy-request.ts';
import type { Warning } from '../sidelogs/terminals-csv.ts';
import { PROXY_INPUTS, PROXY_REQUESTS } from '../tables/proxy.ts';
import { isOfTheSystem } from './file-problem.ts';
import type { ProxyFile } from './find-inputs.ts';
import { ProxyBatch } from './proxy-batch.ts';
import { TextFile } from './text-blocks.ts';

/** A longer line is bad: Squid cuts an address at 8 KiB, and whoever asks for one decides how long it is. */
const MOST_LINE = 65_536;
/** Characters of a line that is no proxy log's, shown in the error. */
const SHOWN_CHARACTERS = 80;

export interface ProxyLoadOptions {
  /** Labels of the run, in every row. */
  readonly organisation: string;
  readonly network: string;
  readonly signal: AbortSignal;
  /** Told after every block: bytes read so far, and in all. */
  readonly onProgress: (done: number, total: number) => void;
}

/** A proxy log being read, and what was counted in it so far. */
interface ProxyLog {
  readonly file: ProxyFile;
  readonly input: number;
  readonly bytes: number;
  format: ProxyFormat | null;
  lines: number;
  requests: number;
  comments: number;
  badLines: number;
  firstBadLine: number | null;
  firstAt: number;
  lastAt: number;
}

/**
 * Reads proxy logs into `proxy_requests` and `proxy_inputs`, before `endFilling`. Lines that are not understood are counted and the rest is used; of
 * files with the same content one counts; a file of a folder that is no proxy's log is passed over. Comes back with what the user should know.
 *
 * @throws UserError when a file cannot be read, or none, or one that was named, is a proxy's log
 */
export async function loadProxyLogs(engine: DuckDbEngine, files: readonly ProxyFile[], options: ProxyLoadOptions): Promise<readonly Warning[]> {
  const table = await TextBatches.begin(engine, PROXY_REQUESTS, options);
  const loader = new ProxyLoader(table, files, options);
  // A batch is one row group, which one thread writes; a second one only waits for it, at a quarter of the processor time.
  await engine.onOneThread(async () => {
    try {
      await loader.load();
    } finally {
      await table.end();
    }
  });
  for (const row of loader.rows) if (row.same_as !== null) await engine.run(`delete from ${PROXY_REQUESTS.name} where input = ${Number(row.input)}`);
  await engine.insertRows(PROXY_INPUTS, loader.rows);
  return loader.warnings;
}

class ProxyLoader {
  readonly rows: Row[] = [];
  readonly warnings: Warning[] = [];
  private readonly table: TextBatches;
  private readonly logs: readonly ProxyLog[];
  private readonly options: ProxyLoadOptions;
  private readonly batch = new ProxyBatch();
  /** The first log of each content. */
  private readonly seen = new Map<string, ProxyLog>();

  constructor(table: TextBatches, files: readonly ProxyFile[], options: ProxyLoadOptions) {
    this.table = table;
    this.logs = files.map((file, at) => beginLog(file, at + 1));
    this.options = options;
  }

  async load(): Promise<void> {
    const bytesInAll = this.logs.reduce((sum, log) => sum + log.bytes, 0);
    const passedOver: UserError[] = [];
    let bytesDone = 0;
    for (const log of this.logs) {
      const text = new TextFile(log.file.path);
      try {
        await this.read(log, text, () => this.options.onProgress(bytesDone + text.bytesRead, bytesInAll));
        this.endLog(log, text);
      } catch (error) {
        if (isOfTheSystem(error)) throw unreadable(log.file, error);
        if (!(error instanceof UserError) || log.file.named) throw error;
        passedOver.push(error);
        this.warnings.push({ code: 'proxy-file-passed-over', details: { file: log.file.path } });
      }
      bytesDone += log.bytes;
    }
    const [first] = passedOver;
    if (first !== undefined && this.rows.length === 0) throw first;
    await this.store();
  }

  private async read(log: ProxyLog, text: TextFile, onBlock: () => void): Promise<void> {
    for await (const block of text.blocks()) {
      this.options.signal.throwIfAborted();
      log.format ??= formatOf(block, log);
      for (let at = 0; at <= block.length; ) {
        at = addLines(block, at, log, this.batch);
        if (this.batch.isFull()) await this.store();
      }
      onBlock();
    }
  }

  private endLog(log: ProxyLog, text: TextFile): void {
    const { organisation, network } = this.options;
    const sha256 = text.sha256();
    const same = this.seen.get(sha256) ?? null;
    if (same === null) this.seen.set(sha256, log);
    this.rows.push({ organisation, network, ...rowOf(log), sha256, same_as: same?.input ?? null, cut_short: text.cutShort });
    this.warnings.push(...warningsOf(log, same, text.cutShort));
  }

  private async store(): Promise<void> {
    if (this.batch.rows === 0) return;
    await this.table.add(this.batch.columns(), this.batch.rows, this.batch.texts);
    this.batch.clear();
  }
}

function beginLog(file: ProxyFile, input: number): ProxyLog {
  try {
    const { size } = statSync(file.path);
    const counts = { lines: 0, requests: 0, comments: 0, badLines: 0, firstBadLine: null, firstAt: Number.POSITIVE_INFINITY, lastAt: 0 };
    return { file, input, bytes: size, format: null, ...counts };
  } catch (error) {
    throw unreadable(file, error);
  }
}

function formatOf(block: string, log: ProxyLog): ProxyFormat | null {
  const lines = block
    .slice(0, 1 << 20)
    .split('\n')
    .map((line) => cleanLine(line));
  const format = proxyFormatOf(lines);
  if (format === null || 'read' in format) return format;
  throw noFormat(format, log);
}

function noFormat({ line, text, missing }: NoFormat, { file, lines }: ProxyLog): UserError {
  const details = { file: file.path, line: lines + line };
  if (missing.length > 0) return new UserError('proxy-fields-missing', { ...details, fields: missing.join(', ') });
  return new UserError('proxy-format-unknown', { ...details, text: text.slice(0, SHOWN_CHARACTERS) });
}

const request = emptyRequest();

/** Adds the lines of a block from `from` on, until the batch is full; where the next call goes on. */
function addLines(block: string, from: number, log: ProxyLog, batch: ProxyBatch): number {
  const read = log.format?.read;
  let at = from;
  while (at <= block.length && !batch.isFull()) {
    const feed = block.indexOf('\n', at);
    const end = feed < 0 ? block.length : feed;
    const line = cleanLine(block.slice(at, end));
    at = end + 1;
    log.lines++;
    const kind = line.length > MOST_LINE ? 'bad' : (read?.(line, request) ?? 'comment');
    if (kind === 'comment') log.comments++;
    else if (kind === 'bad') {
      log.badLines++;
      log.firstBadLine ??= log.lines;
    } else {
      log.requests++;
      if (request.occurredAt < log.firstAt) log.firstAt = request.occurredAt;
      if (request.occurredAt > log.lastAt) log.lastAt = request.occurredAt;
      batch.add(request, log.input, log.lines);
    }
  }
  return at;
}

/** Without a carriage return at its end; IIS fills the room after the last line with zeros. */
function cleanLine(line: string): string {
  const plain = line.charCodeAt(0) === 0 ? line.replace(/^\0+/, '') : line;
  return plain.charCodeAt(plain.length - 1) === 0x0d ? plain.slice(0, -1) : plain;
}

function rowOf(log: ProxyLog): Row {
  return {
    input: log.input,
    file: log.file.name,
    path: log.file.path,
    bytes: log.bytes,
    format: log.format?.name ?? null,
    lines: log.lines,
    requests: log.requests,
    comments: log.comments,
    bad_lines: log.badLines,
    first_bad_line: log.firstBadLine,
    first_at: log.requests > 0 ? new Date(log.firstAt) : null,
    last_at: log.requests > 0 ? new Date(log.lastAt) : null,
  };
}

function warningsOf(log: ProxyLog, same: ProxyLog | null, cutShort: boolean): readonly Warning[] {
  const file = log.file.path;
  if (same !== null && log.requests > 0) return [{ code: 'proxy-same-content', details: { file, other: same.file.path } }];
  const warnings: Warning[] = [];
  if (log.badLines > 0) {
    warnings.push({ code: 'proxy-bad-lines', details: { file, line: log.firstBadLine ?? 0, count: log.badLines, requests: log.requests } });
  }
  if (cutShort) warnings.push({ code: 'proxy-cut-short', details: { file, line: log.lines } });
  if (log.requests === 0) warnings.push({ code: 'proxy-no-requests', details: { file } });
  return warnings;
}

function unreadable(file: ProxyFile, error: unknown): UserError {
  return new UserError('file-unreadable', {
    file: file.path,
    reason: error instanceof Error && 'code' in error ? String(error.code) : String(error),
  });
}
