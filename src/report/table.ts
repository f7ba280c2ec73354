import type { Checklist } from '../checks/checklist.ts';
import { checklistLines } from './table-checklist.ts';
import { findingLines } from './table-findings.ts';
import { headLines } from './table-head.ts';
import { sumLines } from './table-sums.ts';
import type { ReportOptions } from './times.ts';

/** How the report for a terminal is laid out. */
export interface TableOptions extends ReportOptions {
  /** Columns of the terminal; fewer than 60 are taken as 60. */
  readonly width: number;
  /** Whether to colour outcomes. They are always said in words as well. */
  readonly colour: boolean;
  /** Findings to show at most. */
  readonly findings: number;
}

/** The checklist for a terminal: what was read, each check with its outcome, what to review, and whether every record is accounted for. */
export function tableReport(checklist: Checklist, options: TableOptions): string {
  const layout = { ...options, width: Math.max(60, options.width) };
  const parts = [headLines(checklist, layout), checklistLines(checklist, layout), findingLines(checklist, layout), sumLines(checklist, layout)];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
