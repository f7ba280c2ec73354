import { expect, test } from 'vitest';
import { SELECTION } from '../../src/events/record-rows.ts';
import { VALUE_TYPE } from '../../src/evtx/values.ts';
import { dataElement, eventWithFields, little, plainEvent, templatedEvent, textValue, utf16 } from './made-event.ts';
import { type Element, type Instance, MadeChunk, madeLog, type Node, type Value, withFile } from './made-log.ts';
import { decodeAll } from './real-logs.ts';
import { selectivePass } from './selective-pass.ts';

const SYSTEM = { eventId: 4624, recordId: 7 };
const NESTED = { slot: 6, type: VALUE_TYPE.binXml, optional: true } as const;
/** The record under attack stands between two good ones. */
const GOOD = (recordId: number): Node => eventWithFields({ eventId: 4624, recordId }, [['TargetUserName', textValue('sato')]]);

/** Elements inside elements. */
function deep(levels: number): Element {
  let element: Element = { name: 'E', children: ['x'] };
  for (let level = 1; level < levels; level++) element = { name: 'E', children: [element] };
  return element;
}

/** Bytes of an instance, without values, of the definition at `offset`. */
function pointTo(offset: number): Uint8Array {
  return Buffer.concat([Buffer.from([0x0c, 1, 0, 0, 0, 0]), little(4, offset), little(4, 0)]);
}

/** Where the event's template definition lies when it is the first thing in the first record of a chunk. */
const FIRST_DEFINITION = 512 + 24 + 4 + 10;

/** Binary XML in a value in binary XML in a value … */
function nestedValues(levels: number): Instance {
  let value: Value = textValue('x');
  for (let level = 0; level < levels; level++) {
    const inside: Instance = { template: { name: 'E', children: [{ slot: 0, type: value.type }] }, values: [value] };
    value = { type: VALUE_TYPE.binXml, content: { header: true, node: inside } };
  }
  return templatedEvent(SYSTEM, [NESTED], [value]);
}

/** One long value that a template repeats. */
function repeated(times: number, bytes: number): Instance {
  const slots = Array.from({ length: times }, (): Node => dataElement('A', { slot: 6, type: VALUE_TYPE.utf16 }));
  return templatedEvent(SYSTEM, [{ name: 'EventData', children: slots }], [textValue('x'.repeat(bytes / 2))]);
}

test.each<{ title: string; attack: readonly Node[] }>([
  { title: 'elements nested 1,000 deep', attack: [plainEvent(SYSTEM, [deep(1000)])] },
  { title: 'values nested 30 deep', attack: [nestedValues(30)] },
  {
    title: 'a template that holds itself',
    attack: [templatedEvent(SYSTEM, [{ name: 'EventData', children: [pointTo(FIRST_DEFINITION)] }], [])],
  },
  {
    title: 'a template that holds itself 2,000 times',
    attack: [templatedEvent(SYSTEM, [{ name: 'EventData', children: Array.from({ length: 2000 }, () => pointTo(FIRST_DEFINITION)) }], [])],
  },
  {
    title: 'an instance that announces 4,294,967,295 values',
    attack: [Buffer.concat([pointTo(FIRST_DEFINITION).subarray(0, 10), little(4, 0xffff_ffff)])],
  },
  { title: 'a definition outside the chunk', attack: [pointTo(0xffff_fff0)] },
  { title: 'a definition that ends outside the chunk', attack: [pointTo(65_530)] },
  { title: 'a name outside the chunk', attack: [Buffer.concat([Buffer.from([0x01]), little(4, 100), little(4, 0xffff_fff0)])] },
  {
    title: 'a slot without a value',
    attack: [templatedEvent(SYSTEM, [{ name: 'EventData', children: [dataElement('A', { slot: 900, type: 1 })] }], [])],
  },
  {
    title: 'a value of an unknown type',
    attack: [eventWithFields(SYSTEM, [['TargetUserName', { type: 0x7f, content: utf16('x') }]])],
  },
  {
    title: 'a SID that ends too early',
    attack: [eventWithFields(SYSTEM, [['TargetUserSid', { type: VALUE_TYPE.sid, content: Buffer.from([1, 200, 0, 0, 0, 0, 0, 5]) }]])],
  },
  { title: 'an integer that ends too early', attack: [eventWithFields(SYSTEM, [['LogonType', { type: VALUE_TYPE.uint32, content: little(2, 3) }]])] },
  { title: 'an event without System', attack: [{ name: 'Event', children: [{ name: 'EventData' }] }] },
  { title: 'nothing', attack: [] },
])('$title loses one record, at once', ({ attack }) => {
  const chunk = new MadeChunk().record(1, attack).record(2, [GOOD(2)]);
  withFile(madeLog([chunk.finish()]), (path) => {
    const start = performance.now();
    const { records, damage } = decodeAll(path);
    const pass = selectivePass(path, SELECTION);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(records.map(({ record }) => record.recordId)).toEqual([2]);
    expect(damage).toMatchObject([{ kind: 'record-content', byteOffset: 4096 + 512, recordsLost: 1 }]);
    expect(pass.wanted.map(({ recordId }) => recordId)).toEqual([2]);
    expect(pass.counts).toEqual({ records: 2, outOfScope: 0, damaged: 1 });
  });
});

test('a long value that a template repeats 100 times is never written out', () => {
  withFile(
    madeLog([
      new MadeChunk()
        .record(1, [repeated(100, 30_000)])
        .record(2, [GOOD(2)])
        .finish(),
    ]),
    (path) => {
      const { records, damage } = decodeAll(path);
      expect(records.map(({ record }) => record.recordId)).toEqual([2]);
      expect(damage).toMatchObject([{ kind: 'record-content', recordsLost: 1 }]);
      // The selective pass asks for none of these fields, so there is nothing to write out.
      expect(selectivePass(path, SELECTION).wanted.map(({ recordId }) => recordId)).toEqual([7, 2]);
    },
  );
});

test('an array of 40,000 items is 40,000 fields, at once', () => {
  const items: Value = { type: VALUE_TYPE.array | VALUE_TYPE.uint8, content: new Uint8Array(40_000).fill(7) };
  withFile(madeLog([new MadeChunk().record(1, [eventWithFields(SYSTEM, [['A', items]])]).finish()]), (path) => {
    const start = performance.now();
    const data = decodeAll(path).records[0]?.record.data ?? {};
    expect(Object.keys(data)).toHaveLength(40_000);
    expect(data['A#40000']).toBe('7');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test('a field may be called like something of the language', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const record = eventWithFields(
    SYSTEM,
    names.map((name) => [name, textValue(`value of ${name}`)] as const),
  );
  withFile(madeLog([new MadeChunk().record(1, [record]).finish()]), (path) => {
    const data = decodeAll(path).records[0]?.record.data ?? {};
    expect(Object.entries(data)).toEqual(names.map((name) => [name, `value of ${name}`]));
  });
});
