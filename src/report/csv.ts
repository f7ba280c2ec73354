/** A cell of a CSV file; null is empty. Numbers stay numbers for whoever opens it. */
export type CsvCell = string | number | null;

/** Control characters other than TAB, CR and LF, those that turn text round, and invisible ones: they hide what stands in a cell, make a name look like another, or steer a terminal that a CSV is printed on. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** RFC 4180 with CRLF and a byte order mark, which Japanese Excel needs to see that it is UTF-8. */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${[header, ...rows].map(csvLine).join('')}`;
}

/** One line of such a file, with its CRLF. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const shown = cell.replace(CONTROL, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
  const safe = isExecuted(cell) ? `'${shown}` : shown;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Whether a spreadsheet may run the cell as a formula: = + - @ in any width, also behind blanks and invisible characters, or TAB or CR at the start. */
function isExecuted(cell: string): boolean {
  if (/^[\t\r]/.test(cell)) return true;
  const first = /^[\s\p{C}]*([^\s\p{C}])/u.exec(cell)?.[1];
  return first !== undefined && /^[=+\-@]/.test(first.normalize('NFKC'));
}
