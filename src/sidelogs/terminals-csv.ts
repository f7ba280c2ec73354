import { readFileSync, statSync } from 'node:fs';
import { UserError } from '../settings/user-error.ts';
import { normalAddress } from './address.ts';
import { type CsvRecord, cleanCell, csvRecords } from './csv-table.ts';
import { decodeText } from './decode-text.ts';
import { columnOf, type InventoryColumn, type Role, roleOf, saysNoAddress, yesOrNo } from './terminal-words.ts';

/** One line of the inventory. */
export interface InventoryTerminal {
  /** Line of the file where it stands, from 1. */
  readonly line: number;
  /** Short name, upper case. */
  readonly terminal: string;
  /** Full DNS name, lower case; null: only a short name is given. */
  readonly dnsName: string | null;
  /** Normalised as in `logon_events`. */
  readonly addresses: readonly string[];
  /** Null: nothing is said. */
  readonly adminTerminal: boolean | null;
  readonly role: Role | null;
  readonly segment: string | null;
  readonly department: string | null;
}

/** Something the user should know although the run goes on: the words are made in `report/words/warnings.ts`. */
export interface Warning {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What `--terminals` said. */
export interface TerminalsInventory {
  readonly file: string;
  readonly terminals: readonly InventoryTerminal[];
  readonly warnings: readonly Warning[];
}

/** An inventory of 100,000 terminals takes about 10 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Reads a terminals inventory: CSV or tab-separated, headers in English or Japanese, as Excel saves it (see `terminal-words.ts` for what is understood).
 * UserError: not readable, not text, no column of names, or the first cell that is not understood, with file, line, column and value.
 */
export function readTerminalsCsv(path: string): TerminalsInventory {
  const [header, ...lines] = linesOf(textOf(path), path);
  if (header === undefined) throw new UserError('terminals-empty', { file: path });
  const { places, warnings } = placesOf(header.cells, path);
  const terminals = lines.filter((line) => line.cells.some((cell) => cell !== '')).map((line) => terminalFrom(line, places, header.cells, path));
  return { file: path, terminals, warnings };
}

function textOf(path: string): string {
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new UserError('terminals-too-large', { file: path, megabytes: Math.round(size / 1024 / 1024) });
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('file-unreadable', { file: path, reason: error instanceof Error && 'code' in error ? String(error.code) : String(error) });
  }
  const text = decodeText(bytes);
  if (text === null || text.includes('\0')) throw new UserError('terminals-not-text', { file: path });
  return text;
}

type Line = CsvRecord;

function linesOf(text: string, path: string): readonly Line[] {
  const records = csvRecords(text, (line, problem) => new UserError('terminals-not-csv', { file: path, line, problem }));
  return records.map(({ number, cells }) => ({ number, cells: cells.map(cleanCell) }));
}

type Places = Readonly<Partial<Record<InventoryColumn, number>>>;

function placesOf(headers: readonly string[], path: string): { places: Places; warnings: readonly Warning[] } {
  const places: Partial<Record<InventoryColumn, number>> = {};
  const warnings: Warning[] = [];
  for (const [place, header] of headers.entries()) {
    const column = columnOf(header);
    const taken = column === null ? undefined : places[column];
    if (taken !== undefined) throw new UserError('terminals-column-twice', { file: path, first: headers[taken] ?? '', second: header });
    if (column !== null) places[column] = place;
    else if (header !== '') warnings.push({ code: 'terminals-column-ignored', details: { file: path, column: header } });
  }
  if (places.name === undefined) throw new UserError('terminals-no-name-column', { file: path, columns: headers.join(', ') });
  if (places.admin === undefined) warnings.push({ code: 'terminals-no-admin-column', details: { file: path } });
  return { places, warnings };
}

function terminalFrom(line: Line, places: Places, headers: readonly string[], path: string): InventoryTerminal {
  const cellOf = (column: InventoryColumn): string => line.cells[places[column] ?? -1] ?? '';
  const refuse = (code: string, column: InventoryColumn, value: string): UserError =>
    new UserError(code, { file: path, line: line.number, column: headers[places[column] ?? -1] ?? column, value });

  const name = cellOf('name').normalize('NFKC').replace(/^\\\\/, '').replace(/\$$/, '').replace(/\.$/, '');
  if (name === '' || /[\s"/\\[\]:;|=,+*?<>]/.test(name) || normalAddress(name) !== null) throw refuse('terminals-bad-name', 'name', cellOf('name'));
  const adminTerminal = yesOrNo(cellOf('admin'));
  if (adminTerminal === undefined) throw refuse('terminals-bad-yes-no', 'admin', cellOf('admin'));
  const role = roleOf(cellOf('role'));
  if (role === undefined) throw refuse('terminals-bad-role', 'role', cellOf('role'));
  return {
    line: line.number,
    terminal: shortName(name),
    dnsName: name.includes('.') ? name.toLowerCase() : null,
    addresses: addressesOf(cellOf('address'), (value) => refuse('terminals-bad-address', 'address', value)),
    adminTerminal,
    role,
    segment: cellOf('segment') || null,
    department: cellOf('department') || null,
  };
}

function shortName(name: string): string {
  return (name.split('.', 1)[0] ?? name).toUpperCase();
}

function addressesOf(cell: string, refuse: (value: string) => UserError): readonly string[] {
  if (saysNoAddress(cell)) return [];
  const addresses = new Set<string>();
  for (const part of cell.normalize('NFKC').split(/[;,、\s]+/)) {
    if (part === '') continue;
    const address = normalAddress(part);
    if (address === null) throw refuse(part);
    addresses.add(address);
  }
  return [...addresses];
}
