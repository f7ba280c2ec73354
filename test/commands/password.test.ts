import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Console } from '../../src/commands/console.ts';
import { passwordFor } from '../../src/commands/password.ts';

const folder = mkdtempSync(join(tmpdir(), 'adlogon-password-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NOBODY_THERE: Console = {
  args: [],
  language: 'en',
  width: 80,
  colour: false,
  showProgress: false,
  now: new Date('2026-11-25T09:00:00+09:00'),
  password: null,
  askSecret: null,
  signal: new AbortController().signal,
  print: () => Promise.resolve(),
  tell: () => {},
};

function fileOf(content: string, mode = 0o600): string {
  const path = join(folder, 'password.txt');
  rmSync(path, { force: true });
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

/** The password found in a file with this content, and what was told. */
async function readFrom(content: string, mode?: number): Promise<{ password: string; told: readonly string[] }> {
  const told: string[] = [];
  return { password: await passwordFor('reader', fileOf(content, mode), { ...NOBODY_THERE, tell: (line) => told.push(line) }), told };
}

describe('the password', () => {
  test.each([
    ['the first line of the file', 'P@ss wörd\nsecond'],
    ['with the line end of Windows', 'P@ss wörd\r\n'],
    ['without a line end', 'P@ss wörd'],
    ['after a byte order mark', '\ufeffP@ss wörd\n'],
  ])('is %s', async (_, content) => {
    expect(await readFrom(content)).toEqual({ password: 'P@ss wörd', told: [] });
  });

  test('of a file comes before that of the environment and before asking', async () => {
    const console = { ...NOBODY_THERE, password: 'of the environment', askSecret: () => Promise.resolve('typed') };
    expect(await passwordFor('reader', fileOf('of the file\n'), console)).toBe('of the file');
    expect(await passwordFor('reader', null, console)).toBe('of the environment');
    expect(await passwordFor('reader', null, { ...console, password: null })).toBe('typed');
  });

  test.skipIf(process.platform === 'win32')(
    'is taken from a file that others may read, with a warning (skipped on Windows: other permissions)',
    async () => {
      const { password, told } = await readFrom('secret\n', 0o644);
      expect(password).toBe('secret');
      expect(told).toEqual([expect.stringContaining('chmod 600')]);
    },
  );

  test.each([
    ['an empty first line', '\nsecond', 'password-file-empty'],
    ['an empty file', '', 'password-file-empty'],
    ['a file that is much too large', 'x'.repeat(4097), 'password-file-too-large'],
  ])('is refused: %s', async (_, content, code) => {
    await expect(readFrom(content)).rejects.toMatchObject({ code });
  });

  test('is missing where the file is', async () => {
    await expect(passwordFor('reader', '/no/such/file', NOBODY_THERE)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  test.each([
    ['nobody is there to type it', null],
    ['nothing was typed', () => Promise.resolve('')],
    ['the input ended', () => Promise.resolve(null)],
  ])('is missing when %s', async (_, askSecret) => {
    await expect(passwordFor('reader', null, { ...NOBODY_THERE, askSecret })).rejects.toMatchObject({ code: 'password-missing' });
  });
});
