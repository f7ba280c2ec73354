import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inFolder, type Run, runAdlogon, runHere, WEEK_ARGUMENTS } from './run-adlogon.ts';

/** The last day that is allowed today, so that the sample week lies before it. */
const UNTIL = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);
const TODAY = new Date().toISOString().slice(0, 10);

interface ReportedFinding {
  readonly finding: string;
  readonly account: string | null;
  readonly terminal: string | null;
  readonly level: string;
  readonly check: string;
  readonly kind: { readonly subject: string };
  readonly acknowledgement: { readonly state: string; readonly by: string; readonly differences: readonly { readonly fact: string }[] } | null;
}

interface Reported {
  readonly findings: readonly ReportedFinding[];
  readonly checklist: readonly { readonly check: string; readonly outcome: string; readonly toReview: number; readonly acknowledged: number }[];
  readonly acknowledgements: object | null;
}

async function auditIn(folder: string, ...more: readonly string[]): Promise<{ readonly report: Reported; readonly run: Run }> {
  const run = await runHere([...WEEK_ARGUMENTS, '--lang', 'en', '--out', folder, ...more]);
  return { run, report: JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Reported };
}

function idsOf(report: Reported, fits: (finding: ReportedFinding) => boolean): readonly string[] {
  return report.findings.filter((one) => one.level === 'review' && fits(one)).map((one) => one.finding);
}

function ackArguments(file: string, report: string, ids: readonly string[]): readonly string[] {
  const about = ['--by', 'Suzuki', '--reason', 'known', '--until', UNTIL];
  return ['ack', ...ids, ...about, '--report', report, '--acknowledgements', file, '--lang', 'en'];
}

function ackIn(file: string, report: string, ids: readonly string[]) {
  return runHere(ackArguments(file, report, ids));
}

function exitOf(args: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => spawn(process.execPath, ['bin/adlogon.js', ...args], { stdio: 'ignore' }).on('close', resolve));
}

const FIRST = mkdtempSync(join(tmpdir(), 'adlogon-test-'));
let first: Reported = { findings: [], checklist: [], acknowledgements: null };
beforeAll(async () => {
  first = (await auditIn(FIRST)).report;
});
afterAll(() => rmSync(FIRST, { recursive: true, force: true }));

describe('adlogon ack', () => {
  test('keeps what is accepted from asking again, until it changes or expires', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'acknowledgements.csv');
      const report = first;
      const admins = idsOf(report, (one) => one.check === 'admin-logon-failure-elsewhere');
      const [goto = ''] = idsOf(report, (one) => one.account === 'goto-t' && one.terminal === 'PC-003');
      const taken = await ackIn(file, FIRST, [...admins, goto]);
      expect([taken.code, taken.err]).toEqual([0, '']);
      expect(taken.out).toContain('a logon of an administrator');

      const { run, report: second } = await auditIn(join(folder, 'second'), '--acknowledgements', file);
      expect(run.err).not.toContain('not used');
      expect(second.checklist.find((one) => one.check === 'admin-logon-failure-elsewhere')).toMatchObject({
        ...{ outcome: 'clean', toReview: 0, acknowledged: admins.length },
      });
      expect(run.out).toContain('clean (2 acknowledged)');
      expect(run.out).toContain('Acknowledged, nothing to review (3)');
      expect(run.out).toMatch(/Acknowledged, an administrator, by Suzuki on \d{4}-\d\d-\d\d, until \d{4}-\d\d-\d\d: known/);
      // The level stays, and so does the finding.
      expect(idsOf(second, () => true)).toEqual(idsOf(report, () => true));
      const elsewhere = second.findings.filter((one) => one.account === 'goto-t' && one.terminal !== 'PC-003' && one.level === 'review');
      expect(elsewhere.map((one) => [one.acknowledgement?.state, one.acknowledgement?.differences.map(({ fact }) => fact)])).toEqual(
        elsewhere.map(() => ['changed', ['place']]),
      );
      expect(run.out.replace(/\s+/g, ' ')).toContain('Asks again: changed since acknowledged by Suzuki on');
      expect(run.out).toContain('(the place was PC-003)');

      const over = readFileSync(file, 'utf8')
        .replaceAll(UNTIL, '2025/12/1')
        .replace(/,\d{4}-\d\d-\d\d,2025\/12\/1,/g, ',2025/11/1,2025/12/1,');
      writeFileSync(file, over);
      const { run: third, report: expired } = await auditIn(join(folder, 'third'), '--acknowledgements', file);
      expect(third.out).toContain('Asks again: the acknowledgement by Suzuki expired on 2025-12-01');
      expect(expired.checklist.map((one) => one.toReview)).toEqual(report.checklist.map((one) => one.toReview));
    });
  });

  test('loses no line when several runs add to the file at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'adlogon-test-'));
    try {
      const file = join(folder, 'a.csv');
      const ids = idsOf(first, () => true).slice(0, 4);
      const codes = await Promise.all(ids.map((id) => exitOf(ackArguments(file, FIRST, [id]))));
      expect([ids.length, codes]).toEqual([4, [0, 0, 0, 0]]);
      const rows: Record<string, string>[] = parse(readFileSync(file), { bom: true, columns: true });
      expect(rows.map((row) => row.finding).sort()).toEqual([...ids].sort());
      expect(readdirSync(folder)).toEqual(['a.csv']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('takes back by key or finding, and leaves every other line as it is', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'a.csv');
      const report = first;
      const [one = '', two = ''] = idsOf(report, (finding) => finding.account === 'goto-t');
      await ackIn(file, FIRST, [one]);
      const before = readFileSync(file, 'utf8');
      await ackIn(file, FIRST, [two]);
      const removed = runAdlogon(['ack', '--remove', two, '--acknowledgements', file, '--lang', 'en']);
      expect([removed.code, readFileSync(file, 'utf8')]).toEqual([0, before]);
      expect(await runHere(['ack', '--remove', two, '--acknowledgements', file, '--lang', 'en'])).toMatchObject({ code: 2, out: '' });
      expect(readFileSync(file, 'utf8')).toBe(before);
    });
  });
});

