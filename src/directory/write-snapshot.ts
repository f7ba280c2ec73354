import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../settings/user-error.ts';
import { MOST_SNAPSHOT_BYTES, refuseRepeats } from './read-snapshot.ts';
import { type DirectorySnapshot, directorySnapshotSchema } from './snapshot-schema.ts';

const OWNER_ONLY = 0o600;

/**
 * Writes a snapshot that `readSnapshotFile` reads back as it is, readable by its owner only: to a temporary file beside it, flushed to disk, then renamed,
 * so that there is the whole file or what was there before.
 * UserError: the folder is missing, the name is taken by something that is no file, the file cannot be written, or would be too large to be read.
 */
export function writeSnapshotFile(path: string, snapshot: DirectorySnapshot): void {
  refuseRepeats(directorySnapshotSchema.parse(snapshot), path);
  const text = `${JSON.stringify(snapshot, null, 1)}\n`;
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_SNAPSHOT_BYTES) throw new UserError('snapshot-too-large', { file: path, megabytes: Math.round(bytes / 1024 / 1024) });
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
  let isOpened = false;
  try {
    refuseOthers(path);
    // A leftover of a run that was killed would keep its own mode.
    rmSync(temporary, { force: true });
    const file = openSync(temporary, 'wx', OWNER_ONLY);
    isOpened = true;
    writeFlushed(file, text);
    renameSync(temporary, path);
  } catch (error) {
    if (isOpened) rmSync(temporary, { force: true });
    if (error instanceof UserError) throw error;
    throw new UserError('snapshot-not-writable', { path, reason: codeOf(error) ?? String(error) });
  }
}

function refuseOthers(path: string): void {
  const folder = statSync(dirname(path), { throwIfNoEntry: false });
  if (folder === undefined || !folder.isDirectory()) throw new UserError('snapshot-folder-missing', { path, folder: dirname(path) });
  const there = statSync(path, { throwIfNoEntry: false });
  if (there !== undefined && !there.isFile()) throw new UserError('snapshot-name-taken', { path });
}

function writeFlushed(file: number, text: string): void {
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null;
}
