import { ChunkRecords } from './chunk.ts';
import { type Damage, DamagedEvtxError } from './damage.ts';
import { fullRecordOf } from './full-record.ts';
import type { InternedTexts } from './interned-texts.ts';
import { RECORD_HEAD, RecordTrees } from './record-tree.ts';
import { RecordView } from './record-view.ts';
import { planOf, sameDefinition, type TemplatePlan } from './template-plan.ts';
import { VALUE_TYPE } from './values.ts';

/** Which records are wanted, and which fields of them. */
export interface Selection {
  /** Fields by Windows' own names, per event id. Records of other ids are only counted. */
  readonly fields: ReadonlyMap<number, readonly string[]>;
  readonly channel: string;
  readonly providers: readonly string[];
}

/** Who takes the records. The view is the same object every time and good only during the call. */
export interface RecordSink {
  /** Every record of the channel, wanted or not: number, time and computer are set. */
  seen(view: RecordView): void;
  /** A record that was asked for. Returning means it was taken. */
  take(view: RecordView): void;
}

const TOKEN_END_OF_HEADER = 0x0f;
const TOKEN_INSTANCE = 0x0c;
/** Offsets in a chunk at which a template definition can begin. */
const CHUNK_OFFSETS = 65_536;

/**
 * Reads chunk after chunk and hands over wanted records without making an object per record: a plan made once per template definition says
 * where each wanted value lies. Records without a template (forwarded events), or with one that no plan covers, are decoded in full and handed
 * over the same way.
 */
export class SelectiveReader {
  /** Records met so far: all of them, those of other channels, providers and ids, and those that could not be decoded. */
  readonly counts = { records: 0, outOfScope: 0, damaged: 0 };

  private readonly selection: Selection;
  private readonly texts: InternedTexts;
  private readonly view: RecordView;
  private readonly found = new ChunkRecords();
  private readonly wantedIds = new Uint8Array(65_536);
  private readonly plansByKey = new Map<string, TemplatePlan[]>();
  private readonly plans: TemplatePlan[] = [];
  private readonly planAt = new Int32Array(CHUNK_OFFSETS);
  private plannedOffsets: number[] = [];
  private readonly planNumbers = new Map<TemplatePlan, number>();
  private readonly slotsByEvent = new Map<TemplatePlan, Map<number, Int16Array>>();
  private trees: RecordTrees | null = null;
  private nextValues = 0;

  constructor(selection: Selection, texts: InternedTexts) {
    this.selection = selection;
    this.texts = texts;
    this.view = new RecordView(texts);
    for (const id of selection.fields.keys()) this.wantedIds[id] = 1;
  }