describe('what adlogon ack refuses', () => {
  test('says what it does not take: an unknown finding, a note', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'a.csv');
      const report = first;
      const out = FIRST;
      const note = report.findings.find((one) => one.level === 'note')?.finding ?? '';
      const { code, out: said } = await ackIn(file, out, ['nothing', note]);
      expect(code).toBe(1);
      expect(said).toContain('Not taken: nothing: the report has no such finding.');
      expect(said).toContain(`Not taken: ${note}: it is a note, nobody is asked.`);
      expect(() => readFileSync(file)).toThrow();
    });
  });

  test('does not take a success from a place that nothing but the terminal itself names; a failure from there it takes', async () => {
    await inFolder(async (folder) => {
      const file = join(folder, 'a.csv');
      const [base] = first.findings.filter((one) => one.level === 'review');
      const unproven = (finding: string, result: string) => ({ ...base, finding, kind: { ...base?.kind, placeUnproven: true, result } });
      writeFileSync(join(folder, 'report.json'), JSON.stringify({ findings: [unproven('success', 'succeeded'), unproven('failure', 'failed')] }));
      const { code, out } = await ackIn(file, folder, ['success', 'failure']);
      expect(code).toBe(1);
      expect(out).toContain('Not taken: success: a success from a place that only the terminal itself names: anybody could say so.');
      expect(out).toMatch(/^failure: acknowledged until/m);
      expect(readFileSync(file, 'utf8').trimEnd().split('\r\n')).toHaveLength(2);
    });
  });

  test.each([
    ['--until', ['x', '--by', 'a', '--reason', 'b', '--report', 'r']],
    ['--by', ['x', '--until', UNTIL, '--reason', 'b', '--report', 'r']],
    ['--reason', ['x', '--until', UNTIL, '--by', 'a', '--reason', ' ', '--report', 'r']],
    ['366 days', ['x', '--until', '2999-01-01', '--by', 'a', '--reason', 'b', '--report', 'r']],
    ['366 days', ['x', '--until', '2020-01-01', '--by', 'a', '--reason', 'b', '--report', 'r']],
    ['there is no report there', ['x', '--until', UNTIL, '--by', 'a', '--reason', 'b', '--report', 'r']],
    ['Not several of them', ['x', '--from', 'findings.csv', '--until', UNTIL]],
    ['Not several of them', []],
  ])('ends with 2 and names %s', async (named, args) => {
    const { code, err } = await runHere(['ack', ...args, '--lang', 'en']);
    expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
    expect(err).toContain(named);
  });
});

