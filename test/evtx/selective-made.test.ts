import { describe, expect, test } from 'vitest';
import type { Selection } from '../../src/evtx/selective-reader.ts';
import { VALUE_TYPE } from '../../src/evtx/values.ts';
import { dataElement, eventWithFields, little, MADE_TICKS, plainEvent, templatedEvent, textValue, utf16 } from './made-event.ts';
import { MadeChunk, madeLog, type Node, type Value, withFile } from './made-log.ts';
import { decodeAll } from './real-logs.ts';
import { expectedOf, formsOfText, isWanted, selectivePass } from './selective-pass.ts';

const SELECTION: Selection = {
  fields: new Map([
    [4624, ['A', 'B', 'A#2', 'Missing']],
    [1102, ['SubjectUserName']],
  ]),
  channel: 'Security',
  providers: ['Microsoft-Windows-Security-Auditing', 'Microsoft-Windows-Eventlog'],
};
const SYSTEM = { eventId: 4624, recordId: 7 };
const NESTED = { slot: 6, type: VALUE_TYPE.binXml, optional: true } as const;
const NULL: Value = { type: VALUE_TYPE.null, content: new Uint8Array(0) };

function value(type: number, content: Uint8Array): Value {
  return { type, content };
}

function nested(node: Node, header = true): Value {
  return { type: VALUE_TYPE.binXml, content: { header, node } };
}

/** Reads one made record both ways, holds that they agree, and returns the texts of its wanted fields. */
function fieldsOf(record: Node): Record<string, string> | null {
  return withFile(madeLog([new MadeChunk().record(1, [record]).finish()]), (path) => {
    const { records, damage } = decodeAll(path);
    const pass = selectivePass(path, SELECTION);
    expect(damage).toEqual([]);
    expect(pass.damage).toEqual([]);
    expect(pass.wanted).toEqual(records.filter((one) => isWanted(one, SELECTION)).map((one) => expectedOf(one, SELECTION)));
    expect(pass.counts).toEqual({ records: 1, outOfScope: 1 - pass.wanted.length, damaged: 0 });
    const [wanted] = pass.wanted;
    return wanted === undefined ? null : Object.fromEntries(Object.entries(wanted.fields).map(([name, { text }]) => [name, text]));
  });
}

const EMPTY = { A: '', B: '', 'A#2': '', Missing: '' };

const a = textValue('one');
const b = textValue('two');

const RECORDS: readonly { readonly title: string; readonly record: Node; readonly fields: Record<string, string> }[] = [
  {
    title: 'with its fields in a nested template',
    record: eventWithFields(SYSTEM, [
      ['A', a],
      ['B', b],
    ]),
    fields: { A: 'one', B: 'two' },
  },
  { title: 'whose nested value has no fragment header', record: eventWithFields(SYSTEM, [['A', a]], false), fields: { A: 'one' } },
  {
    title: 'with a field name that occurs twice',
    record: eventWithFields(SYSTEM, [
      ['A', a],
      ['A', b],
    ]),
    fields: { A: 'one', 'A#2': 'two' },
  },
  {
    title: 'whose first of two equal names is left out',
    record: templatedEvent(
      SYSTEM,
      [NESTED],
      [
        nested({
          template: {
            name: 'EventData',
            children: [dataElement('A', { slot: 0, type: 1, optional: true }), dataElement('A', { slot: 1, type: 1 })],
          },
          values: [NULL, b],
        }),
      ],
    ),
    fields: { A: 'two' },
  },
  {
    title: 'with a NULL that still has bytes',
    record: eventWithFields(SYSTEM, [
      ['A', value(VALUE_TYPE.null, utf16('stale'))],
      ['B', b],
    ]),
    fields: { B: 'two' },
  },
  {
    title: 'with a literal field',
    record: templatedEvent(
      SYSTEM,
      [NESTED],
      [nested({ template: { name: 'EventData', children: [dataElement('A', 'fixed'), dataElement('B', { slot: 0, type: 1 })] }, values: [b] })],
    ),
    fields: { A: 'fixed', B: 'two' },
  },
  {
    title: 'with text around a slot',
    record: templatedEvent(
      SYSTEM,
      [NESTED],
      [nested({ template: { name: 'EventData', children: [dataElement('A', 'x', { slot: 0, type: 1 }, 'y')] }, values: [a] })],
    ),
    fields: { A: 'xoney' },
  },
  {
    title: 'whose nested value is a bare element',
    record: templatedEvent(SYSTEM, [NESTED], [nested({ name: 'EventData', children: [dataElement('A', 'one'), dataElement('B')] }, false)]),
    fields: { A: 'one' },
  },
  {
    title: 'whose EventData holds a nested value',
    record: templatedEvent(SYSTEM, [{ name: 'EventData', children: [NESTED] }], [nested(dataElement('A', 'one'))]),
    fields: { A: 'one' },
  },
  {
    title: 'with its fields in the template of the event',
    record: templatedEvent(SYSTEM, [{ name: 'EventData', children: [dataElement('A', { slot: 6, type: 1 })] }], [a]),
    fields: { A: 'one' },
  },
  { title: 'without a template', record: plainEvent(SYSTEM, [{ name: 'EventData', children: [dataElement('B', 'two')] }]), fields: { B: 'two' } },
  { title: 'without fields', record: templatedEvent(SYSTEM, [], []), fields: {} },
  { title: 'whose optional EventData is NULL', record: templatedEvent(SYSTEM, [NESTED], [NULL]), fields: {} },
  {
    title: 'with an array for a field: the field repeated',
    record: eventWithFields(SYSTEM, [['A', value(VALUE_TYPE.array | VALUE_TYPE.utf16, utf16('one\0two\0'))]]),
    fields: { A: 'one', 'A#2': 'two' },
  },
  {
    title: 'with an element inside a field: its own name counts',
    record: eventWithFields(SYSTEM, [
      ['A', nested({ name: 'Missing', children: ['inside'] })],
      ['B', b],
    ]),
    fields: { Missing: 'inside', B: 'two' },
  },
  {
    title: 'with fewer values than the template before it had',
    record: eventWithFields(SYSTEM, [['Missing', a]]),
    fields: { Missing: 'one' },
  },
];

