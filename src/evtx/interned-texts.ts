import { sameBytes } from './same-bytes.ts';
import { valueText } from './values.ts';

/** Id of "no text". */
export const NO_TEXT = 0;

/** Distinct byte sequences after which the table starts afresh, so that hostile or endless logs cannot fill the memory. */
const MOST_ENTRIES = 400_000;

/**
 * Texts by number. Equal texts have equal numbers, so a value that was seen before costs a hash over its bytes and no string.
 * Numbers are good until `startAfresh`, which makes `generation` one higher.
 */
export class InternedTexts {
  generation = 0;
  private texts: string[] = [''];
  private idByText = new Map<string, number>();
  private taken = 1;

  // Open addressing over the bytes of values already met; entry 0 is unused.
  private slots = new Int32Array(1 << 16);
  private arena = new Uint8Array(1 << 20);
  private arenaView = new DataView(this.arena.buffer);
  private arenaEnd = 0;
  private entries = 1;
  private entryStart = new Int32Array(1 << 15);
  private entrySize = new Int32Array(1 << 15);
  private entryType = new Uint8Array(1 << 15);
  private entryHash = new Int32Array(1 << 15);
  private entryId = new Int32Array(1 << 15);

  /** The text with this number. */
  textOf(id: number): string {
    return this.texts[id] ?? '';
  }

  /** The number of a text; NO_TEXT for the empty one. */
  idOf(text: string): number {
    if (text === '') return NO_TEXT;
    const known = this.idByText.get(text);
    if (known !== undefined) return known;
    const id = this.texts.length;
    this.texts.push(text);
    this.idByText.set(text, id);
    return id;
  }

  /** The number of a value's text, from its bytes. */
  idOfValue(bytes: Uint8Array, view: DataView, type: number, start: number, size: number): number {
    if (size === 0) return NO_TEXT;
    const hash = hashOf(bytes, view, type, start, size);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const entry = this.slots[slot] ?? 0;
      if (entry === 0) break;
      if (
        this.entryHash[entry] === hash &&
        this.entrySize[entry] === size &&
        this.entryType[entry] === type &&
        sameBytes(this.arenaView, this.entryStart[entry] ?? 0, view, start, size)
      ) {
        return this.entryId[entry] ?? NO_TEXT;
      }
      slot = (slot + 1) & mask;
    }
    const id = this.idOf(valueText(bytes, type, start, size));
    this.remember(slot, hash, type, bytes, start, size, id);
    return id;
  }

  /** Texts numbered since the last call, in order of their numbers. */
  takeNew(): { readonly first: number; readonly texts: string[] } {
    const first = this.taken;
    this.taken = this.texts.length;
    return { first, texts: this.texts.slice(first) };
  }

  /** Whether so many values were met that the table should start afresh when nothing refers to its numbers. */
  isFull(): boolean {
    return this.entries >= MOST_ENTRIES || this.texts.length >= MOST_ENTRIES;
  }

  startAfresh(): void {
    this.generation++;
    this.texts = [''];
    this.idByText = new Map();
    this.taken = 1;
    this.slots.fill(0);
    this.arenaEnd = 0;
    this.entries = 1;
  }

  private remember(slot: number, hash: number, type: number, bytes: Uint8Array, start: number, size: number, id: number): void {
    if (this.entries === this.entryStart.length) this.growEntries();
    if (this.arenaEnd + size > this.arena.length) {
      const larger = new Uint8Array(Math.max(this.arena.length * 2, this.arenaEnd + size));
      larger.set(this.arena);
      this.arena = larger;
      this.arenaView = new DataView(larger.buffer);
    }
    const entry = this.entries++;
    this.arena.set(bytes.subarray(start, start + size), this.arenaEnd);
    this.entryStart[entry] = this.arenaEnd;
    this.arenaEnd += size;
    this.entrySize[entry] = size;
    this.entryType[entry] = type;
    this.entryHash[entry] = hash;
    this.entryId[entry] = id;
    this.slots[slot] = entry;
    if (this.entries * 2 > this.slots.length) this.growSlots();
  }

  private growEntries(): void {
    const size = this.entryStart.length * 2;
    const grown = (old: Int32Array) => {
      const larger = new Int32Array(size);
      larger.set(old);
      return larger;
    };
    this.entryStart = grown(this.entryStart);
    this.entrySize = grown(this.entrySize);
    this.entryHash = grown(this.entryHash);
    this.entryId = grown(this.entryId);
    const types = new Uint8Array(size);
    types.set(this.entryType);
    this.entryType = types;
  }

  private growSlots(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let entry = 1; entry < this.entries; entry++) {
      let slot = (this.entryHash[entry] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
    this.slots = slots;
  }
}

/** Four bytes at a time; mixed so that UTF-16 text (every other byte zero) spreads. */
function hashOf(bytes: Uint8Array, view: DataView, type: number, start: number, size: number): number {
  let hash = Math.imul(type + 1, 0x27d4eb2d) ^ size;
  const end = start + size;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash = Math.imul(hash ^ view.getUint32(at, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  hash ^= hash >>> 13;
  return hash | 0;
}
