import type { Answer, Value } from '../engine/engine.ts';
import { borderedTable, fittingWidths } from './bordered-table.ts';
import { csvText } from './csv.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { jsonLine } from './json-line.ts';
import { preciseTime } from './times.ts';

/** How an answer is written. */
export interface AnswerOptions {
  readonly format: 'table' | 'csv' | 'ndjson';
  readonly timezone: string;
  /** Columns of the terminal. */
  readonly width: number;
  /** What stands where there is no row, in a table. */
  readonly nothing: string;
}

/** The answer to a question of the user's own. Times with offset and milliseconds. */
export function answerText(answer: Answer, options: AnswerOptions): string {
  const { columns } = answer;
  const cellOf = (value: Value | undefined) => (value instanceof Date ? preciseTime(value, options.timezone) : (value ?? null));
  const rows = answer.rows.map((row) => columns.map((column) => cellOf(row[column])));
  if (options.format === 'ndjson') return rows.map((row) => jsonLine(Object.fromEntries(columns.map((column, at) => [column, row[at]])))).join('');
  if (options.format === 'csv') {
    return csvText(
      columns,
      rows.map((row) => row.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell))),
    );
  }
  if (rows.length === 0) return `${options.nothing}\n`;
  const shown = rows.map((row) => row.map((cell) => escapeTerminal(cell === null ? '' : String(cell))));
  return `${borderedTable(columns.map(escapeTerminal), shown, fittingWidths([columns, ...shown], options.width)).join('\n')}\n`;
}
