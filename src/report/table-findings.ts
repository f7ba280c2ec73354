import type { Checklist, CheckResult } from '../checks/checklist.ts';
import { type Finding, isToReview } from '../checks/finding.ts';
import { acknowledgementText } from './acknowledgement-text.ts';
import { newnessText } from './baseline-text.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { accountText, alsoWords, contradictionWords, exampleText, ownWord, placesText, sentenceOf } from './sentence.ts';
import { countByReason } from './table-checklist.ts';
import type { TableOptions } from './table-options.ts';
import { wrapped } from './text-width.ts';
import { plainTime } from './times.ts';
import { counted, filled, wordsFor } from './words/catalogue.ts';
import { LABELS } from './words/labels.ts';
import { LEVEL_BECAUSE } from './words/level-because.ts';

/** Rules that apply to a place and not to an account. */
const OF_MANY_ACCOUNTS: readonly string[] = ['spray', 'spray-then-success', 'slow-spray', 'unknown-names'];
/** The rule that applies to many accounts at many places at once. */
const OF_MANY_PLACES = 'spread-spray';
/** Names shown of a finding that tells of many. */
const EXAMPLES_SHOWN = 5;
/** Columns of `  1. ` before a block. */
const SIGN_COLUMNS = 5;

/** What to review, one block for each finding under the title of its check, then what was acknowledged, then the notes counted by reason. */
export function findingLines(checklist: Checklist, options: TableOptions): readonly string[] {
  const review = reviewLines(checklist, options);
  const notes = noteLines(checklist, options);
  const parts = [review, acknowledgedLines(checklist, options), notes, maskedLines(checklist, options)].filter((lines) => lines.length > 0);
  return parts.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}

function reviewLines(checklist: Checklist, options: TableOptions): readonly string[] {
  const { language } = options;
  const all = checklist.results.reduce((sum, result) => sum + reviewed(result).length, 0);
  if (all === 0) return [];
  const lines = [filled(LABELS.toReview[language], { count: counted(all) })];
  let blocks = 0;
  let shown = 0;
  for (const result of checklist.results) {
    const happenings = folded(reviewed(result)).slice(0, Math.max(0, options.findings - blocks));
    if (happenings.length === 0) continue;
    lines.push('', ...checkLines(result, options));
    for (const { finding, others } of happenings) {
      blocks += 1;
      shown += 1 + others;
      lines.push(...blockOf(finding, result, blocks, options));
      const same = finding.levelBecause === OF_MANY_PLACES ? LABELS.otherPairs : LABELS.otherAccounts;
      if (others > 0) lines.push(...indented(filled(same[language], { count: counted(others) }), SIGN_COLUMNS, options.width));
    }
  }
  return shown < all ? [...lines, '', filled(LABELS.moreFindings[language], { count: counted(all - shown) })] : lines;
}

export function reviewed(result: CheckResult): readonly Finding[] {
  return result.findings.filter(isToReview);
}

/** What many accounts at one place have in common is told once: forty rows of one spray would hide everything else. */
function folded(findings: readonly Finding[]): readonly { readonly finding: Finding; readonly others: number }[] {
  const happenings = new Map<string, { finding: Finding; others: number }>();
  for (const finding of findings) {
    const because = finding.levelBecause ?? '';
    const place = finding.values.seen_from;
    // One that asks again says why, and so is shown itself.
    const key = finding.acknowledgement !== null ? finding.id : (happeningKey(because, place) ?? finding.id);
    const happening = happenings.get(key);
    if (happening === undefined) happenings.set(key, { finding, others: 0 });
    else happening.others += 1;
  }
  return [...happenings.values()];
}

/** What findings of one happening have in common. Null: it is of one account at one place. */
function happeningKey(because: string, place: unknown): string | null {
  if (because === OF_MANY_PLACES) return because;
  return OF_MANY_ACCOUNTS.includes(because) && typeof place === 'string' ? `${because} ${place}` : null;
}

/** The title of a check and what may explain its findings innocently. */
function checkLines({ check }: CheckResult, options: TableOptions): readonly string[] {
  const innocent = filled(LABELS.innocentWhen[options.language], { text: check.innocentWhen[options.language] });
  const title = wrapped(escapeTerminal(check.title[options.language]), options.width);
  return [...title, ...indented(innocent, 2, options.width)];
}

