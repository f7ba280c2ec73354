import type { Checklist, CheckResult } from '../checks/checklist.ts';
import type { Finding } from '../checks/finding.ts';
import { acknowledgementText } from './acknowledgement-text.ts';
import { baselineText, baselineWord } from './baseline-text.ts';
import { becauseText } from './because-text.ts';
import { type CsvCell, csvText } from './csv.ts';
import { nameWords } from './name-words.ts';
import { alsoWords, attributionWords, contradictionWords, exampleText, reasonWords, sentenceOf } from './sentence.ts';
import { isoTime, type ReportOptions } from './times.ts';
import { counted, filled, wordsFor } from './words/catalogue.ts';
import { COLUMNS } from './words/columns.ts';
import { LABELS } from './words/labels.ts';
import { LEVELS } from './words/outcomes.ts';
import { CERTAINTIES, ROLES } from './words/terminals.ts';
import { TRAIL_ENDS } from './words/trails.ts';

type Column = keyof typeof COLUMNS;

const FINDINGS_COLUMNS: readonly Column[] = [
  ...([
    'finding',
    'check',
    'level',
    'first_at',
    'last_at',
    'count',
    'accounts',
    'places',
    'account',
    'account_domain',
    'account_sid',
    'display_name',
    'department',
  ] as const),
  ...(['privileged_by', 'terminal', 'terminal_role', 'admin_terminal', 'network', 'terminal_address', 'attribution', 'certainty'] as const),
  ...(['recorded_by', 'result', 'logon_types', 'reason_code', 'reason', 'sentence', 'innocent_when', 'evidence'] as const),
  ...([
    'logons',
    'origin_terminal',
    'trail_end',
    'origin_hops',
    'origin_inferred',
    'credentials_changed',
    'chain',
    'also_because',
    'baseline',
  ] as const),
  ...(['reviewer', 'reviewed_on', 'review_result', 'remark'] as const),
  ...(['acknowledged_by', 'acknowledged_until', 'acknowledged_reason', 'acknowledgement'] as const),
];

/** `findings.csv`: one row per finding, notes too; four columns are for the reader to fill in and for `adlogon ack --from` to read. */
export function findingsCsv(checklist: Checklist, options: ReportOptions): string {
  const header = FINDINGS_COLUMNS.map((column) => COLUMNS[column][options.language]);
  const rows = checklist.results.flatMap((result) =>
    result.findings.map((finding) => {
      const cells = cellsOf(finding, result, options);
      return FINDINGS_COLUMNS.map((column) => cells[column] ?? null);
    }),
  );
  return csvText(header, rows);
}

function cellsOf(finding: Finding, result: CheckResult, options: ReportOptions): Readonly<Partial<Record<Column, CsvCell>>> {
  const { language, timezone } = options;
  const { check } = result;
  return {
    finding: finding.id,
    check: finding.check,
    level: LEVELS[finding.level][language],
    first_at: finding.firstAt && isoTime(finding.firstAt, timezone),
    last_at: finding.lastAt && isoTime(finding.lastAt, timezone),
    count: finding.count,
    accounts: finding.accounts,
    places: finding.places,
    account: finding.account && nameWords(finding.account, finding, language),
    account_domain: finding.accountDomain,
    account_sid: finding.accountSid,
    display_name: finding.displayName,
    department: finding.department,
    privileged_by: finding.privilegedBy,
    terminal: finding.terminal,
    terminal_role: finding.terminalRole && wordsFor(ROLES, finding.terminalRole, language),
    admin_terminal: yesOrNo(finding.adminTerminal, language),
    network: finding.network,
    terminal_address: finding.terminalAddress,
    attribution: finding.attribution && attributionWords(finding.attribution, language),
    certainty: finding.certainty && CERTAINTIES[finding.certainty][language],
    recorded_by: finding.recordedBy.join(';'),
    result: finding.succeeded === null ? null : LABELS[finding.succeeded ? 'succeeded' : 'failed'][language],
    logon_types: finding.logonTypes.join(';'),
    reason_code: finding.reasonCodes.join(';'),
    reason: reasonWords(finding, language),
    sentence: [
      sentenceOf(check.sentence, finding, options),
      ...exampleText(finding, language),
      ...contradictionWords(finding, language),
      ...baselineText(finding, language),
      ...becauseText(finding, language),
    ].join(' '),
    innocent_when: check.innocentWhen[language],
    evidence: evidenceText(finding, language),
    logons: finding.logons,
    origin_terminal: finding.originTerminal,
    trail_end: finding.trailEnd && wordsFor(TRAIL_ENDS, finding.trailEnd, language),
    origin_hops: finding.originHops,
    origin_inferred: yesOrNo(finding.originInferred, language),
    credentials_changed: yesOrNo(finding.credentialsChanged, language),
    chain: finding.chain,
    also_because: alsoWords(finding, language) || null,
    baseline: baselineWord(finding, language),
    ...acknowledgementCells(finding, language),
  };
}

/** Filled only while the acknowledgement holds, so that a filter on it shows what asks nobody; the last column also says why a finding asks again. */
function acknowledgementCells(finding: Finding, language: ReportOptions['language']): Readonly<Partial<Record<Column, CsvCell>>> {
  const { acknowledgement } = finding;
  const [text = null] = acknowledgementText(finding, language);
  if (acknowledgement?.state !== 'acknowledged') return { acknowledgement: text };
  const { by, until, reason } = acknowledgement;
  return { acknowledged_by: by, acknowledged_until: until, acknowledged_reason: reason, acknowledgement: text };
}

function yesOrNo(fact: boolean | null, language: ReportOptions['language']): string | null {
  return fact === null ? null : LABELS[fact ? 'yes' : 'no'][language];
}

/** Keys separated by `;`, and how many more there are. */
function evidenceText(finding: Finding, language: ReportOptions['language']): string {
  const more = finding.evidenceCount - finding.evidence.length;
  const rest = more > 0 ? [filled(LABELS.andMore[language], { count: counted(more) })] : [];
  return [...finding.evidence, ...rest].join(';');
}
