import type { Checklist } from '../checks/checklist.ts';
import { csvText } from './csv.ts';
import { gapSentences } from './gap-text.ts';
import { isoTime, type ReportOptions } from './times.ts';
import { wordsFor } from './words/catalogue.ts';
import { COLUMNS } from './words/columns.ts';
import { EVIDENCE } from './words/evidence.ts';
import { COVERAGE_STATES, EXPORT_KINDS } from './words/outcomes.ts';

const COVERAGE_COLUMNS = [
  'evidence',
  'recorded_by',
  'network',
  'state',
  'covered_from',
  'covered_until',
  'records',
  'export_kind',
  'reason',
] as const;

/** `coverage.csv`: one row for each kind of evidence at each machine that recorded it. */
export function coverageCsv(checklist: Checklist, options: ReportOptions): string {
  const { language, timezone } = options;
  return csvText(
    COVERAGE_COLUMNS.map((column) => COLUMNS[column][language]),
    checklist.coverage.map((line) => [
      wordsFor(EVIDENCE, line.evidence, language),
      line.recordedBy,
      line.network,
      COVERAGE_STATES[line.state][language],
      line.coveredFrom && isoTime(line.coveredFrom, timezone),
      line.coveredUntil && isoTime(line.coveredUntil, timezone),
      line.records,
      line.exportKind && EXPORT_KINDS[line.exportKind][language],
      // How to get it stands in checklist.csv, once for each check and not for each machine.
      gapSentences(line.gaps, options)
        .map((one) => one.sentence)
        .join(' '),
    ]),
  );
}
