import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
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

type CommandLine = typeof import('../src/commands/command-line.ts');
// The built files, by `require`: vitest would rewrite every module it imports, which makes decoding ten times slower.
const built = createRequire(import.meta.url);
const SIGNAL = new AbortController().signal;
/** Each thread loads and compiles what decodes anew, and the tests keep every core busy: a second one took a tenth more processor time. */
const DECODING_THREADS = 1;

/**
 * The same within this process, for what is not about the command itself: a run takes half the time, because Node, DuckDB and our files are loaded once. No
 * terminal, no locale but what is given, nobody to ask for a password.
 */
export async function runHere(args: readonly string[], environment: { readonly LANG?: string } = {}): Promise<Run> {
  const { languageFor, runCommandLine }: CommandLine = built('../dist/commands/command-line.js');
  let out = '';
  let err = '';
  const console = {
    ...{ args, language: await languageFor(args, [environment.LANG]), width: 132, colour: false, showProgress: false, now: new Date() },
    ...{ password: null, askSecret: null, signal: SIGNAL },
    print: async (text: string) => {
      out += text;
    },
    tell: (line: string) => {
      err += `${line}\n`;
    },
  };
  const code = await runCommandLine(args, console, DECODING_THREADS);
  return { code, out, err };
}

/** Runs something with a folder that is gone afterwards. */
export function inFolder<T>(run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'adlogon-test-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  let waits = false;
  try {
    const made = run(folder);
    waits = made instanceof Promise;
    return waits ? (Promise.resolve(made).finally(remove) as T) : made;
  } finally {
    if (!waits) remove();
  }
}

export const WEEK = 'samples/week';
/** What `npm start` gives to `adlogon audit`. */
export const WEEK_ARGUMENTS = [
  ...['audit', `${WEEK}/logs`, '--directory', `${WEEK}/directory.json`],
  ...['--terminals', `${WEEK}/terminals.csv`, '--dhcp', `${WEEK}/dhcp`, '--proxy', `${WEEK}/proxy`],
] as const;
