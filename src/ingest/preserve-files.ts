import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, createWriteStream, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../settings/user-error.ts';

/** One file to keep. */
export interface KeptFile {
  readonly path: string;
  /** Folder in the preserved one. */
  readonly kind: 'logs' | 'beside';
  /** Hash of what was read of it; null: nobody hashed it. */
  readonly sha256: string | null;
}

/** Names of the two files that we write ourselves. */
const SUMS = 'SHA256SUMS';
const ABOUT = 'preserved.json';
const READ_ONLY = 0o400;

/** Makes sure that evidence can be kept there. UserError: the folder holds something, or cannot be made. */
export function refusePreserved(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (readdirSync(folder).length > 0) throw new UserError('preserve-not-empty', { path: folder });
  } catch (error) {
    throw notWritable(folder, error);
  }
}

/**
 * Copies files, reads the copies again, and writes a list of hashes that `sha256sum -c` takes, with what says how they were analysed. Everything can only
 * be read afterwards. UserError: a copy that differs from what was analysed, or that cannot be written.
 *
 * @param about written as JSON
 */
export async function preserveFiles(folder: string, files: readonly KeptFile[], about: object, signal: AbortSignal): Promise<void> {
  refusePreserved(folder);
  const taken = new Set<string>();
  const sums: string[] = [];
  const kept: object[] = [];
  for (const file of files) {
    const name = freeName(file, taken);
    const copy = join(folder, name);
    try {
      mkdirSync(join(folder, file.kind), { recursive: true, mode: 0o700 });
      const read = await copied(file.path, copy, signal);
      const written = await hashOf(copy, signal);
      if (read !== written || (file.sha256 !== null && file.sha256 !== written)) throw new UserError('preserve-differs', { file: file.path });
      chmodSync(copy, READ_ONLY);
      sums.push(`${written}  ${name}\n`);
      kept.push({ path: file.path, copy: name, sha256: written, bytes: statSync(copy).size });
    } catch (error) {
      throw notWritable(copy, error);
    }
  }
  const text = `${JSON.stringify({ ...about, files: kept }, null, 2)}\n`;
  sums.push(`${createHash('sha256').update(text).digest('hex')}  ${ABOUT}\n`);
  try {
    writeFileSync(join(folder, ABOUT), text, { flag: 'wx', mode: READ_ONLY });
    writeFileSync(join(folder, SUMS), sums.join(''), { flag: 'wx', mode: READ_ONLY });
  } catch (error) {
    throw notWritable(folder, error);
  }
}

/** The file's own name, with a number in front where two are the same on any system; without characters that would break a line of the list. */
function freeName({ path, kind }: KeptFile, taken: Set<string>): string {
  const own = basename(path).replace(/[\p{Cc}\\]/gu, '_');
  for (let number = 1; ; number++) {
    const name = `${kind}/${number === 1 ? '' : `${number}-`}${own}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** Copies and hashes what was read. */
async function copied(from: string, to: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const hashed = async function* (blocks: AsyncIterable<Buffer>) {
    for await (const block of blocks) {
      hash.update(block);
      yield block;
    }
  };
  await pipeline(createReadStream(from), hashed, createWriteStream(to, { flags: 'wx', mode: 0o600 }), { signal });
  return hash.digest('hex');
}

async function hashOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash, { signal });
  return hash.digest('hex');
}

function notWritable(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return error;
  return new UserError('out-not-writable', { path, reason: String(error.code) });
}
