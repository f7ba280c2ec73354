import { describe, expect, test } from 'vitest';
import { SELECTION } from '../../src/events/record-rows.ts';
import { VALUE_TYPE } from '../../src/evtx/values.ts';
import { eventWithFields, type MadeSystem, plainEvent, templatedEvent, textValue } from '../evtx/made-event.ts';
import { type Element, MadeChunk, madeLog, type Node, withFile } from '../evtx/made-log.ts';
import { fieldOf } from './made-fields.ts';
import { CHANGE_CASES, LOGON_CASES, type RowCase, TICKET_CASES } from './row-cases.ts';
import { type Row, rowsOf } from './table-rows.ts';

const CASES = [...LOGON_CASES, ...TICKET_CASES, ...CHANGE_CASES];

/** Every id of the tables in the design. */
const IDS = [
  ...[4624, 4625, 4634, 4647, 4648, 4662, 4672, 4768, 4769, 4771, 4776, 4740, 4778, 4779, 4800, 4801, 4964],
  ...Array.from({ length: 19 }, (_, n) => 4720 + n),
  ...[4741, 4742, 4743, 4756, 4757, 4765, 4766, 4767, 4781, 4794],
  ...[1100, 1102, 1104, 4608, 4616, 4719, 4688],
];

test('every id of the design is selected, has a case, and no other is', () => {
  expect([...SELECTION.fields.keys()].sort()).toEqual([...IDS].sort());
  expect([...new Set(CASES.map(({ eventId }) => eventId))].sort()).toEqual([...IDS].sort());
});

/** A record as Windows writes it. */
function recordOf({ eventId, version, userData, fields }: RowCase, system: Partial<MadeSystem> = {}): Node {
  const values = Object.entries(fields).map(([name, text]) => fieldOf(name, text));
  if (userData === undefined) return eventWithFields({ eventId, version, recordId: 77, ...system }, values);
  const template: Element = { name: userData, children: values.map(([name, { type }], slot) => ({ name, children: [{ slot, type }] })) };
  return templatedEvent(
    { eventId, version, recordId: 77, provider: 'Microsoft-Windows-Eventlog', ...system },
    [{ name: 'UserData', children: [{ slot: 6, type: VALUE_TYPE.binXml, optional: true }] }],
    [{ type: VALUE_TYPE.binXml, content: { header: true, node: { template, values: values.map(([, value]) => value) } } }],
  );
}

/** The same record as forwarding writes it: all text, no template. */
function forwarded({ eventId, version, userData, fields }: RowCase): Node {
  const texts = Object.entries(fields).map(([name, text]): readonly [string, string] => [name.replace(/#\d$/, ''), textOfField(name, text)]);
  const system = { eventId, version, recordId: 77, ...(userData === undefined ? {} : { provider: 'Microsoft-Windows-Eventlog' }) };
  if (userData !== undefined) {
    const children = texts.map(([name, text]): Element => ({ name, children: [text] }));
    return plainEvent(system, [{ name: 'UserData', children: [{ name: userData, children }] }]);
  }
  const children = texts.map(([name, text]): Element => ({ name: 'Data', attributes: [['Name', [name]]], children: [text] }));
  return plainEvent(system, [{ name: 'EventData', children }]);
}

function textOfField(name: string, text: string): string {
  if (name === 'PreviousTime') return '2021-02-12T12:34:28.1944372Z';
  if (name === 'NewTime') return '2021-02-12T12:34:29.1944372Z';
  return text;
}

function rowsOfRecord(record: Node): Row[] {
  return withFile(madeLog([new MadeChunk().record(1, [record]).finish()]), rowsOf);
}

const RECORD = {
  recorded_by: 'dc1.city.example.jp',
  record_id: 77n,
  occurred_at: 1_613_133_268_194_437n,
  // The loading fills these in.
  organisation: null,
  network: null,
  input: null,
};

describe('a record becomes a row by the names of its fields', () => {
  const titled = CASES.map((one) => ({ ...one, name: `${one.eventId} version ${one.version}${one.title === undefined ? '' : `: ${one.title}`}` }));

  test.each(titled)('$name', (one) => {
    const expected = { ...RECORD, table: one.table, event_id: one.eventId, event_version: one.version, ...one.row };
    expect(rowsOfRecord(recordOf(one))).toMatchObject([expected]);
    expect(rowsOfRecord(forwarded(one))).toMatchObject([expected]);
  });

  test('in any order of the fields', () => {
    for (const one of CASES.filter(({ fields }) => !('LogonGuid#2' in fields))) {
      const turned = { ...one, fields: Object.fromEntries(Object.entries(one.fields).reverse()) };
      expect(rowsOfRecord(recordOf(turned))).toEqual(rowsOfRecord(recordOf(one)));
    }
  });
});

describe('a record that only looks like one makes no row', () => {
  const [logon] = LOGON_CASES;
  test.each<{ title: string; system: Partial<MadeSystem> }>([
    { title: 'another channel', system: { channel: 'Application' } },
    { title: 'another provider', system: { provider: 'EventSystem' } },
    { title: 'an id that is not asked for', system: { eventId: 4673 } },
  ])('$title', ({ system }) => {
    if (logon === undefined) throw new Error('no case');
    expect(rowsOfRecord(recordOf(logon, system))).toEqual([]);
  });

  test('rights used on the directory that do not replicate it', () => {
    const [replication] = LOGON_CASES.filter(({ eventId }) => eventId === 4662);
    if (replication === undefined) throw new Error('no case');
    const other = { ...replication, fields: { ...replication.fields, Properties: '%%7685\n\t{bf967aba-0de6-11d0-a285-00aa003049e2}' } };
    expect(rowsOfRecord(recordOf(other))).toEqual([]);
    expect(rowsOfRecord(forwarded(other))).toEqual([]);
  });

  test('a damaged field leaves no half row behind', () => {
    const damaged = eventWithFields({ eventId: 4624, recordId: 1 }, [
      ['TargetUserName', textValue('half')],
      ['TargetDomainName', textValue('HALF')],
      ['TargetUserSid', { type: VALUE_TYPE.sid, content: Buffer.from([1, 5, 0, 0, 0, 0, 0, 5]) }],
    ]);
    const good = eventWithFields({ eventId: 4624, recordId: 2 }, [['TargetUserName', textValue('whole')]]);
    const rows = withFile(madeLog([new MadeChunk().record(1, [damaged]).record(2, [good]).finish()]), rowsOf);
    expect(rows).toMatchObject([{ record_id: 2n, account: 'whole', account_domain: null, account_sid: null }]);
  });
});
