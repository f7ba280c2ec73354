import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shownRecords, writeTown } from '../../samples/generator/scenarios/judging/audit-town.ts';
import { type ProgramsShown, programsShown } from '../../samples/generator/scenarios/judging/programs-shown.ts';
import { tellTownWeek } from '../../samples/generator/scenarios/tell-week.ts';

/** Of the attempts that programs planted, in a row to review. */
const LEAST_SHOWN = 0.95;
/** Rows to review that no attack explains, in a week of three hundred people. */
const MOST_FALSE_ROWS = 1;

const FOLDER = mkdtempSync(join(tmpdir(), 'adlogon-programs-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

describe('programs in a week of three hundred people, told by the generator', () => {
  const week = tellTownWeek({ attacked: false, programs: 'all' });
  let seen: ProgramsShown;
  beforeAll(() => {
    seen = programsShown(week.attacks, shownRecords(writeTown(join(FOLDER, 'all'), week)));
  }, 120_000);
  const titled = (known: boolean) =>
    week.attacks.filter(({ program }) => (program.known !== undefined) === known).map(({ program }) => [program.id, program.title] as const);
  const shownOf = (id: string) => seen.attacks.find(({ ran }) => ran.program.id === id)?.shown;

  test('95 in 100 attempts are shown', () => {
    const attempts = seen.attacks.reduce((sum, { ran }) => sum + ran.attempts.length, 0);
    const shown = seen.attacks.reduce((sum, one) => sum + one.shown, 0);
    expect(attempts).toBeGreaterThan(400);
    expect(shown / attempts).toBeGreaterThanOrEqual(LEAST_SHOWN);
  });

  test.each(titled(false))('shown: %s: %s', (id) => expect(shownOf(id)).toBeGreaterThan(0));

  // Aloud, and to be struck off as soon as it is shown.
  test.each(titled(true))('NOT YET: %s: %s', (id) => expect(shownOf(id)).toBe(0));

  test('no row to review but of an attack, or one at most', () => {
    expect(week.lookAlikes.length).toBeGreaterThanOrEqual(20);
    expect(seen.falseRows.slice(MOST_FALSE_ROWS)).toEqual([]);
  });
});

test('a week of three hundred people with honest programs alone has one false row at most', () => {
  const week = tellTownWeek({ attacked: false, programs: 'honest' });
  const { falseRows } = programsShown([], shownRecords(writeTown(join(FOLDER, 'honest'), week)));
  expect(falseRows.slice(MOST_FALSE_ROWS)).toEqual([]);
}, 120_000);
