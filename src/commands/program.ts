import { Command, Option } from 'commander';
import { wordsFor } from '../report/words/catalogue.ts';
import { HELP, HELP_TITLES } from '../report/words/help.ts';
import { DEFAULT_NETWORK, type EvidenceOptions } from '../settings/options.ts';
import { checkedTimezone, type PeriodOptions, periodOf } from '../settings/period.ts';
import { UserError } from '../settings/user-error.ts';
import { audit } from './audit.ts';
import { listChecks } from './checks.ts';
import type { Console, ExitCode } from './console.ts';
import { query } from './query.ts';
import { records } from './records.ts';
import { VERSION } from './version.ts';

const DEFAULT_TIMEZONE = 'Asia/Tokyo';
const MOST_THREADS = 64;

/** Options that `audit` and `query` share, as given. */
interface Given extends PeriodOptions {
  readonly directory?: string;
  readonly terminals?: string;
  readonly organisation?: string;
  readonly network?: string;
  readonly threads?: string;
  readonly timezone?: string;
}

interface RecordsGiven {
  readonly eventId?: string;
  readonly account?: string;
  readonly evidence?: readonly string[];
  readonly format?: string;
}

/**
 * The command line. Every option is read here into one typed object.
 *
 * @param cores default of `--threads`
 * @param now end of `--last`
 * @param onEnd told how the command ended
 */
export function programOf(console: Console, cores: number, now: Date, onEnd: (code: ExitCode) => void): Command {
  const program = configured(new Command('adlogon'), console)
    .description(words(console, 'program'))
    .version(VERSION, '--version', words(console, 'version'));
  program.addHelpText('after', words(console, 'exitCodes'));
  program.helpCommand('help [command]', words(console, 'helpCommand'));

  withEvidenceOptions(commandOf(program, console, 'audit'), console)
    .option('--rules <dir>', words(console, 'rules'), collected)
    .option('--out <dir>', words(console, 'out'))
    .action(async (logs: string[], given: Given & { rules?: string[]; out?: string }) => {
      const { rules = [], out } = given;
      onEnd(await audit({ ...evidenceOf(logs, given, cores, now), rules, out: out ?? null, timezone: timezoneOf(given) }, console));
    });

  withLanguage(commandOf(program, console, 'records').argument('<log...>', words(console, 'logs')), console)
    .option('--event-id <ids>', words(console, 'eventId'))
    .option('--account <name>', words(console, 'account'))
    .option('--evidence <key>', words(console, 'evidence'), collected)
    .option('--format <format>', words(console, 'recordsFormat'))
    .action(async (logs: string[], given: RecordsGiven) => {
      const format = oneOf(given.format ?? 'ndjson', '--format', ['ndjson', 'csv', 'xml'] as const);
      const account = given.account ?? null;
      if (account?.trim() === '') throw new UserError('option-not-a-name', { option: '--account' });
      onEnd(await records({ logs, eventIds: eventIdsOf(given.eventId), account, evidence: given.evidence ?? [], format }, console));
    });

  withEvidenceOptions(commandOf(program, console, 'query').argument('<sql>', words(console, 'sql')), console)
    .option('--format <format>', words(console, 'answerFormat'))
    .action(async (sql: string, logs: string[], given: Given & { format?: string }) => {
      const format = oneOf(given.format ?? 'table', '--format', ['table', 'csv', 'ndjson'] as const);
      onEnd(await query({ ...evidenceOf(logs, given, cores, now), sql, format, timezone: timezoneOf(given) }, console));
    });

  withLanguage(commandOf(program, console, 'checks'), console)
    .option('--rules <dir>', words(console, 'rules'), collected)
    .action(async ({ rules = [] }: { rules?: string[] }) => onEnd(await listChecks(rules, console)));
  return program;
}

function words({ language }: Console, key: keyof typeof HELP): string {
  return HELP[key][language];
}

function commandOf(program: Command, console: Console, name: 'audit' | 'records' | 'query' | 'checks'): Command {
  return configured(program.command(name), console).description(words(console, name));
}

/** No exit and no words of commander's own: errors come back as exceptions, and the help speaks the language of the run. */
function configured(command: Command, console: Console): Command {
  return command
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .configureHelp({ styleTitle: (title) => wordsFor(HELP_TITLES, title, console.language), helpWidth: Math.min(console.width, 120) })
    .helpOption('-h, --help', words(console, 'help'));
}

function withLanguage(command: Command, console: Console): Command {
  return command.addOption(
    new Option('--lang <language>', words(console, 'language')).argParser((value) => oneOf(value, '--lang', ['ja', 'en'] as const)),
  );
}

function withEvidenceOptions(command: Command, console: Console): Command {
  return withLanguage(command.argument('<log...>', words(console, 'logs')), console)
    .option('--directory <file>', words(console, 'directory'))
    .option('--terminals <file>', words(console, 'terminals'))
    .option('--from <time>', words(console, 'from'))
    .option('--until <time>', words(console, 'until'))
    .option('--week <week>', words(console, 'week'))
    .option('--last <span>', words(console, 'last'))
    .option('--timezone <zone>', words(console, 'timezone'))
    .option('--organisation <name>', words(console, 'organisation'))
    .option('--network <name>', words(console, 'network'))
    .option('--threads <n>', words(console, 'threads'));
}

function evidenceOf(logs: readonly string[], given: Given, cores: number, now: Date): EvidenceOptions {
  const network = given.network ?? DEFAULT_NETWORK;
  if (network.trim() === '') throw new UserError('option-not-a-name', { option: '--network' });
  return {
    logs,
    directory: given.directory ?? null,
    terminals: given.terminals ?? null,
    period: periodOf(given, timezoneOf(given), now),
    organisation: given.organisation ?? '',
    network,
    threads: given.threads === undefined ? cores : wholeNumber(given.threads, '--threads', MOST_THREADS),
  };
}

function timezoneOf(given: Given): string {
  return checkedTimezone(given.timezone ?? DEFAULT_TIMEZONE);
}

function eventIdsOf(given: string | undefined): readonly number[] {
  return given === undefined ? [] : given.split(',').map((id) => wholeNumber(id.trim(), '--event-id', 65_535));
}

function wholeNumber(text: string, option: string, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > most) throw new UserError('option-value', { option, value: text, allowed: `1-${most}` });
  return number;
}

function oneOf<const T extends string>(value: string, option: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UserError('option-value', { option, value, allowed: allowed.join(', ') });
  return found;
}

/** For options that may be given more than once. */
function collected(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
