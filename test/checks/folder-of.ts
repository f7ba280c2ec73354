import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs something over a folder of SQL files that is there only so long. */
export async function withFolder<T>(files: Readonly<Record<string, string>>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'adlogon-rules-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The UserError somebody threw, as plain data; undefined: none was thrown. */
export async function userErrorOf(doing: () => Promise<unknown>): Promise<{ readonly code: unknown; readonly details: unknown } | undefined> {
  try {
    await doing();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'UserError' && 'code' in error && 'details' in error)) throw error;
    return { code: error.code, details: error.details };
  }
}
