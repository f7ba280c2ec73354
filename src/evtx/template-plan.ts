import { type Content, DEFINITION_HEAD, type Element, type NamePlace, parseDefinition } from './binxml.ts';
import { FieldKeys } from './field-keys.ts';
import { sameBytes } from './same-bytes.ts';

/** Where a value of a template lies: in a slot, as a literal of the template, or nowhere. */
export interface Place {
  /** Number of the substitution; -1: none. */
  readonly slot: number;
  /** The literal text; null: none. */
  readonly literal: string | null;
}

/** What one template definition holds where, worked out once and kept for every chunk that repeats the definition. */
export interface TemplatePlan {
  /** It is the template of an event, with a System element. */
  readonly isEvent: boolean;
  /** False: the fields are shaped in a way this plan does not cover, and wanted records are decoded in full. */
  readonly usable: boolean;
  readonly eventId: Place;
  readonly version: Place;
  readonly recordId: Place;
  readonly timeCreated: Place;
  readonly computer: Place;
  readonly channel: Place;
  readonly provider: Place;
  /** Slot of the nested EventData or UserData; -1: the fields stand in this template itself. */
  readonly dataSlot: number;
  /** Slot of each field by name; a second one of the same name gets `#2`. */
  readonly fields: ReadonlyMap<string, number>;
  /** Values an instance must have to fill all fields. */
  readonly slots: number;
  /** For `sameDefinition`: the definition's bytes and where its names are. */
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly names: readonly NamePlace[];
}

const NOWHERE: Place = { slot: -1, literal: null };

/** Works out the plan of the definition at `definition` in a chunk. A definition is either that of an event or that of its data. */
export function planOf(chunk: Uint8Array, definition: number): TemplatePlan {
  const names: NamePlace[] = [];
  const { contents, size } = parseDefinition(chunk, definition, names);
  const root = contents.find((content) => content.kind === 'element');
  const parts = root?.name === 'Event' ? eventParts(root) : { ...NO_SYSTEM, ...fieldsOf(root) };
  const bytes = chunk.slice(definition, definition + DEFINITION_HEAD + size);
  return {
    ...parts,
    bytes,
    view: new DataView(bytes.buffer),
    names: names.map((name) => ({ ...name, at: name.at - definition })),
  };
}

/**
 * Whether the definition at `definition` in a chunk is the one the plan was made from: the same bytes, but for the offsets of names,
 * which differ from chunk to chunk and must lead to the same names. Compared from the end: templates of one GUID differ in the computer's
 * name, which stands there, and a forwarded log holds one for each computer.
 */
export function sameDefinition(plan: TemplatePlan, chunk: Uint8Array, view: DataView, definition: number): boolean {
  const { bytes, view: own, names } = plan;
  if (definition + bytes.length > chunk.length) return false;
  let end = bytes.length;
  for (let n = names.length - 1; n >= 0; n--) {
    const name = names[n];
    if (name === undefined) return false;
    // An inline name begins with a link to another name, which differs too.
    const behind = name.at + (name.inline ? 8 : 4);
    if (!sameBytes(own, behind, view, definition + behind, end - behind)) return false;
    const offset = view.getUint32(definition + name.at, true);
    const inline = offset === definition + name.at + 4;
    if (inline !== name.inline || (!inline && !nameIs(chunk, view, offset, name.name))) return false;
    end = name.at;
  }
  return sameBytes(own, 4, view, definition + 4, end - 4);
}

function nameIs(chunk: Uint8Array, view: DataView, offset: number, name: string): boolean {
  const length = name.length;
  if (offset + 8 + 2 * length > chunk.length || view.getUint16(offset + 6, true) !== length) return false;
  for (let n = 0; n < length; n++) if (view.getUint16(offset + 8 + 2 * n, true) !== name.charCodeAt(n)) return false;
  return true;
}

type Parts = Omit<TemplatePlan, 'bytes' | 'view' | 'names'>;

const NO_SYSTEM = {
  isEvent: false,
  eventId: NOWHERE,
  version: NOWHERE,
  recordId: NOWHERE,
  timeCreated: NOWHERE,
  computer: NOWHERE,
  channel: NOWHERE,
  provider: NOWHERE,
} as const;

function eventParts(event: Element): Parts {
  const system = elementOf(event.children, 'System');
  const inSystem = (name: string) => placeOf(elementOf(system?.children ?? [], name)?.children ?? []);
  const attribute = (element: string, name: string) =>
    placeOf(elementOf(system?.children ?? [], element)?.attributes.find((candidate) => candidate.name === name)?.content ?? []);
  return {
    isEvent: system !== undefined,
    eventId: inSystem('EventID'),
    version: inSystem('Version'),
    recordId: inSystem('EventRecordID'),
    timeCreated: attribute('TimeCreated', 'SystemTime'),
    computer: inSystem('Computer'),
    channel: inSystem('Channel'),
    provider: attribute('Provider', 'Name'),
    ...besideSystem(event),
  };
}

type Fields = Pick<TemplatePlan, 'usable' | 'dataSlot' | 'fields' | 'slots'>;

const NO_FIELDS: Fields = { usable: true, dataSlot: -1, fields: new Map(), slots: 0 };

/** What stands beside System: a nested value, an element with the fields, or nothing. */
function besideSystem(event: Element): Fields {
  const others = event.children.filter((child) => !(child.kind === 'element' && child.name === 'System') && child.kind !== 'text');
  const only = others[0];
  if (only === undefined) return NO_FIELDS;
  if (others.length === 1 && only.kind === 'substitution') return { ...NO_FIELDS, dataSlot: only.slot };
  if (others.length === 1 && only.kind === 'element') return fieldsOf(only);
  return { ...NO_FIELDS, usable: false };
}

/** The fields of an EventData or UserData element, each with one substitution. Anything else is decoded in full. */
function fieldsOf(root: Element | undefined): Fields {
  const fields = new Map<string, number>();
  const optional = new Set<string>();
  const keys = new FieldKeys();
  const isTaken = (key: string) => fields.has(key);
  const holder = root?.name === 'UserData' ? root.children.find((child) => child.kind === 'element') : root;
  let usable = holder !== undefined && (root?.name === 'EventData' || root?.name === 'UserData');
  for (const child of holder?.children ?? []) {
    if (child.kind === 'text') continue;
    if (child.kind !== 'element') {
      usable = false;
      continue;
    }
    const nameAttribute = child.attributes.find((attribute) => attribute.name === 'Name');
    const name = nameAttribute === undefined ? child.name : placeOf(nameAttribute.content).literal;
    const { slot } = placeOf(child.children);
    // An optional one that is left out would give its name to the next of the same name.
    if (name === null || name === '' || slot < 0 || optional.has(name)) usable = false;
    else fields.set(keys.keyOf(name, isTaken), slot);
    if (name !== null && child.children.some((content) => content.kind === 'substitution' && content.optional)) optional.add(name);
  }
  return { usable, dataSlot: -1, fields, slots: Math.max(-1, ...fields.values()) + 1 };
}

function placeOf(contents: readonly Content[]): Place {
  const only = contents[0];
  if (contents.length === 1 && only?.kind === 'substitution') return { slot: only.slot, literal: null };
  if (contents.every((content) => content.kind === 'text')) return { slot: -1, literal: contents.map((content) => content.text).join('') };
  return NOWHERE;
}

function elementOf(contents: readonly Content[], name: string): Element | undefined {
  for (const content of contents) if (content.kind === 'element' && content.name === name) return content;
  return undefined;
}
