import { type Catalogue, counted, filled, type Language, wordsFor } from './words/catalogue.ts';
import { DIRECTORY_GAPS, DIRECTORY_WARNINGS } from './words/directory.ts';

interface Coded {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What a snapshot lacks, as one sentence; a plain sentence of a file made by hand as it is. Not escaped: DNs and messages are the server's. */
export function directoryGapText(gap: string | Coded, language: Language): string {
  return typeof gap === 'string' ? gap : sentenceOf(DIRECTORY_GAPS, gap, language);
}

/** What should be looked at in a snapshot, as one sentence. Not escaped. */
export function directoryWarningText(warning: Coded, language: Language): string {
  return sentenceOf(DIRECTORY_WARNINGS, warning, language);
}

function sentenceOf(catalogue: Catalogue, { code, details }: Coded, language: Language): string {
  const shown = Object.entries(details).map(([name, value]) => [name, name === 'count' ? counted(Number(value)) : String(value)] as const);
  return filled(wordsFor(catalogue, code, language), Object.fromEntries(shown));
}