describe('both ways of reading agree on a record', () => {
  test.each(RECORDS)('$title', ({ record, fields }) => {
    expect(fieldsOf(record)).toEqual({ ...EMPTY, ...fields });
  });

  test('with UserData, and a provider and channel that are literals of the template', () => {
    const system = { eventId: 1102, recordId: 3, provider: 'Microsoft-Windows-Eventlog' };
    const record = templatedEvent(
      system,
      [{ name: 'UserData', children: [NESTED] }],
      [
        nested({
          template: { name: 'LogFileCleared', children: [{ name: 'SubjectUserName', children: [{ slot: 0, type: 1 }] }] },
          values: [textValue('sato')],
        }),
      ],
    );
    expect(fieldsOf(record)).toEqual({ SubjectUserName: 'sato' });
    expect(fieldsOf(literalSystem(record))).toEqual({ SubjectUserName: 'sato' });
  });

  test.each([
    { title: 'another channel', system: { ...SYSTEM, channel: 'Application' } },
    { title: 'another provider', system: { ...SYSTEM, provider: 'EventSystem' } },
    { title: 'another event id', system: { ...SYSTEM, eventId: 4625 } },
  ])('of $title: not wanted', ({ system }) => {
    expect(fieldsOf(eventWithFields(system, [['A', a]]))).toBeNull();
    expect(fieldsOf(plainEvent(system, [{ name: 'EventData', children: [dataElement('A', 'one')] }]))).toBeNull();
  });

  test.each([
    { title: 'NULL version', at: 1, value: NULL },
    { title: 'event id of another type', at: 0, value: value(VALUE_TYPE.uint32, little(4, 4624)) },
    { title: 'record id of another type', at: 3, value: textValue('7') },
    { title: 'time as a SYSTEMTIME', at: 2, value: value(VALUE_TYPE.systemTime, systemTime(2021, 2, 12, 12, 34, 28, 194)) },
  ])('with a $title', ({ at, value: other }) => {
    const record = eventWithFields(SYSTEM, [['A', a]]);
    const values = record.values.map((one, n) => (n === at ? other : one));
    expect(fieldsOf({ ...record, values })).toEqual({ ...EMPTY, A: 'one' });
  });
});

/** System's provider and channel as literals, as the Eventlog service's own template has them. */
function literalSystem(record: ReturnType<typeof templatedEvent>): Node {
  const text = JSON.stringify(record.template)
    .replace('[{"slot":5,"type":1,"optional":true}]', '["Microsoft-Windows-Eventlog"]')
    .replace('[{"slot":4,"type":1,"optional":true}]', '["Security"]');
  return { ...record, template: JSON.parse(text) };
}

function systemTime(year: number, month: number, day: number, hour: number, minute: number, second: number, millisecond: number): Buffer {
  return Buffer.concat([year, month, 0, day, hour, minute, second, millisecond].map((part) => little(2, part)));
}

