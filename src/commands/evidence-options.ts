import type { Command } from 'commander';
import type { PeriodOptions } from '../settings/period.ts';
import { withLanguage, words } from './command-parts.ts';
import type { Console } from './console.ts';
import { type LiveDirectoryGiven, withDirectoryOptions } from './directory-options.ts';
import { collected } from './option-values.ts';
import { type StoreGiven, withStoreOptions } from './store-options.ts';

/** Options that `audit` and `query` share, as given. */
export interface EvidenceGiven extends PeriodOptions, LiveDirectoryGiven, StoreGiven {
  readonly directory?: string;
  readonly terminals?: string;
  readonly dhcp?: readonly string[];
  readonly proxy?: readonly string[];
  readonly ioc?: readonly string[];
  readonly organisation?: string;
  readonly network?: string;
  readonly threads?: string;
  readonly config?: string;
  readonly acknowledgements?: string;
  readonly timezone?: string;
}

/** `keeps`: the command keeps logs in a store. */
export function withEvidenceOptions(command: Command, console: Console, keeps: boolean): Command {
  const withDirectory = withDirectoryOptions(
    withLanguage(command.argument('[log...]', words(console, 'logs')), console).option('--directory <file|url>', words(console, 'directory')),
    console,
  );
  return withStoreOptions(withDirectory, console, keeps)
    .option('--config <file>', words(console, 'config'))
    .option('--terminals <file>', words(console, 'terminals'))
    .option('--dhcp <file>', words(console, 'dhcp'), collected)
    .option('--proxy <file>', words(console, 'proxy'), collected)
    .option('--ioc <file>', words(console, 'ioc'), collected)
    .option('--from <time>', words(console, 'from'))
    .option('--until <time>', words(console, 'until'))
    .option('--week <week>', words(console, 'week'))
    .option('--last <span>', words(console, 'last'))
    .option('--timezone <zone>', words(console, 'timezone'))
    .option('--organisation <name>', words(console, 'organisation'))
    .option('--network <name>', words(console, 'network'))
    .option('--threads <n>', words(console, 'threads'));
}
