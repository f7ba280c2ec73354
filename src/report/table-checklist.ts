import type { Outcome } from '../checks/check.ts';
import type { Checklist, CheckResult } from '../checks/checklist.ts';
import { type Finding, isToReview } from '../checks/finding.ts';
import { borderedTable, frameOf } from './bordered-table.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { briefGapSentences, remedies } from './gap-text.ts';
import { remarks } from './remark-text.ts';
import type { TableOptions } from './table-options.ts';
import { widthOf, wrapped } from './text-width.ts';
import { counted, filled, wordsFor } from './words/catalogue.ts';
import { LABELS } from './words/labels.ts';
import { LEVEL_BECAUSE } from './words/level-because.ts';
import { COUNTED_OUTCOMES } from './words/outcomes.ts';

/** ANSI colours (ECMA-48 SGR). Never the only sign: the outcome stands there in words. */
const COLOURS: Readonly<Record<Outcome, number>> = { clean: 32, found: 31, 'partly assessed': 33, 'not assessed': 33, 'not applicable': 90 };

/** The table of checks, and below it how to get what was missing: commands on lines of their own, so that they can be copied. */
export function checklistLines(checklist: Checklist, options: TableOptions): readonly string[] {
  const { language } = options;
  const ways = remedies(
    checklist.results.flatMap((result) => result.gaps),
    language,
  );
  const numbers = new Map(ways.flatMap(({ codes }, at) => codes.map((code) => [code, at + 1] as const)));
  const told = new Set<string>();
  const rows = checklist.results.map((result) => ({
    outcome: result.outcome,
    cells: [escapeTerminal(result.check.title[language]), outcomeText(result, language), reasonText(result, checklist, numbers, told, options)],
  }));
  const header = [LABELS.check[language], LABELS.outcome[language], LABELS.reason[language]];
  const widths = columnWidths([header, ...rows.map((row) => row.cells)], options.width);
  const colourOf = (row: number, column: number) => (options.colour && column === 1 ? COLOURS[rows[row]?.outcome ?? 'clean'] : null);
  return [
    ...borderedTable(
      header,
      rows.map((row) => row.cells),
      widths,
      colourOf,
    ),
    ...remedyLines(ways, options),
  ];
}

/** The outcome with its count. */
export function outcomeText(result: CheckResult, language: TableOptions['language']): string {
  const { outcome } = result;
  const key = (outcome === 'clean' || outcome === 'partly assessed') && result.noted > 0 ? (`${outcome}-noted` as const) : outcome;
  const counts = { noted: counted(result.noted), review: counted(result.toReview), acknowledged: counted(result.acknowledged) };
  const acknowledged = key === 'not applicable' || result.acknowledged === 0 ? key : (`${key}-acknowledged` as const);
  return filled(COUNTED_OUTCOMES[acknowledged][language], counts);
}

/**
 * Why: what was found, then what was not covered, with the number of the way to get it. What an earlier check told already is only referred to:
 * most gaps are of a log and so of every check.
 */
function reasonText(
  result: CheckResult,
  checklist: Checklist,
  numbers: ReadonlyMap<string, number>,
  told: Set<string>,
  options: TableOptions,
): string {
  const { language } = options;
  const found = countByReason(result.findings.filter(isToReview), language).map(([because, count]) =>
    filled(LABELS.byReason[language], { because, count: counted(count) }),
  );
  const gaps = briefGapSentences(result.gaps, options).map(({ code, sentence }) => {
    const number = numbers.get(code);
    return { sign: number === undefined ? null : `[${number}]`, sentence: escapeTerminal(sentence) };
  });
  const isRepeated = (gap: { sign: string | null; sentence: string }) => gap.sign !== null && told.has(gap.sentence);
  const fresh = gaps.filter((gap) => !isRepeated(gap));
  const repeated = [...new Set(gaps.filter(isRepeated).map((gap) => gap.sign))].sort(byNumber);
  for (const { sentence } of fresh) told.add(sentence);
  const reference = repeated.length === 0 ? [] : [filled(LABELS.asAbove[language], { numbers: repeated.join(' ') })];
  const said = remarks(result, checklist, language).map(escapeTerminal);
  return [...found, ...said, ...fresh.map(({ sign, sentence }) => (sign === null ? sentence : `${sentence} ${sign}`)), ...reference].join('\n');
}

/** `[2]` before `[10]`. */
function byNumber(one: string | null, other: string | null): number {
  return (one ?? '').length - (other ?? '').length || ((one ?? '') < (other ?? '') ? -1 : 1);
}

/** Findings counted by the words for why they have their level, most first. */
export function countByReason(findings: readonly Finding[], language: TableOptions['language']): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { levelBecause } of findings) {
    const because = levelBecause === null ? LABELS.otherReason[language] : escapeTerminal(wordsFor(LEVEL_BECAUSE, levelBecause, language));
    counts.set(because, (counts.get(because) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** The outcome is given what it needs, the title at most two fifths of the rest, the reason what remains. */
function columnWidths(rows: readonly (readonly string[])[], width: number): readonly [number, number, number] {
  const needed = (at: number): number => Math.max(...rows.flatMap((cells) => (cells[at] ?? '').split('\n').map(widthOf)));
  const outcome = Math.min(needed(1), Math.floor((width - frameOf(3)) * 0.3));
  const title = Math.min(needed(0), Math.floor((width - frameOf(3) - outcome) * 0.42));
  const reason = width - frameOf(3) - outcome - title;
  return [title, outcome, Math.max(Math.min(reason, needed(2)), widthOf(rows[0]?.[2] ?? ''))];
}

function remedyLines(ways: readonly { readonly text: string }[], options: TableOptions): readonly string[] {
  if (ways.length === 0) return [];
  const lines = ways.flatMap(({ text }, at) =>
    text.split('\n').flatMap((part, line) => {
      const sign = line === 0 ? `[${at + 1}] ` : '    ';
      // A command is not broken: a broken one cannot be copied.
      if (/^(auditpol|wevtutil|adlogon|not_applicable:) /.test(part)) return [`      ${part}`];
      return wrapped(part, options.width - 4).map((piece, of) => (of === 0 ? sign : '    ') + piece);
    }),
  );
  return ['', LABELS.howToGet[options.language], ...lines];
}
