import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { logFiles, sideFiles } from '../files.ts';
import type { TownLog, TownWeek } from '../tell-week.ts';

/** One row of the checklist, as report.json has it. */
export interface FoundRow {
  readonly check: string;
  readonly level: string;
  readonly levelBecause: string;
  readonly account: string;
  readonly terminal: string | null;
  readonly terminalAddress: string | null;
  readonly certainty: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly count: number;
}

export interface FoundCheck {
  readonly check: string;
  readonly outcome: string;
  readonly gaps: readonly { readonly code: string; readonly about: string | null; readonly count: number | null }[];
}

export interface Report {
  readonly checklist: readonly FoundCheck[];
  readonly findings: readonly FoundRow[];
  readonly sumsAgree: boolean;
}

/** Where the product puts an attempt. */
export interface PutAttempt {
  readonly recorded_by: string;
  readonly record_id: number;
  readonly terminal: string | null;
  readonly certainty: string;
}

const ATTEMPTS = 'select recorded_by, record_id, terminal, certainty from attempts order by all';

export interface TownGiven {
  /** Default: every log of the week. */
  readonly logs?: readonly TownLog[];
  /** Default: they are given. */
  readonly dhcp?: boolean;
  readonly period?: readonly string[];
}

/** Writes the week into a folder of its own (made anew). What it gives is what the built command must be given. */
export function writeTown(folder: string, week: TownWeek, { logs = week.logs, dhcp = true, period = [] }: TownGiven = {}): readonly string[] {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of [...sideFiles(week, logs), ...logFiles(logs)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return [
    ...[join(folder, 'logs'), '--directory', join(folder, 'directory.json'), '--terminals', join(folder, 'terminals.csv')],
    ...['--config', join(folder, 'adlogon.yaml')],
    ...(dhcp ? ['--dhcp', join(folder, 'dhcp')] : []),
    ...period,
  ];
}

/** The checklist of what was written into the folder, without the check of programs, which tells of attempts that the others tell of, too. */
export function reportOf(folder: string, inputs: readonly string[]): Report {
  adlogon(['audit', ...inputs, '--show-unknown-names', '--out', join(folder, 'out')], [0, 1, 3]);
  const report = JSON.parse(readFileSync(join(folder, 'out', 'report.json'), 'utf8')) as Report;
  return { ...report, findings: report.findings.filter(({ check }) => check !== 'non-human-logon') };
}

/** Where the product puts every attempt. */
export function putAttempts(inputs: readonly string[]): readonly PutAttempt[] {
  const rows = adlogon(['query', ATTEMPTS, ...inputs, '--format', 'ndjson'], [0]);
  return rows
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as PutAttempt);
}

/** A record that the check of programs shows, in one episode to review. */
export interface ShownRecord {
  readonly episode: string;
  readonly recorded_by: string;
  readonly record_id: number;
  readonly because: string;
  readonly strength: string;
  readonly account: string;
  readonly seen_from: string;
}

const SHOWN = `select e.episode, r.recorded_by, r.record_id, r.because, r.strength, coalesce(e.account, '') as account, coalesce(e.seen_from, '') as seen_from
  from program_episodes e
  join program_records r on r.organisation = e.organisation and r.network = e.network and r.unit = e.unit
    and r.episode_account = e.episode_account and r.episode_place = e.episode_place and r.run = e.run
  where e.level = 'review' order by all`;

/** What the check of programs puts to review, record by record and sign by sign. */
export function shownRecords(inputs: readonly string[]): readonly ShownRecord[] {
  return asked<ShownRecord>(SHOWN, inputs);
}

/** The rows that answer a question, which must name their columns. */
export function asked<T>(sql: string, inputs: readonly string[]): readonly T[] {
  return adlogon(['query', sql, ...inputs, '--format', 'ndjson'], [0])
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

function adlogon(args: readonly string[], codes: readonly number[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/adlogon.js', ...args, '--lang', 'en'], {
    encoding: 'utf8',
    maxBuffer: 1 << 29,
  });
  if (status === null || !codes.includes(status)) throw new Error(`adlogon ${args[0]} ended with ${status}: ${stderr}`);
  return stdout;
}