describe('a value is the same in every form it can be asked for', () => {
  test.each([
    { type: 'int8', bytes: little(1, -3), text: '-3' },
    { type: 'uint8', bytes: little(1, 253), text: '253' },
    { type: 'int16', bytes: little(2, -3), text: '-3' },
    { type: 'uint16', bytes: little(2, 65_533), text: '65533' },
    { type: 'int32', bytes: little(4, -3), text: '-3' },
    { type: 'uint32', bytes: little(4, 4_294_967_295), text: '4294967295' },
    { type: 'int64', bytes: little(8, -3), text: '-3' },
    { type: 'uint64', bytes: little(8, 2n ** 64n - 2n), text: '18446744073709551614' },
    { type: 'hexInt32', bytes: little(4, 0xc000006d), text: '0xc000006d' },
    { type: 'hexInt64', bytes: little(8, 0x1_0000_03e7n), text: '0x1000003e7' },
    { type: 'size', bytes: little(4, 0x3dc), text: '0x3dc' },
    { type: 'size', bytes: little(8, 0x1_0000_03dcn), text: '0x1000003dc' },
    { type: 'handle', bytes: little(8, 0x3dc), text: '0x3dc' },
    { type: 'boolean', bytes: little(4, 2), text: 'true' },
    { type: 'guid', bytes: Buffer.from('0123456789abcdef0011223344556677', 'hex'), text: '{67452301-AB89-EFCD-0011-223344556677}' },
    { type: 'fileTime', bytes: little(8, MADE_TICKS), text: '2021-02-12T12:34:28.1944372Z' },
    { type: 'fileTime', bytes: little(8, 0), text: '1601-01-01T00:00:00.0000000Z' },
    { type: 'systemTime', bytes: systemTime(2021, 2, 12, 12, 34, 28, 194), text: '2021-02-12T12:34:28.194Z' },
    { type: 'sid', bytes: Buffer.from('010100000000000512000000', 'hex'), text: 'S-1-5-18' },
    { type: 'utf16', bytes: utf16('0x3e7\0'), text: '0x3e7' },
    { type: 'utf16', bytes: utf16('9999999999'), text: '9999999999' },
    { type: 'utf16', bytes: utf16('49764'), text: '49764' },
    { type: 'utf16', bytes: utf16('0049764\0'), text: '0049764' },
    { type: 'utf16', bytes: utf16('4294967295'), text: '4294967295' },
    { type: 'utf16', bytes: utf16('-5'), text: '-5' },
    { type: 'utf16', bytes: utf16('５'), text: '５' },
    { type: 'utf16', bytes: utf16('12a'), text: '12a' },
    { type: 'utf16', bytes: utf16('\0'), text: '' },
    { type: 'utf16', bytes: Buffer.concat([utf16('7'), Buffer.from('8')]), text: '7' },
    { type: 'utf16', bytes: utf16('佐藤 '), text: '佐藤 ' },
    { type: 'ansi', bytes: Buffer.from('abc\0'), text: 'abc' },
    { type: 'binary', bytes: Buffer.from('0aff', 'hex'), text: '0AFF' },
  ] as const)('$type $text', ({ type, bytes, text }) => {
    const record = eventWithFields(SYSTEM, [['A', value(VALUE_TYPE[type], bytes)]]);
    withFile(madeLog([new MadeChunk().record(1, [record]).finish()]), (path) => {
      expect(selectivePass(path, SELECTION).wanted[0]?.fields.A).toEqual(formsOfText(text));
      expect(decodeAll(path).records[0]?.record.data.A).toBe(text);
    });
  });
});

test('recognises a template in the next chunk though its names lie elsewhere, and another computer by its own', () => {
  const at = (recordId: number, computer: string) => eventWithFields({ ...SYSTEM, recordId, computer }, [['A', textValue(`${recordId}`)]]);
  const filler = eventWithFields({ eventId: 1, recordId: 1 }, [['Filler', textValue('moves what follows')]]);
  const chunks = [
    new MadeChunk()
      .record(1, [at(1, 'dc1')])
      .record(2, [at(2, 'dc2')])
      .finish(),
    new MadeChunk()
      .record(3, [filler])
      .record(4, [at(4, 'dc2')])
      .record(5, [at(5, 'dc1')])
      .finish(),
  ];
  withFile(madeLog(chunks), (path) => {
    const read = selectivePass(path, SELECTION).wanted.map(({ recordId, computer, fields }) => [recordId, computer, fields.A?.text]);
    expect(read).toEqual([
      [1, 'dc1', '1'],
      [2, 'dc2', '2'],
      [4, 'dc2', '4'],
      [5, 'dc1', '5'],
    ]);
  });
});
