import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a run of the built command ended, and what it wrote. */
export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `bin/adlogon.js` as a user would, with no locale but what is given. */
export function runAdlogon(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Run {
  const { PATH = '', TMPDIR } = process.env;
  const env = { PATH, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/adlogon.js', ...args], { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  return { code: status, out: stdout, err: stderr };
}

/** Runs something with a folder that is gone afterwards. */
export function inFolder<T>(run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'adlogon-test-'));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const WEEK = 'samples/week';
/** What `npm start` gives to `adlogon audit`. */
export const WEEK_ARGUMENTS = [
  ...['audit', `${WEEK}/logs`, '--directory', `${WEEK}/directory.json`],
  ...['--terminals', `${WEEK}/terminals.csv`, '--dhcp', `${WEEK}/dhcp`, '--proxy', `${WEEK}/proxy`],
] as const;
