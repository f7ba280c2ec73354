import { type Content, DEFINITION_HEAD, type Element, type NamePlace, parseDefinition } from './binxml.ts';

/** Where a value of a template lies: in a slot, as a literal of the template, or nowhere. */
export interface Place {
  /** Number of the substitution; -1: none. */
  readonly slot: number;
  /** The literal text; null: none. */
  readonly literal: string | null;
}

/** What one template definition holds where, worked out once and kept for every chunk that repeats the definition. */
export interface TemplatePlan {
  /** False: the template is shaped in a way this plan does not cover, and its records are decoded in full. */
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
  /** Slot of each field by name; the first of a repeated name. */
  readonly fields: ReadonlyMap<string, number>;
  /** For `sameDefinition`: the definition's bytes and where its names are. */
  readonly bytes: Uint8Array;
  readonly names: readonly NamePlace[];
}

const NOWHERE: Place = { slot: -1, literal: null };

/** Works out the plan of the definition at `definition` in a chunk. A definition is either that of an event or that of its data. */
export function planOf(chunk: Uint8Array, view: DataView, definition: number): TemplatePlan {
  const names: NamePlace[] = [];
  const contents = parseDefinition(chunk, definition, names);
  const size = DEFINITION_HEAD + view.getUint32(definition + 20, true);
  const root = contents.find((content) => content.kind === 'element');
  const parts = root?.name === 'Event' ? eventParts(root) : { ...NO_SYSTEM, ...dataParts(root) };
  return {
    ...parts,
    bytes: chunk.slice(definition, definition + size),
    names: names.map((name) => ({ ...name, at: name.at - definition })),
  };
}

/**
 * Whether the definition at `definition` in a chunk is the one the plan was made from: the same bytes, but for the offsets of names,
 * which differ from chunk to chunk and must lead to the same names.
 */
export function sameDefinition(plan: TemplatePlan, chunk: Uint8Array, view: DataView, definition: number): boolean {
  const { bytes, names } = plan;
  if (definition + bytes.length > chunk.length) return false;
  let at = 4;
  for (let n = 0; n <= names.length; n++) {
    const name = names[n];
    const until = name === undefined ? bytes.length : name.at;
    for (; at < until; at++) if (bytes[at] !== chunk[definition + at]) return false;
    if (name === undefined) break;
    const offset = view.getUint32(definition + at, true);
    const inline = offset === definition + at + 4;
    if (inline !== name.inline || (!inline && !nameIs(chunk, view, offset, name.name))) return false;
    // An inline name begins with a link to another name, which differs too.
    at += inline ? 8 : 4;
  }
  return true;
}

function nameIs(chunk: Uint8Array, view: DataView, offset: number, name: string): boolean {
  const length = name.length;
  if (offset + 8 + 2 * length > chunk.length || view.getUint16(offset + 6, true) !== length) return false;
  for (let n = 0; n < length; n++) if (view.getUint16(offset + 8 + 2 * n, true) !== name.charCodeAt(n)) return false;
  return true;
}

type Parts = Omit<TemplatePlan, 'bytes' | 'names'>;

const NO_SYSTEM = {
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
  const data = dataOf(event);
  return {
    eventId: inSystem('EventID'),
    version: inSystem('Version'),
    recordId: inSystem('EventRecordID'),
    timeCreated: attribute('TimeCreated', 'SystemTime'),
    computer: inSystem('Computer'),
    channel: inSystem('Channel'),
    provider: attribute('Provider', 'Name'),
    ...data,
    usable: system !== undefined && data.usable,
  };
}

/** What stands beside System: a nested value, an element with the fields, or nothing. */
function dataOf(event: Element): Pick<Parts, 'usable' | 'dataSlot' | 'fields'> {
  const others = event.children.filter((child) => !(child.kind === 'element' && child.name === 'System') && child.kind !== 'text');
  const only = others[0];
  if (only === undefined) return { usable: true, dataSlot: -1, fields: new Map() };
  if (others.length === 1 && only.kind === 'substitution') return { usable: true, dataSlot: only.slot, fields: new Map() };
  if (others.length === 1 && only.kind === 'element') return dataParts(only);
  return { usable: false, dataSlot: -1, fields: new Map() };
}

/** The fields of an EventData or UserData element, each with one substitution. Anything else is decoded in full. */
function dataParts(root: Element | undefined): Pick<Parts, 'usable' | 'dataSlot' | 'fields'> {
  const fields = new Map<string, number>();
  const holder = root?.name === 'UserData' ? root.children.find((child) => child.kind === 'element') : root;
  let usable = holder !== undefined && (root?.name === 'EventData' || root?.name === 'UserData');
  for (const child of holder?.children ?? []) {
    if (child.kind !== 'element') continue;
    const nameAttribute = child.attributes.find((attribute) => attribute.name === 'Name');
    const name = nameAttribute === undefined ? child.name : placeOf(nameAttribute.content).literal;
    const { slot } = placeOf(child.children);
    if (name === null || slot < 0) usable = false;
    else if (!fields.has(name)) fields.set(name, slot);
  }
  return { usable, dataSlot: -1, fields };
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
