import { COLUMNS } from '../report/words/columns.ts';
import type { AckOptions } from '../settings/options.ts';
import { UserError } from '../settings/user-error.ts';
import { readText } from '../sidelogs/acknowledgements-file.ts';
import { type Review, reviewsFrom } from '../sidelogs/review-csv.ts';

/** One finding that somebody accepts, on the command line or in a row of `findings.csv`. */
export interface Acceptance {
  /** Line of the file; null: from the command line. */
  readonly line: number | null;
  readonly finding: string;
  readonly by: string;
  /** YYYY-MM-DD; null: today. */
  readonly on: string | null;
  readonly reason: string;
  /** What the reviewer wrote as result. */
  readonly result: string;
  readonly problem: Review['problem'];
}

/** What is to be accepted, each finding once, and how many rows nobody filled in. UserError: the file is not there, or no `findings.csv`. */
export function acceptancesFrom({ from, findings, by, reason }: AckOptions): {
  readonly acceptances: readonly Acceptance[];
  readonly untouched: number;
} {
  if (from === null) {
    const given = [...new Set(findings)].map((finding) => ({ line: null, finding, by, on: null, reason, result: '', problem: null }));
    return { acceptances: given, untouched: 0 };
  }
  const read = readText(from);
  if (read === null) throw new UserError('file-unreadable', { file: from, reason: 'ENOENT' });
  const { reviews, untouched } = reviewsFrom(read.text, from, reviewColumn);
  return { acceptances: reviews.map(acceptanceOf), untouched };
}

function acceptanceOf({ line, finding, reviewer, reviewedOn, reviewResult, remark, problem }: Review): Acceptance {
  const reason = remark === '' ? reviewResult : `${reviewResult}: ${remark}`;
  return { line, finding, by: reviewer, on: reviewedOn, reason, result: reviewResult, problem };
}

function reviewColumn(header: string): string | null {
  return Object.entries(COLUMNS).find(([, { en, ja }]) => header === en || header === ja)?.[0] ?? null;
}