function blockOf(finding: Finding, { check }: CheckResult, number: number, options: TableOptions): readonly string[] {
  const { language, timezone } = options;
  const at = finding.firstAt === null ? LABELS.unknown[language] : plainTime(finding.firstAt, timezone);
  const times = finding.logons > 1 ? ` (${filled(LABELS.times[language], { count: counted(finding.logons) })})` : '';
  const because = finding.levelBecause === null ? LABELS.otherReason[language] : wordsFor(LEVEL_BECAUSE, finding.levelBecause, language);
  const also = alsoWords(finding, language);
  const head = `${at}${times}  ${accountText(finding, language)}  ${terminalText(finding, language)}`;
  const sign = `${String(number).padStart(3)}. `;
  return [
    ...indented(head, sign.length, options.width).map((line, of) => (of === 0 ? sign + line.slice(sign.length) : line)),
    ...indented(sentenceOf(check.sentence, finding, options, plainTime), sign.length, options.width),
    ...exampleText(finding, language, EXAMPLES_SHOWN).flatMap((text) => indented(text, sign.length, options.width)),
    ...contradictionWords(finding, language).flatMap((line) => indented(line, sign.length, options.width)),
    ...indented(filled(LABELS.because[language], { because }), sign.length, options.width),
    ...(also === '' ? [] : indented(filled(LABELS.alsoBecause[language], { because: also }), sign.length, options.width)),
    ...newnessText(finding, language).flatMap((text) => indented(text, sign.length, options.width)),
    ...acknowledgementText(finding, language).flatMap((text) => indented(text, sign.length, options.width)),
  ];
}

/** Where the logons came from: terminal and address, or how many places. */
export function terminalText(finding: Finding, language: TableOptions['language']): string {
  const { terminal, terminalAddress } = finding;
  const places = placesText(finding, language);
  if (places !== null) return places;
  if (terminal === null) return terminalAddress ?? ownWord(finding, language);
  return terminalAddress === null ? terminal : `${terminal} (${terminalAddress})`;
}

/** What somebody accepted, one entry for each finding: who, until when, why. It is shown and not asked about. */
function acknowledgedLines(checklist: Checklist, options: TableOptions): readonly string[] {
  const { language, timezone, width } = options;
  const findings = checklist.results.flatMap((result) => result.findings.filter((one) => one.acknowledgement?.state === 'acknowledged'));
  if (findings.length === 0) return [];
  const shown = findings.slice(0, options.findings);
  const lines = shown.flatMap((finding) => {
    const at = finding.firstAt === null ? LABELS.unknown[language] : plainTime(finding.firstAt, timezone);
    const head = `${at}  ${accountText(finding, language)}  ${terminalText(finding, language)}`;
    return [...indented(head, 2, width), ...acknowledgementText(finding, language).flatMap((text) => indented(text, 4, width))];
  });
  const more = findings.length - shown.length;
  const rest = more > 0 ? [filled(LABELS.moreFindings[language], { count: counted(more) })] : [];
  return [filled(LABELS.acknowledged[language], { count: counted(findings.length) }), ...lines, ...rest];
}

function noteLines(checklist: Checklist, options: TableOptions): readonly string[] {
  const { language } = options;
  const notes = checklist.results.flatMap((result) => result.findings.filter((finding) => finding.level === 'note'));
  if (notes.length === 0) return [];
  const counts = countByReason(notes, language).map(([because, count]) => filled(LABELS.byReason[language], { because, count: counted(count) }));
  return [filled(LABELS.notes[language], { count: counted(notes.length) }), ...counts.flatMap((line) => indented(line, 2, options.width))];
}

function maskedLines({ maskedNames }: Checklist, { language, width }: TableOptions): readonly string[] {
  return maskedNames === 0 ? [] : wrapped(filled(LABELS.maskedNames[language], { count: counted(maskedNames) }), width);
}

function indented(text: string, indent: number, width: number): readonly string[] {
  return wrapped(escapeTerminal(text), width - indent).map((line) => ' '.repeat(indent) + line);
}
