import { DEFINITION_HEAD } from './binxml.ts';
import { DamagedEvtxError } from './damage.ts';
import { planOf, sameDefinition, type TemplatePlan } from './template-plan.ts';

/** Offsets in a chunk at which a template definition can begin. */
const CHUNK_OFFSETS = 65_536;
/** Bytes of an instance up to the offset of its definition, that offset included: token, version, id, offset. */
const INSTANCE_HEAD = 10;
/** Bytes of definitions kept, some 8,000 real ones (a computer's name is part of a template); then the book starts afresh, so that no log can fill the memory. */
const MOST_BYTES = 16 << 20;

/** A template's plan with the slots of the fields wanted of one event id: nearly every template belongs to one. */
export interface PlannedTemplate {
  readonly plan: TemplatePlan;
  eventId: number;
  slots: Int16Array;
}

/** Plans of all templates met so far. Windows repeats a definition in every chunk, so each is worked out once and recognised afterwards. */
export class PlanBook {
  /** Where the values of the instance asked for last begin. */
  valuesAt = 0;

  private readonly fields: ReadonlyMap<number, readonly string[]>;
  private bytes: Uint8Array = new Uint8Array(0);
  private data: DataView = new DataView(new ArrayBuffer(0));
  private templates: PlannedTemplate[] = [];
  private readonly byKey = new Map<number, number[]>();
  /** Number in `templates`, plus 1, of the definition at each offset of this chunk. */
  private readonly numberAt = new Int32Array(CHUNK_OFFSETS);
  private offsets: number[] = [];
  private keptBytes = 0;

  /** @param fields wanted fields per event id */
  constructor(fields: ReadonlyMap<number, readonly string[]>) {
    this.fields = fields;
  }

  enterChunk(bytes: Uint8Array, data: DataView): void {
    this.bytes = bytes;
    this.data = data;
    for (const offset of this.offsets) this.numberAt[offset] = 0;
    this.offsets = [];
    if (this.keptBytes < MOST_BYTES) return;
    this.keptBytes = 0;
    this.templates = [];
    this.byKey.clear();
  }

  /**
   * The template of the instance whose token 0x0c stands at `instance`, which ends before `end`. Sets `valuesAt`.
   *
   * @throws DamagedEvtxError
   */
  templateOf(instance: number, end: number): PlannedTemplate {
    const { data } = this;
    const behind = instance + INSTANCE_HEAD;
    if (behind > end) throw new DamagedEvtxError(`template instance: need ${INSTANCE_HEAD} bytes, have ${end - instance}`, instance);
    const definition = data.getUint32(instance + 6, true);
    if (definition + DEFINITION_HEAD > data.byteLength) throw new DamagedEvtxError('template definition lies outside the chunk', behind);
    this.valuesAt = definition === behind ? behind + DEFINITION_HEAD + data.getUint32(definition + 20, true) : behind;
    const number = this.numberAt[definition] ?? 0;
    return this.templates[number - 1] ?? this.learn(definition);
  }

  /** Positions of the wanted fields of `eventId` in the values of a template's instances; -1 where it has none. */
  slotsOf(template: PlannedTemplate, eventId: number): Int16Array {
    if (template.eventId !== eventId) {
      template.slots = Int16Array.from(this.fields.get(eventId) ?? [], (name) => template.plan.fields.get(name) ?? -1);
      template.eventId = eventId;
    }
    return template.slots;
  }

  private learn(definition: number): PlannedTemplate {
    const { bytes, data } = this;
    // GUID and size, hashed; all bytes are compared as well, since a log may come from any hand.
    let key = 0;
    for (let at = 4; at < DEFINITION_HEAD; at += 4) {
      key = Math.imul(key ^ data.getUint32(definition + at, true), 0x9e3779b1);
      key ^= key >>> 15;
    }
    const numbers = this.byKey.get(key) ?? [];
    for (const number of numbers) {
      const template = this.templates[number];
      if (template === undefined || !sameDefinition(template.plan, bytes, data, definition)) continue;
      this.place(definition, number);
      return template;
    }
    const template = { plan: planOf(bytes, definition), eventId: -1, slots: new Int16Array(0) };
    this.keptBytes += template.plan.bytes.length;
    const number = this.templates.push(template) - 1;
    this.byKey.set(key, [...numbers, number]);
    this.place(definition, number);
    return template;
  }

  private place(definition: number, number: number): void {
    this.numberAt[definition] = number + 1;
    this.offsets.push(definition);
  }
}
