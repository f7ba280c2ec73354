import type { Damage } from '../evtx/damage.ts';
import { closeLog, type LogFile, openLog } from '../evtx/log-file.ts';
import { readRecords } from '../evtx/read-records.ts';
import { findInputs, type InputFile } from '../ingest/find-inputs.ts';
import { damageText, unreadText } from '../report/damage-text.ts';
import { csvHead, recordLine } from '../report/records.ts';
import { PROGRESS } from '../report/words/progress.ts';
import type { RecordsOptions } from '../settings/options.ts';
import { UserError } from '../settings/user-error.ts';
import type { Console, ExitCode } from './console.ts';
import { evidenceKeysOf, type RecordFilter, recordFilter } from './record-filter.ts';

/** Text is handed on in pieces of about this many characters. */
const PIECE = 1 << 16;

/** The records themselves, every field under Windows' own names, file after file in the order of record ids. */
export async function records(options: RecordsOptions, console: Console): Promise<ExitCode> {
  const files = findInputs(options.logs);
  const keys = evidenceKeysOf(options.evidence);
  const filter = recordFilter(options, keys);
  const found = new Set<string>();
  const names = options.format === 'csv' ? fieldNames(files, filter) : [];
  const output = new Output(console);
  await output.add(options.format === 'csv' ? csvHead(names) : options.format === 'xml' ? '<Events>\n' : '');
  let unread = 0;
  for (const file of files) {
    const log = openOrTell(file, console);
    if (log === null) {
      unread++;
      continue;
    }
    try {
      for (const decoded of readRecords(log, (damage) => console.tell(damageText(damageLine(file, damage), console.language)))) {
        const key = filter.wants(file, decoded.record);
        if (key === null) continue;
        found.add(key);
        await output.add(recordLine(file.name, decoded, options.format, names));
      }
    } finally {
      closeLog(log);
    }
  }
  await output.add(options.format === 'xml' ? '</Events>\n' : '');
  await output.end();
  if (found.size === 0 && keys.length === 0) console.tell(PROGRESS.noRecord[console.language]);
  const missing = keys.filter((key) => !found.has(key.text));
  if (missing.length > 0) throw new UserError('evidence-not-found', { keys: missing.map((key) => key.text).join('; ') });
  return unread > 0 ? 2 : 0;
}

/** Every field name of the wanted records, in the order they are first met: a CSV needs them before its first line. */
function fieldNames(files: readonly InputFile[], filter: RecordFilter): readonly string[] {
  const names = new Set<string>();
  for (const file of files) {
    const log = openReadable(file);
    if (log === null || typeof log === 'string') continue;
    try {
      for (const { record } of readRecords(log, () => {})) {
        if (filter.wants(file, record) !== null) for (const name of Object.keys(record.data)) names.add(name);
      }
    } finally {
      closeLog(log);
    }
  }
  return [...names];
}

function openOrTell(file: InputFile, console: Console): LogFile | null {
  const log = openReadable(file);
  if (log !== null && typeof log !== 'string') return log;
  console.tell(unreadText({ path: file.path, problem: log ?? 'unreadable' }, console.language));
  return null;
}

/** The log; why it is none; null when the system does not let it be opened. */
function openReadable(file: InputFile): LogFile | 'empty' | 'not-evtx' | null {
  try {
    return openLog(file.path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

function damageLine(file: InputFile, damage: Damage) {
  return { file: file.name, ...damage };
}

/** Standard output in pieces, so that a record costs no system call. */
class Output {
  readonly #console: Console;
  #piece = '';

  constructor(console: Console) {
    this.#console = console;
  }

  async add(text: string): Promise<void> {
    this.#piece += text;
    if (this.#piece.length >= PIECE) await this.end();
  }

  async end(): Promise<void> {
    const piece = this.#piece;
    this.#piece = '';
    this.#console.signal.throwIfAborted();
    if (piece !== '') await this.#console.print(piece);
  }
}
