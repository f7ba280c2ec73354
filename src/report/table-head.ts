import type { Checklist } from '../checks/checklist.ts';
import type { ProxyInputLine } from '../checks/sources.ts';
import { DEFAULT_NETWORK } from '../settings/options.ts';
import { directoryGapText } from './directory-text.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { spanText } from './gap-text.ts';
import type { TableOptions } from './table-options.ts';
import { padded, widthOf, wrapped } from './text-width.ts';
import { isoTime, type ReportOptions } from './times.ts';
import { counted, enumerated, filled, wordsFor } from './words/catalogue.ts';
import { LABELS } from './words/labels.ts';
import { ROLES } from './words/terminals.ts';

/** Machines named in the head at most; a forwarded log can hold hundreds. */
const MOST_MACHINES = 8;
/** Of what a snapshot lacks; `report.json` has all of it. */
const MOST_LACKING = 3;

/** What the run answers for: title, period, organisation, logs, directory, terminals, scope. */
export function headLines(checklist: Checklist, options: TableOptions): readonly string[] {
  const shown = headRows(checklist, options).map(([label, text]) => [`${label}:`, text] as const);
  const indent = Math.max(...shown.map(([label]) => widthOf(label))) + 1;
  const lines = shown.flatMap(([label, text]) =>
    wrapped(escapeTerminal(text), options.width - indent).map((line, at) => padded(at === 0 ? label : '', indent) + line),
  );
  return [LABELS.title[options.language], ...lines];
}

/** The same as pairs of label and text, not escaped. */
export function headRows(checklist: Checklist, options: ReportOptions): readonly (readonly [string, string])[] {
  const { language } = options;
  const labelled: readonly (readonly [keyof typeof LABELS, string])[] = [
    ['period', periodText(checklist, options)],
    ['organisation', checklist.organisation],
    ['network', checklist.network === DEFAULT_NETWORK ? '' : checklist.network],
    ['logs', logsText(checklist, language)],
    ['proxyLogs', proxyText(checklist, language)],
    ['directory', directoryText(checklist, options)],
    ['directoryNotRead', lackingText(checklist, language)],
    ['terminals', terminalsText(checklist, language)],
    ['configuration', configurationText(checklist, language)],
    ['acknowledgements', acknowledgementsText(checklist, language)],
    ['scope', scopeText(checklist, language)],
  ];
  return labelled.filter(([, text]) => text !== '').map(([label, text]) => [LABELS[label][language], text] as const);
}

function periodText(checklist: Checklist, options: ReportOptions): string {
  const [recordedFrom, recordedUntil] = recordedSpan(checklist);
  const from = checklist.askedFrom ?? recordedFrom;
  const until = checklist.askedUntil ?? recordedUntil;
  const span = spanText(from, until, options);
  const { language, timezone } = options;
  return span === null ? LABELS.noPeriod[language] : filled(LABELS.spanIn[language], { span, timezone });
}

/** Without a Security record, what the proxy logs span. */
function recordedSpan({ recordedFrom, recordedUntil, proxyInputs }: Checklist): readonly [Date | null, Date | null] {
  if (recordedFrom !== null) return [recordedFrom, recordedUntil];
  const first = proxyInputs.flatMap(({ firstAt }) => (firstAt === null ? [] : [firstAt.getTime()]));
  const last = proxyInputs.flatMap(({ lastAt }) => (lastAt === null ? [] : [lastAt.getTime()]));
  return first.length === 0 ? [null, null] : [new Date(Math.min(...first)), new Date(Math.max(...last))];
}

function logsText(checklist: Checklist, language: TableOptions['language']): string {
  const files = counted(checklist.inputs.length);
  const machines = checklist.recorders.map(({ recordedBy, role }) =>
    role === null ? recordedBy : `${recordedBy} (${wordsFor(ROLES, role, language)})`,
  );
  if (machines.length === 0) return filled(LABELS.noLogs[language], { files });
  const rest = machines.length - MOST_MACHINES;
  const named = rest > 0 ? [...machines.slice(0, MOST_MACHINES), filled(LABELS.andMore[language], { count: rest })] : machines;
  return filled(LABELS.logsRead[language], { files, machines: enumerated(named, language) });
}

/** Nothing where none was given: the checks that need one say so. */
function proxyText({ proxyInputs }: Checklist, language: ReportOptions['language']): string {
  if (proxyInputs.length === 0) return '';
  const counting = proxyInputs.filter(({ repeated }) => !repeated);
  const sum = (count: (input: ProxyInputLine) => number) => counted(counting.reduce((all, input) => all + count(input), 0));
  const read = filled(LABELS.proxyLogsRead[language], { files: counted(proxyInputs.length), requests: sum(({ requests }) => requests) });
  const bad = counting.some(({ badLines }) => badLines > 0) ? filled(LABELS.proxyBadLines[language], { count: sum(({ badLines }) => badLines) }) : '';
  return read + bad;
}

function directoryText(checklist: Checklist, options: ReportOptions): string {
  const { language, timezone } = options;
  const named = checklist.directories.map(({ domain, takenAt, takenFrom, complete }) => {
    const text = filled(LABELS.directoryFrom[language], { domain, from: takenFrom, at: isoTime(takenAt, timezone) });
    return complete ? text : text + LABELS.directoryIncomplete[language];
  });
  return enumerated(named, language) || LABELS.noDirectory[language];
}

function lackingText(checklist: Checklist, language: TableOptions['language']): string {
  const lacking = checklist.directories.flatMap(({ gaps }) => gaps.map((gap) => directoryGapText(gap, language)));
  const rest = lacking.length - MOST_LACKING;
  const shown = rest > 0 ? [...lacking.slice(0, MOST_LACKING), filled(LABELS.andMore[language], { count: counted(rest) })] : lacking;
  return shown.join(' ');
}

function terminalsText(checklist: Checklist, language: TableOptions['language']): string {
  const { known, adminTerminals } = checklist.terminals;
  return filled(LABELS.terminalsKnown[language], { known: counted(known), admin: counted(adminTerminals) });
}

function configurationText({ configuration }: Checklist, language: TableOptions['language']): string {
  return configuration === null ? '' : filled(LABELS.configurationUsed[language], { file: configuration.file, sha256: configuration.sha256 });
}

function acknowledgementsText({ acknowledgements }: Checklist, language: TableOptions['language']): string {
  if (acknowledgements === null) return '';
  const { file, sha256, lines, unusable } = acknowledgements;
  return filled(LABELS.acknowledgementsUsed[language], { file, sha256, lines: counted(lines), unusable: counted(unusable) });
}

/** Said once here, so that it need not turn every check into "not assessed". */
function scopeText(checklist: Checklist, language: TableOptions['language']): string {
  if (checklist.recorders.length === 0) return '';
  const domainControllersOnly = checklist.recorders.every(({ role }) => role === 'domain controller');
  return LABELS[domainControllersOnly ? 'scopeDomainControllers' : 'scopeDirect'][language];
}
