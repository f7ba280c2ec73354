import { expect, test } from 'vitest';
import type { Finding } from '../../src/checks/finding.ts';
import { sentenceOf } from '../../src/report/sentence.ts';
import { checklistOf, type Line, linesOf, readLines, rulesPath, toldOnce } from '../rules-tables.ts';

const OFFICE = await readLines(rulesPath('office.csv'));
const LIMITS = linesOf('settings,name=folded_accounts,value=8\nsettings,name=folded_places,value=8\nsettings,name=folded_unknown_places,value=8');

/** Names tried from one PC, one a minute. */
const guesses = (count: number, from = '10.1.2.1') =>
  numbers(count).map((n) => `4771,at=10:${two(n)},account=guess${n},why=no-such-account,from=${from}`);

test('so many accounts of a spray at one place are one finding, with examples and the first evidence', async () => {
  const findings = await findingsOf(guesses(30));
  expect(findings).toMatchObject([
    {
      check: 'user-terminal-logon-failure',
      level: 'review',
      levelBecause: 'spray',
      count: 30,
      accounts: 30,
      places: 1,
      account: null,
      terminal: 'PC01',
    },
  ]);
  expect(findings[0]?.examples.slice(0, 3)).toEqual(['guess0', 'guess1', 'guess10']);
  expect(findings[0]?.examples).toHaveLength(20);
  expect(findings[0]?.evidence).toHaveLength(20);
  expect(findings[0]?.evidenceCount).toBe(30);
});

test('one account fewer, and each is a finding of its own', async () => {
  const findings = await findingsOf(guesses(7));
  expect(findings.map(({ accounts, account }) => [accounts, account])).toEqual(numbers(7).map((n) => [1, `guess${n}`]));
});

test('accounts that failed at one place without ever being a spray are not folded', async () => {
  const findings = await findingsOf(numbers(7).map((n) => `4771,at=2026-11-10 ${two(n)}:00,account=user${n},from=10.1.2.1`));
  expect(findings).toHaveLength(7);
});

test('an administrator stands alone in the middle of a spray', async () => {
  const findings = await findingsOf([...guesses(30), '4771,at=10:05,account=adm-mori,sid=1101,from=10.1.2.1']);
  expect(findings.map(({ check, account, accounts }) => [check, account, accounts])).toEqual([
    ['admin-logon-failure-elsewhere', 'adm-mori', 1],
    ['user-terminal-logon-failure', null, 30],
  ]);
});

test('an administrator stands alone even where no admin terminal is known and the check of administrators is not asked', async () => {
  const lines = [...OFFICE.filter((line) => !line.includes('admin_terminal=true')), ...LIMITS];
  const findings = await findingsOf([...guesses(30), '4771,at=10:05,account=adm-mori,sid=1101,from=10.1.2.1'], lines);
  expect(findings.map(({ account, accounts }) => [account, accounts])).toEqual([
    [null, 30],
    ['adm-mori', 1],
  ]);
});

test('an account that a success at the same place followed stands alone, and says so', async () => {
  const findings = await findingsOf([
    ...guesses(30),
    '4771,at=10:03,account=sato,sid=1201,from=10.1.2.1',
    '4768,at=12:00,account=sato,sid=1201,from=10.1.2.1',
  ]);
  expect(findings.map(({ account, accounts, levelBecause }) => [account, accounts, levelBecause])).toEqual([
    [null, 30, 'spray'],
    ['sato', 1, 'spray-then-success'],
  ]);
});

test('a success before the spray keeps no account out of it', async () => {
  const findings = await findingsOf([
    ...guesses(30),
    '4768,at=08:00,account=sato,sid=1201,from=10.1.2.1',
    '4771,at=10:03,account=sato,sid=1201,from=10.1.2.1',
  ]);
  expect(findings).toMatchObject([{ accounts: 31, count: 31 }]);
});

