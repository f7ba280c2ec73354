import type { Candidate, Objection, Rhythm } from '../learning/candidates.ts';
import { signWords } from './signs-text.ts';
import { isoTime, type ReportOptions } from './times.ts';
import { counted, enumerated, filled, type Language, wordsFor } from './words/catalogue.ts';
import { LABELS } from './words/labels.ts';
import { LEARNING, LOOKS_LIKE, OBJECTIONS } from './words/learning.ts';

/** All that was seen of a candidate, on one line. */
export function candidateSummary(candidate: Candidate, options: ReportOptions): string {
  const { language } = options;
  const parts = [
    rhythmText(candidate.rhythm, language),
    ...seenText(candidate, options),
    targetText(candidate, language),
    looksLikeText(candidate, language),
  ];
  return enumerated(parts, language);
}

export function rhythmText(rhythm: Rhythm, language: Language): string {
  if (rhythm.kind === 'interval') return filled(LEARNING.interval[language], { span: spanText(rhythm.seconds, language) });
  return rhythm.kind === 'daily' ? filled(LEARNING.daily[language], { time: clockText(rhythm.minuteOfDay) }) : LEARNING.days[language];
}

/** On how many days, how many records, from when until when. */
export function seenText(
  { days, recordedDays, records, failures, firstAt, lastAt }: Candidate,
  { language, timezone }: ReportOptions,
): readonly string[] {
  const dayOf = (at: Date | null) => (at === null ? '' : isoTime(at, timezone).slice(0, 10));
  return [
    filled(LEARNING.daysSeen[language], { days, recorded: recordedDays }),
    filled(LEARNING.recordsSeen[language], { count: counted(records) }),
    ...(failures === 0 ? [] : [filled(LEARNING.failuresSeen[language], { count: counted(failures) })]),
    `${dayOf(firstAt)} – ${dayOf(lastAt)}`,
  ];
}

/** The machines that were entered, and how. */
export function targetText({ targets, logonTypes }: Candidate, language: Language): string {
  if (targets.length === 0) return LEARNING.tickets[language];
  const types = logonTypes.length === 0 ? '' : ` (${filled(LEARNING.types[language], { types: logonTypes.join(', ') })})`;
  return `→ ${targets.join(', ')}${types}`;
}

export function looksLikeText({ looksLike }: Candidate, language: Language): string {
  return wordsFor(LOOKS_LIKE, looksLike, language);
}

export function effectText({ labelled, labelledReviews }: Candidate, language: Language): string {
  if (labelled === 0) return LEARNING.labelsNothing[language];
  return filled(LEARNING.labelled[language], { count: counted(labelled), reviews: counted(labelledReviews) });
}

export function objectionText({ code, sign }: Objection, { privilegedBy }: Candidate, language: Language): string {
  const by = privilegedBy ?? LABELS.unknown[language];
  return filled(wordsFor(OBJECTIONS, code, language), { by, sign: sign === null ? '' : signWords(sign, language) });
}

function spanText(seconds: number, language: Language): string {
  // A few seconds more or less are no part of a rhythm of hours.
  const unit = seconds >= 5400 ? ('hours' as const) : seconds >= 90 ? ('minutes' as const) : ('seconds' as const);
  const length = { hours: 3600, minutes: 60, seconds: 1 }[unit];
  const count = unit === 'hours' ? Math.round((seconds * 10) / length) / 10 : Math.round(seconds / length);
  return filled(LEARNING[unit][language], { count });
}

function clockText(minuteOfDay: number): string {
  return `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
}
