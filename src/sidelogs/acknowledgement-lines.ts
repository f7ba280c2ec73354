import { createHash } from 'node:crypto';
import { UserError } from '../settings/user-error.ts';
import { dayFrom, daysProblem } from './acknowledgement-dates.ts';
import { type CsvRecord, cleanCell, csvRecords } from './csv-table.ts';

/** Columns of an acknowledgements file. First what people write and may change, then what was accepted, which they may not. */
export const ACKNOWLEDGEMENT_COLUMNS = [
  ...(['acknowledgement', 'acknowledged_by', 'acknowledged_on', 'acknowledged_until', 'acknowledged_reason'] as const),
  ...(['finding', 'account', 'place', 'network'] as const),
  ...(['check', 'result', 'why', 'failure_reasons', 'administrator', 'success_followed', 'credentials_changed', 'certainty'] as const),
  ...(['folded', 'accepted_count', 'accounts', 'places', 'subject', 'place_key', 'origin_key'] as const),
] as const;

export type AcknowledgementColumn = (typeof ACKNOWLEDGEMENT_COLUMNS)[number];

/** Columns that are held against findings; the key of the line is made of them. */
const FACTS = ACKNOWLEDGEMENT_COLUMNS.slice(ACKNOWLEDGEMENT_COLUMNS.indexOf('check'));
const NUMBERS: readonly AcknowledgementColumn[] = ['accepted_count', 'accounts', 'places'];
const YES_OR_NO: readonly AcknowledgementColumn[] = ['administrator', 'success_followed', 'credentials_changed'];

/** One line, its cells by column, as text; an empty cell is ''. */
export type AcknowledgementCells = Readonly<Record<AcknowledgementColumn, string>>;

/** Why a line is not used. */
export type LineProblem =
  | 'by-empty'
  | 'reason-empty'
  | 'on-no-day'
  | 'until-no-day'
  | 'on-in-future'
  | 'until-too-far'
  | 'until-before-on'
  | 'facts-changed';

/** A line that may be used, its days as YYYY-MM-DD, or why it may not. */
export type AcknowledgementLine =
  | { readonly line: number; readonly cells: AcknowledgementCells; readonly problem: null }
  | { readonly line: number; readonly cells: AcknowledgementCells; readonly problem: LineProblem };

/** The table as it stands in the file, so that it can be written again with nothing lost. */
export interface AcknowledgementTable {
  readonly header: readonly string[];
  /** Place of each column. */
  readonly places: ReadonlyMap<string, number>;
  readonly records: readonly CsvRecord[];
}

/**
 * Reads an acknowledgements file. UserError: no CSV, or a column is missing or there twice: then no line can be trusted.
 *
 * @param columnOf the column that a header means, in any language; null: another one, which is kept
 */
export function acknowledgementTable(text: string, file: string, columnOf: (header: string) => string | null): AcknowledgementTable {
  const [first, ...records] = csvRecords(text, (line, problem) => new UserError('ack-not-csv', { file, line, problem }));
  const header = first?.cells ?? [];
  const places = new Map<string, number>();
  for (const [place, cell] of header.entries()) {
    const column = columnOf(cleanCell(cell));
    if (column === null) continue;
    if (places.has(column)) throw new UserError('ack-column-twice', { file, column: cell });
    places.set(column, place);
  }
  const missing = ACKNOWLEDGEMENT_COLUMNS.find((column) => !places.has(column));
  if (missing !== undefined) throw new UserError('ack-column-missing', { file, column: missing });
  return { header, places, records: records.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
}

/** The lines of the table, each held against what a line must be. `today`: YYYY-MM-DD. */
export function acknowledgementLines(table: AcknowledgementTable, today: string): readonly AcknowledgementLine[] {
  return table.records.map((record) => {
    const written = cellsOf(table, record);
    const on = dayFrom(written.acknowledged_on);
    const until = dayFrom(written.acknowledged_until);
    const problem = problemOf(written, on, until, today);
    const cells = { ...written, acknowledged_on: on ?? written.acknowledged_on, acknowledged_until: until ?? written.acknowledged_until };
    return { line: record.number, cells, problem };
  });
}

export function cellsOf({ places }: Pick<AcknowledgementTable, 'places'>, { cells }: CsvRecord): AcknowledgementCells {
  const cellOf = (column: AcknowledgementColumn): string => cleanCell(cells[places.get(column) ?? -1] ?? '');
  return {
    ...(Object.fromEntries(ACKNOWLEDGEMENT_COLUMNS.map((column) => [column, cellOf(column)])) as Record<AcknowledgementColumn, string>),
  };
}

/** The key of a line: a line whose facts somebody, or a spreadsheet, changed does not fit it any more. */
export function keyOf(cells: Readonly<Partial<Record<AcknowledgementColumn, string>>>): string {
  const facts = FACTS.map((column) => cells[column] ?? '');
  // Begins with a letter, so that no spreadsheet takes it for a number.
  return `a${createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16)}`;
}

function problemOf(cells: AcknowledgementCells, on: string | null, until: string | null, today: string): LineProblem | null {
  if (cells.acknowledged_by === '') return 'by-empty';
  if (cells.acknowledged_reason === '') return 'reason-empty';
  if (on === null) return 'on-no-day';
  if (until === null) return 'until-no-day';
  if (cells.acknowledgement !== keyOf(cells) || !factsAreSound(cells)) return 'facts-changed';
  return daysProblem(on, until, today);
}

function factsAreSound(cells: AcknowledgementCells): boolean {
  return (
    NUMBERS.every((column) => /^\d{1,15}$/.test(cells[column])) &&
    YES_OR_NO.every((column) => ['yes', 'no'].includes(cells[column])) &&
    /^s[0-9a-f]{16}$/.test(cells.subject)
  );
}
