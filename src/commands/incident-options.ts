import type { Command } from 'commander';
import { words } from './command-parts.ts';
import type { Console } from './console.ts';
import type { EvidenceGiven } from './evidence-options.ts';

/** Options of `incident`, as given. */
export interface IncidentGiven extends EvidenceGiven {
  readonly suspect?: string;
  readonly since?: string;
  readonly discovered?: string;
  readonly out?: string;
  readonly preserve?: string;
  readonly proxyUnavailable?: boolean;
  readonly suspiciousTerminals?: string;
  readonly personConfirmed?: boolean;
  readonly contained?: boolean;
  readonly showUnknownNames?: boolean;
}

export function withIncidentOptions(command: Command, console: Console): Command {
  return command
    .option('--suspect <name>', words(console, 'suspect'))
    .option('--since <time>', words(console, 'since'))
    .option('--discovered <time>', words(console, 'discovered'))
    .option('--proxy-unavailable', words(console, 'proxyUnavailable'))
    .option('--suspicious-terminals <list>', words(console, 'suspiciousTerminals'))
    .option('--person-confirmed', words(console, 'personConfirmed'))
    .option('--contained', words(console, 'contained'))
    .option('--show-unknown-names', words(console, 'showUnknownNames'))
    .option('--out <dir>', words(console, 'incidentOut'))
    .option('--preserve <dir>', words(console, 'preserve'));
}
