import type { Checklist } from '../checks/checklist.ts';
import type { DamageLine, InputLine } from '../checks/sources.ts';
import { damageText, unreadText } from './damage-text.ts';
import type { TableOptions } from './table-options.ts';
import { wrapped } from './text-width.ts';
import { counted, filled } from './words/catalogue.ts';
import { LABELS } from './words/labels.ts';

/** Damaged places shown at most: one bad disk can give thousands. */
const MOST_DAMAGE = 10;

/** Files that could not be read, damaged places, and whether every record that was read is in exactly one place. */
export function sumLines(checklist: Checklist, options: TableOptions): readonly string[] {
  const { language } = options;
  const unread = checklist.inputs.filter((input) => input.problem !== null);
  const parts = [
    unread.length > 0 ? [LABELS.notRead[language], ...unread.map((input) => `  ${unreadText(input, language)}`)] : [],
    damageLines(checklist.damage, language),
    [...wrapped(sumText(checklist, language), options.width), checklist.madeBy],
  ];
  return parts.filter((lines) => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}

function damageLines(damage: readonly DamageLine[], language: TableOptions['language']): readonly string[] {
  if (damage.length === 0) return [];
  const more = damage.length - MOST_DAMAGE;
  return [
    LABELS.damaged[language],
    ...damage.slice(0, MOST_DAMAGE).map((place) => `  ${damageText(place, language)}`),
    ...(more > 0 ? [`  ${filled(LABELS.moreDamage[language], { count: counted(more) })}`] : []),
  ];
}

/** Whether every record that was read is in exactly one place. */
export function sumText(checklist: Checklist, language: TableOptions['language']): string {
  const sum = (count: (input: InputLine) => number): string => counted(checklist.inputs.reduce((all, input) => all + count(input), 0));
  const sums = filled(LABELS.sums[language], {
    records: sum((input) => input.records),
    stored: sum((input) => input.stored),
    duplicates: sum((input) => input.duplicates),
    outOfScope: sum((input) => input.outOfScope),
    damaged: sum((input) => input.damaged),
  });
  return sums + LABELS[checklist.sumsAgree ? 'sumsAgree' : 'sumsDisagree'][language];
}