describe('the filled-in findings.csv', () => {
  test.each([
    ['cp932', 'ja'],
    ['utf8', 'en'],
  ] as const)('is read as Excel saved it: %s, %s', async (encoding, language) => {
    await inFolder(async (folder) => {
      const file = join(folder, 'a.csv');
      if (language === 'en') cpSync(FIRST, folder, { recursive: true });
      else await runHere([...WEEK_ARGUMENTS, '--lang', language, '--out', folder]);
      const csv = join(folder, 'findings.csv');
      const [header = [], ...rows]: string[][] = parse(readFileSync(csv), { bom: true });
      const at = (en: string, ja: string) => header.indexOf(language === 'en' ? en : ja);
      const fill = (row: string[] | undefined, reviewer: string, result: string, remark: string) => {
        if (row === undefined) return;
        row[at('reviewer', '確認者')] = reviewer;
        row[at('reviewed_on', '確認日')] = TODAY.replaceAll('-', '/');
        row[at('review_result', '確認結果')] = result;
        row[at('remark', '備考')] = remark;
      };
      fill(rows[0], '鈴木', '問題なし', '=cmd|/c calc!A1 "夜間", \n保守');
      fill(rows[1], '鈴木', '要調査', '');
      fill(rows[2], '', 'OK', '');
      writeFileSync(
        csv,
        encodedAs(encoding, [header, ...rows].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')),
      );

      const { code, out } = await runHere(['ack', '--from', csv, '--until', UNTIL, '--acknowledgements', file, '--lang', language]);
      expect(code).toBe(1);
      expect(out).toContain('要調査');
      expect(out.match(/Not taken|承認していません/g)).toHaveLength(2);
      const written = readFileSync(file, 'utf8');
      expect(written.startsWith('\ufeff')).toBe(true);
      expect(written).toContain('問題なし: =cmd|/c calc!A1 ""夜間"", 保守');
      const again = await runHere([...WEEK_ARGUMENTS, '--lang', language, '--acknowledgements', file]);
      expect(again.err).toBe('');
      expect(again.out).toContain(language === 'ja' ? '承認済み・確認不要(1 件)' : 'Acknowledged, nothing to review (1)');
    });
  });
});

test('a line that was changed accepts nothing and is told; hostile words stay words', async () => {
  await inFolder(async (folder) => {
    const file = join(folder, 'acknowledgements.csv');
    const report = first;
    const [one = '', two = ''] = idsOf(report, (finding) => finding.account === 'goto-t');
    const hostile = ['--by', '=HYPERLINK("http://evil.example")', '--reason', '\u001b[31mred\u202e\r\n@SUM(A1)'];
    const args = ['--until', UNTIL, '--report', FIRST, '--acknowledgements', file, '--lang', 'en'];
    expect((await runHere(['ack', one, ...hostile, ...args])).code).toBe(0);
    expect((await runHere(['ack', two, '--by', 'b', '--reason', 'c', ...args])).code).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(`"'=HYPERLINK(`);
    writeFileSync(file, text.replace(/no,no,no,certain(?=.*\r\n$)/, 'yes,no,no,certain'));
    writeFileSync(join(folder, 'adlogon.yaml'), 'acknowledgements: acknowledgements.csv\n');
    const run = await runHere([...WEEK_ARGUMENTS, '--lang', 'en', '--config', join(folder, 'adlogon.yaml')]);
    expect(run.err).toMatch(/acknowledgements\.csv: line 3 is not used \(what was acknowledged does not fit its key/);
    expect(run.out).toContain('Acknowledged, nothing to review (1)');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
    expect(run.out).not.toMatch(/[\u001b\u202e]/);
  });
});

test('a configuration may name the file before there is one; an option may not', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'adlogon.yaml'), 'acknowledgements: acknowledgements.csv\n');
    const run = await runHere([...WEEK_ARGUMENTS, '--lang', 'en', '--config', join(folder, 'adlogon.yaml')]);
    expect([run.code, run.err]).toEqual([1, expect.stringContaining('there is no acknowledgements file yet')]);
    expect(await runHere([...WEEK_ARGUMENTS, '--lang', 'en', '--acknowledgements', join(folder, 'typo.csv')])).toMatchObject({ code: 2, out: '' });
  });
});

/** The characters of CP932 that the sample has, by turning its decoder round. */
function encodedAs(encoding: 'cp932' | 'utf8', text: string): Uint8Array {
  if (encoding === 'utf8') return Buffer.from(text, 'utf8');
  const decoder = new TextDecoder('shift_jis');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !codes.has(character)) codes.set(character, [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : (codes.get(character) ?? [0x3f]))));
}
