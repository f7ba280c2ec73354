import { DEFAULT_THRESHOLDS } from '../checks/thresholds.ts';
import { loadConfig } from '../settings/config-file.ts';
import type { AckOptions } from '../settings/options.ts';
import { UserError } from '../settings/user-error.ts';
import { reportFile } from '../sidelogs/report-findings.ts';
import type { AckGiven } from './ack-options.ts';
import { acknowledgementsOf, timezoneOf } from './asked-evidence.ts';

/** Where `adlogon ack` keeps what is accepted, where nothing else is said. */
const DEFAULT_FILE = 'acknowledgements.csv';

/** What is to be accepted or taken back. UserError: two ways at once, or something that the way needs is missing or empty. */
export function ackOf(findings: readonly string[], given: AckGiven): AckOptions {
  const { by, until, reason, from, remove = [] } = given;
  const ways = [findings.length > 0 || by !== undefined || reason !== undefined, from !== undefined, remove.length > 0];
  if (ways.filter((way) => way).length !== 1) throw new UserError('ack-options');
  if (remove.length === 0) {
    const needed = from === undefined ? { by, until, reason, report: given.report } : { until };
    const [option] = Object.entries(needed).find(([, value]) => value === undefined || value.trim() === '') ?? [];
    if (option !== undefined) throw new UserError('option-missing', { option: `--${option}` });
    if (from === undefined && findings.length === 0) throw new UserError('argument-missing', { argument: 'FINDING' });
  }
  const config = loadConfig(given.config ?? null, DEFAULT_THRESHOLDS);
  return {
    findings,
    by: by ?? '',
    until: until ?? '',
    reason: reason ?? '',
    report: reportFile(given.report ?? null, from ?? null),
    from: from ?? null,
    remove,
    file: acknowledgementsOf(given.acknowledgements, config)?.path ?? DEFAULT_FILE,
    timezone: timezoneOf(given, config),
  };
}
