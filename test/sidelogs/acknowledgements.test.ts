import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ACCEPTING_RESULTS } from '../../src/sidelogs/accepting-results.ts';
import { dayFrom, daysProblem } from '../../src/sidelogs/acknowledgement-dates.ts';
import {
  ACKNOWLEDGEMENT_COLUMNS,
  type AcknowledgementColumn,
  acknowledgementLines,
  acknowledgementTable,
  keyOf,
} from '../../src/sidelogs/acknowledgement-lines.ts';
import { changeFile } from '../../src/sidelogs/acknowledgements-file.ts';
import { reviewsFrom } from '../../src/sidelogs/review-csv.ts';

const TODAY = '2026-11-16';
const FACTS = {
  ...{ check: 'logon-failure-elsewhere', result: 'failed', why: 'many-failures', failure_reasons: 'wrong-password', administrator: 'no' },
  ...{ success_followed: 'no', credentials_changed: 'no', certainty: 'certain', folded: '', accepted_count: '13', accounts: '1', places: '1' },
  ...{ subject: 's0123456789abcdef', place_key: 'p0123456789abcdef', origin_key: '' },
};
const SOUND: Readonly<Record<AcknowledgementColumn, string>> = {
  ...{ acknowledgement: keyOf(FACTS), acknowledged_by: 'Suzuki', acknowledged_on: '2026-11-16', acknowledged_until: '2027-03-31' },
  ...{ acknowledged_reason: 'backup', finding: 'f1', account: 'svc', place: 'FS01', network: 'n', ...FACTS },
};

function csvOf(...lines: readonly Partial<typeof SOUND>[]): string {
  const rows = lines.map((line) => ACKNOWLEDGEMENT_COLUMNS.map((column) => `"${{ ...SOUND, ...line }[column]}"`).join(','));
  return [ACKNOWLEDGEMENT_COLUMNS.join(','), ...rows, ''].join('\r\n');
}

function tableOf(text: string) {
  return acknowledgementTable(text, 'acknowledgements.csv', (header) => header);
}

describe('a line of the file', () => {
  test.each<[string | null, Partial<typeof SOUND>]>([
    [null, {}],
    [null, { acknowledged_until: '2027/3/31', acknowledged_on: '2026/11/16' }],
    [null, { acknowledged_reason: "'=1+1", account: 'anything', place: 'anything' }],
    ['by-empty', { acknowledged_by: ' ' }],
    ['reason-empty', { acknowledged_reason: '' }],
    ['on-no-day', { acknowledged_on: 'yesterday' }],
    ['until-no-day', { acknowledged_until: '2027-02-30' }],
    ['until-no-day', { acknowledged_until: '' }],
    ['until-too-far', { acknowledged_until: '2027-11-18' }],
    ['until-before-on', { acknowledged_until: '2026-11-15' }],
    ['on-in-future', { acknowledged_on: '2026-12-01' }],
    ['facts-changed', { administrator: 'yes' }],
    ['facts-changed', { accepted_count: '1300' }],
    ['facts-changed', { subject: 's1123456789abcdef' }],
    ['facts-changed', { acknowledgement: 'a0' }],
  ])('is %s with %j', (problem, line) => {
    expect(acknowledgementLines(tableOf(csvOf(line, {})), TODAY).map((one) => [one.line, one.problem])).toEqual([
      [2, problem],
      [3, null],
    ]);
  });

  test('whose days ran out long ago is no mistake', () => {
    const [line] = acknowledgementLines(tableOf(csvOf({ acknowledged_on: '2025-01-06', acknowledged_until: '2025/06/30' })), TODAY);
    expect(line).toMatchObject({ problem: null, cells: { acknowledged_until: '2025-06-30' } });
  });
});

describe('a file of which nothing can be relied on', () => {
  test.each([
    ['ack-column-missing', ''],
    ['ack-column-missing', csvOf({}).replace('subject', 'other')],
    ['ack-column-twice', csvOf({}).replace('place_key', 'subject')],
    ['ack-not-csv', `${csvOf({})}"half a line`],
  ])('is refused: %s', (code, text) => {
    expect(() => tableOf(text)).toThrow(expect.objectContaining({ code }));
  });
});

