import { csvText } from '../report/csv.ts';
import { escapeTerminal } from '../report/escape-terminal.ts';
import { ACK_LINES, ACK_PROBLEMS, ACKNOWLEDGEMENT_HEADERS } from '../report/words/acknowledgements.ts';
import { counted, filled, type Language } from '../report/words/catalogue.ts';
import type { AckOptions } from '../settings/options.ts';
import { dayIn } from '../settings/period.ts';
import { UserError } from '../settings/user-error.ts';
import { ACCEPTING_RESULTS } from '../sidelogs/accepting-results.ts';
import { dayFrom, daysProblem } from '../sidelogs/acknowledgement-dates.ts';
import {
  ACKNOWLEDGEMENT_COLUMNS,
  type AcknowledgementCells,
  type AcknowledgementTable,
  acknowledgementTable,
  cellsOf,
  keyOf,
} from '../sidelogs/acknowledgement-lines.ts';
import { changeFile, readText } from '../sidelogs/acknowledgements-file.ts';
import { findingsOfReport, type ReportFinding } from '../sidelogs/report-findings.ts';
import { headerColumn } from './acknowledgements.ts';
import type { Console, ExitCode } from './console.ts';
import { type Acceptance, acceptancesFrom } from './review-rows.ts';

const DAY = 86_400_000;
/** A report of 100,000 findings takes about 200 MB. */
const MOST_REPORT_BYTES = 512 * 1024 * 1024;

/** Accepts findings of a report, or takes that back. 1: something that was reviewed is not acknowledged. */
export async function ack(options: AckOptions, console: Console): Promise<ExitCode> {
  if (options.remove.length > 0) return remove(options, console);
  const today = dayIn(console.now, options.timezone);
  const until = dayFrom(options.until);
  if (until === null || daysProblem(today, until, today) !== null) {
    const example = dayIn(new Date(console.now.getTime() + 90 * DAY), options.timezone);
    throw new UserError('ack-until', { value: options.until, example });
  }
  const { language } = console;
  const { acceptances, untouched } = acceptancesFrom(options);
  const findings = reportOf(options.report);
  const taken: AcknowledgementCells[] = [];
  const said: string[] = [];
  for (const acceptance of acceptances) {
    const finding = findings.get(acceptance.finding);
    const problem = acceptance.problem ?? problemOf(finding, acceptance.on ?? today, until, today);
    if (problem !== null || finding === undefined) said.push(refusalText(acceptance, problem ?? 'not-in-report', language));
    else {
      const cells = cellsFor(finding, acceptance, until, today);
      taken.push(cells);
      said.push(takenText(finding, cells, language));
    }
  }
  if (taken.length > 0) {
    await changeFile(options.file, (text) => appended(text, options.file, taken, language));
    said.push(filled(ACK_LINES.written[language], { file: options.file }));
  }
  if (untouched > 0) said.push(filled(ACK_LINES.untouched[language], { count: counted(untouched) }));
  await console.print(said.map((line) => `${escapeTerminal(line)}\n`).join(''));
  return taken.length === acceptances.length ? 0 : 1;
}

async function remove({ file, remove: values }: AckOptions, { language, print }: Console): Promise<ExitCode> {
  if (readText(file) === null) throw new UserError('file-unreadable', { file, reason: 'ENOENT' });
  let count = 0;
  await changeFile(file, (text) => {
    const table = acknowledgementTable(text ?? '', file, headerColumn);
    const isMeant = (value: string, cells: AcknowledgementCells) => value !== '' && (cells.acknowledgement === value || cells.finding === value);
    const cells = table.records.map((record) => cellsOf(table, record));
    const unknown = values.find((value) => !cells.some((one) => isMeant(value, one)));
    if (unknown !== undefined) throw new UserError('ack-not-there', { file, value: unknown });
    const kept = table.records.filter((record) => !values.some((value) => isMeant(value, cellsOf(table, record))));
    count = table.records.length - kept.length;
    return csvText(
      table.header,
      kept.map((record) => record.cells),
    );
  });
  await print(`${escapeTerminal(filled(ACK_LINES.removed[language], { file, count: counted(count) }))}\n`);
  return 0;
}

