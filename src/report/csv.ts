/** A cell of a CSV file; null is empty. Numbers stay numbers for whoever opens it. */
export type CsvCell = string | number | null;

/** RFC 4180 with CRLF and a byte order mark, which Japanese Excel needs to see that it is UTF-8. */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(cellText).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = isExecuted(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Whether a spreadsheet may run the cell as a formula: = + - @ in any width, also behind blanks and invisible characters, or TAB or CR at the start. */
function isExecuted(cell: string): boolean {
  if (/^[\t\r]/.test(cell)) return true;
  const first = /^[\s\p{C}]*([^\s\p{C}])/u.exec(cell)?.[1];
  return first !== undefined && /^[=+\-@]/.test(first.normalize('NFKC'));
}
