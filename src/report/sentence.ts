import type { Finding, Words } from '../checks/checklist.ts';
import { spanText } from './gap-text.ts';
import { isoTime, type ReportOptions, type TimeText } from './times.ts';
import { trailText } from './trail-text.ts';
import { type Catalogue, enumerated, filled, wordsFor } from './words/catalogue.ts';
import { REASONS } from './words/failure-reasons.ts';
import { LABELS } from './words/labels.ts';
import { LEVEL_BECAUSE } from './words/level-because.ts';
import { LEVELS } from './words/outcomes.ts';
import { ATTRIBUTIONS, CERTAINTIES, ROLES } from './words/terminals.ts';
import { TRAIL_ENDS } from './words/trails.ts';

/** Columns whose values are keys, with the words for them. */
const KEYED: Readonly<Record<string, Catalogue>> = {
  level: LEVELS,
  level_because: LEVEL_BECAUSE,
  terminal_role: ROLES,
  certainty: CERTAINTIES,
  trail_end: TRAIL_ENDS,
};

/**
 * The sentence of a check about one finding: each `{column}` becomes the words for its value; NULL becomes "unknown". Several reasons are enumerated; a
 * terminal that is not known goes by its address; `{span}` is the time from first to last, one moment where they are one; `{trail}` are sentences of their own, or nothing. A placeholder that is no column stays, so that the mistake in the check shows.
 */
export function sentenceOf(sentence: Words, finding: Finding, options: ReportOptions, time: TimeText = isoTime): string {
  return sentence[options.language].replace(/\{(\w+)\}/g, (placeholder, name: string) => valueWords(name, finding, options, time) ?? placeholder);
}

/** Words for why a logon failed, several enumerated; empty when it succeeded. */
export function reasonWords(finding: Finding, language: ReportOptions['language']): string {
  return enumerated(
    finding.reasons.map((reason) => wordsFor(REASONS, reason, language)),
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
  if (name === 'recorded_by') return enumerated(finding.recordedBy, language) || unknown;
  if (name === 'seen_from') return finding.terminal ?? finding.terminalAddress ?? ownWord(finding, language);
  if (name === 'terminal') return finding.terminal ?? finding.terminalAddress ?? unknown;
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
  return words === undefined ? String(value) : wordsFor(words, String(value), language);
}
