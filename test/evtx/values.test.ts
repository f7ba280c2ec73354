import { describe, expect, test } from 'vitest';
import { DamagedEvtxError } from '../../src/evtx/damage.ts';
import { arrayTexts, VALUE_TYPE, valueText } from '../../src/evtx/values.ts';

type TypeName = keyof typeof VALUE_TYPE;

/** Bytes as they lie in a log, at an odd place, with something else behind them. */
function placed(hex: string): { bytes: Uint8Array; start: number; size: number } {
  const value = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  return { bytes: Buffer.concat([Buffer.from([0xee, 0xee, 0xee]), value, Buffer.from([0xee])]), start: 3, size: value.length };
}

test.each<{ type: TypeName; hex: string; text: string }>([
  { type: 'null', hex: '61 00', text: '' },
  { type: 'utf16', hex: '', text: '' },
  { type: 'utf16', hex: '61 00 62 00', text: 'ab' },
  { type: 'utf16', hex: '61 00 20 00 00 00', text: 'a ' },
  { type: 'utf16', hex: '61 00 00 00 00 00', text: 'a' },
  { type: 'utf16', hex: '00 00', text: '' },
  { type: 'utf16', hex: '61 00 62', text: 'a' },
  { type: 'utf16', hex: '50 4f e4 85', text: '佐藤' },
  { type: 'utf16', hex: '3d d8 00 de', text: '😀' },
  { type: 'xml', hex: '3c 00 61 00', text: '<a' },
  { type: 'ansi', hex: '61 e9 00', text: 'aé' },
  { type: 'int8', hex: '80', text: '-128' },
  { type: 'uint8', hex: '80', text: '128' },
  { type: 'int16', hex: '00 80', text: '-32768' },
  { type: 'uint16', hex: '01 80', text: '32769' },
  { type: 'int32', hex: 'ff ff ff ff', text: '-1' },
  { type: 'uint32', hex: 'ff ff ff ff', text: '4294967295' },
  { type: 'int64', hex: 'ff ff ff ff ff ff ff ff', text: '-1' },
  { type: 'uint64', hex: 'ff ff ff ff ff ff ff ff', text: '18446744073709551615' },
  { type: 'float32', hex: '00 00 c0 3f', text: '1.5' },
  { type: 'float64', hex: '00 00 00 00 00 00 f8 bf', text: '-1.5' },
  { type: 'boolean', hex: '00 00 00 00', text: 'false' },
  { type: 'boolean', hex: '01 00 00 00', text: 'true' },
  { type: 'boolean', hex: '00 01 00 00', text: 'true' },
  { type: 'binary', hex: '00 0f ff', text: '000FFF' },
  { type: 'guid', hex: '25 96 84 54 78 54 94 49 a5 ba 3e 3b 03 28 c3 0d', text: '{54849625-5478-4994-A5BA-3E3B0328C30D}' },
  { type: 'guid', hex: '00'.repeat(16), text: '{00000000-0000-0000-0000-000000000000}' },
  { type: 'size', hex: 'dc 03 00 00', text: '0x3dc' },
  { type: 'size', hex: 'dc 03 00 00 01 00 00 00', text: '0x1000003dc' },
  { type: 'handle', hex: '00 00 00 00', text: '0x0' },
  { type: 'fileTime', hex: '34 4d 81 67 3b 01 d7 01', text: '2021-02-12T12:34:28.1944372Z' },
  { type: 'fileTime', hex: '00'.repeat(8), text: '1601-01-01T00:00:00.0000000Z' },
  { type: 'fileTime', hex: 'ff ff ff ff ff ff ff 7f', text: '0x7fffffffffffffff' },
  { type: 'systemTime', hex: 'e5 07 02 00 05 00 0c 00 0c 00 22 00 1c 00 c2 00', text: '2021-02-12T12:34:28.194Z' },
  { type: 'sid', hex: '01 01 00 00 00 00 00 05 12 00 00 00', text: 'S-1-5-18' },
  { type: 'sid', hex: '01 00 00 00 00 00 00 00', text: 'S-1-0' },
  { type: 'sid', hex: '01 01 00 00 00 00 00 00 00 00 00 00', text: 'S-1-0-0' },
  { type: 'sid', hex: '01 02 01 00 00 00 00 05 ff ff ff ff 01 00 00 00', text: 'S-1-1099511627781-4294967295-1' },
  { type: 'hexInt32', hex: '6d 00 00 c0', text: '0xc000006d' },
  { type: 'hexInt32', hex: '00 00 00 00', text: '0x0' },
  { type: 'hexInt64', hex: 'e7 03 00 00 00 00 00 80', text: '0x80000000000003e7' },
])('$type $hex is $text', ({ type, hex, text }) => {
  const { bytes, start, size } = placed(hex);
  expect(valueText(bytes, VALUE_TYPE[type], start, size)).toBe(text);
});

