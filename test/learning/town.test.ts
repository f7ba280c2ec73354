import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { writeTown } from '../../samples/generator/scenarios/judging/audit-town.ts';
import { tellTownWeek } from '../../samples/generator/scenarios/tell-week.ts';

/** What of a finding in `report.json` these tests look at. */
interface Told {
  readonly finding: string;
  readonly check: string;
  readonly level: string;
  readonly levelBecause: string | null;
  readonly account: string | null;
  readonly terminal: string | null;
}

interface Entry {
  readonly account: string;
  readonly terminal: string;
}

const FOLDER = mkdtempSync(join(tmpdir(), 'adlogon-learn-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const QUIET = weekIn('quiet', false);
const ATTACKED = weekIn('attacked', true);
/** Programs of the town, as its story tells them: backup, groupware, a business system, monitoring, two scanners. */
const TOWN_PROGRAMS = [
  ...['svc-backup BK01', 'svc-backup FS01', 'svc-groupware GW01', 'svc-jumin AP01', 'svc-monitor BK01'],
  ...['svc-scan MFP-01', 'svc-scan MFP-02'],
];

function weekIn(name: string, attacked: boolean): readonly string[] {
  return writeTown(join(FOLDER, name), tellTownWeek({ attacked }));
}

function adlogon(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/adlogon.js', ...args, '--lang', 'en'], {
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  });
  if (status === null || status === 2) throw new Error(stderr);
  return stdout;
}

/** The fragment to paste, as the command prints it. */
function learned(week: readonly string[]): { readonly screen: string; readonly fragment: string; readonly entries: readonly Entry[] } {
  const screen = adlogon(['init', '--learn', ...week]);
  const fragment = screen.slice(screen.indexOf('\nknown_automation:') + 1);
  const { known_automation: entries } = parse(fragment) as { known_automation: readonly Entry[] };
  return { screen, fragment, entries };
}

function namesOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ account, terminal }) => `${account} ${terminal}`);
}

/** Findings of a week under its own configuration, with or without more lines. */
function findings(week: readonly string[], name: string, more = ''): readonly Told[] {
  const given = join(FOLDER, name === 'quiet' ? 'quiet' : 'attacked', 'adlogon.yaml');
  const config = join(FOLDER, `${name}${more === '' ? '' : '-known'}.yaml`);
  writeFileSync(config, `${stringify({ ...(parse(readFileSync(given, 'utf8')) as object), terminals: undefined })}${more}`);
  const out = join(FOLDER, `${name}-out`);
  adlogon(['audit', ...week.map((one) => (one === given ? config : one)), '--out', out]);
  return (JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as { readonly findings: readonly Told[] }).findings;
}

const withoutReason = ({ level: _, levelBecause: _because, ...one }: Told): Pick<Told, 'finding'> => ({ finding: one.finding });

describe('in a quiet week of three hundred people', () => {
  const { entries, fragment, screen } = learned(QUIET);

  test('the programs of the town are proposed, and nothing else', () => {
    expect(namesOf(entries)).toEqual(TOWN_PROGRAMS);
    expect(screen).not.toContain('Not proposed');
  });

  test('pasted into the configuration they label their rows, and hide none', () => {
    const before = findings(QUIET, 'quiet');
    const after = findings(QUIET, 'quiet', fragment);
    expect(after.map(withoutReason)).toEqual(before.map(withoutReason));
    const labelled = after.filter(({ levelBecause }) => levelBecause === 'known-automation');
    expect(labelled.map(({ account, terminal }) => `${account} ${terminal}`).toSorted()).toEqual(['svc-jumin AP01', 'svc-monitor BK01']);
    const others = (all: readonly Told[]) => all.filter(({ finding }) => labelled.every((one) => one.finding !== finding));
    expect(others(after)).toEqual(others(before));
  });

  test('with them known, an attacked week asks about everything it asked about before', () => {
    const toReview = (all: readonly Told[]) => all.filter(({ level }) => level === 'review').map(({ finding }) => finding);
    const before = toReview(findings(ATTACKED, 'attacked'));
    expect(before.length).toBeGreaterThan(20);
    expect(toReview(findings(ATTACKED, 'attacked', fragment))).toEqual(before);
  });

  test('once they are known, they are not proposed again', () => {
    const given = join(FOLDER, 'quiet', 'adlogon.yaml');
    const config = join(FOLDER, 'known.yaml');
    writeFileSync(config, `${readFileSync(given, 'utf8')}${fragment}`);
    expect(adlogon(['init', '--learn', ...QUIET.map((one) => (one === given ? config : one))])).toContain('Listed in the configuration already: 7.');
  });
});

describe('in the attacked week', () => {
  const { entries, screen, fragment } = learned(ATTACKED);

  test('it is told that the week is not quiet, on the screen and in what is pasted', () => {
    expect(screen).toMatch(/These weeks are not quiet: \d+ findings are to be reviewed/);
    expect(fragment).toMatch(/# Learned from weeks in which \d+ findings were to be reviewed/);
  });

  test('no account that was used in an attack is proposed, and those that look like programs are named with the reason', () => {
    expect(namesOf(entries)).toEqual(['svc-backup BK01', 'svc-groupware GW01', 'svc-monitor BK01']);
    const refused = screen.slice(screen.indexOf('Not proposed'), screen.indexOf('For adlogon.yaml'));
    // Planted there: an administrator who hops from FS01 to a domain controller, and a service with an old password.
    expect(refused).toMatch(/svc-backup[\s\S]*a check asks about/);
    expect(refused).toMatch(/svc-jumin[\s\S]*a sign of an/);
    expect(refused.match(/svc-scan/g)).toHaveLength(2);
  });
});