describe('days', () => {
  test.each([
    ['2026-12-31', '2026-12-31'],
    ['2026/1/5', '2026-01-05'],
    ['２０２６／１／５', '2026-01-05'],
    ['2026-02-29', null],
    ['2026-1/5', null],
    ['31.12.2026', null],
    ['', null],
  ])('%j is %j', (text, day) => {
    expect(dayFrom(text)).toBe(day);
  });

  test('may lie 366 days ahead', () => {
    expect(daysProblem('2026-11-16', '2027-11-17', TODAY)).toBeNull();
    expect(daysProblem('2026-11-16', '2027-11-18', TODAY)).toBe('until-too-far');
  });
});

describe('changing the file', () => {
  test('loses nothing when many do so at once, and leaves nothing beside it', async () => {
    await inFolderAsync(async (folder) => {
      const path = join(folder, 'a.csv');
      await Promise.all(Array.from({ length: 20 }, (_, at) => changeFile(path, (text) => `${text ?? ''}${at}\n`)));
      const lines = readFileSync(path, 'utf8').trim().split('\n');
      expect(lines.map(Number).sort((one, other) => one - other)).toEqual(Array.from({ length: 20 }, (_, at) => at));
      expect(readdirSync(folder)).toEqual(['a.csv']);
    });
  });

  test('goes on after a run that was killed while it did so', async () => {
    await inFolderAsync(async (folder) => {
      const path = join(folder, 'a.csv');
      const { pid } = spawnSync(process.execPath, ['-e', '']);
      writeFileSync(`${path}.lock`, `${pid}\n${hostname()}\n`);
      await changeFile(path, () => 'after');
      expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['after', ['a.csv']]);
    });
  });

  test.each([
    ['of a run that is alive', `${process.ppid}\n${hostname()}\n`],
    ['of another machine', '999999999\nelsewhere.example\n'],
    ['that says nothing yet', ''],
  ])('waits for a lock %s', async (_, mark) => {
    await inFolderAsync(async (folder) => {
      const path = join(folder, 'a.csv');
      writeFileSync(`${path}.lock`, mark);
      const changed = changeFile(path, () => 'after');
      await setTimeout(200);
      expect(readdirSync(folder)).toEqual(['a.csv.lock']);
      rmSync(`${path}.lock`);
      await changed;
      expect(readFileSync(path, 'utf8')).toBe('after');
    });
  });

  test('leaves it as it was when the change fails', async () => {
    await inFolderAsync(async (folder) => {
      const path = join(folder, 'a.csv');
      writeFileSync(path, 'before');
      const failing = changeFile(path, () => {
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['before', ['a.csv']]);
    });
  });
});

describe('a row that a reviewer filled in', () => {
  const columns = ['finding', 'reviewer', 'reviewed_on', 'review_result', 'remark'];
  const reviewsOf = (...rows: readonly string[]) => reviewsFrom([columns.join(','), ...rows, ''].join('\r\n'), 'findings.csv', (header) => header);

  test.each(ACCEPTING_RESULTS.map((word) => [word]))('accepts with %s', (word) => {
    expect(reviewsOf(`f1,Suzuki,2026/11/16,${word},note`).reviews[0]).toMatchObject({ problem: null, reviewedOn: '2026-11-16', remark: 'note' });
  });

  test.each([
    ['result-accepts-nothing', 'f1,Suzuki,,要調査,'],
    ['result-accepts-nothing', 'f1,Suzuki,,問題なしとは言えない,'],
    ['result-accepts-nothing', 'f1,Suzuki,,対応済,'],
    ['result-accepts-nothing', 'f1,Suzuki,,not ok,'],
    ['no-result', 'f1,Suzuki,,,'],
    ['no-reviewer', 'f1,,,OK,'],
    ['on-no-day', 'f1,Suzuki,先週,OK,'],
  ])('accepts nothing: %s for %s', (problem, row) => {
    expect(reviewsOf(row).reviews[0]?.problem).toBe(problem);
  });

  test('stands among rows that nobody touched', () => {
    expect(reviewsOf('f1,,,,', 'f2,Suzuki,,ＯＫ,', 'f3,,,,')).toMatchObject({ untouched: 2, reviews: [{ finding: 'f2', line: 3, problem: null }] });
  });
});

async function inFolderAsync(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'adlogon-test-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
