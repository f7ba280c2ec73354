import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UserError } from '../settings/user-error.ts';

/** One SQL file with the keys of its header. */
export interface SqlFile {
  /** File name without `.sql`. */
  readonly name: string;
  readonly path: string;
  readonly header: ReadonlyMap<string, string>;
  readonly sql: string;
}

const KEY_LINE = /^--\s*([a-z_]+(?:\.[a-z]+)?):\s*(.*)$/;

/** Reads the SQL files of a folder in order of name. UserError: no such folder, no SQL file in it, or a header that lacks one of `keys` or has one beside them and `optional`. */
export async function readSqlFiles(folder: string, keys: readonly string[], optional: readonly string[] = []): Promise<readonly SqlFile[]> {
  const names = namesIn(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  if (names.length === 0) throw new UserError('rules-folder-empty', { folder });
  // One after another: eighty small files at once through promises took ten times the processor time.
  return names.map((name) => readSqlFile(join(folder, name), keys, optional));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw new UserError('rules-folder-unreadable', { folder, reason: cause instanceof Error ? cause.message : String(cause) });
  }
}

function readSqlFile(path: string, keys: readonly string[], optional: readonly string[]): SqlFile {
  const sql = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  const header = new Map<string, string>();
  for (const line of sql.split(/\r?\n/)) {
    if (!line.startsWith('--')) break;
    const [, key, value] = KEY_LINE.exec(line) ?? [];
    // A comment line without a key may stand in the header.
    if (key === undefined || value === undefined) continue;
    const allowed = [...keys, ...optional];
    if (!allowed.includes(key)) throw new UserError('rule-key-unknown', { file: path, key, allowed: allowed.join(', ') });
    if (header.has(key)) throw new UserError('rule-key-twice', { file: path, key });
    if (value.trim() !== '') header.set(key, value.trim());
  }
  const missing = keys.find((key) => !header.has(key));
  if (missing !== undefined) throw new UserError('rule-key-missing', { file: path, key: missing });
  return { name: basename(path, '.sql'), path, header, sql };
}

/** The names of a comma-separated key; `-` means none. */
export function namesOf(file: SqlFile, key: string): readonly string[] {
  const names = (file.header.get(key) ?? '').split(',').map((name) => name.trim());
  return names.filter((name) => name !== '' && name !== '-');
}
