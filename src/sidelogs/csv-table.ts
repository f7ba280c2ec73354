import { CsvError, parse } from 'csv-parse/sync';

/** One record of a CSV file, its cells as written. */
export interface CsvRecord {
  /** Line on which it begins, from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/**
 * The records of a CSV or tab-separated text, as Excel saves it; a record may run over several lines.
 *
 * @param refuse what to throw where the text is no CSV, with the line and csv-parse's code
 */
export function csvRecords(text: string, refuse: (line: number, problem: string) => Error): readonly CsvRecord[] {
  const [first = ''] = text.split(/\r?\n|\r/, 1);
  const delimiter = first.includes('\t') && !first.includes(',') ? '\t' : ',';
  const records: CsvRecord[] = [];
  let start = 1;
  try {
    parse(text, {
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      on_record: (cells: string[], { lines: end }) => {
        records.push({ number: start, cells });
        start = end + 1;
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) throw refuse(start, error.code);
    throw error;
  }
  return records;
}

/** Without blanks around it and without the ' that keeps Excel from reading a cell as a formula or a number. */
export function cleanCell(cell: string): string {
  return cell.trim().replace(/^'/, '').trim();
}
