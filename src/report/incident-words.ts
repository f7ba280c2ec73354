import type { AdministratorSeen, Incident, NextTerminal, Step, SuspectAccount, SuspectPlace } from '../incident/incident.ts';
import { spanText } from './gap-text.ts';
import { attributionWords } from './sentence.ts';
import { plainTime, type ReportOptions } from './times.ts';
import { counted, enumerated, filled, wordsFor } from './words/catalogue.ts';
import { ADMINISTRATOR_HOW, INCIDENT, NEXT_REASONS, STEP_KINDS } from './words/incident.ts';
import { LABELS } from './words/labels.ts';
import { CERTAINTIES, ROLES } from './words/terminals.ts';

/** A place as a reader knows it: without the word that says what kind of place it is. */
export function placeName(place: string): string {
  return place.replace(/^(terminal|address|name|tunnel) /, '');
}

/** An account with its domain. */
export function whoText(
  { account, domain }: { readonly account: string | null; readonly domain: string | null },
  language: ReportOptions['language'],
): string {
  if (account === null) return LABELS.unknown[language];
  return domain === null ? account : `${domain}\\${account}`;
}

export function timeSpan(from: Date | null, until: Date | null, options: ReportOptions): string {
  return spanText(from, until, options, plainTime) ?? LABELS.unknown[options.language];
}

/** Words in brackets; nothing where there are none. */
export function inBrackets(words: readonly (string | null)[], language: ReportOptions['language']): string {
  const said = words.filter((word): word is string => word !== null && word !== '');
  if (said.length === 0) return '';
  return language === 'ja' ? `(${enumerated(said, language)})` : ` (${enumerated(said, language)})`;
}

/** Whom or what the suspect is, line by line. */
export function suspectLines(incident: Incident, options: ReportOptions): readonly string[] {
  const { language } = options;
  const used = incident.places.filter(({ kind }) => kind === 'account');
  return [
    ...incident.places.filter(({ kind }) => kind !== 'account').map((place) => suspectPlaceLine(place, options)),
    ...incident.accounts.map((account) => accountLine(account, language)),
    ...(used.length === 0 ? [] : [usedLine(used, language)]),
  ];
}

/** Of a terminal that was named, or that held the address. */
export function suspectPlaceLine(place: SuspectPlace, options: ReportOptions): string {
  const { language } = options;
  const { records, firstAt, lastAt } = place;
  const seen =
    records === 0
      ? INCIDENT.notSeen[language]
      : filled(INCIDENT.seen[language], { records: counted(records), span: timeSpan(firstAt, lastAt, options) });
  if (place.place.startsWith('name ')) return filled(INCIDENT.suspectName[language], { place: placeName(place.place), seen });
  if (place.kind !== 'address') return filled(INCIDENT.suspectTerminal[language], { place: placeName(place.place), seen });
  if (place.place.startsWith('address ')) return filled(INCIDENT.suspectHolderUnknown[language], { seen });
  const how = place.attribution === null ? LABELS.unknown[language] : attributionWords(place.attribution, language);
  return filled(INCIDENT.suspectHolder[language], { place: placeName(place.place), certainty: CERTAINTIES[place.certainty][language], how, seen });
}

function accountLine(account: SuspectAccount, language: ReportOptions['language']): string {
  const details = inBrackets(
    [
      account.displayName,
      account.department,
      account.administrator ? INCIDENT.administratorMark[language] : null,
      account.privilegedBy,
      account.recorded ? null : INCIDENT.notSeen[language].replace(/^[:(\s]+|[)\s]+$/g, ''),
    ],
    language,
  );
  return filled(INCIDENT.suspectAccount[language], { account: whoText(account, language), details });
}

