import type { Incident, Step } from '../incident/incident.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { nowLines } from './incident-now.ts';
import { unseenTexts } from './incident-sections.ts';
import { administratorLine, couldAct, inBrackets, placeName, suspectLines, timeSpan, whoText } from './incident-words.ts';
import { plainTime, type ReportOptions } from './times.ts';
import { counted, enumerated, filled, wordsFor } from './words/catalogue.ts';
import { FIRST_REPORT } from './words/first-report.ts';
import { INCIDENT, STEP_KINDS } from './words/incident.ts';
import { STATEMENTS } from './words/incident-flow.ts';
import { LABELS } from './words/labels.ts';
import { ROLES } from './words/terminals.ts';

/** Steps, systems and files named at most: the report is read on a telephone. */
const MOST_STEPS = 12;
const MOST_SYSTEMS = 30;
const MOST_FILES = 20;

/** `incident.md`: the first report for the contact route, ready to paste. What the logs do not record themselves is marked as inferred. */
export function incidentMarkdown(incident: Incident, options: ReportOptions): string {
  const { language, timezone } = options;
  const { checklist, discoveredAt, since } = incident;
  const word = (key: keyof typeof FIRST_REPORT) => FIRST_REPORT[key][language];
  const told = (at: Date | null) => (at === null ? word('notTold') : plainTime(at, timezone));
  const parts: readonly (readonly string[])[] = [
    [`# ${word('title')}`, '', `> ${plain(filled(word('note'), { madeBy: incident.madeBy }))}`],
    [
      `- ${word('reportedAt')}: ${plainTime(incident.now, timezone)}`,
      `- ${word('organisation')}: ${checklist.organisation === '' ? word('fillIn') : plain(checklist.organisation)}`,
      `- ${word('reporter')}: ${word('fillIn')}`,
    ],
    [`## ${word('overview')}`, '', ...items(suspectLines(incident, options)), ...items([stateText(incident, options)])],
    [`## ${word('when')}`, '', `- ${word('discovered')}: ${told(discoveredAt)}`, `- ${word('begun')}: ${told(since)}`, ...steps(incident, options)],
    [`## ${word('who')}`, '', ...items(accounts(incident, options))],
    [`## ${word('where')}`, '', ...items(terminals(incident, options))],
    [`## ${word('systems')}`, '', ...items(systems(incident, options))],
    [`## ${word('done')}`, '', ...items(statements(incident.decision.established, language)), `- ${word('measures')}`],
    [`## ${word('toDo')}`, '', ...items(nowLines(incident, options).map(({ text, sign }) => (sign === undefined ? text : `[${sign}] ${text}`)))],
    [`## ${word('open')}`, '', ...items([...statements(incident.decision.notEstablished, language), ...unseenTexts(incident, options)])],
    [`## ${word('evidence')}`, '', ...files(incident, language)],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function items(texts: readonly string[]): readonly string[] {
  return texts.map((text) => `- ${plain(text)}`);
}

/** What a log holds must be text in whatever reads Markdown, HTML in it included. */
export function plain(text: string): string {
  return escapeTerminal(text).replace(/[\\`*_{}[\]<>#|!~&]/g, (character) =>
    /[<>&]/.test(character) ? `&#${character.charCodeAt(0)};` : `\\${character}`,
  );
}

function stateText(incident: Incident, { language }: ReportOptions): string {
  const programs = filled(INCIDENT[`programs ${incident.programs.state}`][language], {
    count: counted(incident.programs.findings.filter(({ finding }) => finding.level === 'review').length),
  });
  const administrators = INCIDENT[`administrator ${incident.administrators.state}`][language];
  return `${FIRST_REPORT.programs[language]}: ${programs} / ${FIRST_REPORT.administrators[language]}: ${administrators}`;
}

function steps(incident: Incident, options: ReportOptions): readonly string[] {
  const strong = incident.steps.filter(couldAct).toSorted((one, other) => at(one) - at(other));
  const more = strong.length - MOST_STEPS;
  const { language } = options;
  return items([
    ...strong.slice(0, MOST_STEPS).map((step) => stepText(step, options)),
    ...(more > 0 ? [filled(FIRST_REPORT.andMoreSteps[language], { count: counted(more) })] : []),
  ]);
}

function at({ firstAt }: Step): number {
  return firstAt?.getTime() ?? 0;
}

function stepText(step: Step, options: ReportOptions): string {
  const { language } = options;
  return filled(FIRST_REPORT.step[language], {
    at: timeSpan(step.firstAt, step.firstAt, options),
    source: placeName(step.source),
    target: placeName(step.target),
    account: whoText(step, language),
    kind: wordsFor(STEP_KINDS, step.kind, language),
    sure: sureText(step, language),
  });
}

/** A step is recorded where the machine itself wrote it and its source is sure; everything else is inferred. */
function sureText({ inferred, certainty }: Step, language: ReportOptions['language']): string {
  return inferred || (certainty !== 'certain' && certainty !== 'likely') ? INCIDENT.inferred[language] : FIRST_REPORT.recorded[language];
}

function accounts(incident: Incident, options: ReportOptions): readonly string[] {
  const { language } = options;
  const seen = incident.administrators.seen.map((one) => administratorLine(one, options));
  const named = new Set(incident.administrators.seen.map((one) => whoText(one, language)));
  const others = [...new Set(incident.presence.filter(({ place }) => isSuspect(place, incident)).map((span) => whoText(span, language)))].filter(
    (name) => !named.has(name),
  );
  const shown = others.slice(0, MOST_STEPS);
  const rest = others.length > shown.length ? [filled(LABELS.andMore[language], { count: counted(others.length - shown.length) })] : [];
  const all = [...seen.slice(0, MOST_STEPS), ...(others.length === 0 ? [] : [enumerated([...shown, ...rest], language)])];
  return all.length === 0 ? [FIRST_REPORT.nothing[language]] : all;
}

function isSuspect(place: string, { reached }: Incident): boolean {
  return reached.some((one) => one.place === place && one.hop === 0);
}

function terminals({ reached, places }: Incident, { language }: ReportOptions): readonly string[] {
  const suspects = reached.filter(({ hop }) => hop === 0).slice(0, MOST_SYSTEMS);
  if (suspects.length === 0) return [FIRST_REPORT.nothing[language]];
  return suspects.map(({ place, role, segment }) => {
    const sure = places.some((one) => one.place === place && (one.certainty === 'certain' || one.certainty === 'likely'));
    const details = [role === null ? null : wordsFor(ROLES, role, language), segment, sure ? null : INCIDENT.inferred[language]];
    return placeName(place) + inBrackets(details, language);
  });
}

function systems(incident: Incident, { language }: ReportOptions): readonly string[] {
  const { reached, checklist } = incident;
  const bySegment = new Map<string, string[]>();
  for (const { place, segment, hop } of reached.slice(0, MOST_SYSTEMS)) {
    const key = segment ?? FIRST_REPORT.unknownSegment[language];
    const name = placeName(place) + (hop > 0 && isInferred(place, incident) ? inBrackets([INCIDENT.inferred[language]], language) : '');
    bySegment.set(key, [...(bySegment.get(key) ?? []), name]);
  }
  const rest = reached.length > MOST_SYSTEMS ? [filled(LABELS.andMore[language], { count: counted(reached.length - MOST_SYSTEMS) })] : [];
  const network = filled(FIRST_REPORT.network[language], { network: checklist.network });
  return [network, ...[...bySegment].map(([segment, names]) => `${segment}: ${enumerated(names, language)}`), ...rest];
}

/** Whether no step onto it was recorded by the machine itself. */
function isInferred(place: string, { steps: all }: Incident): boolean {
  const onto = all.filter(({ target, strength }) => target === place && strength === 'strong');
  return onto.every(({ inferred, certainty }) => inferred || (certainty !== 'certain' && certainty !== 'likely'));
}

function statements(said: Incident['decision']['established'], language: ReportOptions['language']): readonly string[] {
  return said.map(({ code, details }) => filled(wordsFor(STATEMENTS, code, language), details));
}

function files({ checklist }: Incident, language: ReportOptions['language']): readonly string[] {
  const shown = checklist.inputs.slice(0, MOST_FILES).map(({ path, sha256 }) => `- ${plain(path)} (SHA-256 ${sha256 ?? LABELS.unknown[language]})`);
  const rest = checklist.inputs.length - shown.length;
  return rest > 0 ? [...shown, `- ${filled(LABELS.andMore[language], { count: counted(rest) })}`] : shown;
}
