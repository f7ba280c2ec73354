import { UserError } from '../settings/user-error.ts';
import { ACCEPTING_RESULTS } from './accepting-results.ts';
import { dayFrom } from './acknowledgement-dates.ts';
import { cleanCell, csvRecords } from './csv-table.ts';

/** Columns of `findings.csv` that a reviewer filled in, and the finding they are about. */
export type ReviewColumn = 'finding' | 'reviewer' | 'reviewed_on' | 'review_result' | 'remark';

/** One row that a reviewer filled in. */
export interface Review {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly finding: string;
  readonly reviewer: string;
  /** YYYY-MM-DD; null: not filled in. */
  readonly reviewedOn: string | null;
  readonly reviewResult: string;
  readonly remark: string;
  /** Why it accepts nothing; null: it does. */
  readonly problem: 'no-reviewer' | 'no-result' | 'result-accepts-nothing' | 'on-no-day' | null;
}

/** What was read: the rows that somebody filled in, and how many nobody did. */
export interface ReviewedFindings {
  readonly reviews: readonly Review[];
  readonly untouched: number;
}

/** Reads the filled-in reviewer columns of a `findings.csv`, in either language. UserError: no CSV, or the columns are not there. */
export function reviewsFrom(text: string, file: string, columnOf: (header: string) => string | null): ReviewedFindings {
  const [header, ...records] = csvRecords(text, (line, problem) => new UserError('ack-not-csv', { file, line, problem }));
  const places = new Map((header?.cells ?? []).map((cell, place) => [columnOf(cleanCell(cell)), place] as const));
  for (const column of ['finding', 'reviewer', 'review_result'] as const) {
    if (!places.has(column)) throw new UserError('ack-review-column-missing', { file, column });
  }
  const reviews: Review[] = [];
  let untouched = 0;
  for (const { number, cells } of records) {
    const cellOf = (column: ReviewColumn): string => cleanCell(cells[places.get(column) ?? -1] ?? '');
    const [finding, reviewer, reviewResult, remark] = [cellOf('finding'), cellOf('reviewer'), cellOf('review_result'), cellOf('remark')];
    if (reviewer === '' && reviewResult === '') {
      if (finding !== '') untouched += 1;
      continue;
    }
    const written = cellOf('reviewed_on');
    const reviewedOn = written === '' ? null : dayFrom(written);
    const problem = problemOf(reviewer, reviewResult, written !== '' && reviewedOn === null);
    reviews.push({ line: number, finding, reviewer, reviewedOn, reviewResult, remark, problem });
  }
  return { reviews, untouched };
}

function problemOf(reviewer: string, result: string, isNoDay: boolean): Review['problem'] {
  if (result === '') return 'no-result';
  if (!ACCEPTING_RESULTS.includes(result.normalize('NFKC').toLowerCase())) return 'result-accepts-nothing';
  if (reviewer === '') return 'no-reviewer';
  return isNoDay ? 'on-no-day' : null;
}
