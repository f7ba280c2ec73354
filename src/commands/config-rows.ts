import { DEFAULT_BACKGROUND_HOSTS } from '../checks/background-hosts.ts';
import { DEFAULT_THRESHOLDS } from '../checks/thresholds.ts';
import { DEFAULT_WATCHED_PROGRAMS, type WatchedProgram } from '../checks/watched-programs.ts';
import { refuseUnknownGroups } from '../directory/computer-facts.ts';
import { withDecisions } from '../directory/organisation-accounts.ts';
import { type DirectoryRows, rowsOfSnapshot } from '../directory/rows.ts';
import type { DirectorySnapshot } from '../directory/snapshot-schema.ts';
import type { Row } from '../engine/engine.ts';
import { type LoadedConfig, placeIn } from '../settings/config-file.ts';
import { UserError } from '../settings/user-error.ts';
import { computerName } from '../sidelogs/terminal-sources.ts';
import type { Warning } from '../sidelogs/terminals-csv.ts';

/** The rows of the directory, with what the organisation decided about accounts. */
export function knownBy(snapshot: DirectorySnapshot, config: LoadedConfig, network: string): DirectoryRows {
  refuseUnknownGroups(snapshot, config);
  const rows = rowsOfSnapshot(snapshot, network);
  return { ...rows, accounts: withDecisions(rows.accounts, snapshot, config, network) };
}

/** Without a directory nobody can say who is in a group: what the configuration says about accounts has no effect, which must be told. */
export function decisionsWithoutDirectory({ source, settings }: LoadedConfig): readonly Warning[] {
  const { administrators, service_accounts } = settings;
  const isSet = (value: readonly string[] | boolean): boolean => (typeof value === 'boolean' ? value : value.length > 0);
  const sections = Object.entries({ administrators, service_accounts }).filter(([, values]) => Object.values(values).some(isSet));
  return sections.map(([section]) => ({ code: 'config-needs-directory', details: { file: source?.path ?? '', section } }));
}

/** Rows of `settings`: as configured, else the default. */
export function thresholdRows({ settings }: LoadedConfig): readonly Row[] {
  return DEFAULT_THRESHOLDS.map(({ name, value }) => ({ name, value: settings.thresholds[name] ?? value }));
}

/** One threshold of the run. */
export function thresholdOf(config: LoadedConfig, name: string): number {
  const value = thresholdRows(config).find((row) => row.name === name)?.value;
  if (typeof value !== 'number') throw new Error(`no threshold ${name}`);
  return value;
}

/** Rows of `expected_recorders`, each once, by the name that the records of its log carry. */
export function expectedRecorders({ settings }: LoadedConfig, network: string): readonly Row[] {
  const rows = settings.recorders.map((name) => ({ network, recorder: computerName(name).toUpperCase(), recorded_by: name }));
  return [...new Map(rows.map((row) => [row.recorder, row])).values()];
}

/** Rows of `watched_programs`. UserError: a program that is to be let be, but is not watched in the first place, such as one mistyped. */
export function watchedPrograms(config: LoadedConfig): readonly Row[] {
  const { web_browsers, mail_clients, not_watched } = config.settings.watched_programs;
  const named = (programs: readonly string[], use: WatchedProgram['use']) => programs.map((program) => ({ program: program.toLowerCase(), use }));
  const all = [...DEFAULT_WATCHED_PROGRAMS, ...named(web_browsers, 'web-browser'), ...named(mail_clients, 'mail-client')];
  const watched = new Map(all.map(({ program, use }) => [program, { program, use }]));
  not_watched.forEach((program, at) => {
    if (watched.delete(program.toLowerCase())) return;
    const place = placeIn(config, ['watched_programs', 'not_watched', at]);
    throw new UserError('config-value', {
      ...place,
      key: `watched_programs.not_watched[${at + 1}]`,
      value: program,
      allowed: all.map((one) => one.program).join(', '),
    });
  });
  return [...watched.values()];
}

/** Rows of `background_hosts`. */
export function backgroundHosts({ settings }: LoadedConfig): readonly Row[] {
  const added = settings.background_hosts.map((host) => ({ pattern: host.toLowerCase(), purpose: 'by the configuration' }));
  return [...DEFAULT_BACKGROUND_HOSTS.map(({ pattern, purpose }) => ({ pattern, purpose })), ...added];
}

/** Rows of `known_automation`. */
export function knownAutomation({ settings }: LoadedConfig, network: string): readonly Row[] {
  const like = (pattern: string | undefined): string | null => pattern?.replace(/[!%_]/g, '!$&').replaceAll('*', '%') ?? null;
  return settings.known_automation.map(({ account, terminal, purpose }) => ({
    network,
    account_like: like(account),
    terminal_like: like(terminal),
    purpose,
  }));
}
