import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { DEFAULT_BACKGROUND_HOSTS } from '../src/checks/background-hosts.ts';
import type { Check } from '../src/checks/check.ts';
import type { Checklist } from '../src/checks/checklist.ts';
import { readChecks } from '../src/checks/read-checks.ts';
import { CHECKS_FOLDER, MODELS_FOLDER } from '../src/checks/rules-folder.ts';
import { runChecks } from '../src/checks/run-checks.ts';
import { DEFAULT_THRESHOLDS } from '../src/checks/thresholds.ts';
import { DEFAULT_WATCHED_PROGRAMS } from '../src/checks/watched-programs.ts';
import type { Engine, Row, Value } from '../src/engine/engine.ts';
import { siteOf } from '../src/sidelogs/site.ts';
import { ALL_TABLES } from '../src/tables/all-tables.ts';
import type { Column } from '../src/tables/table.ts';
import { databaseWith } from './kept-database.ts';
import { defaultsOf } from './rules-defaults.ts';

/** Rows as they are written in the CSV files of `test/rules` (how: README.md there): the first cell names the table, the others are `column=value`. */
export type Line = readonly string[];

/** A day that a time without a date belongs to: a Monday. */
const DAY = '2026-11-09';

/** Reads lines of rows; a line `use,NAME` stands for those of `NAME.csv`. */
export async function readLines(path: string): Promise<readonly Line[]> {
  const lines: string[][] = parse(await readFile(path, 'utf8'), {
    relaxColumnCount: true,
    skipEmptyLines: true,
    trim: true,
    comment: '#',
    comment_no_infix: true,
  });
  const parts = await Promise.all(lines.map((line) => (line[0] === 'use' ? readLines(rulesPath(`${line[1]}.csv`)) : [line])));
  return parts.flat();
}

/** Lines written in a test itself. */
export function linesOf(text: string): readonly Line[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(',').map((cell) => cell.trim()));
}

export function rulesPath(name: string): string {
  return fileURLToPath(new URL(`./rules/${name}`, import.meta.url));
}

/** A database in memory with the lines in the tables of the contract, and our models. Close it before the next one is opened: that is what makes it quick. */
export async function openWith(lines: readonly Line[], ...folders: readonly string[]): Promise<Engine> {
  return await databaseWith(rowsOf(lines), folders.length === 0 ? [MODELS_FOLDER] : folders);
}

/** The checklist of a run over the lines, by our checks or those given; names that nobody has are shown, unless asked otherwise. */
export async function checklistOf(lines: readonly Line[], checks?: readonly Check[], showUnknownNames = true): Promise<Checklist> {
  const engine = await openWith(lines);
  try {
    return await runChecks(engine, checks ?? (await readChecks(CHECKS_FOLDER)), {
      madeBy: 'test',
      organisation: 'midori',
      network: 'office',
      configuration: null,
      notApplicable: new Map(),
      showUnknownNames,
      acknowledgements: null,
      now: new Date('2026-11-16T00:00:00Z'),
    });
  } finally {
    await engine.close();
  }
}

/** Without the check of programs, which tells of attempts that the others tell of, too. */
export function toldOnce(results: Checklist['results']): Checklist['results'] {
  return results.filter(({ check }) => check.id !== 'non-human-logon');
}

/** One question about the tables and models that the lines make. */
export async function askOf(lines: readonly Line[], sql: string): Promise<readonly Row[]> {
  const engine = await openWith(lines);
  try {
    return (await engine.ask(sql)).rows;
  } finally {
    await engine.close();
  }
}

/** The rows that lines stand for, with what holds in every case: thresholds, watched programs, background hosts. */
export function rowsOf(lines: readonly Line[]): ReadonlyMap<string, readonly Row[]> {
  const rows = new Map<string, Row[]>(ALL_TABLES.map((table) => [table.name, []]));
  let recordId = 0;
  for (const line of lines.flatMap(repeated)) {
    const [kind = '', ...cells] = line;
    const { table, defaults } = defaultsOf(kind, new Map(cells.map((cell) => cellOf(cell, line))));
    const columns = ALL_TABLES.find((one) => one.name === table)?.columns ?? [];
    if (columns.some((column) => column.name === 'record_id' || column.name === 'line')) recordId++;
    const row: Record<string, Value> = {};
    for (const [name, text] of defaults) {
      const column = columns.find((one) => one.name === name);
      if (column === undefined) throw new Error(`${table} has no column ${name}: ${line.join(',')}`);
      row[name] = cellValue(column, text === 'NEXT' ? String(recordId) : text, line);
    }
    rows.get(table)?.push(row);
  }
  addSettings(rows.get('settings') ?? []);
  addSites(rows.get('sites') ?? [], rows.get('proxy_requests') ?? []);
  rows.get('watched_programs')?.push(...DEFAULT_WATCHED_PROGRAMS.map(({ program, use }) => ({ program, use })));
  rows.get('background_hosts')?.push(...DEFAULT_BACKGROUND_HOSTS.map(({ pattern, purpose }) => ({ pattern, purpose })));
  return rows;
}

/** `times=12,every=30`: twelve lines, each 30 seconds after the one before. */
function repeated(line: Line): readonly Line[] {
  const cells = new Map(line.slice(1).map((cell) => cellOf(cell, line)));
  const times = Number(cells.get('times') ?? 1);
  if (times === 1) return [line];
  const start = momentOf(cells.get('at') ?? '09:00', line).getTime();
  const kept = line.filter((cell) => !/^(times|every|at)=/.test(cell));
  return Array.from({ length: times }, (_, n) => {
    const at = new Date(start + n * Number(cells.get('every') ?? 60) * 1000).toISOString();
    return [...kept, `at=${at.slice(0, 10)} ${at.slice(11, 23)}`];
  });
}

function cellOf(cell: string, line: Line): [string, string] {
  const at = cell.indexOf('=');
  if (at < 1) throw new Error(`not column=value: "${cell}" in ${line.join(',')}`);
  return [cell.slice(0, at), cell.slice(at + 1)];
}

function cellValue(column: Column, text: string, line: Line): Value {
  if (text === 'NULL' || text === '') return null;
  if (column.type === 'text') return text;
  if (column.type === 'boolean') return text === 'true';
  if (column.type === 'timestamp') return momentOf(text, line);
  if (!/^-?\d+$/.test(text)) throw new Error(`not a number: ${column.name}=${text} in ${line.join(',')}`);
  return Number(text);
}

/** `09:00`, `09:00:05`, `2026-11-10 09:00`, all UTC. */
function momentOf(text: string, line: Line): Date {
  const whole = text.includes('-') ? text : `${DAY} ${text}`;
  const [date, time = '00:00'] = whole.split(' ');
  const at = new Date(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  if (Number.isNaN(at.getTime())) throw new Error(`not a time: ${text} in ${line.join(',')}`);
  return at;
}

function addSettings(given: Row[]): void {
  for (const { name, value } of DEFAULT_THRESHOLDS) if (!given.some((row) => row.name === name)) given.push({ name, value });
}

function addSites(sites: Row[], requests: readonly Row[]): void {
  const hosts = new Set(requests.flatMap(({ host }) => (typeof host === 'string' ? [host] : [])));
  for (const host of hosts) {
    const { site, isAddress, isInternal } = siteOf(host);
    sites.push({ host, site, is_address: isAddress, is_internal: isInternal });
  }
}
