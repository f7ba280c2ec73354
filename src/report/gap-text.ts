import type { Gap } from '../checks/checklist.ts';
import { isoTime, type ReportOptions } from './times.ts';
import { counted, enumerated, filled } from './words/catalogue.ts';
import { gapWords } from './words/gaps.ts';
import { LABELS } from './words/labels.ts';

/** How a time is written; with its offset unless told otherwise. */
type TimeText = (at: Date, timezone: string) => string;

/** What was not covered, in one sentence for each happening: machines about which the same is to be said are named together. */
export function gapSentences(
  gaps: readonly Gap[],
  options: ReportOptions,
  time: TimeText = isoTime,
): readonly { readonly code: string; readonly sentence: string }[] {
  const together = new Map<string, Gap[]>();
  for (const gap of gaps) {
    const key = JSON.stringify([gap.code, gap.from, gap.until, gap.count]);
    together.set(key, [...(together.get(key) ?? []), gap]);
  }
  return [...together.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ code: first.code, sentence: sentenceFor(first, aboutsOf(same), options, time) }];
  });
}

/** How to get what is missing, once for each code that has a way; lines kept, so that commands can be copied. */
export function remedies(gaps: readonly Gap[], language: ReportOptions['language']): readonly { readonly code: string; readonly text: string }[] {
  return [...new Set(gaps.map((gap) => gap.code))].flatMap((code) => {
    const text = gapWords(code).remedy?.[language];
    return text === undefined ? [] : [{ code, text }];
  });
}

/** All of it as the text of one cell: what was not covered, then how to get it. */
export function gapsText(gaps: readonly Gap[], options: ReportOptions): string {
  const sentences = gapSentences(gaps, options).map((one) => one.sentence);
  return [...sentences, ...remedies(gaps, options.language).map((one) => one.text.replaceAll('\n', ' '))].join(' ');
}

function sentenceFor(gap: Gap, abouts: readonly string[], options: ReportOptions, time: TimeText): string {
  const { language } = options;
  const about = enumerated(abouts, language) || LABELS.someMachine[language];
  const sentence = filled(gapWords(gap.code).missing[language], { about, count: gap.count === null ? LABELS.unknown[language] : counted(gap.count) });
  const span = spanText(gap.from, gap.until, options, time);
  return span === null ? sentence : sentence.replace(/[。.]?$/, (stop) => ` (${span})${stop}`);
}

function aboutsOf(gaps: readonly Gap[]): readonly string[] {
  return [...new Set(gaps.flatMap((gap) => (gap.about === null ? [] : [gap.about])))];
}

/** A span of time, open ends named; the moment alone where both ends are one. Null: nothing is said about time. */
export function spanText(from: Date | null, until: Date | null, options: ReportOptions, time: TimeText = isoTime): string | null {
  if (from === null && until === null) return null;
  const start = from === null ? LABELS.fromStart[options.language] : time(from, options.timezone);
  const end = until === null ? LABELS.toEnd[options.language] : time(until, options.timezone);
  return start === end ? start : filled(LABELS.span[options.language], { from: start, until: end });
}
