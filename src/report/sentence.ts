import type { Words } from '../checks/check.ts';
import type { Finding } from '../checks/finding.ts';
import { spanText } from './gap-text.ts';
import { membershipText } from './membership-text.ts';
import { nameWords } from './name-words.ts';
import { bytesText, outboundSignsText } from './outbound-text.ts';
import { signsText } from './signs-text.ts';
import { isoTime, type ReportOptions, type TimeText } from './times.ts';
import { trailText } from './trail-text.ts';
import { type Catalogue, counted, enumerated, filled, wordsFor } from './words/catalogue.ts';
import { REASONS } from './words/failure-reasons.ts';
import { LABELS } from './words/labels.ts';
import { LEVEL_BECAUSE } from './words/level-because.ts';
import { LEVELS } from './words/outcomes.ts';
import { ATTRIBUTIONS, CERTAINTIES, ROLES, USES } from './words/terminals.ts';
import { TRAIL_ENDS } from './words/trails.ts';

/** Columns whose values are keys, with the words for them. */
const KEYED: Readonly<Record<string, Catalogue>> = {
  level: LEVELS,
  level_because: LEVEL_BECAUSE,
  terminal_role: ROLES,
  certainty: CERTAINTIES,
  use: USES,
  trail_end: TRAIL_ENDS,
};

/**
 * The sentence of a check about one finding: each `{column}` becomes the words for its value; NULL becomes "unknown". Several reasons are enumerated; a
 * terminal that is not known goes by its address; many accounts or places go by their number; `{span}` is the time from first to last, one moment where they are one; `{trail}` and `{membership}` are sentences of their own, or nothing; `{signs}` a sentence without its beginning; `{logged_on}` a verb, `{place_doubt}` what is wrong with the place, `{daily}` on how many days. A placeholder that is no column stays, so that the mistake in the check shows.
 */
export function sentenceOf(sentence: Words, finding: Finding, options: ReportOptions, time: TimeText = isoTime): string {
  return sentence[options.language].replace(/\{(\w+)\}( ?)/g, (placeholder, name: string, space: string) => {
    const words = valueWords(name, finding, options, time);
    if (words === null) return placeholder;
    // Japanese sets a name apart by a space, but not words of its own.
    return words + (options.language === 'ja' && isNumberOf(name, finding) ? '' : space);
  });
}

/** Whose logons: the account with its domain, or how many accounts there are. */
export function accountText(finding: Finding, language: ReportOptions['language']): string {
  const { accounts, accountDomain } = finding;
  const account = finding.account && nameWords(finding.account, finding, language);
  if (finding.values.destination !== undefined && account === null) {
    return LABELS[finding.values.several_accounts === true ? 'severalAccounts' : 'noAccount'][language];
  }
  if (accounts > 1) return filled(LABELS.accounts[language], { count: counted(accounts) });
  if (accountDomain !== null) return `${accountDomain}\\${account ?? ''}`;
  return account ?? LABELS.unknown[language];
}

/** How many places there are; null: one. */
export function placesText({ places, values }: Finding, language: ReportOptions['language']): string | null {
  if (places > 1 && values.destination !== undefined) return filled(LABELS.countedTerminals[language], { count: counted(places) });
  return places > 1 ? filled(LABELS.places[language], { count: counted(places) }) : null;
}

/** Some of the accounts, or of the places of one account, and how many more there are; nothing where there is one of each. */
export function exampleText(finding: Finding, language: ReportOptions['language'], shown = finding.examples.length): readonly string[] {
  const { accounts, places, examples } = finding;
  if (examples.length === 0) return [];
  const names = examples.slice(0, shown).map((name) => nameWords(name, finding, language));
  const more = (accounts > 1 ? accounts : places) - names.length;
  const rest = more > 0 ? [filled(LABELS.andMore[language], { count: counted(more) })] : [];
  return [filled(LABELS.examples[language], { names: enumerated([...names, ...rest], language) })];
}

/** Words for why a logon failed, several enumerated; empty when it succeeded. */
export function reasonWords(finding: Finding, language: ReportOptions['language']): string {
  return enumerated(
    finding.reasons.map((reason) => wordsFor(REASONS, reason, language)),
    language,
  );
}

/** Words for the other rules that hold, several enumerated; empty where none does. */
export function alsoWords({ alsoBecause }: Finding, language: ReportOptions['language']): string {
  return enumerated(
    alsoBecause.map((because) => wordsFor(LEVEL_BECAUSE, because, language)),
    language,
  );
}

/** How the terminal was found; what agrees is enumerated. */
export function attributionWords(attribution: string, language: ReportOptions['language']): string {
  return enumerated(
    attribution.split('+').map((key) => wordsFor(ATTRIBUTIONS, key, language)),
    language,
  );
}

