import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder, runHere, WEEK, WEEK_ARGUMENTS } from './run-adlogon.ts';

interface Report {
  readonly checklist: readonly { readonly check: string; readonly outcome: string; readonly gaps: readonly { readonly code: string }[] }[];
  readonly findings: readonly {
    readonly check: string;
    readonly level: string;
    readonly levelBecause: string;
    readonly terminal: string | null;
    readonly places: number;
    readonly examples: readonly string[];
    readonly account: string | null;
    readonly sentence: { readonly en: string; readonly ja: string };
    readonly evidence: readonly string[];
  }[];
}

/** Audits the sample week with further arguments, made of a folder of files. */
function audited(
  files: Readonly<Record<string, string>>,
  argumentsOf: (folder: string) => readonly string[],
  base: readonly string[] = WEEK_ARGUMENTS,
) {
  return inFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const { code, err } = await runHere([...base, ...argumentsOf(folder), '--out', join(folder, 'out')], { LANG: 'en_GB.UTF-8' });
    if (code === 2) throw new Error(err);
    const report = JSON.parse(readFileSync(join(folder, 'out', 'report.json'), 'utf8')) as Report;
    const result = report.checklist.find((one) => one.check === 'suspicious-outbound');
    return { code, err, result, findings: report.findings.filter((one) => one.check === 'suspicious-outbound') };
  });
}

/** A line of Squid's at a time of Japan. */
function line(at: string, address: string, host: string, user = '-'): string {
  return `${Date.parse(`${at}+09:00`) / 1000}.000    120 ${address} TCP_TUNNEL/200 4000 CONNECT ${host}:443 ${user} HIER_DIRECT/192.0.2.66 -\n`;
}

describe('suspicious traffic to the outside', () => {
  test('without a proxy log it is not assessed, with how to get one', async () => {
    const { code, result } = await audited({}, () => [], [
      'audit',
      `${WEEK}/logs`,
      '--directory',
      `${WEEK}/directory.json`,
      '--terminals',
      `${WEEK}/terminals.csv`,
    ]);
    expect(code).toBe(1);
    expect([result?.outcome, result?.gaps.map((gap) => gap.code)]).toEqual(['not assessed', ['no-proxy-log']]);
  });

  test('an indicator names the terminals that went there, by the option and by the configuration', async () => {
    const files = { 'ioc.txt': 'hxxps://weather[.]example[.]com/ # bad\n', 'adlogon.yaml': 'ioc: [ioc.txt]\n' };
    const byOption = await audited(files, (folder) => ['--ioc', join(folder, 'ioc.txt')]);
    const byConfig = await audited(files, (folder) => ['--config', join(folder, 'adlogon.yaml')]);
    expect(byOption.findings).toEqual(byConfig.findings);
    expect(byOption.findings).toMatchObject([{ level: 'review', levelBecause: 'known-bad-destination' }]);
    const [finding] = byOption.findings;
    expect(finding?.places).toBeGreaterThan(10);
    expect(finding?.examples).toContain('PC-001');
    expect(finding?.sentence.en).toContain('An indicator given names it: weather.example.com, ioc.txt line 1.');
    expect(finding?.evidence[0]).toMatch(/^access\.log#proxy#\d+$/);
  });

  test('a program that calls one host every five minutes from two PCs is one finding with both', async () => {
    const calls = (address: string, from: string, minutes: number) =>
      Array.from({ length: minutes / 5 }, (_, i) =>
        line(new Date(Date.parse(`${from}Z`) + i * 300_000 + (i % 3) * 7000).toISOString().slice(0, 19), address, 'img.kawaraban.example'),
      ).join('');
    const more = calls('10.20.10.101', '2026-11-09T09:00:00', 400) + calls('10.20.10.102', '2026-11-09T10:30:00', 300);
    const { findings } = await audited({ 'more.log': more }, (folder) => ['--proxy', join(folder, 'more.log')]);
    expect(findings).toMatchObject([
      { level: 'review', levelBecause: 'regular-and-rare', terminal: null, places: 2, examples: ['PC-001', 'PC-002'], account: null },
    ]);
    expect(findings[0]?.sentence.ja).toContain('端末 2 台');
  });

  test('a period that begins within an hour counts what came after, no more', async () => {
    const asked = ['2026-11-11T09:10:00', '2026-11-11T09:40:00', '2026-11-11T10:20:00'].map((at) => line(at, '10.20.10.101', 'evil.example'));
    const files = { 'ioc.txt': 'evil.example\n', 'more.log': asked.join('') };
    const { findings } = await audited(files, (folder) => [
      ...['--proxy', join(folder, 'more.log'), '--ioc', join(folder, 'ioc.txt')],
      ...['--from', '2026-11-11T09:30', '--until', '2026-11-12'],
    ]);
    expect(findings.map(({ evidence }) => evidence)).toEqual([['more.log#proxy#2', 'more.log#proxy#3']]);
    expect(findings[0]?.sentence.en).toContain('2 request(s)');
  });

  test('a line of a list that is none is refused', async () => {
    const { code, err } = await inFolder(async (folder) => {
      const list = join(folder, 'ioc.txt');
      writeFileSync(list, 'evil.example\nco.jp\n');
      const run = await runHere([...WEEK_ARGUMENTS, '--ioc', list, '--lang', 'en']);
      return { ...run, err: run.err.replaceAll(`${folder}/`, '') };
    });
    expect([code, err]).toEqual([
      2,
      'ioc.txt: line 2: "co.jp" would fit half the Internet. Give a registered domain, or a range of /8 or narrower.\n',
    ]);
  });
});

test('suspicious traffic is asked of a proxy log alone, which says of everything else that no log was read', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'access.log'), line('2026-11-10 09:00', '10.1.2.1', 'a.example'));
    const { code, out } = await runHere(['audit', '--proxy', join(folder, 'access.log'), '--out', join(folder, 'out')], { LANG: 'en_GB.UTF-8' });
    expect(code).toBe(3);
    expect(out).toContain('Period:     2026-11-10T09:00:00+09:00');
    const { checklist } = JSON.parse(readFileSync(join(folder, 'out', 'report.json'), 'utf8')) as Report;
    const codes = Object.fromEntries(checklist.map(({ check, gaps }) => [check, gaps.map((gap) => gap.code)]));
    expect(codes['suspicious-outbound']).toEqual(['uploads-not-logged', 'presence-not-known']);
    expect(codes['admin-terminal-mail-web']).toEqual(['no-admin-terminals']);
    expect(codes['user-terminal-logon-failure']).toEqual(expect.arrayContaining(['no-directory', 'no-user-terminals', 'no-input']));
    expect(checklist.filter(({ gaps }) => gaps.length === 0)).toEqual([]);
  });
});