function reportOf(file: string): ReadonlyMap<string, ReportFinding> {
  const read = readText(file, MOST_REPORT_BYTES);
  if (read === null) throw new UserError('ack-report-missing', { file });
  return findingsOfReport(read.text, file);
}

function problemOf(finding: ReportFinding | undefined, on: string, until: string, today: string): keyof typeof ACK_PROBLEMS | null {
  if (finding === undefined) return 'not-in-report';
  if (finding.level === 'note') return 'note';
  // A failure hides nothing that got in; a success from where anybody may claim to be would hide whoever claims it.
  if (finding.kind.placeUnproven && finding.kind.result !== 'failed') return 'place-unproven';
  return daysProblem(on, until, today);
}

function cellsFor({ finding, kind }: ReportFinding, acceptance: Acceptance, until: string, today: string): AcknowledgementCells {
  const yesOrNo = (fact: boolean) => (fact ? 'yes' : 'no');
  const cells = {
    acknowledged_by: oneLine(acceptance.by),
    acknowledged_on: acceptance.on ?? today,
    acknowledged_until: until,
    acknowledged_reason: oneLine(acceptance.reason),
    finding,
    account: kind.account ?? '',
    place: kind.place ?? '',
    network: kind.network ?? '',
    check: kind.check,
    result: kind.result ?? '',
    why: kind.why.join(';'),
    failure_reasons: kind.failureReasons.join(';'),
    administrator: yesOrNo(kind.administrator),
    success_followed: yesOrNo(kind.successFollowed),
    credentials_changed: yesOrNo(kind.credentialsChanged),
    certainty: kind.certainty ?? '',
    folded: kind.folded ?? '',
    accepted_count: String(kind.count),
    accounts: String(kind.accounts),
    places: String(kind.places),
    subject: kind.subject,
    place_key: kind.placeKey,
    origin_key: kind.originKey ?? '',
  };
  return { acknowledgement: keyOf(cells), ...cells };
}

/** One row is one line of the file, so that a line number leads to it. */
function oneLine(text: string): string {
  return text.trim().replace(/\s*[\r\n]+\s*/g, ' ');
}

/** The file with lines added at its end. What is there stays as it is, also what is not understood: its columns, their order, lines that are not valid. */
function appended(text: string | null, file: string, lines: readonly AcknowledgementCells[], language: Language): string {
  const headers = ACKNOWLEDGEMENT_COLUMNS.map((column) => ACKNOWLEDGEMENT_HEADERS[column][language]);
  const empty: AcknowledgementTable = { header: headers, places: new Map(ACKNOWLEDGEMENT_COLUMNS.map((column, at) => [column, at])), records: [] };
  const table = text === null ? empty : acknowledgementTable(text, file, headerColumn);
  const columnAt = new Map([...table.places].map(([column, place]) => [place, column]));
  const added = lines.map((cells) => table.header.map((_, place) => textAt(cells, columnAt.get(place))));
  return csvText(table.header, [...table.records.map((record) => record.cells), ...added]);
}

function textAt(cells: Readonly<Record<string, string>>, column: string | undefined): string {
  return column === undefined ? '' : (cells[column] ?? '');
}

function takenText({ kind }: ReportFinding, cells: AcknowledgementCells, language: Language): string {
  const account = kind.folded === 'accounts' || kind.folded === 'both' ? ACK_LINES.many[language] : (kind.account ?? ACK_LINES.unknown[language]);
  return filled(ACK_LINES[kind.administrator ? 'taken-administrator' : 'taken'][language], {
    finding: cells.finding,
    until: cells.acknowledged_until,
    key: cells.acknowledgement,
    check: kind.check,
    account,
    place: kind.place ?? ACK_LINES.nowhere[language],
  });
}

function refusalText({ line, finding, result }: Acceptance, problem: keyof typeof ACK_PROBLEMS, language: Language): string {
  const where = line === null ? finding : filled(ACK_LINES.line[language], { line, finding });
  const words = filled(ACK_PROBLEMS[problem][language], { result, accepted: ACCEPTING_RESULTS.join(', ') });
  return filled(ACK_LINES['not-taken'][language], { where, problem: words });
}
