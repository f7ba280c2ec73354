import type { DamageLine, InputLine } from '../checks/sources.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { counted, filled, type Language, wordsFor } from './words/catalogue.ts';
import { DAMAGE_WORDS, FILE_PROBLEMS } from './words/files.ts';
import { LABELS } from './words/labels.ts';

/** One line about a file that was not read: which, and why. */
export function unreadText({ path, problem }: Pick<InputLine, 'path' | 'problem'>, language: Language): string {
  return escapeTerminal(`${path}: ${wordsFor(FILE_PROBLEMS, problem ?? '', language)}`);
}

/** One line about a damaged place: file, chunk, offset, what was wrong, what was lost. */
export function damageText(place: DamageLine, language: Language): string {
  const lost = place.recordsLost > 0 ? filled(LABELS.recordsLost[language], { count: counted(place.recordsLost) }) : '';
  const words = wordsFor(DAMAGE_WORDS, place.kind, language) + lost;
  const at = { file: place.file, offset: `0x${place.byteOffset.toString(16)}`, words };
  if (place.chunk === null) return escapeTerminal(filled(LABELS.damageHeader[language], at));
  return escapeTerminal(filled(LABELS.damagePlace[language], { ...at, chunk: place.chunk }));
}
