import { type Candidate, isProposed, type Learned } from '../learning/candidates.ts';
import { borderedTable, fittingWidths, frameOf } from './bordered-table.ts';
import { effectText, looksLikeText, objectionText, rhythmText, seenText, targetText } from './candidate-text.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { knownAutomationYaml } from './known-automation-yaml.ts';
import type { TableOptions } from './table-options.ts';
import { widthOf, wrapped } from './text-width.ts';
import type { ReportOptions } from './times.ts';
import { counted, enumerated, filled } from './words/catalogue.ts';
import { LEARNING } from './words/learning.ts';

type ScreenOptions = Pick<TableOptions, 'language' | 'timezone' | 'width'>;

/** Candidates not proposed that are shown; a program on every PC would fill the screen. */
const MOST_NOT_PROPOSED = 50;
/** Columns of text: a name longer than this is wrapped; a last column narrower than this is no column. */
const WIDEST = 24;
const LEAST_LAST = 14;
/** Two weeks: below that a duty roster looks like a program. */
const ENOUGH_DAYS = 10;

/** What was learned, for a terminal: whether the weeks were quiet, what is proposed, what is not and why, and the lines to paste. */
export function candidatesScreen(learned: Learned, options: ScreenOptions): string {
  const { language } = options;
  const proposed = learned.candidates.filter(isProposed);
  const refused = learned.candidates.filter((one) => !isProposed(one));
  const lines = [
    LEARNING.title[language],
    ...sentences(stateOfWeeks(learned, language), options),
    '',
    ...(proposed.length === 0 ? [LEARNING.none[language]] : proposedTable(proposed, options)),
    ...(learned.alreadyKnown === 0 ? [] : [filled(LEARNING.alreadyKnown[language], { count: learned.alreadyKnown })]),
    ...(refused.length === 0 ? [] : ['', LEARNING.notProposed[language], ...refusedTable(refused, options)]),
    ...(proposed.length === 0 ? [] : ['', ...fragment(learned, options)]),
  ];
  return `${lines.join('\n')}\n`;
}

function stateOfWeeks({ candidates, toReview, lacking, administratorsKnown }: Learned, language: ReportOptions['language']): readonly string[] {
  const days = Math.max(0, ...candidates.map(({ recordedDays }) => recordedDays));
  const checks = lacking.map(({ title }) => title[language]);
  return [
    ...(administratorsKnown ? [] : [LEARNING.noDirectory[language]]),
    ...(toReview > 0 ? [filled(LEARNING.notQuiet[language], { count: counted(toReview) })] : []),
    ...(checks.length > 0 ? [filled(LEARNING.notAssessed[language], { checks: enumerated(checks, language) })] : []),
    ...(toReview === 0 && checks.length === 0 ? [LEARNING.quiet[language]] : []),
    ...(days > 0 && days < ENOUGH_DAYS ? [filled(LEARNING.fewDays[language], { days })] : []),
  ];
}

function proposedTable(candidates: readonly Candidate[], options: ScreenOptions): readonly string[] {
  const { language } = options;
  const header = ['who', 'target', 'when', 'seen', 'because', 'effect'] as const;
  const rows = candidates.map((one) => [
    whoText(one),
    targetText(one, language),
    rhythmText(one.rhythm, language),
    seenText(one, options).join('\n'),
    looksLikeText(one, language),
    effectText(one, language),
  ]);
  return table(
    header.map((key) => LEARNING[key][language]),
    rows,
    options.width,
  );
}

function refusedTable(candidates: readonly Candidate[], options: ScreenOptions): readonly string[] {
  const { language } = options;
  const header = ['who', 'when', 'seen', 'why'] as const;
  const rows = candidates
    .slice(0, MOST_NOT_PROPOSED)
    .map((one) => [
      whoText(one),
      rhythmText(one.rhythm, language),
      seenText(one, options).join('\n'),
      one.objections.map((objection) => objectionText(objection, one, language)).join('\n'),
    ]);
  const more = candidates.length - rows.length;
  return [
    ...table(
      header.map((key) => LEARNING[key][language]),
      rows,
      options.width,
    ),
    ...(more > 0 ? [filled(LEARNING.more[language], { count: counted(more) })] : []),
  ];
}

function whoText({ account, place }: Candidate): string {
  return `${account.replaceAll('\n', ' ')}\n${place.replaceAll('\n', ' ')}`;
}

function table(header: readonly string[], rows: readonly (readonly string[])[], width: number): readonly string[] {
  const shown = rows.map((cells) => cells.map((cell) => cell.split('\n').map(escapeTerminal).join('\n')));
  return borderedTable(header, shown, widthsOf([header, ...shown], width));
}

/** Names and numbers in one piece where they fit, and what is left for the sentences of the last column. */
function widthsOf(rows: readonly (readonly string[])[], width: number): readonly number[] {
  const columns = rows[0]?.length ?? 0;
  const wanted = Array.from({ length: columns - 1 }, (_, at) =>
    Math.min(WIDEST, Math.max(...rows.flatMap((cells) => (cells[at] ?? '').split('\n').map(widthOf)))),
  );
  const rest = width - frameOf(columns) - wanted.reduce((sum, one) => sum + one, 0);
  const last = Math.max(...rows.flatMap((cells) => (cells[columns - 1] ?? '').split('\n').map(widthOf)));
  return rest < LEAST_LAST ? fittingWidths(rows, width) : [...wanted, Math.min(rest, last)];
}

function fragment(learned: Learned, options: ScreenOptions): readonly string[] {
  const { language } = options;
  return [...sentences([LEARNING.fragment[language], LEARNING.stillReviewed[language]], options), '', ...knownAutomationYaml(learned, options)];
}

function sentences(texts: readonly string[], { width }: ScreenOptions): readonly string[] {
  return texts.flatMap((text) => wrapped(text, width));
}
