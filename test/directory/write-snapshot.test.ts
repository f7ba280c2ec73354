import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readSnapshotFile } from '../../src/directory/read-snapshot.ts';
import { writeSnapshotFile } from '../../src/directory/write-snapshot.ts';
import { account, computer, group, sid, snapshotOf } from './snapshot.ts';

const root = mkdtempSync(join(tmpdir(), 'adlogon-write-snapshot-'));
afterAll(() => rmSync(root, { recursive: true }));

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'run-'));
  path = join(folder, 'directory.json');
});

const snapshot = snapshotOf({
  accounts: [account(1101, { name: '*)(objectClass=*', displayName: '𠮷田 "太郎"\n\u2028\0', servicePrincipalNames: ['HTTP/a'] })],
  computers: [computer(1301, { operatingSystem: 'Windows 11 Pro' })],
  groups: [group(sid(512), 'Domain Admins', [sid(1101)])],
  delegations: [{ holder: sid(1101), right: 'DCSync', over: 'DC=kita,DC=example' }],
  names: [{ dnsName: 'pc-1301.kita.example', address: '10.0.0.1', refreshedAt: '2026-11-13T00:00:00.000Z' }],
  incomplete: [{ code: 'member-unreadable', details: { group: 'Domain Admins', member: 'CN=x' }, affects: ['administrators'] }],
  warnings: [{ code: 'token-groups-unread', details: { count: 1 } }],
});

test('what is written is read back equal', () => {
  writeSnapshotFile(path, snapshot);
  expect(readSnapshotFile(path)).toEqual(snapshot);
});

test.skipIf(process.platform === 'win32')(
  'only the owner may read it, also where an open file stood before (skipped on Windows: other permissions)',
  () => {
    writeFileSync(path, 'old', { mode: 0o644 });
    chmodSync(path, 0o644);
    writeSnapshotFile(path, snapshot);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  },
);

test('nothing else is left in the folder', () => {
  writeSnapshotFile(path, snapshot);
  expect(readdirSync(folder)).toEqual(['directory.json']);
});

describe('is refused', () => {
  test('where the folder is missing', () => {
    expect(() => writeSnapshotFile(join(folder, 'none', 'directory.json'), snapshot)).toThrow(
      expect.objectContaining({
        code: 'snapshot-folder-missing',
        details: { path: join(folder, 'none', 'directory.json'), folder: join(folder, 'none') },
      }),
    );
  });

  test('where a folder has the name', () => {
    mkdirSync(path);
    expect(() => writeSnapshotFile(path, snapshot)).toThrow(expect.objectContaining({ code: 'snapshot-name-taken' }));
    expect(readdirSync(folder)).toEqual(['directory.json']);
  });

  test('where the name is too long to write, leaving nothing', () => {
    expect(() => writeSnapshotFile(join(folder, 'n'.repeat(300)), snapshot)).toThrow(expect.objectContaining({ code: 'snapshot-not-writable' }));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('when it is no snapshot, and the file of before stays', () => {
    writeFileSync(path, 'before');
    expect(() => writeSnapshotFile(path, { ...snapshot, accounts: [account(1101, { sid: 'nobody' })] })).toThrow();
    expect(() => writeSnapshotFile(path, { ...snapshot, accounts: [account(1101), account(1101)] })).toThrow();
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(existsSync(join(folder, `.directory.json.${process.pid}.new`))).toBe(false);
  });
});
