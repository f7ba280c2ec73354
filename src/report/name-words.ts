import type { Finding } from '../checks/finding.ts';
import { filled, type Language } from './words/catalogue.ts';
import { LABELS } from './words/labels.ts';

/** A name, or the words for one that is masked. */
export function nameWords(name: string, { masked }: Pick<Finding, 'masked'>, language: Language): string {
  const mask = masked.find(({ text }) => text === name);
  if (mask === undefined) return name;
  return filled(LABELS.maskedName[language], { number: String(mask.number), characters: String(mask.characters) });
}
