import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readChecks } from '../../src/checks/read-checks.ts';
import { CHECKS_FOLDER } from '../../src/checks/rules-folder.ts';
import { ERRORS } from '../../src/report/words/errors.ts';
import { checklistOf, linesOf, readLines, rulesPath } from '../rules-tables.ts';
import { userErrorOf, withFolder } from './folder-of.ts';

const OFFICE = await readLines(rulesPath('office.csv'));
const HEADER = `-- title.en: Printers
-- title.ja: プリンター
-- clause: -
-- needs: logon-successes
-- sentence.en: {account} printed.
-- sentence.ja: {account} が印刷した。
-- innocent_when.en: printing
-- innocent_when.ja: 印刷
`;
const ROWS = `select 'note' as level, account, min(occurred_at) as first_at, count(*) as records from attempts where account = 'sato' group by account order by account`;

test("an organisation's own checks come after ours, in order of id, and run over our models", async () => {
  const lines = [...OFFICE, ...linesOf('4768,account=sato,sid=1201,from=10.1.2.1')];
  await withFolder(
    { 'b-printers.sql': HEADER + ROWS, 'a-empty.sql': `\uFEFF${HEADER}select 1 as account where false`, 'README.txt': 'no check' },
    async (folder) => {
      const checks = await readChecks(CHECKS_FOLDER, [folder]);
      expect(checks.map(({ id, origin }) => [id, origin])).toEqual([
        ['admin-logon-success-elsewhere', 'ours'],
        ['admin-logon-failure-elsewhere', 'ours'],
        ['user-terminal-logon-failure', 'ours'],
        ['admin-terminal-mail-web', 'ours'],
        ['non-human-logon', 'ours'],
        ['suspicious-outbound', 'ours'],
        ['logon-failure-elsewhere', 'ours'],
        ['a-empty', folder],
        ['b-printers', folder],
      ]);
      const { results } = await checklistOf(lines, checks);
      expect(results.slice(7).map(({ outcome, noted, toReview }) => ({ outcome, noted, toReview }))).toEqual([
        { outcome: 'clean', noted: 0, toReview: 0 },
        { outcome: 'clean', noted: 1, toReview: 0 },
      ]);
      expect(results[8]?.findings[0]).toMatchObject({
        check: 'b-printers',
        account: 'sato',
        count: 1,
        levelBecause: null,
        terminal: null,
        evidence: [],
        recordedBy: [],
      });
    },
  );
});

test('a row without a level, or with one that nobody knows, is for review', async () => {
  const sql = `${HEADER}select 'sato' as account union all select 'abe' order by 1`;
  const odd = `${HEADER}select 'urgent' as level, 'sato' as account`;
  await withFolder({ 'none.sql': sql, 'odd.sql': odd }, async (folder) => {
    const { results } = await checklistOf(OFFICE, await readChecks(folder));
    expect(results.map(({ outcome, toReview }) => [outcome, toReview])).toEqual([
      ['found', 2],
      ['found', 1],
    ]);
  });
});

test('rows that nothing tells apart have different ids all the same', async () => {
  await withFolder({ 'twins.sql': `${HEADER}select 'sato' as account union all select 'sato'` }, async (folder) => {
    const { results } = await checklistOf(OFFICE, await readChecks(folder));
    const ids = results[0]?.findings.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(2);
  });
});

const WRONG = [
  { what: 'a key that nobody knows', text: `-- severity: high\n${HEADER}select 1`, code: 'rule-key-unknown', details: { key: 'severity' } },
  { what: 'a key twice', text: `${HEADER}-- clause: -\nselect 1`, code: 'rule-key-twice', details: { key: 'clause' } },
  { what: 'a key missing', text: `${HEADER.replace(/-- title.ja.*\n/, '')}select 1`, code: 'rule-key-missing', details: { key: 'title.ja' } },
  {
    what: 'a key without a value',
    text: `${HEADER.replace('印刷\n', '\n')}select 1`,
    code: 'rule-key-missing',
    details: { key: 'innocent_when.ja' },
  },
  { what: 'no header', text: 'select 1', code: 'rule-key-missing', details: { key: 'title.en' } },
  {
    what: 'evidence that nobody knows',
    text: `${HEADER.replace('logon-successes', 'directory, dhcp')}select 1`,
    code: 'check-needs-unknown',
    details: { evidence: 'dhcp' },
  },
];

describe.each(WRONG)('a check with $what', ({ text, code, details }) => {
  test(`is refused: ${code}`, async () => {
    await withFolder({ 'own.sql': text }, async (folder) => {
      const error = await userErrorOf(() => readChecks(CHECKS_FOLDER, [folder]));
      expect(error).toMatchObject({ code, details: { file: join(folder, 'own.sql'), ...details } });
      expect(Object.keys(ERRORS)).toContain(code);
    });
  });
});

test('an id of ours, or of another folder, cannot be taken', async () => {
  const files = { 'logon-failure-elsewhere.sql': `${HEADER}select 1` };
  await withFolder(files, async (folder) => {
    expect(await userErrorOf(() => readChecks(CHECKS_FOLDER, [folder]))).toEqual({
      code: 'check-id-taken',
      details: { folder, id: 'logon-failure-elsewhere' },
    });
    await withFolder(files, async (other) => {
      expect(await userErrorOf(() => readChecks(folder, [other]))).toMatchObject({ code: 'check-id-taken', details: { folder: other } });
    });
  });
});

test('a folder without checks, or none at all, is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'adlogon-rules-'));
  expect(await userErrorOf(() => readChecks(CHECKS_FOLDER, [folder]))).toEqual({ code: 'rules-folder-empty', details: { folder } });
  await rm(folder, { recursive: true });
  expect(await userErrorOf(() => readChecks(CHECKS_FOLDER, [folder]))).toMatchObject({ code: 'rules-folder-unreadable', details: { folder } });
});

test.each([
  { what: 'a column that does not exist', sql: 'select level, severity from episodes' },
  { what: 'a mistake of syntax', sql: 'selec 1' },
  { what: 'an error while it runs', sql: `select cast(account as integer) as account from accounts` },
  { what: 'a file of its own', sql: `select * from read_csv('/etc/passwd')` },
])('an own check with $what is one line that names it', async ({ sql }) => {
  await withFolder({ 'mine.sql': HEADER + sql }, async (folder) => {
    const checks = await readChecks(CHECKS_FOLDER, [folder]);
    const error = await userErrorOf(() => checklistOf(OFFICE, checks));
    expect(error).toMatchObject({ code: 'check-failed', details: { id: 'mine', folder, problem: expect.stringMatching(/^[^\n]{10,}$/) } });
  });
});

test('an own check whose evidence is missing is not assessed', async () => {
  await withFolder({ 'own.sql': HEADER + ROWS }, async (folder) => {
    const checks = await readChecks(folder);
    const { results } = await checklistOf(linesOf('period'), checks);
    expect(results.map(({ outcome, gaps }) => [outcome, gaps.map(({ code }) => code)])).toEqual([['not assessed', ['no-input']]]);
  });
});
