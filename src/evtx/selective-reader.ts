import { ChunkRecords } from './chunk.ts';
import { type Damage, DamagedEvtxError } from './damage.ts';
import { microsecondsOfText } from './file-time.ts';
import { fullRecordOf } from './full-record.ts';
import type { InternedTexts } from './interned-texts.ts';
import { PlanBook, type PlannedTemplate } from './plan-book.ts';
import { RECORD_HEAD, RecordTrees } from './record-tree.ts';
import { RecordView, type WantedText, wantedText } from './record-view.ts';
import type { Place } from './template-plan.ts';
import { VALUE_TYPE } from './values.ts';

/** Which records are wanted, and which fields of them. */
export interface Selection {
  /** Fields by Windows' own names, per event id. Records of other ids are only counted. */
  readonly fields: ReadonlyMap<number, readonly string[]>;
  /** Of these ids only records with one of the texts in a field, in any case: the others are counted like those of other ids. */
  readonly only?: ReadonlyMap<number, { readonly field: string; readonly contains: readonly string[] }>;
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

const TOKEN_FRAGMENT_HEAD = 0x0f;
const TOKEN_INSTANCE = 0x0c;
/** Bytes of a fragment header: token, version 1.1, flags. */
const FRAGMENT_HEAD = 4;

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
  private readonly plans: PlanBook;
  private readonly found = new ChunkRecords();
  private readonly wantedIds = new Uint8Array(65_536);
  private readonly onlyWith: ReadonlyMap<number, { readonly field: number; readonly contains: readonly string[] }>;
  private readonly channel: WantedText;
  private readonly providers: readonly WantedText[];
  private trees: RecordTrees | null = null;

  constructor(selection: Selection, texts: InternedTexts) {
    this.selection = selection;
    this.texts = texts;
    this.view = new RecordView(texts);
    this.plans = new PlanBook(selection.fields);
    this.channel = wantedText(selection.channel);
    this.providers = selection.providers.map(wantedText);
    for (const id of selection.fields.keys()) this.wantedIds[id] = 1;
    this.onlyWith = new Map(
      [...(selection.only ?? [])].map(([id, { field, contains }]) => [
        id,
        { field: selection.fields.get(id)?.indexOf(field) ?? -1, contains: contains.map((text) => text.toLowerCase()) },
      ]),
    );
  }

  /**
   * Reads one chunk.
   *
   * @param bytes the chunk, shorter than 64 KiB when the file ends in it
   * @returns what was damaged in it
   */
  readChunk(bytes: Uint8Array, chunk: number, fileOffset: number, sink: RecordSink): readonly Damage[] {
    const { found } = this;
    found.find(bytes, chunk, fileOffset);
    const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.view.enterChunk(bytes, data);
    this.plans.enterChunk(bytes, data);
    this.trees = null;
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
      if (fields && this.holdsWanted()) sink.take(this.view);
      else this.counts.outOfScope++;
    } catch (error) {
      if (!(error instanceof DamagedEvtxError)) throw error;
      this.found.lose(offset, error.message);
    }
  }

  /** @returns whether the record is wanted; null when no plan covers it */
  private readByPlan(offset: number, size: number): boolean | null {
    const { view, plans } = this;
    const end = offset + size - 4;
    const instance = offset + RECORD_HEAD + FRAGMENT_HEAD;
    if (view.bytes[offset + RECORD_HEAD] !== TOKEN_FRAGMENT_HEAD || view.bytes[instance] !== TOKEN_INSTANCE) return null;
    const template = plans.templateOf(instance, end);
    if (!template.plan.isEvent || !view.readValues(plans.valuesAt, end) || !view.readSystem(template.plan)) return null;
    view.inChannel = view.placeIs(template.plan.channel, this.channel);
    if (!view.inChannel) return false;
    if (this.wantedIds[view.eventId] === 0) return false;
    if (!this.comesFromProvider(template.plan.provider)) return false;
    if (template.plan.dataSlot < 0) return this.readFields(template);
    return this.readNested(template.plan.dataSlot);
  }

  private holdsWanted(): boolean {
    const only = this.onlyWith.get(this.view.eventId);
    if (only === undefined) return true;
    const text = this.texts.textOf(this.view.text(only.field)).toLowerCase();
    return only.contains.some((part) => text.includes(part));
  }

  private comesFromProvider(place: Place): boolean {
    for (const provider of this.providers) if (this.view.placeIs(place, provider)) return true;
    return false;
  }

  /** The fields stand in a template instance of their own, which is the value of a slot. */
  private readNested(slot: number): boolean | null {
    const { view, plans } = this;
    if (view.types[slot] !== VALUE_TYPE.binXml) return null;
    const start = view.starts[slot] ?? 0;
    const end = start + (view.sizes[slot] ?? 0);
    const instance = view.bytes[start] === TOKEN_FRAGMENT_HEAD ? start + FRAGMENT_HEAD : start;
    if (instance >= end || view.bytes[instance] !== TOKEN_INSTANCE) return null;
    const template = plans.templateOf(instance, end);
    if (template.plan.dataSlot >= 0 || !view.readValues(plans.valuesAt, end)) return null;
    return this.readFields(template);
  }

  private readFields(template: PlannedTemplate): boolean | null {
    const { view } = this;
    if (!template.plan.usable || !view.allPlain || view.values < template.plan.slots) return null;
    return view.setFields(this.plans.slotsOf(template, view.eventId));
  }

  /** Decodes the whole record and sets the view's fields from its texts. */
  private readInFull(offset: number, size: number): boolean {
    this.trees ??= new RecordTrees(this.view.bytes);
    const record = fullRecordOf(this.trees.treeOf(offset, size));
    const { view, texts, selection } = this;
    view.eventId = record.eventId;
    view.version = record.version;
    view.recordId = record.recordId;
    view.occurredAt = microsecondsOfText(record.timeCreated);
    if (Number.isNaN(view.occurredAt)) throw new DamagedEvtxError(`time of record: ${record.timeCreated}`, offset);
    view.inChannel = record.channel === selection.channel;
    view.computer = texts.idOf(record.computer);
    const wanted = selection.fields.get(record.eventId);
    if (!view.inChannel || wanted === undefined || !selection.providers.includes(record.provider)) return false;
    return view.setTexts(wanted.map((name) => (Object.hasOwn(record.data, name) ? (record.data[name] ?? null) : null)));
  }
}
