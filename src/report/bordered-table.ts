import Table from 'cli-table3';
import { widthOf, wrapped } from './text-width.ts';

/** Borders in ASCII: line-drawing characters are two columns wide on Japanese consoles. */
const SIDES = { left: '|', right: '|', middle: '|' };
const TOP = { top: '-', 'top-mid': '+', 'top-left': '+', 'top-right': '+' };
const BOTTOM = { bottom: '-', 'bottom-mid': '+', 'bottom-left': '+', 'bottom-right': '+' };
const NO_TOP = { top: '', 'top-mid': '', 'top-left': '', 'top-right': '' };
const NO_MIDDLE = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** ANSI colour (ECMA-48 SGR) of a cell; null: none. Never the only sign of anything. */
export type CellColour = (row: number, column: number) => number | null;

/** Columns that the borders of a table take: one before each cell and one at the end, and a blank on either side of every cell. */
export function frameOf(columns: number): number {
  return columns + 1 + 2 * columns;
}

/** Lines of a table. Cells are wrapped to the widths; what is in them must be fit for a terminal already. */
export function borderedTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  colourOf: CellColour = () => null,
): readonly string[] {
  return [header, ...rows].flatMap((cells, row) => {
    const columns = cells.map((text, column) => coloured(wrapped(text, widths[column] ?? 1), row === 0 ? null : colourOf(row - 1, column)));
    return rowLines(columns, widths, row === 0);
  });
}

/**
 * One row as a table of its own, a line of text for each of its rows: cli-table3 takes time with the cube of the lines in a cell
 * (1.9 s for 50 lines, 120 s for 200), and next to none for as many rows.
 */
function rowLines(columns: readonly (readonly string[])[], widths: readonly number[], first: boolean): readonly string[] {
  const chars = { ...SIDES, ...(first ? TOP : NO_TOP), ...BOTTOM, ...NO_MIDDLE };
  const table = new Table({ chars, style: { head: [], border: [] }, colWidths: widths.map((width) => width + 2) });
  const height = Math.max(1, ...columns.map((lines) => lines.length));
  for (let line = 0; line < height; line++) table.push(columns.map((lines) => lines[line] ?? ''));
  return table.toString().split('\n');
}

function coloured(lines: readonly string[], colour: number | null): readonly string[] {
  return lines.map((line) => (colour === null || line === '' ? line : `\u001b[${colour}m${line}\u001b[39m`));
}

/** Widths of columns for some rows: each as wide as its text where all fit, otherwise in shares of the terminal (never less than 8). */
export function fittingWidths(rows: readonly (readonly string[])[], width: number): readonly number[] {
  const columns = rows[0]?.length ?? 0;
  const room = Math.max(60, width) - frameOf(columns);
  const needed = Array.from({ length: columns }, (_, at) => Math.max(...rows.flatMap((cells) => (cells[at] ?? '').split('\n').map(widthOf))));
  const all = needed.reduce((sum, one) => sum + one, 0);
  return all <= room ? needed : needed.map((one) => Math.max(8, Math.floor((one * room) / all)));
}
