import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inFolder, type Run, runAdlogon, runHere, WEEK, WEEK_ARGUMENTS } from './run-adlogon.ts';

/** What of `report.json` these tests look at. */
interface Report {
  readonly organisation: string;
  readonly network: string;
  readonly period: { readonly timezone: string };
  readonly checklist: readonly { readonly check: string; readonly outcome: string; readonly notApplicable: string | null }[];
  readonly findings: readonly {
    readonly check: string;
    readonly level: string;
    readonly account: string;
    readonly terminal: string | null;
    readonly levelBecause: string;
    readonly alsoBecause: readonly string[];
  }[];
  readonly terminals: { readonly disputed: readonly { readonly terminal: string }[] };
  readonly settings: Readonly<Record<string, number>>;
  readonly configuration: { readonly file: string; readonly sha256: string; readonly settings: Readonly<Record<string, unknown>> } | null;
}

type Outcome = Run & { readonly report: Report; readonly checklistCsv: string; readonly findingsCsv: string; readonly html: string };

const audits = new Map<string, Promise<Outcome>>();

/** The audit of the sample week with a configuration; made once, however often it is asked for. */
function audited(yaml: string, args: readonly string[] = [], base: readonly string[] = WEEK_ARGUMENTS): Promise<Outcome> {
  const key = JSON.stringify([yaml, args, base]);
  const made = audits.get(key) ?? auditedWith(yaml, args, base);
  audits.set(key, made);
  return made;
}

function auditedWith(yaml: string, args: readonly string[], base: readonly string[]): Promise<Outcome> {
  return inFolder(async (folder) => {
    const config = join(folder, 'adlogon.yaml');
    writeFileSync(config, yaml);
    copyFileSync(`${WEEK}/terminals.csv`, join(folder, 'inventory.csv'));
    const out = join(folder, 'out');
    const run = await runHere([...base, '--config', config, '--out', out, ...args], { LANG: 'en_GB.UTF-8' });
    if (run.code === 2) throw new Error(run.err);
    const read = (file: string) => readFileSync(join(out, file), 'utf8');
    return {
      ...run,
      report: JSON.parse(read('report.json')) as Report,
      checklistCsv: read('checklist.csv'),
      findingsCsv: read('findings.csv'),
      html: read('report.html'),
    };
  });
}

/** What is said when a configuration is refused. */
function refused(yaml: string, args: readonly string[] = WEEK_ARGUMENTS): Promise<Run> {
  return inFolder(async (folder) => {
    const config = join(folder, 'adlogon.yaml');
    writeFileSync(config, yaml);
    const run = await runHere([...args, '--config', config]);
    return { ...run, err: run.err.replaceAll(`${folder}/`, '') };
  });
}

/** For what is the same whatever the log says. */
const LITTLE = ['audit', `${WEEK}/logs/FS01-Security.evtx`, '--directory', `${WEEK}/directory.json`];
const QUIET_DAY = ['--from', '2026-11-09', '--until', '2026-11-09'];

describe('the example', () => {
  test('changes nothing but what is said of the configuration', async () => {
    const plain = await inFolder(async (folder) => {
      await runHere([...WEEK_ARGUMENTS, '--out', folder]);
      return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
    });
    const example = readFileSync('samples/adlogon.yaml', 'utf8');
    const { code, report } = await audited(example);
    expect(code).toBe(1);
    expect({ ...report, configuration: null }).toEqual(plain);
    expect(report.configuration).toMatchObject({ file: 'adlogon.yaml', sha256: createHash('sha256').update(example).digest('hex') });
  });
});

