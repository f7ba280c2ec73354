import { DamagedEvtxError } from './damage.ts';
import { microsecondsOfFileTime, microsecondsOfText, YEAR_10000 } from './file-time.ts';
import { type InternedTexts, NO_TEXT } from './interned-texts.ts';
import { sameBytes } from './same-bytes.ts';
import type { Place, TemplatePlan } from './template-plan.ts';
import { VALUE_TYPE } from './values.ts';

/** "The record does not say", in columns of 32-bit integers. */
export const NO_INTEGER = -2_147_483_648;

/** Values of one instance; more are left to the full decoder. */
const MOST_VALUES = 256;
/** Bits of the types of arrays (0x80) and of nested XML (0x21, 0x23). */
const NOT_PLAIN = 0xa0;

/** A text to compare values with, where they lie. */
export interface WantedText {
  readonly text: string;
  /** Its bytes as values hold them. */
  readonly utf16: DataView;
}

/** Makes a text ready to be compared with values. */
export function wantedText(text: string): WantedText {
  const { buffer, byteOffset, length } = Buffer.from(text, 'utf16le');
  return { text, utf16: new DataView(buffer, byteOffset, length) };
}

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
  /** How many there are. */
  values = 0;
  /** None of them is an array or nested BinXML, which may stand for several elements. */
  allPlain = true;

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

  /** Reads where the values of an instance lie and of which types they are; false when there are more than any real event has. */
  readValues(at: number, end: number): boolean {
    const count = at + 4 <= end ? this.data.getUint32(at, true) : 0xffff_ffff;
    let start = at + 4 + 4 * count;
    if (count > MOST_VALUES || start > end) return false;
    let kinds = 0;
    for (let n = 0; n < count; n++) {
      const descriptor = at + 4 + 4 * n;
      const size = this.data.getUint16(descriptor, true);
      this.sizes[n] = size;
      const type = this.bytes[descriptor + 2] ?? 0;
      this.types[n] = type;
      kinds |= type;
      this.starts[n] = start;
      start += size;
    }
    if (start > end) throw new DamagedEvtxError(`values: need ${start - at} bytes, have ${end - at}`, at);
    for (let n = count; n < this.values; n++) this.types[n] = VALUE_TYPE.null;
    this.values = count;
    this.allPlain = (kinds & NOT_PLAIN) === 0;
    return true;
  }

  /** Reads number, time, event id, version and computer out of an event's values; false when the values have other types than every real event's. */
  readSystem(plan: TemplatePlan): boolean {
    const { types, sizes, starts } = this;
    const { eventId, recordId, timeCreated, version } = plan;
    if (types[eventId.slot] !== VALUE_TYPE.uint16 || sizes[eventId.slot] !== 2) return false;
    if (types[recordId.slot] !== VALUE_TYPE.uint64 || sizes[recordId.slot] !== 8) return false;
    if (types[timeCreated.slot] !== VALUE_TYPE.fileTime || sizes[timeCreated.slot] !== 8) return false;
    if (types[version.slot] !== VALUE_TYPE.uint8 || sizes[version.slot] !== 1) return false;
    this.eventId = this.data.getUint16(starts[eventId.slot] ?? 0, true);
    this.recordId = this.unsigned64(starts[recordId.slot] ?? 0);
    this.occurredAt = this.microsecondsOf(starts[timeCreated.slot] ?? 0);
    this.version = this.bytes[starts[version.slot] ?? 0] ?? 0;
    this.computer = this.placeText(plan.computer);
    return this.occurredAt < YEAR_10000;
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

  /** Whether the text at a place of the System element is this one. */
  placeIs({ slot, literal }: Place, wanted: WantedText): boolean {
    if (slot < 0) return literal === wanted.text;
    const { utf16 } = wanted;
    if (slot < this.values && this.types[slot] === VALUE_TYPE.utf16 && this.sizes[slot] === utf16.byteLength) {
      return sameBytes(utf16, 0, this.data, this.starts[slot] ?? 0, utf16.byteLength);
    }
    return this.texts.textOf(this.slotText(slot)) === wanted.text;
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
    const type = this.types[slot];
    const is32 = type === VALUE_TYPE.uint32 || type === VALUE_TYPE.hexInt32 || type === VALUE_TYPE.int32;
    if (is32 && this.sizes[slot] === 4) return this.data.getInt32(this.starts[slot] ?? 0, true);
    if (type === VALUE_TYPE.utf16) {
      // Ports are text, and there are too many of them to keep each.
      const digits = this.digitsAt(this.starts[slot] ?? 0, this.sizes[slot] ?? 0);
      if (digits >= 0) return digits;
    }
    return integerOf(this.texts.textOf(this.slotText(slot)));
  }

  /** Writes a 64-bit field into `target` as two 32-bit words (low, high); false when it is empty, no number, or absent. */
  words(field: number, target: Int32Array, at: number): boolean {
    const slot = this.fieldTexts === null ? (this.slots[field] ?? -1) : -1;
    if (slot >= 0 && slot < this.values) {
      const type = this.types[slot];
      const wide = type === VALUE_TYPE.hexInt64 || type === VALUE_TYPE.uint64;
      if ((wide && this.sizes[slot] === 8) || (type === VALUE_TYPE.guid && this.sizes[slot] === 16)) {
        const start = this.starts[slot] ?? 0;
        target[at] = this.data.getInt32(start, true);
        target[at + 1] = this.data.getInt32(start + 4, true);
        return true;
      }
    }
    return wordsOf(this.texts.textOf(this.text(field)), target, at);
  }

  /** Microseconds since 1970 of a FILETIME field; NaN when it is empty or absent. */
  time(field: number): number {
    const slot = this.fieldTexts === null ? (this.slots[field] ?? -1) : -1;
    if (slot >= 0 && this.types[slot] === VALUE_TYPE.fileTime && this.sizes[slot] === 8) return this.microsecondsOf(this.starts[slot] ?? 0);
    return microsecondsOfText(this.texts.textOf(this.text(field)));
  }

  /** An unsigned 64-bit number; exact up to 2^53, which no record id reaches. */
  private unsigned64(start: number): number {
    return this.data.getUint32(start, true) + this.data.getUint32(start + 4, true) * 4_294_967_296;
  }

  /** Microseconds since 1970 of the FILETIME at `start`, rounded down. */
  private microsecondsOf(start: number): number {
    return microsecondsOfFileTime(this.data.getUint32(start, true), this.data.getUint32(start + 4, true));
  }

  /** A decimal number of up to 9 digits written as UTF-16; -1 when the text is anything else. */
  private digitsAt(start: number, size: number): number {
    let end = start + size;
    while (end > start && this.bytes[end - 1] === 0 && this.bytes[end - 2] === 0) end -= 2;
    if (end === start || end > start + 18 || (size & 1) !== 0) return -1;
    let number = 0;
    for (let at = start; at < end; at += 2) {
      const digit = (this.bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9 || this.bytes[at + 1] !== 0) return -1;
      number = number * 10 + digit;
    }
    return number;
  }

  private slotText(slot: number): number {
    if (slot >= this.values) return NO_TEXT;
    return this.texts.idOfValue(this.bytes, this.data, this.types[slot] ?? 0, this.starts[slot] ?? 0, this.sizes[slot] ?? 0);
  }
}

function integerOf(text: string): number {
  if (!/^(-?\d{1,10}|0x[0-9a-fA-F]{1,8})$/.test(text)) return NO_INTEGER;
  const value = Number(text);
  return value >= -2_147_483_648 && value <= 4_294_967_295 ? value | 0 : NO_INTEGER;
}

/** Two words of a number, or of the first 8 bytes of a GUID as they lie in memory. */
function wordsOf(text: string, target: Int32Array, at: number): boolean {
  if (/^(-?\d{1,20}|0x[0-9a-fA-F]{1,16})$/.test(text)) {
    const value = BigInt(text);
    target[at] = Number(BigInt.asIntN(32, value));
    target[at + 1] = Number(BigInt.asIntN(32, value >> 32n));
    return true;
  }
  const guid = /^\{([0-9A-Fa-f]{8})-([0-9A-Fa-f]{4})-([0-9A-Fa-f]{4})-/.exec(text);
  if (guid === null) return false;
  target[at] = Number.parseInt(guid[1] ?? '', 16) | 0;
  target[at + 1] = Number.parseInt(`${guid[3]}${guid[2]}`, 16) | 0;
  return true;
}
