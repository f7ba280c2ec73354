import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type FoundRow,
  type PutAttempt,
  putAttempts,
  type Report,
  reportOf,
  writeTown,
} from '../../samples/generator/scenarios/judging/audit-town.ts';
import { attributionOf, loudRows, missingRows, surplusRows } from '../../samples/generator/scenarios/judging/compare.ts';
import { type Played, tellTownWeek } from '../../samples/generator/scenarios/tell-week.ts';
import { VARIANTS, type Variant } from '../../samples/generator/scenarios/variants.ts';

/** Rows at review that a week without attacks may have. */
const MOST_ROWS = 10;
const LOGON_CHECKS = [
  'admin-logon-success-elsewhere',
  'admin-logon-failure-elsewhere',
  'user-terminal-logon-failure',
  'logon-failure-elsewhere',
] as const;

const FOLDER = mkdtempSync(join(tmpdir(), 'adlogon-scenarios-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const ATTACKED = tellTownWeek({ attacked: true });
const INNOCENT = tellTownWeek({ attacked: false });
const controllersOf = ({ logs }: typeof ATTACKED) => logs.filter(({ machine }) => machine.role === 'domain controller');

const titled = (played: readonly Played[]) => played.map((one) => [one.scenario.id, one.scenario.title, one] as const);

describe('a week of three hundred people with every attack', () => {
  let report: Report;
  let put: readonly PutAttempt[];
  beforeAll(() => {
    const inputs = writeTown(join(FOLDER, 'attacked'), ATTACKED);
    report = reportOf(join(FOLDER, 'attacked'), inputs);
    put = putAttempts(inputs);
  }, 120_000);

  test('there are at least twenty planted facts, and look-alikes beside them', () => {
    expect(ATTACKED.planted.length).toBeGreaterThanOrEqual(20);
    expect(ATTACKED.innocent.length).toBeGreaterThanOrEqual(15);
    expect(report.sumsAgree).toBe(true);
  });

  describe('what was planted is found', () => {
    test.each(titled(ATTACKED.planted.filter(({ scenario }) => scenario.known === undefined)))('%s: %s', (_, __, one) => {
      expect(missingRows(one, report)).toEqual([]);
    });

    // Aloud, and to be struck off as soon as it is found.
    test.each(titled(ATTACKED.planted.filter(({ scenario }) => scenario.known !== undefined)))('NOT YET: %s: %s', (_, __, one) => {
      expect(missingRows(one, report)).not.toEqual([]);
    });
  });

  test.each(titled(ATTACKED.innocent))('beside it is not to be reviewed: %s: %s', (_, __, one) => {
    expect(loudRows(one, ATTACKED.planted, report).map(briefly)).toEqual([]);
  });

  test('nothing is to be reviewed but what was planted', () => {
    expect(surplusRows(ATTACKED.planted, report).map(briefly)).toEqual([]);
  });

  test('99 in 100 attempts are given to the right terminal, and no wrong one is called certain', () => {
    const { attempts, right, surelyWrong, unknownToTheStory } = attributionOf(ATTACKED.attempts, put);
    expect(attempts).toBeGreaterThan(5_000);
    expect(right / attempts).toBeGreaterThanOrEqual(0.99);
    expect(surelyWrong).toEqual([]);
    expect(unknownToTheStory).toBe(0);
  });

  test('with the logs of the domain controllers alone, and no DHCP logs, the same but for what only servers see', () => {
    const folder = join(FOLDER, 'controllers');
    const inputs = writeTown(folder, ATTACKED, { logs: controllersOf(ATTACKED), dhcp: false });
    const alone = reportOf(folder, inputs);
    const visible = ATTACKED.planted.filter(({ scenario }) => scenario.known === undefined && !scenario.needsServerLogs);
    expect(visible.filter((one) => missingRows(one, alone).length > 0).map(({ scenario }) => scenario.id)).toEqual([]);
    expect(ATTACKED.innocent.filter((one) => loudRows(one, ATTACKED.planted, alone).length > 0).map(({ scenario }) => scenario.id)).toEqual([]);
    const { attempts, right, surelyWrong } = attributionOf(ATTACKED.attempts, putAttempts(inputs));
    expect(right / attempts).toBeGreaterThanOrEqual(0.99);
    expect(surelyWrong).toEqual([]);
  }, 120_000);
});

describe('the same week without attacks', () => {
  test(`has at most ${MOST_ROWS} rows to review, none of them wrong (here none at all), and everything was covered`, () => {
    const report = reportOf(join(FOLDER, 'innocent'), writeTown(join(FOLDER, 'innocent'), INNOCENT));
    expect(surplusRows([], report).length).toBeLessThanOrEqual(MOST_ROWS);
    expect(surplusRows([], report).map(briefly)).toEqual([]);
    expect(logonChecks(report).flatMap(({ gaps }) => gaps)).toEqual([]);
  }, 120_000);
});

describe('where the logs could not have shown it, nothing is called clean', () => {
  const titledVariants = (known: boolean) =>
    VARIANTS.filter((variant) => (variant.known !== undefined) === known).map((variant) => [variant.id, variant.title, variant] as const);

  /** Checks that do not say what they should, each with what they say. */
  function silent({ id, change, period = [], gap, checks }: Variant): readonly string[] {
    const folder = join(FOLDER, id);
    const report = reportOf(folder, writeTown(folder, INNOCENT, { logs: change(controllersOf(INNOCENT)), dhcp: false, period }));
    rmSync(folder, { recursive: true });
    return logonChecks(report)
      .filter(({ check }) => checks === 'all' || check !== 'admin-logon-success-elsewhere')
      .filter(
        ({ outcome, gaps }) =>
          outcome === 'clean' ||
          !gaps.some(
            ({ code, about, count }) =>
              code === gap.code && about?.split('.')[0]?.toUpperCase() === gap.about && (gap.count === undefined || gap.count === count),
          ),
      )
      .map(({ check, outcome, gaps }) => `${check}: ${outcome} ${gaps.map(({ code, about, count }) => `${code} ${about} ${count}`).join(', ')}`);
  }

  test.each(titledVariants(false))('%s: %s', (_, __, variant) => expect(silent(variant)).toEqual([]), 120_000);

  // Aloud, and to be struck off as soon as it is said.
  const notYet = titledVariants(true);
  if (notYet.length > 0) test.each(notYet)('NOT YET: %s: %s', (_, __, variant) => expect(silent(variant)).not.toEqual([]), 120_000);
});

function briefly({ check, levelBecause, account, terminal, terminalAddress, certainty, firstAt }: FoundRow): string {
  return `${check}: ${levelBecause} ${account} ${terminal ?? terminalAddress} ${certainty} ${firstAt}`;
}

function logonChecks({ checklist }: Report): Report['checklist'] {
  const ours: readonly string[] = LOGON_CHECKS;
  return checklist.filter(({ check }) => ours.includes(check));
}
