import type { DirectoryRow, DirectoryRows } from '../directory/rows.ts';
import type { DirectorySnapshot } from '../directory/snapshot-schema.ts';
import { borderedTable, fittingWidths } from './bordered-table.ts';
import { directoryGapText, directoryWarningText } from './directory-text.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { wrapped } from './text-width.ts';
import { isoTime, type ReportOptions } from './times.ts';
import { counted, enumerated, filled } from './words/catalogue.ts';
import { LABELS } from './words/labels.ts';
import { PRIVILEGES } from './words/privileges.ts';

/** Accounts of one class that are named at most; the snapshot has them all. */
const MOST_OF_A_CLASS = 100;

export interface DirectorySummaryOptions extends ReportOptions {
  readonly width: number;
  /** Accounts that expired before this are marked so. */
  readonly now: Date;
}

type Privilege = keyof typeof PRIVILEGES;
const CLASSES: readonly Privilege[] = ['administrator', 'operator', 'shadow', 'special', 'leftover'];

/** What a snapshot holds, for the one who took it: whom it calls privileged and how, what could not be read, what should be looked at. */
export function directorySummary(snapshot: DirectorySnapshot, rows: DirectoryRows, options: DirectorySummaryOptions): string {
  const { language, timezone, width } = options;
  const { domain } = snapshot;
  const head = [
    filled(LABELS.directoryFrom[language], { domain: domain.dnsName, from: snapshot.takenFrom, at: isoTime(new Date(snapshot.takenAt), timezone) }),
    filled(LABELS.directoryHolds[language], {
      accounts: counted(snapshot.accounts.length),
      groups: counted(snapshot.groups.length),
      computers: counted(snapshot.computers.length),
      names: counted(snapshot.names.length),
    }),
    '',
  ];
  const gaps = snapshot.incomplete.map((gap) => directoryGapText(gap, language));
  const warnings = snapshot.warnings.map((warning) => directoryWarningText(warning, language));
  return [
    ...head.map(escapeTerminal),
    ...privilegedTable(rows.accounts, options),
    ...listed(LABELS.directoryLacks[language], gaps, width),
    ...(gaps.length === 0 ? ['', LABELS.directoryComplete[language]] : []),
    ...listed(LABELS.lookAt[language], warnings, width),
    '',
  ].join('\n');
}

function privilegedTable(accounts: readonly DirectoryRow[], options: DirectorySummaryOptions): readonly string[] {
  const { language, width } = options;
  const header = [LABELS.privilege[language], LABELS.account[language], LABELS.how[language], LABELS.state[language]];
  const rows = CLASSES.flatMap((privilege) => {
    const ofClass = accounts.filter((account) => classOf(account) === privilege);
    const shown = ofClass.slice(0, MOST_OF_A_CLASS).map((account) => cellsOf(privilege, account, options));
    const rest = ofClass.length - shown.length;
    return rest === 0 ? shown : [...shown, [PRIVILEGES[privilege][language], filled(LABELS.andMore[language], { count: counted(rest) }), '', '']];
  });
  const fit = rows.map((cells) => cells.map((cell) => cell.split('\n').map(escapeTerminal).join('\n')));
  return borderedTable(header, fit, fittingWidths([header, ...fit], width));
}

function classOf(account: DirectoryRow): Privilege | null {
  const found = CLASSES.find((privilege) => privilege === account.privilege);
  return found ?? (account.admin_count_leftover === true ? 'leftover' : null);
}

function cellsOf(privilege: Privilege, account: DirectoryRow, { language, now }: DirectorySummaryOptions): readonly string[] {
  const name = account.domain === null ? String(account.account) : `${account.domain}\\${account.account}`;
  const expired = account.expires_at instanceof Date && account.expires_at < now;
  const states = [account.enabled === false ? LABELS.disabled[language] : '', expired ? LABELS.expired[language] : ''].filter(
    (state) => state !== '',
  );
  return [
    PRIVILEGES[privilege][language],
    account.display_name === null ? name : `${name}\n${account.display_name}`,
    String(account.privileged_by ?? ''),
    enumerated(states, language),
  ];
}

function listed(title: string, texts: readonly string[], width: number): readonly string[] {
  if (texts.length === 0) return [];
  return ['', title, ...texts.flatMap((text) => wrapped(text, Math.max(60, width) - 2).map((line, at) => (at === 0 ? '- ' : '  ') + line))];
}
