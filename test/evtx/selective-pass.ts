import { CHUNK_SIZE } from '../../src/evtx/chunk.ts';
import type { Damage } from '../../src/evtx/damage.ts';
import { InternedTexts } from '../../src/evtx/interned-texts.ts';
import { chunkOffset, closeLog, type LogFile, openLog, readChunks } from '../../src/evtx/log-file.ts';
import type { DecodedRecord } from '../../src/evtx/read-records.ts';
import type { RecordView } from '../../src/evtx/record-view.ts';
import { type RecordSink, type Selection, SelectiveReader } from '../../src/evtx/selective-reader.ts';

/** A wanted field in the four forms it can be asked for. */
export interface FieldForms {
  readonly text: string;
  readonly integer: number;
  readonly words: readonly [low: number, high: number] | null;
  readonly time: number;
}

/** A wanted record with every form of every wanted field. */
export interface WantedRecord {
  readonly eventId: number;
  readonly version: number;
  readonly recordId: number;
  readonly occurredAt: number;
  readonly computer: string;
  readonly fields: Readonly<Record<string, FieldForms>>;
}

export interface SelectivePass {
  readonly wanted: readonly WantedRecord[];
  /** Records of the channel, wanted or not, as `computer#recordId@time`. */
  readonly seen: readonly string[];
  readonly counts: SelectiveReader['counts'];
  readonly damage: readonly Damage[];
}

/** Runs the selective pass over a log and asks for everything. */
export function selectivePass(path: string, selection: Selection): SelectivePass {
  const log = openLog(path);
  if (typeof log === 'string') return { wanted: [], seen: [], counts: { records: 0, outOfScope: 0, damaged: 0 }, damage: [] };
  try {
    return passOver(log, selection);
  } finally {
    closeLog(log);
  }
}

function passOver(log: LogFile, selection: Selection): SelectivePass {
  const texts = new InternedTexts();
  const reader = new SelectiveReader(selection, texts);
  const asker = new Asker(selection, texts);
  const damage: Damage[] = [...log.damage];
  const buffer = new Uint8Array(CHUNK_SIZE);
  for (let chunk = 0; chunk < log.chunks; chunk++) {
    const bytes = buffer.subarray(0, readChunks(log, chunk, 1, buffer));
    damage.push(...reader.readChunk(bytes, chunk, chunkOffset(chunk), asker));
  }
  return { wanted: asker.wanted, seen: asker.recordsSeen, counts: reader.counts, damage };
}

class Asker implements RecordSink {
  readonly wanted: WantedRecord[] = [];
  readonly recordsSeen: string[] = [];
  private readonly selection: Selection;
  private readonly texts: InternedTexts;

  constructor(selection: Selection, texts: InternedTexts) {
    this.selection = selection;
    this.texts = texts;
  }

  seen(view: RecordView): void {
    this.recordsSeen.push(`${this.texts.textOf(view.computer)}#${view.recordId}@${view.occurredAt}`);
  }

  take(view: RecordView): void {
    const { eventId, version, recordId, occurredAt } = view;
    const names = this.selection.fields.get(eventId) ?? [];
    const fields = Object.fromEntries(names.map((name, n) => [name, this.formsOf(view, n)]));
    this.wanted.push({ eventId, version, recordId, occurredAt, computer: this.texts.textOf(view.computer), fields });
  }

  private formsOf(view: RecordView, field: number): FieldForms {
    const target = new Int32Array(2);
    const words = view.words(field, target, 0) ? ([target[0] ?? 0, target[1] ?? 0] as const) : null;
    return { text: this.texts.textOf(view.text(field)), integer: view.integer(field), words, time: exactPart(view.time(field)) };
  }
}

/** What the selective pass must give for a record, out of nothing but its texts. */
export function expectedOf({ record }: DecodedRecord, selection: Selection): WantedRecord {
  const { eventId, version, recordId, computer, timeCreated, data } = record;
  const names = selection.fields.get(eventId) ?? [];
  const fields = Object.fromEntries(names.map((name) => [name, formsOfText(Object.hasOwn(data, name) ? (data[name] ?? '') : '')]));
  return { eventId, version, recordId, occurredAt: microseconds(timeCreated), computer, fields };
}

/** Whether the selection asks for a record. */
export function isWanted({ record }: DecodedRecord, selection: Selection): boolean {
  const only = selection.only?.get(record.eventId);
  const text = (only === undefined ? '' : (record.data[only.field] ?? '')).toLowerCase();
  const holds = only === undefined || only.contains.some((part) => text.includes(part));
  return holds && record.channel === selection.channel && selection.fields.has(record.eventId) && selection.providers.includes(record.provider);
}

/** The forms of a field's text, worked out the slow way. */
export function formsOfText(text: string): FieldForms {
  const isNumber = /^(-?\d+|0x[0-9a-f]+)$/.test(text);
  const value = isNumber ? BigInt(text) : 0n;
  const fits32 = value >= -(2n ** 31n) && value < 2n ** 32n;
  return {
    text,
    integer: isNumber && fits32 ? Number(BigInt.asIntN(32, value)) : -(2 ** 31),
    words: isNumber ? wordsOf(BigInt.asUintN(64, value)) : wordsOfGuid(text),
    time: exactPart(microseconds(text)),
  };
}

function wordsOf(value: bigint): [number, number] {
  return [Number(BigInt.asIntN(32, value)), Number(BigInt.asIntN(32, value >> 32n))];
}

function wordsOfGuid(text: string): [number, number] | null {
  if (!/^\{[0-9A-F-]{36}\}$/.test(text)) return null;
  const bytes = Buffer.from(text.replace(/[{}-]/g, ''), 'hex');
  return [bytes.readInt32BE(0), (bytes.readUInt16BE(6) << 16) | bytes.readUInt16BE(4)];
}

/** Microseconds beyond 2^53 (a clock was set to the year 2296) are not exact; then only the milliseconds count. */
function exactPart(time: number): number {
  return Number.isSafeInteger(time) || Number.isNaN(time) ? time : Math.floor(time / 1000);
}

/** Microseconds since 1970 of `2021-02-12T12:34:28.1944372Z`, rounded down; NaN for any other text. */
export function microseconds(text: string): number {
  const fraction = /^\d{4}-.*\.(\d{3,7})Z$/.exec(text)?.[1];
  if (fraction === undefined) return Number.NaN;
  return Date.parse(text.replace(/\.\d+Z$/, 'Z')) * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}
