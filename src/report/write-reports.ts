import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../settings/user-error.ts';

/** One report as a file. */
export interface ReportFile {
  /** Name inside the folder, e.g. `checklist.csv`. */
  readonly name: string;
  readonly text: string;
}

/**
 * Writes all reports into the folder, or none: to temporary names first, flushed to disk, then renamed; files of an earlier run come back if one
 * rename fails (a CSV that Excel has open on Windows). Synchronous, so that a handler of Ctrl-C cannot run in between.
 * UserError: the folder is a file, a name is taken by a folder, or writing fails.
 */
export function writeReports(folder: string, files: readonly ReportFile[]): void {
  makeFolder(folder);
  const steps = files.map(({ name, text }) => ({
    text,
    target: join(folder, name),
    temporary: join(folder, `.${name}.${process.pid}.new`),
    former: join(folder, `.${name}.${process.pid}.former`),
  }));
  for (const { target } of steps) refuseFolder(target);
  const undo: (() => void)[] = [];
  let at = folder;
  try {
    for (const { temporary, target, text } of steps) {
      at = target;
      undo.push(() => rmSync(temporary, { force: true }));
      writeFlushed(temporary, text);
    }
    for (const { temporary, target, former } of steps) {
      at = target;
      if (exists(target)) {
        renameSync(target, former);
        undo.push(() => renameSync(former, target));
      }
      renameSync(temporary, target);
      undo.push(() => rmSync(target));
    }
  } catch (error) {
    for (const step of undo.toReversed()) step();
    throw notWritable(at, error);
  }
  for (const { former } of steps) rmSync(former, { force: true });
}

/** Writes a file that must not be there yet. UserError: it is, or writing fails. */
export function writeNewFile(folder: string, { name, text }: ReportFile): void {
  refuseExisting(folder, name);
  const path = join(folder, name);
  try {
    // Whatever came there meanwhile stays as it is.
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? new UserError('out-exists', { path }) : notWritable(path, error);
  }
}

/** Makes the folder. UserError: the name is taken in it, or nothing can be written there. */
export function refuseExisting(folder: string, name: string): void {
  prepareFolder(folder);
  if (exists(join(folder, name))) throw new UserError('out-exists', { path: join(folder, name) });
}

/** Makes the folder and makes sure that files can be written there, so that a long run does not fail at its end. UserError as `writeReports`. */
export function prepareFolder(folder: string): void {
  makeFolder(folder);
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw notWritable(folder, error);
  }
}

function makeFolder(folder: string): void {
  try {
    makeParentsAnd(folder);
  } catch (error) {
    const code = codeOf(error);
    throw code === 'EEXIST' || code === 'ENOTDIR' ? new UserError('out-is-a-file', { path: folder }) : notWritable(folder, error);
  }
  if (!statSync(folder).isDirectory()) throw new UserError('out-is-a-file', { path: folder });
}

/** One folder after another: Node 20's own recursive way does not come back where a parent refuses children (/proc). */
function makeParentsAnd(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found !== undefined) return;
  const parent = dirname(resolve(folder));
  if (parent !== resolve(folder)) makeParentsAnd(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run may have made it meanwhile.
    if (codeOf(error) !== 'EEXIST' || !statSync(folder).isDirectory()) throw error;
  }
}

function refuseFolder(target: string): void {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found !== undefined && !found.isFile() && !found.isSymbolicLink()) throw new UserError('out-name-taken', { path: target });
}

function writeFlushed(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    const bytes = Buffer.from(text, 'utf8');
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function notWritable(path: string, error: unknown): unknown {
  const code = codeOf(error);
  return code === null ? error : new UserError('out-not-writable', { path, reason: code });
}

/** The code of a system error; null: not one, so a mistake of ours. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'syscall' in error && 'code' in error ? String(error.code) : null;
}
