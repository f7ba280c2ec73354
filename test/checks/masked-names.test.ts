import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../src/checks/checklist.ts';
import { findingsCsv } from '../../src/report/findings-csv.ts';
import { reportJson } from '../../src/report/report-json.ts';
import { tableReport } from '../../src/report/table.ts';
import { checklistOf, type Line, linesOf, readLines, rulesPath } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));
const NO_DIRECTORY = OFFICE.filter(([kind = '']) => !['directories', 'person', 'administrator', 'computer'].includes(kind));
const PASSWORD = 'Sakura2026!';
const TYPED = [
  `4768,at=2026-11-10 09:00,account=${PASSWORD},domain=MIDORI,why=no-such-account,from=10.1.2.1`,
  `4768,at=2026-11-10 11:00,account=${PASSWORD.toUpperCase()},domain=MIDORI,why=no-such-account,from=10.1.2.2`,
  '4768,at=2026-11-10 12:00,account=Tulip,domain=MIDORI,why=no-such-account,from=10.1.2.2',
];

function run(events: readonly string[], { show = false, office = OFFICE }: { show?: boolean; office?: readonly Line[] } = {}) {
  return checklistOf([...office, ...linesOf(events.join('\n'))], undefined, show);
}

function accountsOf({ results }: Checklist): readonly (string | null)[] {
  return results.flatMap(({ findings }) => findings.map(({ account }) => account));
}

/** Everything that a run prints or writes, in both languages. */
function textsOf(checklist: Checklist): string {
  const options = { timezone: 'Asia/Tokyo', width: 200, colour: false, findings: 50 };
  const each = (['en', 'ja'] as const).flatMap((language) => [
    tableReport(checklist, { ...options, language }),
    findingsCsv(checklist, { ...options, language }),
  ]);
  return [...each, reportJson(checklist, options)].join('\n');
}

describe('a name that nobody has', () => {
  test('is in no report, and stands by the same words wherever it was typed', async () => {
    const checklist = await run(TYPED);
    const texts = textsOf(checklist);
    expect(texts.toLowerCase()).not.toContain(PASSWORD.toLowerCase());
    expect(texts).not.toContain('Tulip');
    expect(accountsOf(checklist)).toEqual(['unknown name 1 (11 characters)', 'unknown name 1 (11 characters)', 'unknown name 2 (5 characters)']);
    expect(texts).toContain('Logons of unknown name 2 (5 characters) failed at');
    expect(texts).toContain('不明な名前2(5文字)');
    expect(checklist.maskedNames).toBe(2);
    expect(texts).toContain('--show-unknown-names');
  });

  test('is shown when asked for, in the finding with the same id', async () => {
    const [masked, shown] = await Promise.all([run(TYPED), run(TYPED, { show: true })]);
    expect(accountsOf(shown)).toEqual([PASSWORD, PASSWORD.toUpperCase(), 'Tulip']);
    expect(textsOf(shown)).not.toContain('--show-unknown-names');
    const ids = ({ results }: Checklist) => results.flatMap(({ findings }) => findings.map(({ id }) => id));
    expect(ids(masked)).toEqual(ids(shown));
  });

  test('is no example of a large spray either', async () => {
    const limits = linesOf('settings,name=folded_accounts,value=20').concat(OFFICE);
    const guesses = Array.from({ length: 30 }, (_, n) => `4768,at=2026-11-10 10:${n + 10},account=Guess${n + 10},why=no-such-account,from=10.1.2.1`);
    const checklist = await run([...guesses, '4771,at=2026-11-10 10:05,account=abe,sid=1202,from=10.1.2.1'], { office: limits });
    const [finding] = checklist.results.flatMap(({ findings }) => findings);
    expect(finding).toMatchObject({ accounts: 31, account: null });
    expect(finding?.examples).toContain('abe');
    expect(finding?.examples).toHaveLength(20);
    expect(textsOf(checklist)).not.toMatch(/guess/i);
  });
});

describe('a name that was typed for a program (runas /netonly)', () => {
  const used = (name: string) => [
    `4624,at=2026-11-10 09:00,account=ito,domain=MIDORI,sid=1203,type=9,logon_process=seclogo,outbound_account=${name},by=FS01,input=3`,
  ];

  test('is in no report where nobody has it, and stands by the same words in both languages', async () => {
    const checklist = await run(used(PASSWORD));
    const texts = textsOf(checklist);
    expect(texts).not.toContain(PASSWORD);
    expect(texts).toContain(
      'other credentials put into a session (type 9, seclogo; runas /netonly or pass-the-hash) (unknown name 1 (11 characters))',
    );
    expect(texts).toContain('不明な名前1(11文字)');
    expect(checklist.maskedNames).toBe(1);
    expect(textsOf(await run(used(PASSWORD), { show: true }))).toContain(PASSWORD);
  });

  test('is shown where it is an account', async () => {
    const checklist = await run(used('adm-mori'));
    expect(textsOf(checklist)).toContain('pass-the-hash) (adm-mori)');
    expect(checklist.maskedNames).toBe(0);
  });
});

describe('a name is shown', () => {
  test.each([
    ['that the directory has', '4771,at=2026-11-10 09:00,account=sato,sid=1201,from=10.1.2.1', 'sato'],
    ['that the directory has, spelt otherwise', '4771,at=2026-11-10 09:00,account=SATO,domain=midori,from=10.1.2.1', 'sato'],
    ['that the directory calls by its UPN', '4771,at=2026-11-10 09:00,account=hanako.mori,domain=city.midori.example.jp,from=10.9.9.9', 'adm-mori'],
    ['of an account elsewhere that has a SID', '4771,at=2026-11-10 09:00,account=guest7,domain=OTHER,sid=S-1-5-21-1-1-1-5,from=10.1.2.1', 'guest7'],
  ])('%s', async (_, event, account) => {
    const checklist = await run([event]);
    expect(accountsOf(checklist)).toEqual([account]);
    expect(checklist.maskedNames).toBe(0);
  });

  test('that logged on at another time, as a local account does', async () => {
    const events = (name: string) => [
      '4625,at=2026-11-10 09:00,account=kiosk,domain=PC01,type=2,by=PC01,input=3',
      `4624,at=2026-11-10 15:00,account=${name},domain=PC01,type=2,by=PC01,input=3`,
    ];
    expect(accountsOf(await run(events('kiosk')))).toEqual(['kiosk']);
    expect(accountsOf(await run(events('other')))).toEqual(['unknown name 1 (5 characters)']);
  });
});

test('without a directory only names are masked that a domain controller called unknown', async () => {
  const events = [...TYPED.slice(0, 1), '4771,at=2026-11-10 10:00,account=sato,from=10.1.2.1'];
  const checklist = await run(events, { office: NO_DIRECTORY });
  expect(accountsOf(checklist)).toEqual(['unknown name 1 (11 characters)', 'sato']);
});
