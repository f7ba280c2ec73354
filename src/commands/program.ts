import { Command } from 'commander';
import { UserError } from '../settings/user-error.ts';
import { type AckGiven, withAckOptions } from './ack-options.ts';
import { commandOf, configured, withLanguage, words } from './command-parts.ts';
import type { Console, ExitCode } from './console.ts';
import { type LiveDirectoryGiven, liveDirectoryOf, withDirectoryOptions } from './directory-options.ts';
import { type EvidenceGiven, withEvidenceOptions } from './evidence-options.ts';
import { type IncidentGiven, withIncidentOptions } from './incident-options.ts';
import { type InitGiven, withInitOptions } from './init-options.ts';
import { collected, oneOf, wholeNumber } from './option-values.ts';
import { VERSION } from './version.ts';

/** Told how a command ended. */
type OnEnd = (code: ExitCode) => void;

interface RecordsGiven {
  readonly eventId?: string;
  readonly account?: string;
  readonly evidence?: readonly string[];
  readonly format?: string;
}

/**
 * The command line. Every option is read here into one typed object. A command is loaded when it is called: all of them at once take a quarter of a second,
 * which whoever asks for help, or mistypes an option, need not wait for.
 *
 * @param cores default of `--threads`
 * @param onEnd told how the command ended
 */
export function programOf(console: Console, cores: number, onEnd: OnEnd): Command {
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
      const { evidenceOf } = await import('./asked-evidence.ts');
      const evidence = evidenceOf(logs, given, cores, console.now, true);
      const showUnknownNames = given.showUnknownNames ?? evidence.config.settings.show_unknown_names;
      const { audit } = await import('./audit.ts');
      onEnd(await audit({ ...evidence, rules, out: out ?? null, showUnknownNames }, console));
    });

  withIncidentOptions(withEvidenceOptions(commandOf(program, console, 'incident'), console, false), console).action(
    async (logs: string[], given: IncidentGiven) => {
      const { evidenceOf } = await import('./asked-evidence.ts');
      const { incidentOf } = await import('./asked-incident.ts');
      const asked = incidentOf(evidenceOf(logs, given, cores, console.now, false), given);
      const { incident } = await import('./incident.ts');
      onEnd(await incident(asked, console));
    },
  );
  withAckOptions(commandOf(program, console, 'ack'), console).action(async (findings: string[], given: AckGiven) => {
    const { ackOf } = await import('./asked-ack.ts');
    const asked = ackOf(findings, given);
    const { ack } = await import('./ack.ts');
    onEnd(await ack(asked, console));
  });

  addRecords(program, console, onEnd);
  withEvidenceOptions(commandOf(program, console, 'query').argument('<sql>', words(console, 'sql')), console, false)
    .option('--acknowledgements <file>', words(console, 'acknowledgements'))
    .option('--format <format>', words(console, 'answerFormat'))
    .action(async (sql: string, logs: string[], given: EvidenceGiven & { format?: string }) => {
      const format = oneOf(given.format ?? 'table', '--format', ['table', 'csv', 'ndjson'] as const);
      const { evidenceOf } = await import('./asked-evidence.ts');
      const evidence = evidenceOf(logs, given, cores, console.now, false);
      const { query } = await import('./query.ts');
      onEnd(await query({ ...evidence, sql, format }, console));
    });
  addDirectory(program, console, onEnd);
  withInitOptions(withEvidenceOptions(commandOf(program, console, 'init'), console, false), console).action(
    async (logs: string[], given: InitGiven) => {
      const { initOf } = await import('./asked-init.ts');
      const asked = initOf(logs, given, cores, console.now);
      const { init } = await import('./init.ts');
      onEnd(await init(asked, console));
    },
  );

  withLanguage(commandOf(program, console, 'checks'), console)
    .option('--rules <dir>', words(console, 'rules'), collected)
    .action(async ({ rules = [] }: { rules?: string[] }) => {
      const { listChecks } = await import('./checks.ts');
      onEnd(await listChecks(rules, console));
    });
  return program;
}

function addRecords(program: Command, console: Console, onEnd: OnEnd): void {
  withLanguage(commandOf(program, console, 'records').argument('<log...>', words(console, 'logs')), console)
    .option('--event-id <ids>', words(console, 'eventId'))
    .option('--account <name>', words(console, 'account'))
    .option('--evidence <key>', words(console, 'evidence'), collected)
    .option('--format <format>', words(console, 'recordsFormat'))
    .action(async (logs: string[], given: RecordsGiven) => {
      const format = oneOf(given.format ?? 'ndjson', '--format', ['ndjson', 'csv', 'xml'] as const);
      const account = given.account ?? null;
      if (account?.trim() === '') throw new UserError('option-not-a-name', { option: '--account' });
      const eventIds = eventIdsOf(given.eventId);
      const { records } = await import('./records.ts');
      onEnd(await records({ logs, eventIds, account, evidence: given.evidence ?? [], format }, console));
    });
}

function addDirectory(program: Command, console: Console, onEnd: OnEnd): void {
  withDirectoryOptions(withLanguage(commandOf(program, console, 'directory'), console), console)
    .option('--url <url>', words(console, 'url'))
    .option('--out <file>', words(console, 'snapshotOut'))
    .option('--timezone <zone>', words(console, 'timezone'))
    .action(async (given: LiveDirectoryGiven & { url?: string; out?: string; timezone?: string }) => {
      const { url, out } = given;
      if (url === undefined) throw new UserError('option-missing', { option: '--url' });
      if (out === undefined) throw new UserError('option-missing', { option: '--out' });
      const { timezoneOf } = await import('./asked-evidence.ts');
      const asked = { source: liveDirectoryOf(url, given), out, timezone: timezoneOf(given) };
      const { directory } = await import('./directory.ts');
      onEnd(await directory(asked, console));
    });
}

function eventIdsOf(given: string | undefined): readonly number[] {
  return given === undefined ? [] : given.split(',').map((id) => wholeNumber(id.trim(), '--event-id', 65_535));
}
