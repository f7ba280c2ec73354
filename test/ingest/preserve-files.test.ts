import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type KeptFile, preserveFiles, refusePreserved } from '../../src/ingest/preserve-files.ts';

const SIGNAL = new AbortController().signal;

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'adlogon-test-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two logs of one name in two folders, and a file beside. */
function evidence(folder: string): readonly KeptFile[] {
  return [
    { path: 'a/Security.evtx', kind: 'logs' as const },
    { path: 'b/security.EVTX', kind: 'logs' as const },
    { path: 'terminals.csv', kind: 'beside' as const },
  ].map(({ path, kind }) => {
    const full = join(folder, path);
    mkdirSync(join(full, '..'), { recursive: true });
    writeFileSync(full, `content of ${path}`);
    return { path: full, kind, sha256: createHash('sha256').update(`content of ${path}`).digest('hex') };
  });
}

test('keeps every file once, with a list of hashes that sha256sum takes, to be read only', async () => {
  await inFolder(async (folder) => {
    const kept = join(folder, 'kept');
    await preserveFiles(kept, evidence(folder), { madeBy: 'adlogon' }, SIGNAL);
    const lines = readFileSync(join(kept, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => line.slice(66))).toEqual(['logs/Security.evtx', 'logs/2-security.EVTX', 'beside/terminals.csv', 'preserved.json']);
    for (const line of lines) {
      const content = readFileSync(join(kept, line.slice(66)));
      expect(createHash('sha256').update(content).digest('hex')).toBe(line.slice(0, 64));
      expect(statSync(join(kept, line.slice(66))).mode & 0o222).toBe(0);
    }
    expect(JSON.parse(readFileSync(join(kept, 'preserved.json'), 'utf8'))).toMatchObject({
      madeBy: 'adlogon',
      files: [{ copy: 'logs/Security.evtx' }, {}, {}],
    });
  });
});

test('refuses a folder that holds something, and leaves it as it is', async () => {
  await inFolder(async (folder) => {
    const kept = join(folder, 'kept');
    mkdirSync(kept);
    writeFileSync(join(kept, 'other'), '');
    expect(() => refusePreserved(kept)).toThrow('preserve-not-empty');
    await expect(preserveFiles(kept, evidence(folder), {}, SIGNAL)).rejects.toThrow('preserve-not-empty');
    expect(readdirSync(kept)).toEqual(['other']);
  });
});

test('says which file is not what was analysed', async () => {
  await inFolder(async (folder) => {
    const [first, ...rest] = evidence(folder);
    if (first === undefined) throw new Error('no file');
    writeFileSync(first.path, 'written to meanwhile');
    await expect(preserveFiles(join(folder, 'kept'), [first, ...rest], {}, SIGNAL)).rejects.toMatchObject({
      code: 'preserve-differs',
      details: { file: first.path },
    });
  });
});

test('a folder that cannot be made is told with its path', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => refusePreserved(join(folder, 'file', 'kept'))).toThrow('out-not-writable');
  });
});