test('one account tried from so many places is one finding', async () => {
  const findings = await findingsOf(numbers(30).map((n) => `4771,at=10:${two(n)},account=sato,sid=1201,from=10.9.9.${n}`));
  expect(findings).toMatchObject([
    { levelBecause: 'many-terminals', account: 'sato', accountSid: expect.stringMatching(/-1201$/), count: 30, accounts: 1, places: 30 },
  ]);
  expect(findings[0]).toMatchObject({ terminal: null, terminalAddress: null, attribution: null, certainty: 'unknown' });
  expect(findings[0]?.examples).toContain('10.9.9.0');
});

test('ever new accounts from ever new places that nobody knows are one finding; those from a known PC are not among them', async () => {
  const scattered = numbers(30).map((n) => `4771,at=2026-11-${10 + Math.floor(n / 12)} ${two(8 + (n % 12))}:00,account=guess${n},from=10.9.9.${n}`);
  const findings = await findingsOf([...scattered, '4771,at=2026-11-10 08:00,account=sato,sid=1201,from=10.1.2.1']);
  expect(findings.map(({ account, accounts, places, count, levelBecause }) => [account, accounts, places, count, levelBecause])).toEqual([
    ['sato', 1, 1, 1, 'few-failures'],
    [null, 30, 30, 30, 'unknown-terminal'],
  ]);
});

test('a spray that gives itself another name each time is one finding by either check, however few are folded else', async () => {
  const tried = (count: number) =>
    numbers(count).map((n) => `4776,at=10:00:${two(n * 2)},account=user${n},sid=${3000 + n},why=wrong-password,named=Xq${n}ZpLkRtWv`);
  const persons = (count: number) => numbers(count).map((n) => `person,account=user${n},sid=${3000 + n}`);
  const told = async (count: number) => {
    const { results } = await checklistOf([...OFFICE, ...linesOf([...persons(count), ...tried(count)].join('\n'))]);
    const findings = results.flatMap((result) => result.findings);
    return findings.map(({ check, accounts, places, account, levelBecause }) => [check, accounts, places, account, levelBecause]);
  };
  expect(await told(12)).toEqual([
    ['non-human-logon', 12, 12, null, 'program-suspected'],
    ['logon-failure-elsewhere', 12, 12, null, 'spread-spray'],
  ]);
  expect((await told(9)).length, 'fewer than a spread spray are told one by one').toBe(18);
});

test('a folded finding keeps its id when the spray goes on, and its sentence tells how many and from where', async () => {
  const [before] = await findingsOf(guesses(20));
  const [after] = await findingsOf(guesses(40));
  expect(after?.id).toBe(before?.id);
  expect(after?.count).toBe(40);
  const sentence = { en: 'Logons of {account} failed at {terminal}.', ja: '端末 {terminal} で {account} のログオンが失敗した。' };
  expect(after && sentenceOf(sentence, after, { language: 'en', timezone: 'UTC' })).toBe('Logons of 40 accounts failed at PC01.');
  expect(after && sentenceOf(sentence, after, { language: 'ja', timezone: 'UTC' })).toBe('端末 PC01 で 40 件のアカウントのログオンが失敗した。');
});

test('every failure is counted and has its evidence once, whatever is folded', async () => {
  const events = [
    ...guesses(30),
    ...guesses(30, '10.1.2.2'),
    '4771,at=10:05,times=3,account=adm-mori,sid=1101,from=10.1.2.1',
    ...numbers(30).map((n) => `4771,at=13:${two(n)},account=abe,sid=1202,from=10.9.9.${n}`),
    '4771,at=10:03,account=sato,sid=1201,from=10.1.2.1',
    '4768,at=10:04,account=sato,sid=1201,from=10.1.2.1',
  ];
  const findings = await findingsOf(events);
  expect(findings.reduce((sum, { count }) => sum + count, 0)).toBe(94);
  expect(findings.reduce((sum, { evidenceCount }) => sum + evidenceCount, 0)).toBe(94);
  const keys = findings.flatMap(({ evidence }) => evidence);
  expect(new Set(keys).size).toBe(keys.length);
});

async function findingsOf(events: readonly string[], office: readonly Line[] = [...OFFICE, ...LIMITS]): Promise<readonly Finding[]> {
  const { results } = await checklistOf([...office, ...linesOf(events.join('\n'))]);
  return toldOnce(results).flatMap(({ findings }) => findings);
}

function numbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, n) => n);
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
