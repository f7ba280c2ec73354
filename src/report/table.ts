import type { Checklist } from '../checks/checklist.ts';
import { checklistLines } from './table-checklist.ts';
import { findingLines } from './table-findings.ts';
import { headLines } from './table-head.ts';
import type { TableOptions } from './table-options.ts';
import { sumLines } from './table-sums.ts';

/** The checklist for a terminal: what was read, each check with its outcome, what to review, and whether every record is accounted for. */
export function tableReport(checklist: Checklist, options: TableOptions): string {
  const layout = { ...options, width: Math.max(60, options.width) };
  const parts = [headLines(checklist, layout), checklistLines(checklist, layout), findingLines(checklist, layout), sumLines(checklist, layout)];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