  /**
   * Reads one chunk.
   *
   * @param bytes the chunk, shorter than 64 KiB when the file ends in it
   * @returns what was damaged in it
   */
  readChunk(bytes: Uint8Array, chunk: number, fileOffset: number, sink: RecordSink): readonly Damage[] {
    const { found, view } = this;
    found.find(bytes, chunk, fileOffset);
    view.enterChunk(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    this.trees = null;
    for (const offset of this.plannedOffsets) this.planAt[offset] = 0;
    this.plannedOffsets = [];
    for (let n = 0; n < found.records; n++) this.readRecord(found.offsets[n] ?? 0, found.sizes[n] ?? 0, sink);
    this.counts.records += found.records;
    // What `find` could not reach is counted where it was found missing; what failed in decoding was counted as found.
    for (const damage of found.damage) {
      this.counts.damaged += damage.recordsLost;
      if (damage.kind !== 'record-content') this.counts.records += damage.recordsLost;
    }
    return found.damage;
  }

  private readRecord(offset: number, size: number, sink: RecordSink): void {
    try {
      const fields = this.readByPlan(offset, size) ?? this.readInFull(offset, size);
      if (!this.view.inChannel) {
        this.counts.outOfScope++;
        return;
      }
      sink.seen(this.view);
      if (fields) sink.take(this.view);
      else this.counts.outOfScope++;
    } catch (error) {
      if (!(error instanceof DamagedEvtxError) && !(error instanceof RangeError)) throw error;
      this.found.lose(offset, error.message);
    }
  }

  /** @returns whether the record is wanted; null when no plan covers it */
  private readByPlan(offset: number, size: number): boolean | null {
    const { view, texts } = this;
    const { bytes, data } = view;
    const end = offset + size - 4;
    const at = offset + RECORD_HEAD;
    if (bytes[at] !== TOKEN_END_OF_HEADER || bytes[at + 4] !== TOKEN_INSTANCE) return null;
    const plan = this.planFor(at + 4, end);
    if (!plan.usable || !view.readDescriptors(this.nextValues, end)) return null;

    const { eventId, recordId, timeCreated, channel, computer, provider, version } = plan;
    if (eventId.slot < 0 || recordId.slot < 0 || timeCreated.slot < 0) return null;
    if (view.types[eventId.slot] !== VALUE_TYPE.uint16 || view.types[recordId.slot] !== VALUE_TYPE.uint64) return null;
    if (view.types[timeCreated.slot] !== VALUE_TYPE.fileTime) return null;
    view.eventId = data.getUint16(view.starts[eventId.slot] ?? 0, true);
    view.recordId = view.unsigned64(view.starts[recordId.slot] ?? 0);
    view.occurredAt = view.microsecondsOf(view.starts[timeCreated.slot] ?? 0);
    view.inChannel = texts.textOf(view.placeText(channel)) === this.selection.channel;
    if (!view.inChannel) return false;
    view.computer = view.placeText(computer);
    if (this.wantedIds[view.eventId] === 0) return false;
    if (!this.selection.providers.includes(texts.textOf(view.placeText(provider)))) return false;
    view.version = version.slot < 0 ? Number(version.literal ?? 0) : (bytes[view.starts[version.slot] ?? 0] ?? 0);

    if (plan.dataSlot < 0) return view.setFields(this.slotsFor(plan, view.eventId));
    const start = view.starts[plan.dataSlot] ?? 0;
    const dataEnd = start + (view.sizes[plan.dataSlot] ?? 0);
    if (view.types[plan.dataSlot] !== VALUE_TYPE.binXml) return null;
    const instance = bytes[start] === TOKEN_END_OF_HEADER ? start + 4 : start;
    if (bytes[instance] !== TOKEN_INSTANCE) return null;
    const dataPlan = this.planFor(instance, dataEnd);
    if (!dataPlan.usable || dataPlan.dataSlot >= 0 || !view.readDescriptors(this.nextValues, dataEnd)) return null;
    return view.setFields(this.slotsFor(dataPlan, view.eventId));
  }

  /** Decodes the whole record and sets the view's fields from its texts. */
  private readInFull(offset: number, size: number): boolean {
    this.trees ??= new RecordTrees(this.view.bytes);
    const record = fullRecordOf(this.trees.treeOf(offset, size));
    const { view, texts, selection } = this;
    view.eventId = record.eventId;
    view.version = record.version;
    view.recordId = record.recordId;
    view.occurredAt = Math.floor(microsecondsOfText(record.timeCreated, offset));
    view.inChannel = record.channel === selection.channel;
    view.computer = texts.idOf(record.computer);
    const wanted = selection.fields.get(record.eventId);
    if (!view.inChannel || wanted === undefined || !selection.providers.includes(record.provider)) return false;
    return view.setTexts(wanted.map((name) => (Object.hasOwn(record.data, name) ? (record.data[name] ?? null) : null)));
  }

  /** The plan of the instance whose token 0x0c stands at `instance`; leaves in `nextValues` where its values begin. */
  private planFor(instance: number, end: number): TemplatePlan {
    const { bytes, data } = this.view;
    const definition = data.getUint32(instance + 6, true);
    const behind = instance + 10;
    this.nextValues = definition === behind ? behind + 24 + data.getUint32(definition + 20, true) : behind;
    if (this.nextValues > end || definition + 24 > bytes.length) throw new DamagedEvtxError('template definition', behind);
    const known = this.planAt[definition] ?? 0;
    if (known !== 0) return this.plans[known - 1] ?? this.learn(definition);
    return this.learn(definition);
  }

  private learn(definition: number): TemplatePlan {
    const { bytes, data } = this.view;
    // GUID and size; the bytes are compared as well, since a log may come from any hand.
    let key = '';
    for (let at = 4; at < 24; at += 4) key += `${data.getUint32(definition + at, true)},`;
    const candidates = this.plansByKey.get(key) ?? [];
    let plan = candidates.find((candidate) => sameDefinition(candidate, bytes, data, definition));
    if (plan === undefined) {
      plan = planOf(bytes, data, definition);
      // Only as many as a real system has; hostile templates are planned anew each time.
      if (this.plans.length < 4096) this.plansByKey.set(key, [...candidates, plan]);
    }
    let number = this.planNumbers.get(plan);
    if (number === undefined) {
      this.plans.push(plan);
      number = this.plans.length;
      this.planNumbers.set(plan, number);
    }
    this.planAt[definition] = number;
    this.plannedOffsets.push(definition);
    return plan;
  }

  private slotsFor(plan: TemplatePlan, eventId: number): Int16Array {
    let byEvent = this.slotsByEvent.get(plan);
    if (byEvent === undefined) {
      byEvent = new Map();
      this.slotsByEvent.set(plan, byEvent);
    }
    const known = byEvent.get(eventId);
    if (known !== undefined) return known;
    const slots = Int16Array.from(this.selection.fields.get(eventId) ?? [], (name) => plan.fields.get(name) ?? -1);
    byEvent.set(eventId, slots);
    return slots;
  }
}

/** Microseconds since 1970 of `2021-02-12T12:34:28.1944372Z`. */
function microsecondsOfText(text: string, offset: number): number {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(\d{6})/.exec(text);
  const milliseconds = match === null ? Number.NaN : Date.parse(`${match[1]}Z`);
  if (match === null || Number.isNaN(milliseconds)) throw new DamagedEvtxError(`time of record: ${text}`, offset);
  return milliseconds * 1000 + Number(match[2]);
}
