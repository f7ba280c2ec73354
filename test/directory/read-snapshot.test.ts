import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSnapshotFile } from '../../src/directory/read-snapshot.ts';
import { UserError } from '../../src/settings/user-error.ts';
import { account, group, sid, snapshotOf } from './snapshot.ts';

const folder = mkdtempSync(join(tmpdir(), 'adlogon-snapshot-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = snapshotOf({ accounts: [account(1101, { displayName: '佐藤 健' })], groups: [group(sid(512), 'Domain Admins', [sid(1101)])] });

function fileOf(content: string | Uint8Array): string {
  const path = join(folder, 'snapshot.json');
  writeFileSync(path, content);
  return path;
}

/** The error that reading this content ends in. */
function errorOf(content: string | Uint8Array): UserError {
  try {
    readSnapshotFile(fileOf(content));
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('was read');
}

describe('a snapshot is read', () => {
  test.each([
    ['as UTF-8', JSON.stringify(good)],
    ['with a byte order mark', `\ufeff${JSON.stringify(good)}`],
    ['as UTF-16 with a byte order mark', Buffer.from(`\ufeff${JSON.stringify(good)}`, 'utf16le')],
  ])('%s', (_, content) => {
    expect(readSnapshotFile(fileOf(content))).toEqual(good);
  });
});

/** The good snapshot with one thing in its first account changed. */
function withAccount(change: Record<string, unknown>): string {
  return JSON.stringify({ ...good, accounts: [{ ...good.accounts[0], ...change }] });
}

describe('a snapshot is refused with the place that is wrong', () => {
  test.each([
    ['no JSON', '{"format": "adlogon-directory",', 'snapshot-not-json', {}],
    ['an empty file', '', 'snapshot-not-json', {}],
    ['another encoding', Uint8Array.of(0x7b, 0x8d, 0xb2, 0x93, 0xa1), 'snapshot-not-utf8', {}],
    ['another document', '[]', 'snapshot-field-type', { at: '.', expected: 'object' }],
    ['another format', JSON.stringify({ ...good, format: 'x' }), 'snapshot-field-value', { at: 'format', allowed: 'adlogon-directory' }],
    ['a later version', JSON.stringify({ ...good, version: 2 }), 'snapshot-field-value', { at: 'version', allowed: '1' }],
    ['a field too few', withAccount({ sid: undefined }), 'snapshot-field-missing', { at: 'accounts[0].sid', expected: 'string' }],
    ['a field too many', withAccount({ password: 'x' }), 'snapshot-field-unknown', { at: 'accounts[0]', keys: 'password' }],
    ['a wrong type', withAccount({ enabled: 'yes' }), 'snapshot-field-type', { at: 'accounts[0].enabled', expected: 'boolean' }],
    ['no SID', withAccount({ sid: 'S-2-5' }), 'snapshot-field-format', { at: 'accounts[0].sid', format: 'SID' }],
    ['no time', withAccount({ expiresAt: '2026-11-09' }), 'snapshot-field-format', { at: 'accounts[0].expiresAt', format: 'ISO 8601' }],
    ['an unknown kind', withAccount({ kind: 'robot' }), 'snapshot-field-value', { at: 'accounts[0].kind', allowed: 'person, service, foreign' }],
    ['an empty name', withAccount({ name: '' }), 'snapshot-field-empty', { at: 'accounts[0].name' }],
    ['one SID twice', JSON.stringify({ ...good, accounts: [account(1101), account(1101, { name: 'b' })] }), 'snapshot-sid-twice', { sid: sid(1101) }],
    [
      'one name twice',
      JSON.stringify({ ...good, accounts: [account(1101, { name: 'a' }), account(1102, { name: 'A' })] }),
      'snapshot-name-twice',
      { name: 'A' },
    ],
  ])('%s', (_, content, code, details) => {
    const error = errorOf(content);
    expect(error.code).toBe(code);
    expect(error.details).toMatchObject({ ...details, file: join(folder, 'snapshot.json') });
  });

  test('a file that is not there', () => {
    expect(() => readSnapshotFile(join(folder, 'none.json'))).toThrow(expect.objectContaining({ code: 'file-unreadable' }));
  });
});
