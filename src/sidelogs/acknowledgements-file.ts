import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../settings/user-error.ts';
import { decodeText } from './decode-text.ts';
import { acquireLock } from './file-lock.ts';
import { codeOf } from './system-error.ts';

/** 10,000 acknowledgements take about 4 MB. */
const MOST_BYTES = 16 * 1024 * 1024;

/** A text file and its hash. */
export interface HashedText {
  /** Without its folder. */
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

/** Reads a CSV of ours as Excel may have saved it. Null: there is no such file. UserError: not readable, too large, or not text. */
export function readText(path: string, mostBytes = MOST_BYTES): HashedText | null {
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > mostBytes) throw new UserError('ack-too-large', { file: path, megabytes: Math.ceil(size / 1024 / 1024) });
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = codeOf(error);
    if (code === 'ENOENT') return null;
    throw new UserError('file-unreadable', { file: path, reason: code });
  }
  const text = decodeText(bytes);
  if (text === null || text.includes('\0')) throw new UserError('ack-not-text', { file: path });
  return { name: basename(path), text, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * Changes a file as one step: nobody sees half of it, and what another run adds at the same time is not lost, because only one at a time may change it.
 * UserError: it cannot be written (Excel has it open, or no permission), or another run does not come to its end.
 *
 * @param change the new text, of the text that is there (null: no file)
 */
export async function changeFile(path: string, change: (text: string | null) => string): Promise<void> {
  const lock = `${path}.lock`;
  const problem = await acquireLock(lock);
  if (problem === 'held') throw new UserError('ack-locked', { path, lock });
  if (problem !== null) throw new UserError('ack-not-writable', { path, reason: problem.code });
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
  try {
    const text = change(readText(path)?.text ?? null);
    try {
      writeFlushed(temporary, text);
      renameSync(temporary, path);
    } catch (error) {
      throw new UserError('ack-not-writable', { path, reason: codeOf(error) });
    }
  } finally {
    rmSync(temporary, { force: true });
    rmSync(lock, { force: true });
  }
}

function writeFlushed(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
