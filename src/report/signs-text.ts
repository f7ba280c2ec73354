import type { Finding } from '../checks/checklist.ts';
import { counted, filled, type Language, wordsFor } from './words/catalogue.ts';
import { LABELS } from './words/labels.ts';
import { PROGRAM_SIGNS } from './words/program-signs.ts';

/** One sign that no person made a logon, with what was measured of it; null: it has no such number or name. */
export interface ProgramSign {
  readonly sign: string;
  readonly measured: number | null;
  readonly seconds: number | null;
  readonly named: string | null;
  readonly records: number;
}

/** The signs of a finding, those that count most first; none where the check tells of none. Made by `program_episodes.sql`: one a line, its parts set apart by tabs. */
export function signsOf({ values }: Finding): readonly ProgramSign[] {
  if (typeof values.signs !== 'string') return [];
  return values.signs.split('\n').map((line) => {
    const [, sign = '', measured = '', seconds = '', named = '', records = ''] = line.split('\t');
    return { sign, measured: numberOrNull(measured), seconds: numberOrNull(seconds), named: named === '' ? null : named, records: Number(records) };
  });
}

/** A sentence of all signs, with their numbers. */
export function signsText(finding: Finding, language: Language): string {
  const end = language === 'ja' ? '。' : '.';
  return signsOf(finding)
    .map((sign) => signWords(sign, language))
    .join(language === 'ja' ? '、' : '; ')
    .concat(end);
}

function signWords({ sign, measured, seconds, named, records }: ProgramSign, language: Language): string {
  return filled(wordsFor(PROGRAM_SIGNS, sign, language), {
    measured: measured === null ? '' : counted(measured),
    seconds: seconds === null ? '' : counted(seconds),
    named: named ?? LABELS.unknown[language],
    records: counted(records),
    number: measured === null ? '' : filled(LABELS.signCount[language], { count: counted(measured) }),
    name: named === null ? '' : filled(LABELS.signName[language], { name: named }),
  });
}

function numberOrNull(text: string): number | null {
  return text === '' ? null : Number(text);
}