test.each<{ type: TypeName; hex: string; texts: string[] }>([
  { type: 'utf16', hex: '61 00 00 00 62 00 00 00', texts: ['a', 'b'] },
  { type: 'utf16', hex: '61 00 00 00 00 00 62 00', texts: ['a', '', 'b'] },
  { type: 'ansi', hex: '61 00 62 00', texts: ['a', 'b'] },
  { type: 'uint8', hex: '01 ff', texts: ['1', '255'] },
  { type: 'uint16', hex: '01 00 02 00', texts: ['1', '2'] },
  { type: 'hexInt32', hex: '01 00 00 00 ff 00 00 00', texts: ['0x1', '0xff'] },
  { type: 'uint64', hex: '01 00 00 00 00 00 00 00', texts: ['1'] },
  { type: 'boolean', hex: '01 00 00 00 00 00 00 00', texts: ['true', 'false'] },
  { type: 'guid', hex: '00'.repeat(32), texts: Array.from({ length: 2 }, () => '{00000000-0000-0000-0000-000000000000}') },
  { type: 'sid', hex: '01 01 00 00 00 00 00 05 12 00 00 00 01 01 00 00 00 00 00 05 13 00 00 00', texts: ['S-1-5-18', 'S-1-5-19'] },
])('an array of $type: $texts', ({ type, hex, texts }) => {
  const { bytes, start, size } = placed(hex);
  expect(arrayTexts(bytes, VALUE_TYPE.array | VALUE_TYPE[type], start, size)).toEqual(texts);
  expect(valueText(bytes, VALUE_TYPE.array | VALUE_TYPE[type], start, size)).toBe(texts.join(', '));
});

describe('a size that does not fit the type is damage', () => {
  test.each<{ type: number; hex: string }>([
    { type: VALUE_TYPE.int16, hex: '01' },
    { type: VALUE_TYPE.uint32, hex: '01 02' },
    { type: VALUE_TYPE.uint64, hex: '01 02 03 04' },
    { type: VALUE_TYPE.float64, hex: '01 02 03 04' },
    { type: VALUE_TYPE.boolean, hex: '01' },
    { type: VALUE_TYPE.guid, hex: '00'.repeat(15) },
    { type: VALUE_TYPE.size, hex: '01 02' },
    { type: VALUE_TYPE.fileTime, hex: '01 02 03 04' },
    { type: VALUE_TYPE.systemTime, hex: '00'.repeat(8) },
    { type: VALUE_TYPE.sid, hex: '01 01 00 00' },
    { type: VALUE_TYPE.sid, hex: '01 02 00 00 00 00 00 05 12 00 00 00' },
    { type: VALUE_TYPE.array | VALUE_TYPE.uint32, hex: '01 02 03 04 05' },
    { type: VALUE_TYPE.array | VALUE_TYPE.sid, hex: '01 02 00 00 00 00 00 05 12 00 00 00' },
    { type: VALUE_TYPE.array, hex: '01' },
    { type: 0x16, hex: '01' },
    { type: 0x7f, hex: '01' },
  ])('type $type, $hex', ({ type, hex }) => {
    const { bytes, start, size } = placed(hex);
    expect(() => valueText(bytes, type, start, size)).toThrow(DamagedEvtxError);
  });

  test('a value that ends behind the chunk', () => {
    expect(() => valueText(new Uint8Array(10), VALUE_TYPE.utf16, 4, 8)).toThrow('need 8 bytes, have 6 at 0x4');
  });
});