describe('a check that does not apply', () => {
  const yaml = 'not_applicable:\n  logon-failure-elsewhere: 別の製品で確認\n  user-terminal-logon-failure: seen by the help desk\n';

  test('is said to be so with its reason, everywhere, and asks for nothing', async () => {
    const { out, report, checklistCsv } = await audited(yaml);
    expect(report.checklist.filter((one) => one.outcome === 'not applicable').map((one) => one.notApplicable)).toEqual([
      'seen by the help desk',
      '別の製品で確認',
    ]);
    expect(report.findings.some((one) => one.check === 'logon-failure-elsewhere')).toBe(false);
    expect(out).toMatch(/\| not applicable +\| Declared by the organisation \(adlogon\.yaml\): 別の製品で確認/);
    expect(checklistCsv).toMatch(/not applicable,0,0,Declared by the organisation \(adlogon\.yaml\): seen by the help desk,/);
  });

  test('does not count in how the audit ends', async () => {
    const parts = '  suspicious-outbound/large-uploads: x\n  non-human-logon/forged-tickets: x\n';
    expect((await audited(yaml + parts, QUIET_DAY)).code).toBe(0);
    const admin = ['admin-logon-success-elsewhere', 'admin-logon-failure-elsewhere', 'admin-terminal-mail-web', 'suspicious-outbound'];
    const all = [...admin, 'user-terminal-logon-failure', 'non-human-logon', 'logon-failure-elsewhere'];
    const none = await audited(`not_applicable: { ${all.map((id) => `${id}: x`).join(', ')} }`);
    expect([none.code, none.report.findings]).toEqual([0, []]);
    // What is not assessed beside it still is.
    expect((await audited(yaml, QUIET_DAY, ['audit', `${WEEK}/logs`])).code).toBe(3);
  });
});

describe('an option wins over the configuration, and that over the default', () => {
  const yaml = 'organisation: みどり市\nnetwork: lgwan\ntimezone: "+00:00"\n';

  test('for the names, the time zone and the inventory', async () => {
    const { report } = await audited(yaml, [], LITTLE);
    expect([report.organisation, report.network, report.period.timezone]).toEqual(['みどり市', 'lgwan', '+00:00']);
    const given = (await audited(yaml, ['--organisation', 'X', '--network', 'Y', '--timezone', 'Asia/Tokyo'], LITTLE)).report;
    expect([given.organisation, given.network, given.period.timezone]).toEqual(['X', 'Y', 'Asia/Tokyo']);
  });

  test('for the language, also of the errors', async () => {
    expect((await audited('language: ja\n', [], LITTLE)).out).toContain('確認項目');
    expect((await audited('language: ja\n', ['--lang', 'en'], LITTLE)).out).toContain('Outcome');
    expect((await refused('language: ja\nzzz: 1\n')).err).toMatch(
      /^adlogon\.yaml: 2 行目: 未知のキー zzz があります。ここで使えるキー: organisation, /,
    );
    expect((await refused('language: en\nzzz: 1\n')).err).toMatch(/^adlogon\.yaml: line 2: unknown key zzz\./);
  });

  test('for the inventory, which stands beside the configuration', async () => {
    const adminTerminals = (run: Outcome) => (run.report.terminals as unknown as { adminTerminals: number }).adminTerminals;
    expect(adminTerminals(await audited('network: a\n', [], LITTLE))).toBe(0);
    expect(adminTerminals(await audited('terminals: { inventory: inventory.csv }\n', [], LITTLE))).toBe(3);
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'other.csv'), 'name,admin\nADM-01,yes\n');
      expect(adminTerminals(await audited('terminals: { inventory: inventory.csv }\n', ['--terminals', join(folder, 'other.csv')], LITTLE))).toBe(1);
    });
  });
});

test('a threshold changes what is reviewed, and is in force in report.json', async () => {
  const few = (await audited('thresholds: { many_failures: 2 }\n')).report;
  const usual = (await audited('thresholds: { many_failures: 10 }\n')).report;
  expect([few.settings.many_failures, usual.settings.many_failures]).toEqual([2, 10]);
  const many = (report: Report) => report.findings.filter((one) => one.levelBecause === 'many-failures').length;
  expect(many(few)).toBeGreaterThan(many(usual));
});

test('a further administrator is judged as one', async () => {
  const failed = (await audited('network: default\n')).report.findings.find((one) => one.check === 'user-terminal-logon-failure');
  const { report } = await audited(`administrators: { accounts: [${failed?.account}] }\n`);
  expect(report.findings.some((one) => one.check.startsWith('admin-') && one.account === failed?.account)).toBe(true);
});

