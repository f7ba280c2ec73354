import type { Words } from '../../checks/check.ts';

/** Language of a report. */
export type Language = keyof Words;

/** Words by key. A key without one of the languages does not compile. */
export type Catalogue = Readonly<Record<string, Words>>;

/** The words for a key; the key itself where the catalogue has none, so that nothing unknown is ever swallowed. */
export function wordsFor(catalogue: Catalogue, key: string, language: Language): string {
  return Object.hasOwn(catalogue, key) ? (catalogue[key]?.[language] ?? key) : key;
}

/** A sentence with its `{placeholders}` filled; one without a value stays as it is. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : placeholder));
}

/** Several words as one enumeration. */
export function enumerated(words: readonly string[], language: Language): string {
  return words.join(language === 'ja' ? '、' : ', ');
}

/** A count with its thousands set apart: 1,234,567. */
export function counted(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
