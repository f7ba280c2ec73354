import { DamagedEvtxError } from './damage.ts';
import { FieldKeys } from './field-keys.ts';
import { fileTimeText } from './file-time.ts';
import { textOf, type XmlElement } from './record-tree.ts';

/** One record with every field, under Windows' own names. */
export interface FullRecord {
  /** System/EventRecordID. Exports renumber the record headers, never this. */
  readonly recordId: number;
  /** System/TimeCreated, UTC, 7 digits. */
  readonly timeCreated: string;
  readonly computer: string;
  readonly eventId: number;
  readonly version: number;
  readonly channel: string;
  readonly provider: string;
  /** `0x…`, as recorded. */
  readonly keywords: string;
  /** `EventData`, `UserData:NAME`, `ProcessingErrorData`, or empty. */
  readonly section: string;
  /** Fields by name in recorded order; a second one of the same name gets `#2`. */
  readonly data: Readonly<Record<string, string>>;
}

/** What the record's header says, where it differs from System. */
export interface HeaderDifference {
  readonly headerRecordId?: number;
  /** null: the header holds no time (the last record of some exports). */
  readonly headerTime?: string | null;
}

/**
 * Reads the fields of an event out of its tree.
 *
 * @throws DamagedEvtxError when the tree has no System element
 */
export function fullRecordOf(event: XmlElement): FullRecord {
  const system = childOf(event, 'System');
  if (system === undefined) throw new DamagedEvtxError('event without System', 0);
  const text = (name: string) => textOf(childOf(system, name)?.children ?? []);
  const { section, fields } = sectionOf(event);
  return {
    recordId: Number(text('EventRecordID')),
    timeCreated: attributeOf(childOf(system, 'TimeCreated'), 'SystemTime'),
    computer: text('Computer'),
    eventId: Number(text('EventID')),
    version: Number(text('Version') || '0'),
    channel: text('Channel'),
    provider: attributeOf(childOf(system, 'Provider'), 'Name'),
    keywords: text('Keywords'),
    section,
    data: fields,
  };
}

/** Compares the record's header, 24 bytes at `offset`, with what System says. */
export function headerDifference(chunk: Uint8Array, offset: number, record: FullRecord): HeaderDifference {
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  const headerRecordId = Number(view.getBigUint64(offset + 8, true));
  const ticks = view.getBigUint64(offset + 16, true);
  const headerTime = ticks === 0n ? null : fileTimeText(ticks);
  return {
    ...(headerRecordId === record.recordId ? {} : { headerRecordId }),
    ...(headerTime === record.timeCreated ? {} : { headerTime }),
  };
}

function sectionOf(event: XmlElement): { section: string; fields: Record<string, string> } {
  for (const child of event.children) {
    if (typeof child === 'string' || child.name === 'System') continue;
    if (child.name !== 'UserData') return { section: child.name, fields: fieldsOf(child) };
    const inner = child.children.find((grandchild) => typeof grandchild !== 'string');
    if (inner === undefined || typeof inner === 'string') return { section: 'UserData', fields: {} };
    return { section: `UserData:${inner.name}`, fields: fieldsOf(inner) };
  }
  return { section: '', fields: {} };
}

function fieldsOf(section: XmlElement): Record<string, string> {
  const fields: Record<string, string> = {};
  addFields(section, fields, new FieldKeys());
  return fields;
}

function addFields(parent: XmlElement, fields: Record<string, string>, keys: FieldKeys): void {
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    const hasElements = child.children.some((grandchild) => typeof grandchild !== 'string');
    if (hasElements) {
      addFields(child, fields, keys);
      continue;
    }
    const key = keys.keyOf(attributeOf(child, 'Name') || child.name, (taken) => Object.hasOwn(fields, taken));
    // A field called __proto__ must become a field.
    Object.defineProperty(fields, key, { value: textOf(child.children), enumerable: true, configurable: true, writable: true });
  }
}

function childOf(parent: XmlElement, name: string): XmlElement | undefined {
  for (const child of parent.children) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
}

function attributeOf(element: XmlElement | undefined, name: string): string {
  return element?.attributes.find((attribute) => attribute.name === name)?.text ?? '';
}
