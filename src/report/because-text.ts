import type { Finding } from '../checks/finding.ts';
import { filled, type Language, wordsFor } from './words/catalogue.ts';
import { LABELS } from './words/labels.ts';
import { LEVEL_BECAUSE } from './words/level-because.ts';

/** Why the finding has its level; of a program that the configuration knows also what it is. Empty: its check says no reason. */
export function becauseText({ levelBecause, values }: Finding, language: Language): readonly string[] {
  if (levelBecause === null) return [];
  const because = wordsFor(LEVEL_BECAUSE, levelBecause, language);
  const { automation } = values;
  const told = typeof automation === 'string' ? filled(LABELS.becauseOf[language], { because, purpose: automation }) : because;
  return [filled(LABELS.because[language], { because: told })];
}
