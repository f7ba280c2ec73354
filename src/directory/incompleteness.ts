import type { ReadingGap } from './directory-reader.ts';
import type { DirectorySnapshot } from './snapshot-schema.ts';

type Missing = Exclude<DirectorySnapshot['incomplete'][number], string>;
export type Affected = Missing['affects'][number];
type Details = ReadingGap['details'];

/** Whether an answer lacks objects that nobody can name: what follows from that need not be told one by one. */
export function isCut(gaps: readonly ReadingGap[]): boolean {
  return gaps.some(({ code }) => code.startsWith('answer-'));
}

/** Gathers what a snapshot lacks and what it warns of. The words of each code are in `report/words/directory.ts`. */
export class Incompleteness {
  readonly #missing: Missing[] = [];
  readonly #warnings: ReadingGap[] = [];

  lacks(code: string, details: Details, affects: readonly Affected[]): void {
    this.#missing.push({ code, details, affects: [...affects].sort() });
  }

  /** What the reader could not bring. */
  lacksAll(gaps: readonly ReadingGap[], affects: readonly Affected[]): void {
    for (const { code, details } of gaps) this.lacks(code, details, affects);
  }

  /** Something to look at although nothing is missing. */
  warn(code: string, details: Details): void {
    this.#warnings.push({ code, details });
  }

  /** Each once, in an order that does not depend on when it was found. */
  get missing(): Missing[] {
    return eachOnce(this.#missing);
  }

  get warnings(): DirectorySnapshot['warnings'] {
    return eachOnce(this.#warnings).map(({ code, details }) => ({ code, details: { ...details } }));
  }
}

function eachOnce<T>(list: readonly T[]): T[] {
  const byText = new Map(list.map((one) => [JSON.stringify(one), one]));
  return [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, value]) => value);
}
