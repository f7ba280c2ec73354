import { fileTimeText } from '../../src/evtx/file-time.ts';
import { VALUE_TYPE } from '../../src/evtx/values.ts';
import type { Element, Instance, Node, Slot, Value } from './made-log.ts';

/** What System says of a made event. */
export interface MadeSystem {
  readonly eventId: number;
  readonly recordId: number;
  readonly version?: number;
  /** 100 ns since 1601. */
  readonly ticks?: bigint;
  readonly channel?: string;
  readonly provider?: string;
  readonly computer?: string;
}

export const MADE_TICKS = 132_576_068_681_944_372n;

const DEFAULTS = {
  version: 0,
  ticks: MADE_TICKS,
  channel: 'Security',
  provider: 'Microsoft-Windows-Security-Auditing',
  computer: 'dc1.city.example.jp',
};

export function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

export function little(bytes: number, value: bigint | number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
  return buffer.subarray(0, bytes);
}

export function textValue(text: string): Value {
  return { type: VALUE_TYPE.utf16, content: utf16(text) };
}

/** An event as forwarding writes it: no template, every value a text. */
export function plainEvent(system: MadeSystem, beside: readonly Node[]): Element {
  const { eventId, recordId, version, ticks, channel, provider, computer } = { ...DEFAULTS, ...system };
  return {
    name: 'Event',
    children: [
      {
        name: 'System',
        children: [
          { name: 'Provider', attributes: [['Name', [provider]]] },
          { name: 'EventID', children: [String(eventId)] },
          { name: 'Version', children: [String(version)] },
          { name: 'Keywords', children: ['0x8020000000000000'] },
          { name: 'TimeCreated', attributes: [['SystemTime', [fileTimeText(ticks)]]] },
          { name: 'EventRecordID', children: [String(recordId)] },
          { name: 'Channel', children: [channel] },
          { name: 'Computer', children: [computer] },
        ],
      },
      ...beside,
    ],
  };
}

/** An event as Windows writes it: a template whose slots hold System, with whatever stands beside it and further values from slot 6 on. */
export function templatedEvent(system: MadeSystem, beside: readonly Node[], further: readonly Value[]): Instance {
  const { eventId, recordId, version, ticks, channel, provider, computer } = { ...DEFAULTS, ...system };
  const slot = (number: number, type: number): Slot => ({ slot: number, type, optional: true });
  return {
    template: {
      name: 'Event',
      children: [
        {
          name: 'System',
          children: [
            { name: 'Provider', attributes: [['Name', [slot(5, VALUE_TYPE.utf16)]]] },
            { name: 'EventID', children: [slot(0, VALUE_TYPE.uint16)] },
            { name: 'Version', children: [slot(1, VALUE_TYPE.uint8)] },
            { name: 'TimeCreated', attributes: [['SystemTime', [slot(2, VALUE_TYPE.fileTime)]]] },
            { name: 'EventRecordID', children: [slot(3, VALUE_TYPE.uint64)] },
            { name: 'Channel', children: [slot(4, VALUE_TYPE.utf16)] },
            { name: 'Computer', children: [computer] },
          ],
        },
        ...beside,
      ],
    },
    values: [
      { type: VALUE_TYPE.uint16, content: little(2, eventId) },
      { type: VALUE_TYPE.uint8, content: little(1, version) },
      { type: VALUE_TYPE.fileTime, content: little(8, ticks) },
      { type: VALUE_TYPE.uint64, content: little(8, recordId) },
      textValue(channel),
      textValue(provider),
      ...further,
    ],
  };
}

/** `<Data Name="name">` with what it holds. */
export function dataElement(name: string, ...children: Node[]): Element {
  return { name: 'Data', attributes: [['Name', [name]]], children };
}

/** An event whose EventData is a nested template instance with one slot for each field. */
export function eventWithFields(system: MadeSystem, fields: readonly (readonly [name: string, value: Value])[], header = true): Instance {
  const data: Instance = {
    template: { name: 'EventData', children: fields.map(([name, { type }], slot) => dataElement(name, { slot, type })) },
    values: fields.map(([, value]) => value),
  };
  return templatedEvent(
    system,
    [{ slot: 6, type: VALUE_TYPE.binXml, optional: true }],
    [{ type: VALUE_TYPE.binXml, content: { header, node: data } }],
  );
}