function usedLine(used: readonly SuspectPlace[], language: ReportOptions['language']): string {
  const names = [...new Set(used.map(({ place }) => placeName(place)))];
  const shown = names.slice(0, 8);
  const rest = names.length > shown.length ? [filled(LABELS.andMore[language], { count: counted(names.length - shown.length) })] : [];
  return filled(INCIDENT.suspectUsedAt[language], { count: counted(names.length), places: enumerated([...shown, ...rest], language) });
}

export function administratorLine(seen: AdministratorSeen, options: ReportOptions): string {
  const { language } = options;
  if (seen.how === 'made' || seen.how === 'unmade') return changedLine(seen, options);
  return filled(INCIDENT.administratorSeen[language], {
    account: whoText(seen, language),
    details: inBrackets([seen.displayName, seen.privilegedBy], language),
    how: wordsFor(ADMINISTRATOR_HOW, seen.how, language),
    place: placeName(seen.place),
    span: timeSpan(seen.firstAt, seen.lastAt, options),
    records: counted(seen.records),
    certainty: CERTAINTIES[seen.certainty][language],
  });
}

/** Of an account that was made an administrator, or had been one until then. */
function changedLine(seen: AdministratorSeen, options: ReportOptions): string {
  const { language } = options;
  return filled(INCIDENT[seen.how === 'made' ? 'administratorMade' : 'administratorUnmade'][language], {
    account: whoText(seen, language),
    group: seen.privilegedBy ?? LABELS.unknown[language],
    by: seen.changedBy ?? LABELS.unknown[language],
    at: timeSpan(seen.firstAt, seen.lastAt, options),
    recorder: placeName(seen.place),
  });
}

export function stepLine(step: Step, options: ReportOptions): string {
  const { language } = options;
  return filled(INCIDENT.step[language], {
    source: placeName(step.source),
    account: whoText(step, language),
    target: placeName(step.target),
    kind: wordsFor(STEP_KINDS, step.kind, language),
    span: timeSpan(step.firstAt, step.lastAt, options),
    count: counted(step.logons),
    marks: inBrackets([...(step.hop > 1 ? [filled(INCIDENT.stepHop[language], { hop: step.hop })] : []), ...stepMarks(step, language)], language),
  });
}

/** The step with its place in the list. */
export function numberedStep(step: Step, number: number, options: ReportOptions): string {
  return filled(INCIDENT.stepNumbered[options.language], { number, step: stepLine(step, options) });
}

/** Somebody could act on the machine reached: by the kind of logon, or by privileges given there. */
export function couldAct({ strength, privileged }: Step): boolean {
  return strength === 'strong' || privileged;
}

/** What a reader must not miss about a step. */
export function stepMarks(step: Step, language: ReportOptions['language']): readonly string[] {
  return [
    ...(step.administrator ? [INCIDENT.administratorMark[language]] : []),
    ...(step.privileged && step.kind !== 'privileged-network' ? [INCIDENT.privilegedMark[language]] : []),
    ...(step.baseline === 'new' ? [filled(INCIDENT.newAtSource[language], { source: placeName(step.source) })] : []),
    ...(step.inferred ? [INCIDENT.inferred[language]] : []),
    ...(step.certainty === 'certain' || step.certainty === 'likely' ? [] : [CERTAINTIES[step.certainty][language]]),
  ];
}

export function nextReason(next: NextTerminal, options: ReportOptions): string {
  const { language, timezone } = options;
  return filled(wordsFor(NEXT_REASONS, next.reason, language), {
    account: whoText(next, language),
    source: next.source === null ? LABELS.unknown[language] : placeName(next.source),
    at: next.firstAt === null ? LABELS.unknown[language] : plainTime(next.firstAt, timezone),
  });
}

export function nextDetails(next: NextTerminal, language: ReportOptions['language']): string {
  const { role, department, segment, adminTerminal } = next;
  return inBrackets(
    [role === null ? null : wordsFor(ROLES, role, language), department, segment, adminTerminal ? INCIDENT.adminTerminal[language] : null],
    language,
  );
}
