import { Command } from 'commander';
import { UserError } from '../settings/user-error.ts';
import { ack } from './ack.ts';
import { type AckGiven, ackOf, withAckOptions } from './ack-options.ts';
import { audit } from './audit.ts';
import { listChecks } from './checks.ts';
import { commandOf, configured, withLanguage, words } from './command-parts.ts';
import type { Console, ExitCode } from './console.ts';
import { directory } from './directory.ts';
import { type LiveDirectoryGiven, liveDirectoryOf, withDirectoryOptions } from './directory-options.ts';
import { type EvidenceGiven, evidenceOf, timezoneOf, withEvidenceOptions } from './evidence-options.ts';
import { incident } from './incident.ts';
import { type IncidentGiven, incidentOf, withIncidentOptions } from './incident-options.ts';
import { init } from './init.ts';
import { type InitGiven, initOf, withInitOptions } from './init-options.ts';
import { collected, oneOf, wholeNumber } from './option-values.ts';
import { query } from './query.ts';
import { records } from './records.ts';
import { VERSION } from './version.ts';

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
 * @param onEnd told how the command ended
 */
export function programOf(console: Console, cores: number, onEnd: (code: ExitCode) => void): Command {
  const program = configured(new Command('adlogon'), console)
    .description(words(console, 'program'))
    .version(VERSION, '--version', words(console, 'version'));
  program.addHelpText('after', words(console, 'exitCodes'));
  program.helpCommand('help [command]', words(console, 'helpCommand'));

  withEvidenceOptions(commandOf(program, console, 'audit'), console, true)
    .option('--acknowledgements <file>', words(console, 'acknowledgements'))
    .option('--rules <dir>', words(console, 'rules'), collected)
    .option('--out <dir>', words(console, 'out'))
    .option('--show-unknown-names', words(console, 'showUnknownNames'))
    .action(async (logs: string[], given: EvidenceGiven & { rules?: string[]; out?: string; showUnknownNames?: boolean }) => {
      const { rules = [], out } = given;
      const evidence = evidenceOf(logs, given, cores, console.now, true);
      const showUnknownNames = given.showUnknownNames ?? evidence.config.settings.show_unknown_names;
      onEnd(await audit({ ...evidence, rules, out: out ?? null, showUnknownNames }, console));
    });

  withIncidentOptions(withEvidenceOptions(commandOf(program, console, 'incident'), console, false), console).action(
    async (logs: string[], given: IncidentGiven) =>
      onEnd(await incident(incidentOf(evidenceOf(logs, given, cores, console.now, false), given), console)),
  );
  withAckOptions(commandOf(program, console, 'ack'), console).action(async (findings: string[], given: AckGiven) => {
    onEnd(await ack(ackOf(findings, given), console));
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

  withEvidenceOptions(commandOf(program, console, 'query').argument('<sql>', words(console, 'sql')), console, false)
    .option('--acknowledgements <file>', words(console, 'acknowledgements'))
    .option('--format <format>', words(console, 'answerFormat'))
    .action(async (sql: string, logs: string[], given: EvidenceGiven & { format?: string }) => {
      const format = oneOf(given.format ?? 'table', '--format', ['table', 'csv', 'ndjson'] as const);
      onEnd(await query({ ...evidenceOf(logs, given, cores, console.now, false), sql, format }, console));
    });

  withDirectoryOptions(withLanguage(commandOf(program, console, 'directory'), console), console)
    .option('--url <url>', words(console, 'url'))
    .option('--out <file>', words(console, 'snapshotOut'))
    .option('--timezone <zone>', words(console, 'timezone'))
    .action(async (given: LiveDirectoryGiven & { url?: string; out?: string; timezone?: string }) => {
      const { url, out } = given;
      if (url === undefined) throw new UserError('option-missing', { option: '--url' });
      if (out === undefined) throw new UserError('option-missing', { option: '--out' });
      onEnd(await directory({ source: liveDirectoryOf(url, given), out, timezone: timezoneOf(given) }, console));
    });

  withInitOptions(withEvidenceOptions(commandOf(program, console, 'init'), console, false), console).action(
    async (logs: string[], given: InitGiven) => onEnd(await init(initOf(logs, given, cores, console.now), console)),
  );

  withLanguage(commandOf(program, console, 'checks'), console)
    .option('--rules <dir>', words(console, 'rules'), collected)
    .action(async ({ rules = [] }: { rules?: string[] }) => onEnd(await listChecks(rules, console)));
  return program;
}

function eventIdsOf(given: string | undefined): readonly number[] {
  return given === undefined ? [] : given.split(',').map((id) => wholeNumber(id.trim(), '--event-id', 65_535));
}
