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
