import type { InternedTexts } from '../evtx/interned-texts.ts';

/**
 * A normal form worked out once for each distinct text and kept by the text's number. Slot n of `results` holds the n-th part of it
 * (an account name has two: account and domain) as the number of another text; 0 is none.
 */
export class DerivedTexts {
  private readonly texts: InternedTexts;
  private readonly derive: (text: string) => readonly (string | null)[];
  private readonly parts: number;
  private known: Int32Array;
  private generation: number;

  constructor(texts: InternedTexts, parts: number, derive: (text: string) => readonly (string | null)[]) {
    this.texts = texts;
    this.parts = parts;
    this.derive = derive;
    this.known = new Int32Array(1024 * parts).fill(-1);
    this.generation = texts.generation;
  }

  /** Number of part `part` of the normal form of text `id`. */
  of(id: number, part = 0): number {
    if (this.generation !== this.texts.generation) {
      this.known.fill(-1);
      this.generation = this.texts.generation;
    }
    const at = id * this.parts;
    if (at + this.parts > this.known.length) this.grow(at + this.parts);
    if (this.known[at] === -1) {
      const results = this.derive(this.texts.textOf(id));
      for (let n = 0; n < this.parts; n++) this.known[at + n] = this.texts.idOf(results[n] ?? '');
    }
    return this.known[at + part] ?? 0;
  }

  private grow(needed: number): void {
    const larger = new Int32Array(Math.max(this.known.length * 2, needed)).fill(-1);
    larger.set(this.known);
    this.known = larger;
  }
}
