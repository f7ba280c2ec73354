import { DamagedEvtxError } from './damage.ts';
import { type InternedTexts, NO_TEXT } from './interned-texts.ts';
import type { Place } from './template-plan.ts';
import { VALUE_TYPE } from './values.ts';

/** "The record does not say", in columns of 32-bit integers. */
export const NO_INTEGER = -2_147_483_648;

/** Values of one instance; more are left to the full decoder. */
const MOST_VALUES = 256;

/** FILETIME of 1970-01-01 in two 32-bit halves. */
const EPOCH_HIGH = 27_111_902;
const EPOCH_LOW = 3_577_643_008;

/**
 * One record at a time: its System values, and its wanted fields by their position in the selection's list.
 * A field is read where it lies, when it is asked for.
 */
export class RecordView {
  bytes: Uint8Array = new Uint8Array(0);
  data: DataView = new DataView(new ArrayBuffer(0));

  eventId = 0;
  version = 0;
  recordId = 0;
  /** Microseconds since 1970, UTC. */
  occurredAt = 0;
  /** Number of the computer's name. */
  computer = NO_TEXT;
  inChannel = false;

  /** The values of the instance read last. */
  readonly types = new Uint8Array(MOST_VALUES);
  readonly starts = new Int32Array(MOST_VALUES);
  readonly sizes = new Int32Array(MOST_VALUES);
  private values = 0;

  /** Slot of each wanted field, or (for records decoded in full) its text. */
  private slots: Int16Array = new Int16Array(0);
  private fieldTexts: readonly (string | null)[] | null = null;

  private readonly texts: InternedTexts;

  constructor(texts: InternedTexts) {
    this.texts = texts;
  }

  enterChunk(bytes: Uint8Array, data: DataView): void {
    this.bytes = bytes;
    this.data = data;
  }

  /** Reads the sizes and types of an instance's values; false when there are more than any real event has. */
  readDescriptors(at: number, end: number): boolean {
    const count = at + 4 <= end ? this.data.getUint32(at, true) : 0xffff_ffff;
    if (count > MOST_VALUES) return false;
    let start = at + 4 + 4 * count;
    for (let n = 0; n < count; n++) {
      const descriptor = at + 4 + 4 * n;
      const size = this.data.getUint16(descriptor, true);
      this.sizes[n] = size;
      this.types[n] = this.bytes[descriptor + 2] ?? 0;
      this.starts[n] = start;
      start += size;
    }
    if (start > end) throw new DamagedEvtxError(`values: need ${start - at} bytes, have ${end - at}`, at);
    for (let n = count; n < this.values; n++) this.types[n] = VALUE_TYPE.null;
    this.values = count;
    return true;
  }

  setFields(slots: Int16Array): true {
    this.slots = slots;
    this.fieldTexts = null;
    return true;
  }

  setTexts(texts: readonly (string | null)[]): true {
    this.fieldTexts = texts;
    return true;
  }

  /** Number of the text that stands at a place of the System element. */
  placeText(place: Place): number {
    if (place.slot >= 0) return this.slotText(place.slot);
    return place.literal === null ? NO_TEXT : this.texts.idOf(place.literal);
  }

  /** Number of a field's text, exactly as recorded; NO_TEXT when it is empty or the record has no such field. */
  text(field: number): number {
    if (this.fieldTexts !== null) return this.texts.idOf(this.fieldTexts[field] ?? '');
    const slot = this.slots[field] ?? -1;
    return slot < 0 ? NO_TEXT : this.slotText(slot);
  }

