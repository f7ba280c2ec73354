import type { Certainty, ExpectedRow } from '../scenario.ts';
import type { Played } from '../tell-week.ts';
import type { Attempt } from '../true-attempts.ts';
import type { FoundRow, PutAttempt, Report } from './audit-town.ts';

const CERTAINTIES: readonly string[] = ['unknown', 'weak', 'contradicted', 'likely', 'certain'] satisfies readonly Certainty[];

/** The rows a scenario should have, and has not. */
export function missingRows({ expected }: Played, { findings }: Report): readonly ExpectedRow[] {
  return (expected.rows ?? []).filter((row) => !findings.some((found) => isThat(row, found)));
}

/** Rows at review about accounts that a scenario says to be quiet, but for those that something planted explains. */
export function loudRows({ expected }: Played, planted: readonly Played[], { findings }: Report): readonly FoundRow[] {
  const quiet = expected.quiet ?? [];
  return findings.filter(
    (found) =>
      found.level === 'review' &&
      quiet.some(({ account, terminal }) => sameName(account, found.account) && (terminal === null || terminal === found.terminal)) &&
      !isPlanted(found, planted),
  );
}

/** Rows at review that nothing planted explains. */
export function surplusRows(planted: readonly Played[], { findings }: Report): readonly FoundRow[] {
  return findings.filter((found) => found.level === 'review' && !isPlanted(found, planted));
}

function isPlanted(found: FoundRow, planted: readonly Played[]): boolean {
  return planted.some(({ expected }) => (expected.rows ?? []).some((row) => isThat(row, found)));
}

function isThat(row: ExpectedRow, found: FoundRow): boolean {
  return (
    row.check === found.check &&
    row.level === found.level &&
    sameName(row.account, found.account) &&
    (row.terminal === undefined || row.terminal === found.terminal) &&
    Date.parse(found.firstAt) >= Date.parse(row.from) &&
    Date.parse(found.lastAt) <= Date.parse(row.until) &&
    (row.because === undefined || row.because === found.levelBecause) &&
    sureness(found.certainty) <= sureness(row.atMost ?? 'certain') &&
    sureness(found.certainty) >= sureness(row.atLeast ?? 'unknown')
  );
}

function sureness(certainty: string): number {
  return CERTAINTIES.indexOf(certainty);
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** How the attempts were given to terminals, against the story. */
export interface Attribution {
  /** Attempts of the town's own machines, but for those behind an address of many. */
  readonly attempts: number;
  readonly right: number;
  /** Given to another terminal, or none. */
  readonly wrong: readonly PutAttempt[];
  /** Given to a terminal where it did not come from, or from behind an address of many, and called certain. */
  readonly surelyWrong: readonly PutAttempt[];
  readonly certain: number;
  /** Attempts that the product knows and the story does not: none. */
  readonly unknownToTheStory: number;
}

/** Compares every attempt of the story that these logs hold. */
export function attributionOf(truth: readonly Attempt[], put: readonly PutAttempt[]): Attribution {
  const byKey = new Map(put.map((attempt) => [`${attempt.recorded_by.toLowerCase()}#${attempt.record_id}`, attempt]));
  const known = truth.flatMap((attempt) => {
    const found = byKey.get(attempt.key);
    return found === undefined ? [] : [{ ...attempt, found }];
  });
  const own = known.filter(({ terminal, shared }) => terminal !== null && !shared);
  const wrong = own.filter(({ terminal, found }) => terminal !== found.terminal).map(({ found }) => found);
  const surelyWrong = known
    .filter(({ terminal, shared, found }) => (shared || terminal !== found.terminal) && found.terminal !== null && found.certainty === 'certain')
    .map(({ found }) => found);
  return {
    attempts: own.length,
    right: own.length - wrong.length,
    wrong,
    surelyWrong,
    certain: own.filter(({ found }) => found.certainty === 'certain').length,
    unknownToTheStory: put.length - known.length,
  };
}
