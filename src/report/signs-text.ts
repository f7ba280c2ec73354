import type { Finding } from '../checks/finding.ts';
import { type ProgramSign, programSignOf } from '../checks/program-sign.ts';
import { nameWords } from './name-words.ts';
import { counted, filled, type Language, wordsFor } from './words/catalogue.ts';
import { LABELS } from './words/labels.ts';
import { PROGRAM_SIGNS } from './words/program-signs.ts';

/** The signs of a finding, those that count most first; none where the check tells of none. Made by `program_episodes.sql`: one a line, its parts set apart by tabs. */
export function signsOf({ values }: Finding): readonly ProgramSign[] {
  if (typeof values.signs !== 'string') return [];
  return values.signs.split('\n').map((line) => programSignOf(line.split('\t').slice(1)));
}

/** A sentence of all signs, with their numbers. */
export function signsText(finding: Finding, language: Language): string {
  const end = language === 'ja' ? '。' : '.';
  return signsOf(finding)
    .map((sign) => signWords({ ...sign, named: sign.named && nameWords(sign.named, finding, language) }, language))
    .join(language === 'ja' ? '、' : '; ')
    .concat(end);
}

/** One sign as part of a sentence. */
export function signWords({ sign, measured, seconds, named, records }: ProgramSign, language: Language): string {
  return filled(wordsFor(PROGRAM_SIGNS, sign, language), {
    measured: measured === null ? '' : counted(measured),
    seconds: seconds === null ? '' : counted(seconds),
    named: named ?? LABELS.unknown[language],
    records: counted(records),
    number: measured === null ? '' : filled(LABELS.signCount[language], { count: counted(measured) }),
    name: named === null ? '' : filled(LABELS.signName[language], { name: named }),
  });
}