  /** A field as a 32-bit integer (unsigned ones beyond wrap); NO_INTEGER when it is empty, no number, or absent. */
  integer(field: number): number {
    if (this.fieldTexts !== null) return integerOf(this.fieldTexts[field] ?? '');
    const slot = this.slots[field] ?? -1;
    if (slot < 0 || slot >= this.values || this.sizes[slot] === 0) return NO_INTEGER;
    const start = this.starts[slot] ?? 0;
    switch (this.types[slot]) {
      case VALUE_TYPE.int8:
        return this.data.getInt8(start);
      case VALUE_TYPE.uint8:
        return this.data.getUint8(start);
      case VALUE_TYPE.int16:
        return this.data.getInt16(start, true);
      case VALUE_TYPE.uint16:
        return this.data.getUint16(start, true);
      case VALUE_TYPE.int32:
      case VALUE_TYPE.uint32:
      case VALUE_TYPE.hexInt32:
        return this.data.getInt32(start, true);
      default:
        return integerOf(this.texts.textOf(this.slotText(slot)));
    }
  }

  /** Writes a 64-bit field into `target` as two 32-bit words (low, high); false when it is empty, no number, or absent. */
  words(field: number, target: Int32Array, at: number): boolean {
    const slot = this.fieldTexts === null ? (this.slots[field] ?? -1) : -1;
    if (slot >= 0 && slot < this.values && (this.sizes[slot] ?? 0) >= 4) {
      const type = this.types[slot];
      const start = this.starts[slot] ?? 0;
      const wide = type === VALUE_TYPE.hexInt64 || type === VALUE_TYPE.uint64 || type === VALUE_TYPE.int64 || type === VALUE_TYPE.size;
      if (wide || type === VALUE_TYPE.guid) {
        target[at] = this.data.getInt32(start, true);
        target[at + 1] = this.sizes[slot] === 4 ? 0 : this.data.getInt32(start + 4, true);
        return true;
      }
    }
    return wordsOf(this.texts.textOf(this.text(field)), target, at);
  }

  /** Microseconds since 1970 of a FILETIME field; NaN when it is empty or absent. */
  time(field: number): number {
    const slot = this.fieldTexts === null ? (this.slots[field] ?? -1) : -1;
    if (slot >= 0 && this.types[slot] === VALUE_TYPE.fileTime && this.sizes[slot] === 8) return this.microsecondsOf(this.starts[slot] ?? 0);
    const text = this.texts.textOf(this.text(field));
    return text === '' ? Number.NaN : Date.parse(text) * 1000;
  }

  /** An unsigned 64-bit number; exact up to 2^53, which no record id reaches. */
  unsigned64(start: number): number {
    return this.data.getUint32(start, true) + this.data.getUint32(start + 4, true) * 4_294_967_296;
  }

  /** Microseconds since 1970 of the FILETIME at `start`, rounded down, without going through numbers beyond 2^53. */
  microsecondsOf(start: number): number {
    const high = this.data.getUint32(start + 4, true) - EPOCH_HIGH;
    const low = this.data.getUint32(start, true) - EPOCH_LOW;
    // 2^32 ticks are 429,496,729 microseconds and 6 ticks.
    return high * 429_496_729 + Math.floor((6 * high + low) / 10);
  }

  private slotText(slot: number): number {
    if (slot >= this.values) return NO_TEXT;
    return this.texts.idOfValue(this.bytes, this.data, this.types[slot] ?? 0, this.starts[slot] ?? 0, this.sizes[slot] ?? 0);
  }
}

function integerOf(text: string): number {
  if (!/^(-?\d{1,10}|0x[0-9a-fA-F]{1,8})$/.test(text)) return NO_INTEGER;
  return Number(text) | 0;
}

/** Two words of a number, or of the first 8 bytes of a GUID as they lie in memory. */
function wordsOf(text: string, target: Int32Array, at: number): boolean {
  if (/^(\d{1,20}|0x[0-9a-fA-F]{1,16})$/.test(text)) {
    const value = BigInt(text);
    target[at] = Number(value & 0xffff_ffffn) | 0;
    target[at + 1] = Number((value >> 32n) & 0xffff_ffffn) | 0;
    return true;
  }
  const guid = /^\{([0-9A-Fa-f]{8})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-/.exec(text);
  if (guid === null) return false;
  target[at] = Number.parseInt(guid[1] ?? '', 16) | 0;
  target[at + 1] = Number.parseInt(`${guid[3]}${guid[2]}`, 16) | 0;
  return true;
}
