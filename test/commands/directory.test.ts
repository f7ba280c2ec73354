import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readSnapshotFile } from '../../src/directory/read-snapshot.ts';
import { type Domain, describeWithDomain } from '../directory/samba/domain.ts';
import { runAdlogon, WEEK } from '../run-adlogon.ts';

const folder = mkdtempSync(join(tmpdir(), 'adlogon-directory-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CAN_TYPE = spawnSync('script', ['--version']).status === 0;

/** What asks this domain, but for the password. */
function asking({ url, user, ca }: Domain): readonly string[] {
  return ['--url', url, '--user', user, '--ca', ca];
}

interface Report {
  readonly checklist: readonly { readonly check: string; readonly outcome: string; readonly gaps: readonly { readonly code: string }[] }[];
  readonly directories: readonly { readonly domain: string; readonly complete: boolean; readonly gaps: readonly { readonly code: string }[] }[];
}

describeWithDomain('town', 'adlogon directory', (domain) => {
  test('writes a snapshot that only its owner may read, and shows who is privileged', () => {
    const out = join(folder, 'town.json');
    const {
      code,
      out: shown,
      err,
    } = runAdlogon(['directory', ...asking(domain()), '--out', out, '--lang', 'en'], { ADLOGON_PASSWORD: domain().password });
    expect([code, err.trimEnd()]).toEqual([0, `Snapshot written to ${out}`]);
    expect(statSync(out).mode & 0o777).toBe(0o600);
    expect(readSnapshotFile(out)).toMatchObject({
      takenFrom: domain().host,
      takenBy: domain().user,
      incomplete: [],
      domain: { name: domain().netbios },
    });
    expect(shown).toContain('Everything that was asked for could be read.');
    expect(shown).toMatch(/MACHI\\adm\.sato/);
    expect(readFileSync(out, 'utf8')).not.toContain(domain().password);
  });

  test('what may not be read makes the snapshot incomplete, exit code 3, and the checks that rest on it are not assessed', () => {
    const file = join(folder, 'limited.json');
    const password = { ADLOGON_PASSWORD: domain().password };
    const limited = ['--url', domain().url, '--user', `reader.limited@${domain().dnsDomain}`, '--ca', domain().ca];
    const taken = runAdlogon(['directory', ...limited, '--out', file, '--lang', 'en'], password);
    expect(taken.code).toBe(3);
    expect(taken.out).toContain('Could not be read (the snapshot is incomplete):');

    const out = join(folder, 'report');
    runAdlogon(['audit', `${WEEK}/logs`, '--directory', file, '--terminals', `${WEEK}/terminals.csv`, '--out', out]);
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as Report;
    expect(report.directories).toEqual([expect.objectContaining({ domain: domain().netbios, complete: false })]);
    expect(report.directories[0]?.gaps.length).toBeGreaterThan(0);
    const [success] = report.checklist;
    expect(success?.gaps.map((gap) => gap.code)).toContain('directory-incomplete');
  });

  test('an audit reads the directory itself, with the password of a file', () => {
    const passwordFile = join(folder, 'password.txt');
    writeFileSync(passwordFile, `${domain().password}\r\n`, { mode: 0o600 });
    const { url, user, ca } = domain();
    const live = ['--directory', url, '--user', user, '--ca', ca, '--password-file', passwordFile];
    const run = runAdlogon(['audit', `${WEEK}/logs`, ...live, '--terminals', `${WEEK}/terminals.csv`, '--lang', 'en']);
    // The week is of another domain, and the checklist says so.
    expect(run.out).toContain(`${domain().netbios} (from ${domain().host}`);
    expect(run.out).toContain('of a domain of which no snapshot was given');
  });

  test('StartTLS gives the same snapshot', () => {
    const read = (name: string, url: string, ...more: string[]) => {
      const out = join(folder, name);
      const args = ['directory', '--url', url, '--user', domain().user, '--ca', domain().ca, '--out', out, ...more];
      expect(runAdlogon(args, { ADLOGON_PASSWORD: domain().password }).code).toBe(0);
      return { ...readSnapshotFile(out), takenAt: null };
    };
    expect(read('start-tls.json', domain().url.replace('ldaps:', 'ldap:'), '--start-tls')).toEqual(read('ldaps.json', domain().url));
  });

  test('a wrong password is one line, and leaves no file', () => {
    const out = join(folder, 'none.json');
    const run = runAdlogon(['directory', ...asking(domain()), '--out', out, '--lang', 'en'], { ADLOGON_PASSWORD: 'secret-and-wrong' });
    expect(run.code).toBe(2);
    expect(run.err.trimEnd().split('\n')).toHaveLength(1);
    expect(run.out + run.err).not.toContain('secret-and-wrong');
    expect(existsSync(out)).toBe(false);
  });
});

describeWithDomain('town', 'the password on a terminal', (domain) => {
  test.skipIf(!CAN_TYPE)('the password is asked for on a terminal and never shown (skipped where there is no `script` to make one)', async () => {
    const out = join(folder, 'typed.json');
    const command = [process.execPath, 'bin/adlogon.js', 'directory', ...asking(domain()), '--out', out, '--lang', 'en']
      .map((word) => `'${word}'`)
      .join(' ');
    const { PATH = '' } = process.env;
    const terminal = spawn('script', ['-qec', command, '/dev/null'], { env: { PATH } });
    let screen = '';
    const ended = new Promise<number | null>((resolve) => terminal.on('close', resolve));
    let asked = false;
    terminal.stdout.on('data', (part: Buffer) => {
      screen += part.toString();
      if (asked || !screen.includes('(not shown): ')) return;
      asked = true;
      terminal.stdin.write(`${domain().password}\r`);
    });
    expect(await ended).toBe(0);
    expect(screen).toContain(`Password of ${domain().user} (not shown): `);
    expect(screen).not.toContain(domain().password);
    expect(readSnapshotFile(out).incomplete).toEqual([]);
  });

  test.skipIf(!CAN_TYPE)('Ctrl-C while the password is asked for ends the run (skipped where there is no `script`)', async () => {
    const command = [process.execPath, 'bin/adlogon.js', 'directory', ...asking(domain()), '--out', join(folder, 'no.json')]
      .map((word) => `'${word}'`)
      .join(' ');
    const { PATH = '' } = process.env;
    const terminal = spawn('script', ['-qec', command, '/dev/null'], { env: { PATH, LANG: 'en_US.UTF-8' } });
    let screen = '';
    terminal.stdout.on('data', (part: Buffer) => {
      screen += part.toString();
      if (screen.endsWith('(not shown): ')) terminal.stdin.write('\u0003');
    });
    expect(await new Promise<number | null>((resolve) => terminal.on('close', resolve))).toBe(2);
    expect(screen).toContain('Interrupted.');
  });
});

describe('the command line of a live directory', () => {
  test.each([
    [['directory', '--user', 'a@b', '--out', 'x.json'], '--url'],
    [['directory', '--url', 'ldaps://dc01', '--out', 'x.json'], '--user'],
    [['directory', '--url', 'ldaps://dc01', '--user', 'a@b'], '--out'],
    [['audit', `${WEEK}/logs`, '--directory', `${WEEK}/directory.json`, '--user', 'a@b'], '--user'],
    [['audit', `${WEEK}/logs`, '--ca', 'ca.pem'], '--ca'],
    [['query', 'select 1', `${WEEK}/logs`, '--directory', 'ldaps://dc01'], '--user'],
  ])('%j names %s', (args, option) => {
    const { code, err } = runAdlogon([...args, '--lang', 'en'], { ADLOGON_PASSWORD: 'x' });
    expect(code).toBe(2);
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining(option)]);
  });

  test('without a password and nobody to ask, nothing is sent', () => {
    const { code, err } = runAdlogon(['directory', '--url', 'ldaps://127.0.0.1:1', '--user', 'a@b', '--out', join(folder, 'x.json'), '--lang', 'en']);
    expect([code, err]).toEqual([2, expect.stringContaining('--password-file')]);
  });
});
