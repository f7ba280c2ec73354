import { TOKEN, type WriteName, writeElement, writeFragmentHeader } from './binxml.ts';
import type { Cursor } from './cursor.ts';
import type { LoggedEvent } from './event.ts';
import type { Template } from './template.ts';
import { NULL_TYPE, VALUE_KINDS, type Value, type ValueKind, writeValue } from './value.ts';

/** What a live log and one exported by `wevtutil epl` do differently. */
export interface RecordStyle {
  /** Live: texts end in NUL, nested fragments have no header, a NULL keeps stale bytes. Exported: none of that, and record headers are renumbered from 1. */
  readonly exported: boolean;
}

/** What a record needs of the chunk it stands in. */
export interface ChunkTables {
  readonly writeName: WriteName;
  /** Offset of a template definition in this chunk; undefined: not defined yet. */
  readonly templateOffset: (template: Template) => number | undefined;
  readonly addTemplate: (template: Template, offset: number) => void;
}

/** A value of an instance; null writes a NULL of that many stale bytes. */
type SlotValue = readonly [kind: ValueKind, value: Value] | { readonly staleBytes: number };

const SIGNATURE = 0x00002a2a;
/** Records begin on this boundary. */
const ALIGNMENT = 8;

/** Writes one record: signature, size, number, time, BinXML, size. */
export function writeRecord(
  cursor: Cursor,
  tables: ChunkTables,
  event: LoggedEvent,
  envelope: Template,
  headerNumber: number,
  style: RecordStyle,
): void {
  const start = cursor.position;
  cursor.u32(SIGNATURE);
  const size = cursor.reserve32();
  cursor.u64(BigInt(headerNumber));
  cursor.u64(event.at);
  writeFragmentHeader(cursor);
  writeInstance(cursor, tables, envelope, systemValues(event, style), () => writePayload(cursor, tables, event, style));
  cursor.u8(TOKEN.endOfFragment);
  cursor.zeros((ALIGNMENT - ((cursor.position + 4 - start) % ALIGNMENT)) % ALIGNMENT);
  const length = cursor.position + 4 - start;
  cursor.u32(length);
  cursor.buffer.writeUInt32LE(length, size);
}

function systemValues({ kind, ...event }: LoggedEvent, style: RecordStyle): SlotValue[] {
  const none = (bytes: number): SlotValue => ({ staleBytes: style.exported ? 0 : bytes });
  return [
    ['uint8', kind.level],
    ['uint8', 0],
    ['uint16', kind.task],
    ['uint16', kind.id],
    none(2),
    ['hex64', event.failed ? kind.keywords.failure : kind.keywords.success],
    ['filetime', event.at],
    event.activity === null ? none(16) : ['guid', event.activity],
    ['uint32', event.process],
    ['uint32', event.thread],
    ['uint64', BigInt(event.recordId)],
    ['uint8', kind.version],
    none(0),
    none(0),
    ...kind.envelope.constants.map((constant) => constant ?? none(0)),
  ];
}

function writePayload(cursor: Cursor, tables: ChunkTables, { kind, values }: LoggedEvent, style: RecordStyle): void {
  if (style.exported) writeFragmentHeader(cursor);
  const payload = kind.fields.map(([, valueKind], i): SlotValue => {
    const value = values[i];
    if (value === undefined) throw new Error(`event ${kind.id} lacks field ${i}`);
    return [valueKind, valueKind === 'text' && !style.exported ? `${value}\0` : value];
  });
  writeInstance(cursor, tables, kind.payload, payload);
  cursor.u8(TOKEN.endOfFragment);
}

/** Writes a template instance; the definition stands inside it the first time in a chunk. `nested` writes one more value, of nested BinXML. */
function writeInstance(cursor: Cursor, tables: ChunkTables, template: Template, values: readonly SlotValue[], nested?: () => void): void {
  cursor.u8(TOKEN.templateInstance);
  cursor.u8(1);
  cursor.bytes(template.guid.subarray(0, 4));
  const known = tables.templateOffset(template);
  cursor.u32(known ?? cursor.position + 4);
  if (known === undefined) writeDefinition(cursor, tables, template);
  const count = values.length + (nested === undefined ? 0 : 1);
  cursor.u32(count);
  const descriptors = cursor.position;
  cursor.position += 4 * count;
  const describe = (i: number, from: number, type: number): void => {
    cursor.buffer.writeUInt16LE(cursor.position - from, descriptors + 4 * i);
    cursor.buffer.writeUInt16LE(type, descriptors + 4 * i + 2);
  };
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const from = cursor.position;
    if (value === undefined) continue;
    if ('staleBytes' in value) {
      cursor.zeros(value.staleBytes);
      describe(i, from, NULL_TYPE);
    } else {
      writeValue(cursor, value[0], value[1]);
      describe(i, from, VALUE_KINDS[value[0]].written);
    }
  }
  if (nested !== undefined) {
    const from = cursor.position;
    nested();
    describe(values.length, from, VALUE_KINDS.binxml.written);
  }
}

/** Next template in its bucket (filled when the chunk is finished), GUID, length, fragment. */
function writeDefinition(cursor: Cursor, tables: ChunkTables, template: Template): void {
  tables.addTemplate(template, cursor.position);
  cursor.u32(0);
  cursor.bytes(template.guid);
  const length = cursor.reserve32();
  writeFragmentHeader(cursor);
  writeElement(cursor, template.root, tables.writeName);
  cursor.u8(TOKEN.endOfFragment);
  cursor.fillLength(length);
}
