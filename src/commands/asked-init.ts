import { DEFAULT_NETWORK, type InitOptions } from '../settings/options.ts';
import { UserError } from '../settings/user-error.ts';
import { evidenceOf, timezoneOf } from './asked-evidence.ts';
import { directoryOf } from './directory-options.ts';
import type { InitGiven } from './init-options.ts';

/** UserError: `--learn` with nothing to learn from, or `--out` with nothing to write. */
export function initOf(logs: readonly string[], given: InitGiven, cores: number, now: Date): InitOptions {
  const learns = given.learn === true;
  const writes = !learns || given.write === true;
  if (!learns && given.write === true) throw new UserError('option-needs', { option: '--write', other: '--learn' });
  if (!writes && given.out !== undefined) throw new UserError('option-needs', { option: '--out', other: '--write' });
  const reads = learns || logs.length > 0 || given.store !== undefined;
  const evidence = reads ? evidenceOf(logs, given, cores, now, false) : null;
  return {
    evidence,
    directory: evidence === null ? directoryOf(given) : evidence.directory,
    terminals: given.terminals ?? null,
    organisation: evidence?.organisation ?? given.organisation ?? '',
    network: evidence?.network ?? given.network ?? DEFAULT_NETWORK,
    timezone: evidence?.timezone ?? timezoneOf(given),
    folder: writes ? (given.out ?? '.') : null,
    learns,
  };
}
