import type { Command } from 'commander';
import { DEFAULT_THRESHOLDS } from '../checks/thresholds.ts';
import { filled } from '../report/words/catalogue.ts';
import { loadConfig } from '../settings/config-file.ts';
import type { AckOptions } from '../settings/options.ts';
import { UserError } from '../settings/user-error.ts';
import { reportFile } from '../sidelogs/report-findings.ts';
import { ACCEPTING_RESULTS } from '../sidelogs/review-csv.ts';
import { withLanguage, words } from './command-parts.ts';
import type { Console } from './console.ts';
import { acknowledgementsOf, timezoneOf } from './evidence-options.ts';
import { collected } from './option-values.ts';

/** Where `adlogon ack` keeps what is accepted, where nothing else is said. */
const DEFAULT_FILE = 'acknowledgements.csv';

export interface AckGiven {
  readonly by?: string;
  readonly until?: string;
  readonly reason?: string;
  readonly report?: string;
  readonly from?: string;
  readonly remove?: readonly string[];
  readonly acknowledgements?: string;
  readonly config?: string;
  readonly timezone?: string;
}

export function withAckOptions(command: Command, console: Console): Command {
  const help = command.addHelpText('after', words(console, 'ackExplained')).argument('[finding...]', words(console, 'ackFindings'));
  return withLanguage(help, console)
    .option('--by <name>', words(console, 'ackBy'))
    .option('--until <day>', words(console, 'ackUntil'))
    .option('--reason <text>', words(console, 'ackReason'))
    .option('--report <dir>', words(console, 'ackReport'))
    .option('--from <file>', filled(words(console, 'ackFrom'), { accepted: ACCEPTING_RESULTS.join(', ') }))
    .option('--remove <key>', words(console, 'ackRemove'), collected)
    .option('--acknowledgements <file>', words(console, 'ackFile'))
    .option('--config <file>', words(console, 'config'))
    .option('--timezone <zone>', words(console, 'timezone'));
}

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