test('disputed admin terminals are told on standard error, in the checklist and in report.json', async () => {
  const { err, out, report, checklistCsv } = await audited('terminals:\n  admin_terminals:\n    names: [ADM-01, ADM-02, PC-001]\n');
  expect(report.terminals.disputed.map((one) => one.terminal)).toEqual(['ADM-03', 'PC-001']);
  expect(err).toContain('Terminal ADM-03: an admin terminal according to the inventory, none according to the list of names. It is not trusted');
  expect(err).toContain('Terminal PC-001: an admin terminal according to the list of names, none according to the inventory. It is taken for none.');
  for (const text of [out.replace(/\s*\|\n\|[^|]*\|[^|]*\| /g, ' '), checklistCsv]) {
    expect(text).toContain('ADM-03 (yes: the inventory; no: the list of names)');
  }
});

test('a log that the configuration expects and that is not there turns the checks to not assessed', async () => {
  const { code, out } = await audited('recorders: [DC01, AP09]\n', QUIET_DAY);
  expect(code).toBe(3);
  expect(out).toContain('No log of ap09 was given.');
});

test('adlogon query takes it too', async () => {
  await inFolder(async (folder) => {
    const config = join(folder, 'adlogon.yaml');
    writeFileSync(config, 'terminals: { segments: [{ name: 庁内, name_patterns: [PC-00*] }] }\nthresholds: { silence_hours: 5 }\n');
    const ask = async (sql: string) => {
      const { out } = await runHere(['query', sql, `${WEEK}/logs`, '--terminals', `${WEEK}/terminals.csv`, '--config', config, '--format', 'ndjson']);
      return JSON.parse(out) as unknown;
    };
    expect(await ask("select known_by from terminals where terminal = 'PC-001'")).toEqual({ known_by: 'name-pattern+inventory' });
    expect(await ask("select value from settings where name = 'silence_hours'")).toEqual({ value: 5 });
  });
});

test('working hours and holidays decide what is outside them', async () => {
  const outside = async (yaml: string) =>
    (await audited(yaml)).report.findings.filter(({ alsoBecause }) => alsoBecause.some((because) => because.startsWith('outside-hours'))).length;
  const always = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => `${day}: 00:00-24:00`).join(', ');
  const closed = 'holidays: { closed: [{ name: 閉庁, from: 2026-11-09, until: 2026-11-15 }] }';
  const [usual, never, all] = await Promise.all(['network: default', `working_hours: { ${always} }`, closed].map(outside));
  expect(usual).toBeGreaterThan(0);
  expect(never).toBe(0);
  expect(all).toBeGreaterThan(usual ?? 0);
});

