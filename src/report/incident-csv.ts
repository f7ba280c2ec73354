import type { Incident, RelatedFinding } from '../incident/incident.ts';
import { type CsvCell, csvText } from './csv.ts';
import { nowLines } from './incident-now.ts';
import { findingLine, unseenTexts } from './incident-sections.ts';
import { administratorLine, nextReason, placeName, stepLine, suspectPlaceLine, whoText } from './incident-words.ts';
import { isoTime, type ReportOptions } from './times.ts';
import { BASELINE_STATES } from './words/baseline.ts';
import { counted, filled, wordsFor } from './words/catalogue.ts';
import { FACT_KINDS, INCIDENT, INCIDENT_COLUMNS, PRESENCE_KINDS } from './words/incident.ts';
import { LABELS } from './words/labels.ts';
import { CERTAINTIES } from './words/terminals.ts';

interface Fact {
  readonly kind: keyof typeof FACT_KINDS;
  readonly at?: Date | null;
  readonly until?: Date | null;
  readonly terminal?: string | null;
  readonly account?: string | null;
  readonly what: string;
  readonly certainty?: keyof typeof CERTAINTIES | null;
  readonly inferred?: boolean;
  readonly evidence?: string | null;
  readonly baseline?: keyof typeof BASELINE_STATES | null;
}

/** `incident.csv`: one row per fact. */
export function incidentCsv(incident: Incident, options: ReportOptions): string {
  const { language } = options;
  return csvText(
    INCIDENT_COLUMNS.map((words) => words[language]),
    factsOf(incident, options).map((fact) => cellsOf(fact, options)),
  );
}

function cellsOf(
  { kind, at, until, terminal, account, what, certainty, inferred, evidence, baseline }: Fact,
  options: ReportOptions,
): readonly CsvCell[] {
  const { language, timezone } = options;
  const sure = certainty === null || certainty === undefined ? null : CERTAINTIES[certainty][language];
  const time = (moment: Date | null | undefined) => (moment === null || moment === undefined ? null : isoTime(moment, timezone));
  return [
    FACT_KINDS[kind][language],
    time(at),
    time(until),
    terminal ?? null,
    account ?? null,
    what,
    inferred === true ? [sure, INCIDENT.inferred[language]].filter((word) => word !== null).join(' ') : sure,
    evidence ?? null,
    baseline ? BASELINE_STATES[baseline][language] : null,
  ];
}

function factsOf(incident: Incident, options: ReportOptions): readonly Fact[] {
  const { language } = options;
  const known = (account: string | null, domain: string | null) => (account === null ? null : whoText({ account, domain }, language));
  return [
    ...nowLines(incident, options).map(({ text, sign }): Fact => ({ kind: 'now', what: sign === undefined ? text : `[${sign}] ${text}` })),
    ...incident.places.map(
      (place): Fact => ({
        kind: 'suspect',
        at: place.firstAt,
        until: place.lastAt,
        terminal: placeName(place.place),
        what: suspectPlaceLine(place, options),
        certainty: place.certainty,
      }),
    ),
    ...[...incident.programs.findings, ...incident.findings].map((related) => findingFact(related, options)),
    ...incident.administrators.seen.map(
      (seen): Fact => ({
        kind: 'administrator',
        at: seen.firstAt,
        until: seen.lastAt,
        terminal: placeName(seen.place),
        account: known(seen.account, seen.domain),
        what: administratorLine(seen, options),
        certainty: seen.certainty,
      }),
    ),
    ...incident.steps.map(
      (step): Fact => ({
        kind: 'step',
        at: step.firstAt,
        until: step.lastAt,
        terminal: placeName(step.target),
        account: known(step.account, step.domain),
        what: stepLine(step, options),
        certainty: step.certainty,
        inferred: step.inferred,
        evidence: step.evidence,
        baseline: step.baseline,
      }),
    ),
    ...incident.next.map(
      (next): Fact => ({
        kind: 'next',
        at: next.firstAt,
        until: next.lastAt,
        terminal: placeName(next.place),
        account: known(next.account, next.domain),
        what: `${next.rank}. ${nextReason(next, options)}`,
        certainty: next.certainty,
        inferred: next.inferred,
      }),
    ),
    ...incident.presence.map(
      (span): Fact => ({
        kind: 'presence',
        at: span.from,
        until: span.until,
        terminal: placeName(span.place),
        account: known(span.account, span.domain),
        what: `${wordsFor(PRESENCE_KINDS, span.kind, language)}${filled(INCIDENT.recordsOf[language], { count: counted(span.records) })}`,
      }),
    ),
    ...unseenTexts(incident, options).map((what): Fact => ({ kind: 'unseen', what })),
  ];
}

function findingFact(related: RelatedFinding, options: ReportOptions): Fact {
  const { finding } = related;
  const more = finding.evidenceCount - finding.evidence.length;
  const rest = more > 0 ? [filled(LABELS.andMore[options.language], { count: counted(more) })] : [];
  return {
    kind: 'finding',
    at: finding.firstAt,
    until: finding.lastAt,
    terminal: finding.terminal ?? finding.terminalAddress,
    account: finding.account === null ? null : whoText({ account: finding.account, domain: finding.accountDomain }, options.language),
    what: findingLine(related, options).text,
    certainty: finding.certainty,
    baseline: finding.baseline?.state ?? null,
    evidence: [...finding.evidence, ...rest].join(';'),
  };
}
