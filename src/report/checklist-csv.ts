import type { Checklist, CheckResult } from '../checks/checklist.ts';
import { type CsvCell, csvText } from './csv.ts';
import { gapsText } from './gap-text.ts';
import { remarks } from './remark-text.ts';
import { isoTime, type ReportOptions } from './times.ts';
import { COLUMNS } from './words/columns.ts';
import { LABELS } from './words/labels.ts';
import { OUTCOMES } from './words/outcomes.ts';

type Column = keyof typeof COLUMNS;

const CHECKLIST_COLUMNS: readonly Column[] = [
  ...(['check', 'clause', 'title', 'outcome', 'to_review', 'noted', 'reason', 'covered_from', 'covered_until'] as const),
  ...(['reviewer', 'reviewed_on', 'review_result', 'remark'] as const),
  'acknowledged',
];

/** `checklist.csv`: one row per check; four columns are for the reader to fill in. */
export function checklistCsv(checklist: Checklist, options: ReportOptions): string {
  const header = CHECKLIST_COLUMNS.map((column) => COLUMNS[column][options.language]);
  return csvText(
    header,
    checklist.results.map((result) => CHECKLIST_COLUMNS.map((column) => cellOf(column, result, checklist, options))),
  );
}

function cellOf(column: Column, result: CheckResult, checklist: Checklist, options: ReportOptions): CsvCell {
  const { language, timezone } = options;
  switch (column) {
    case 'check':
      return result.check.id;
    case 'clause':
      return result.check.clause === '-' ? LABELS.beyond[language] : result.check.clause;
    case 'title':
      return result.check.title[language];
    case 'outcome':
      return OUTCOMES[result.outcome][language];
    case 'to_review':
      return result.toReview;
    case 'acknowledged':
      return result.acknowledged;
    case 'noted':
      return result.noted;
    case 'reason':
      return [...remarks(result, checklist, language), gapsText(result.gaps, options)].filter((text) => text !== '').join(' ');
    case 'covered_from':
      return result.coveredFrom && isoTime(result.coveredFrom, timezone);
    case 'covered_until':
      return result.coveredUntil && isoTime(result.coveredUntil, timezone);
    default:
      return null;
  }
}
