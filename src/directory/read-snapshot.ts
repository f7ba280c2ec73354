import { readFileSync, statSync } from 'node:fs';
import type { z } from 'zod';
import { UserError } from '../settings/user-error.ts';
import { type DirectorySnapshot, directorySnapshotSchema } from './snapshot-schema.ts';

/** 100,000 accounts take about 50 MB; a file beyond this is no snapshot, and V8 cannot hold a string of 512 MB. */
export const MOST_SNAPSHOT_BYTES = 256 * 1024 * 1024;

/**
 * Reads and validates a snapshot file (UTF-8 or UTF-16 with a byte order mark, JSON).
 * UserError: not readable, too large, not JSON, or the first place in it that is not as the schema says.
 */
export function readSnapshotFile(path: string): DirectorySnapshot {
  const parsed = directorySnapshotSchema.safeParse(jsonOf(textOf(path), path));
  if (!parsed.success) throw invalid(path, parsed.error.issues);
  refuseRepeats(parsed.data, path);
  return parsed.data;
}

function textOf(path: string): string {
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > MOST_SNAPSHOT_BYTES) throw new UserError('snapshot-too-large', { file: path, megabytes: Math.round(size / 1024 / 1024) });
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('file-unreadable', { file: path, reason: error instanceof Error && 'code' in error ? String(error.code) : String(error) });
  }
  // Windows PowerShell's `>` writes UTF-16.
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UserError('snapshot-not-utf8', { file: path });
  }
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError('snapshot-not-json', { file: path, problem: error instanceof Error ? error.message : String(error) });
  }
}

function invalid(path: string, issues: readonly z.core.$ZodIssue[]): UserError {
  const [issue] = issues;
  if (issue === undefined) throw new Error('a snapshot was refused without an issue');
  const at = pathText(issue.path);
  const where = { file: path, at };
  if (issue.code === 'unrecognized_keys') return new UserError('snapshot-field-unknown', { ...where, keys: issue.keys.join(', ') });
  if (issue.code === 'invalid_value') return new UserError('snapshot-field-value', { ...where, allowed: issue.values.map(String).join(', ') });
  if (issue.code === 'invalid_format')
    return new UserError('snapshot-field-format', { ...where, format: issue.format === 'regex' ? 'SID' : 'ISO 8601' });
  if (issue.code === 'invalid_type' && / undefined$/.test(issue.message)) {
    return new UserError('snapshot-field-missing', { ...where, expected: issue.expected });
  }
  if (issue.code === 'invalid_type') return new UserError('snapshot-field-type', { ...where, expected: issue.expected });
  return new UserError('snapshot-field-empty', where);
}

/** `accounts[3].sid`; `.` is the document itself. */
function pathText(path: readonly PropertyKey[]): string {
  return (
    path
      .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
      .join('')
      .replace(/^\./, '') || '.'
  );
}

/** Two accounts with one SID or one name would each be joined to every event of that account, and every finding would come twice. */
export function refuseRepeats(snapshot: DirectorySnapshot, path: string): void {
  const sids = new Set<string>();
  for (const { sid } of [...snapshot.accounts, ...snapshot.computers, ...snapshot.groups]) {
    if (sids.has(sid)) throw new UserError('snapshot-sid-twice', { file: path, sid });
    sids.add(sid);
  }
  const names = new Set<string>();
  const ours = snapshot.accounts.filter((account) => account.kind !== 'foreign').map((account) => account.name);
  for (const name of [...ours, ...snapshot.computers.map((computer) => `${computer.name.replace(/\$$/, '')}$`)]) {
    if (names.has(name.toLowerCase())) throw new UserError('snapshot-name-twice', { file: path, name });
    names.add(name.toLowerCase());
  }
}