/** What names another terminal; none where nothing does. */
export function contradictionWords({ contradictedBy }: Finding, language: ReportOptions['language']): readonly string[] {
  if (contradictedBy === null) return [];
  const { attribution, terminal } = contradictedBy;
  return [filled(LABELS.contradiction[language], { terminal, attribution: attributionWords(attribution, language) })];
}

/** The name a terminal gave of itself, said to be just that; anybody may invent one. */
export function ownWord(finding: Finding, language: ReportOptions['language']): string {
  const name = finding.values.terminal_name;
  return typeof name === 'string' ? filled(LABELS.ownWord[language], { name }) : LABELS.unknown[language];
}

function valueWords(name: string, finding: Finding, options: ReportOptions, time: TimeText): string | null {
  const { language } = options;
  const unknown = LABELS.unknown[language];
  if (/^(failure_)?reasons?$/.test(name)) return reasonWords(finding, language) || unknown;
  if (name === 'span') return spanText(finding.firstAt, finding.lastAt, options, time) ?? unknown;
  if (name === 'trail') return trailText(finding, language);
  if (name === 'logged_on') return loggedOnText(finding, language);
  if (name === 'daily') return dailyText(finding, language);
  if (name === 'place_doubt') return placeDoubtText(finding, language);
  if (name === 'membership') return membershipText(finding, options, time);
  if (name === 'signs' && typeof finding.values.signs === 'string') return signsText(finding, language);
  if (name === 'recorded_by') return enumerated(finding.recordedBy, language) || unknown;
  if (name === 'account' && finding.accounts > 1) return accountText(finding, language);
  if (name === 'seen_from' || name === 'terminal') return placesText(finding, language) ?? placeText(name, finding, language);
  if (name === 'outbound_signs') return outboundSignsText(finding, language);
  if (name === 'sent' || name === 'received') return bytesText(finding.values[name], language);
  const value = finding.values[name];
  if (value === undefined) return null;
  if (value === null) return unknown;
  if (value instanceof Date) return time(value, options.timezone);
  if (typeof value === 'boolean') {
    if (name === 'succeeded') return LABELS[value ? 'succeeded' : 'failed'][language];
    return LABELS[value ? 'yes' : 'no'][language];
  }
  if (name === 'attribution') return attributionWords(String(value), language);
  const words = KEYED[name];
  return words === undefined ? nameWords(String(value), finding, language) : wordsFor(words, String(value), language);
}

/** That an administrator logged on from somewhere, or went on with a session from there, or that somebody else used its credentials there. */
function loggedOnText({ values }: Finding, language: ReportOptions['language']): string {
  const { used_by: by, used_for: servers } = values;
  if (values.reconnected === true) return LABELS.reconnected[language];
  if (typeof by !== 'string') return LABELS.loggedOn[language];
  const target = typeof servers === 'string' ? filled(LABELS.usedTowards[language], { servers: enumerated(servers.split(';'), language) }) : '';
  return filled(LABELS.credentialsUsed[language], { by, target });
}

/** On how many days, where it is the same every day; else nothing. */
function dailyText({ values }: Finding, language: ReportOptions['language']): string {
  const days = Number(values.daily_days ?? 0);
  return days > 0 ? filled(LABELS.everyDay[language], { days: counted(days) }) : '';
}

/** Why the place counts as none where an administrator logs on: nothing proves that it is an admin terminal, or the person does not sit at it. */
function placeDoubtText({ adminTerminal, levelBecause }: Finding, language: ReportOptions['language']): string {
  const reachedFromElsewhere = adminTerminal === true && (levelBecause === 'began-elsewhere' || levelBecause === 'origin-doubted');
  return LABELS[reachedFromElsewhere ? 'ledFromElsewhere' : 'noAdminTerminal'][language];
}

/** Whether a number of accounts or places stands instead of a name. */
function isNumberOf(name: string, { accounts, places }: Finding): boolean {
  return (name === 'account' && accounts > 1) || (['seen_from', 'terminal'].includes(name) && places > 1);
}

function placeText(name: 'seen_from' | 'terminal', finding: Finding, language: ReportOptions['language']): string {
  const { terminal_name: controller } = finding.values;
  // The address is that of the domain controller that asked: nobody tried there.
  if (finding.attribution === 'asked-by-controller' && typeof controller === 'string')
    return filled(LABELS.checkedBy[language], { name: controller });
  return finding.terminal ?? finding.terminalAddress ?? (name === 'seen_from' ? ownWord(finding, language) : LABELS.unknown[language]);
}
