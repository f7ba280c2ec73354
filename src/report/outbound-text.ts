import type { Finding } from '../checks/finding.ts';
import { counted, filled, type Language, wordsFor } from './words/catalogue.ts';
import { LABELS } from './words/labels.ts';
import { INDICATOR_SOURCE, SIGNS } from './words/outbound.ts';

/** The signs that a site is suspicious, each a sentence with its numbers: `3regular-interval:60:1440:24;8rare:1:40:`; a digit in front gave the order. */
export function outboundSignsText({ values }: Pick<Finding, 'values'>, language: Language): string {
  const sentences = String(values.outbound_signs ?? '')
    .split(';')
    .flatMap((sign) => {
      const [key = '', ...numbers] = sign.replace(/^\d/, '').split(':');
      const details = Object.fromEntries(numbers.map((number, at) => [`number${at + 1}`, number === '' ? '' : counted(Number(number))]));
      return key === '' ? [] : [filled(wordsFor(SIGNS, key, language), { ...details, source: sourceText(values, language) })];
    });
  return sentences.join(language === 'ja' ? '' : ' ');
}

function sourceText(values: Finding['values'], language: Language): string {
  const { indicator, indicator_note: note, indicator_file: file, indicator_line: line } = values;
  const said = { indicator: String(indicator ?? ''), file: String(file ?? ''), line: String(line ?? ''), note: String(note ?? '') };
  return filled(INDICATOR_SOURCE[note === null || note === undefined ? 'plain' : 'noted'][language], said);
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** 1,234,567 as 1.2 MB; a format that does not log it leaves it unknown. */
export function bytesText(bytes: unknown, language: Language): string {
  if (bytes === null || bytes === undefined) return LABELS.notLogged[language];
  let value = Number(bytes);
  let unit = 0;
  for (; value >= 1000 && unit < UNITS.length - 1; unit++) value /= 1000;
  return `${unit === 0 ? value : value.toFixed(1)} ${UNITS[unit]}`;
}
