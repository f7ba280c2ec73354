import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realLog } from '../evtx/real-logs.ts';
import { inFolder, runHere } from '../run-adlogon.ts';

type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

export interface Found {
  readonly check: string;
  readonly level: string;
  readonly count: number;
  readonly logons: number;
  readonly account: string | null;
  readonly accountDomain: string | null;
  readonly terminal: string | null;
  readonly terminalAddress: string | null;
  readonly reasons: readonly string[];
  readonly logonTypes: readonly number[];
  readonly signs?: readonly { readonly sign: string }[];
}

interface Gap {
  readonly code: string;
  readonly about: string | null;
}

interface Input {
  readonly file: string;
  readonly problem: string | null;
  readonly records: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly outOfScope: number;
  readonly damaged: number;
}

interface Report {
  readonly period: { readonly recordedFrom: string | null; readonly recordedUntil: string | null };
  readonly checklist: readonly { readonly outcome: string; readonly toReview: number; readonly gaps: readonly Gap[] }[];
  readonly findings: readonly Found[];
  readonly damage: readonly { readonly chunk: number | null; readonly kind: string; readonly recordsLost: number }[];
  readonly inputs: readonly Input[];
  readonly recorders: readonly { readonly recordedBy: string }[];
  readonly sumsAgree: boolean;
}

/** What an audit wrote, how it ended (0, 1, 3), and what it told. */
export interface Audited extends Report {
  readonly code: number;
  readonly told: string;
}

const audits = new Map<string, Promise<Audited>>();

/** The audit of real logs given together, each named without its ending; made once, however often it is asked for. */
export function auditOf(logs: readonly string[], more: readonly string[] = []): Promise<Audited> {
  const key = [...logs, ...more].join(' ');
  const known = audits.get(key);
  if (known !== undefined) return known;
  const made = inFolder(async (folder) => {
    const { code, out, err } = await runHere(['audit', ...logs.map((log) => realLog(`${log}.evtx`)), ...more, '--lang', 'en', '--out', folder]);
    if (code === 2 || code === null) throw new Error(err);
    if (!readdirSync(folder).includes('report.json')) throw new Error(`no report (${code}): ${err}`);
    return { ...(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report), code, told: `${err}${out}` };
  });
  audits.set(key, made);
  return made;
}

const ROWS = ['logon_events', 'account_changes', 'log_changes', 'recordings'].map(
  (table) => `select i.file, '${table}' as "table", to_json(t) as cells from ${table} as t join inputs as i on i.input = t.input`,
);
const ATTEMPTS = `select null, 'attempts', to_json(t) from attempts as t`;
const INPUTS = `select file, 'inputs', to_json(t) from inputs as t`;
let rows: Promise<readonly Row[]> | undefined;

/**
 * What `adlogon query` answers of all real logs together, in one run: the rows of every log with `file` and `table`. An attempt has no file: it is told by
 * `recorded_by`.
 */
export function allRows(): Promise<readonly Row[]> {
  rows ??= runHere(['query', [...ROWS, ATTEMPTS, INPUTS].join(' union all '), realLog(''), '--format', 'ndjson', '--lang', 'en']).then(
    ({ code, out, err }) => {
      if (code !== 0) throw new Error(err);
      return out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { file: string | null; table: string; cells: string })
        .map(({ file, table, cells }): Row => ({ ...(JSON.parse(cells) as Row), file, table }));
    },
  );
  return rows;
}