describe('one line refuses', () => {
  test.each([
    ['not_applicable:\n  admin-logon: x\n', /^adlogon\.yaml: line 2: there is no check admin-logon\. Checks: admin-logon-success-elsewhere, .*\n$/],
    ['administrators:\n  groups: [Domain Admin]\n', /^adlogon\.yaml: line 2: the directory snapshot of MIDORI has no group Domain Admin\. .*\n$/],
    ['terminals:\n  servers:\n    name: x\n', /^adlogon\.yaml: line 3: unknown key terminals\.servers\.name\. Allowed here: groups, .*\n$/],
    ['terminals: { inventory: none.csv }\n', /none\.csv: could not be opened \(ENOENT\)/],
  ])('%j', async (yaml, line) => {
    const args = yaml.includes('inventory') ? ['audit', `${WEEK}/logs`] : WEEK_ARGUMENTS;
    const { code, out, err } = await refused(yaml, [...args, '--lang', 'en']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(line);
  });

  test('a file that is not there', () => {
    const { code, err } = runAdlogon([...WEEK_ARGUMENTS, '--config', 'none.yaml', '--lang', 'en']);
    expect([code, err]).toEqual([2, 'none.yaml: could not be opened (ENOENT). Check the path and your permission to read it.\n']);
  });
});

test('what has no effect without a directory is told', async () => {
  const { err } = await audited('administrators: { accounts: [sato] }\n', [], ['audit', `${WEEK}/logs`]);
  expect(err).toContain('"administrators" has no effect without a directory snapshot (--directory).');
});

describe('what is used on admin terminals', () => {
  const uses = ({ report }: Outcome) =>
    report.findings.filter((one) => one.check === 'admin-terminal-mail-web' && one.level === 'review').map((one) => one.levelBecause);

  test('a program is watched for, or no longer, by the configuration', async () => {
    expect(uses(await audited('watched_programs: { not_watched: [Chrome.exe] }'))).toEqual(['web-use']);
    const more = await audited('watched_programs: { web_browsers: [Mmc.exe], mail_clients: [mstsc.exe] }');
    expect(uses(more).length).toBeGreaterThan(2);
  });

  test('a host that machines ask by themselves is no use of the Web', async () => {
    expect(uses(await audited("background_hosts: ['*.example.com', HOWTO.example.org]"))).toEqual(['program-used']);
  });

  test('a program that is not watched anyway is refused: it may be mistyped', async () => {
    const { code, err } = await refused('watched_programs:\n  not_watched:\n    - chrmoe.exe\n');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('adlogon.yaml: 3 行目 watched_programs.not_watched[1]: chrmoe.exe は使えません。使える値: msedge.exe, '),
    ]);
  });

  test('what only the proxy tells of admin terminals is said so', async () => {
    expect((await audited('network: default\n')).checklistCsv).toContain(
      'Of ADM-02, ADM-03 only the proxy log tells: what does not go through the proxy',
    );
  });
});

describe('known automation', () => {
  const programs = ({ report }: Outcome) => report.findings.filter(({ check }) => check === 'non-human-logon');
  const toReview = (outcome: Outcome) => outcome.report.findings.filter(({ level }) => level === 'review');
  let plain: Outcome;
  beforeAll(async () => {
    plain = await audited('network: default\n');
  });

  test('labels the rows of its account at its terminal, and says in every report what it is', async () => {
    const known = await audited('known_automation: [{ account: svc-groupware, terminal: GW*, purpose: 名簿の検索 }]\n');
    expect(programs(known).filter(({ levelBecause }) => levelBecause === 'known-automation')).toMatchObject([
      { account: 'svc-groupware', level: 'note' },
    ]);
    expect(known.report.findings).toHaveLength(plain.report.findings.length);
    expect(known.findingsCsv).toContain('Why: known automation, by the configuration: 名簿の検索');
    expect(known.out).toContain('known automation, by the configuration: 1');
    expect(known.html).toContain('known automation, by the configuration: 1');
    expect(toReview(known)).toEqual(toReview(plain));
  });

  test.each(['{ account: svc-groupware, terminal: FS01, purpose: x }', '{ account: svc-group, purpose: x }', '{ terminal: GW, purpose: x }'])(
    'labels nothing else: %s',
    async (entry) => {
      expect((await audited(`known_automation: [${entry}]\n`)).report.findings).toEqual(plain.report.findings);
    },
  );

  test('excuses what such programs do, and no spray; passwords guessed at a listed terminal only where the account is listed, too', async () => {
    const reviewed = (outcome: Outcome) => programs(outcome).filter(({ level }) => level === 'review');
    const terminalAlone = await audited('known_automation: [{ terminal: PC-*, purpose: x }]\n');
    expect(reviewed(plain).map(({ terminal }) => terminal)).toEqual(['PC-031', 'PC-040', 'PC-027']);
    expect(reviewed(terminalAlone)).toEqual(reviewed(plain));
    const accounts = reviewed(plain).flatMap(({ account }) => (account === null ? [] : [account]));
    const known = await audited(
      `known_automation: [${accounts.map((account) => `{ account: ${account}, terminal: PC-*, purpose: x }`).join(', ')}]\n`,
    );
    expect(reviewed(known).map(({ terminal }) => terminal)).toEqual(['PC-027']);
    // The checks of logons ask as before.
    const others = (outcome: Outcome) => outcome.report.findings.filter(({ check }) => check !== 'non-human-logon');
    expect(others(known)).toEqual(others(plain));
  });
});
