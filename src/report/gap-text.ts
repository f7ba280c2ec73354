import type { Gap } from '../checks/coverage-line.ts';
import { isoTime, plainTime, type ReportOptions, type TimeText } from './times.ts';
import { counted, enumerated, filled } from './words/catalogue.ts';
import { gapWords } from './words/gaps.ts';
import { LABELS } from './words/labels.ts';

/** What was not covered, in one sentence for each happening: machines about which the same is to be said are named together. */
export function gapSentences(
  gaps: readonly Gap[],
  options: ReportOptions,
  time: TimeText = isoTime,
): readonly { readonly code: string; readonly sentence: string }[] {
  const together = new Map<string, Gap[]>();
  for (const gap of gaps) {
    // A number is of one machine or file and not of several together.
    const key = JSON.stringify([gap.code, gap.from, gap.until, gap.doneBy, gap.count, gap.count === null ? null : gap.about]);
    together.set(key, [...(together.get(key) ?? []), gap]);
  }
  return [...together.values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ code: first.code, sentence: sentenceFor(first, aboutsOf(same), options, time) }];
  });
}

/** Sentences of one kind that are shown one by one; more are summed up in one, and the details are in `coverage.csv`. */
const MOST_OF_A_KIND = 2;
const MOST_NAMED = 3;

/** The same for a terminal, where forty machines with two gaps each may not fill the screen. */
export function briefGapSentences(gaps: readonly Gap[], options: ReportOptions): readonly { readonly code: string; readonly sentence: string }[] {
  const kinds = [...new Set(gaps.map((gap) => gap.code))];
  return kinds.flatMap((code) => {
    const same = gaps.filter((gap) => gap.code === code);
    const sentences = gapSentences(same, options, plainTime);
    const few = sentences.length <= MOST_OF_A_KIND && aboutsOf(same).length <= MOST_NAMED + 1;
    return few ? sentences : [{ code, sentence: summedUp(code, same, options.language) }];
  });
}

function summedUp(code: string, gaps: readonly Gap[], language: ReportOptions['language']): string {
  const abouts = aboutsOf(gaps);
  const more = abouts.length - MOST_NAMED;
  const named = more > 0 ? [...abouts.slice(0, MOST_NAMED), filled(LABELS.andMore[language], { count: counted(more) })] : abouts;
  const counts = gaps.map((gap) => gap.count);
  const sum = counts.reduce<number | null>((all, count) => (all === null || count === null ? null : all + count), 0);
  return filled(gapWords(code).missing[language], {
    about: enumerated(named, language) || LABELS.someMachine[language],
    count: sum === null ? LABELS.unknown[language] : counted(sum),
  });
}

/** How to get what is missing, once for each way, with the codes it is a way for; lines kept, so that commands can be copied. */
export function remedies(
  gaps: readonly Gap[],
  language: ReportOptions['language'],
): readonly { readonly codes: readonly string[]; readonly text: string }[] {
  const ways = new Map<string, string[]>();
  for (const code of new Set(gaps.map((gap) => gap.code))) {
    const text = gapWords(code).remedy?.[language];
    if (text !== undefined) ways.set(text, [...(ways.get(text) ?? []), code]);
  }
  return [...ways].map(([text, codes]) => ({ codes, text }));
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
  const by = gap.doneBy === null ? null : filled(LABELS.doneBy[language], { account: gap.doneBy });
  const details = [by, spanText(gap.from, gap.until, options, time)].filter((detail) => detail !== null);
  return details.length === 0 ? sentence : sentence.replace(/[。.]?$/, (stop) => ` (${details.join(LABELS.betweenDetails[language])})${stop}`);
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
