import { utf16Text } from './byte-reader.ts';
import { DamagedEvtxError } from './damage.ts';
import { fileTimeText } from './file-time.ts';

/** Types of values, as in BinXML descriptors. [MS-EVEN6] 2.2.12 and the libyal format documentation. */
export const VALUE_TYPE = {
  null: 0x00,
  utf16: 0x01,
  ansi: 0x02,
  int8: 0x03,
  uint8: 0x04,
  int16: 0x05,
  uint16: 0x06,
  int32: 0x07,
  uint32: 0x08,
  int64: 0x09,
  uint64: 0x0a,
  float32: 0x0b,
  float64: 0x0c,
  boolean: 0x0d,
  binary: 0x0e,
  guid: 0x0f,
  size: 0x10,
  fileTime: 0x11,
  systemTime: 0x12,
  sid: 0x13,
  hexInt32: 0x14,
  hexInt64: 0x15,
  handle: 0x20,
  binXml: 0x21,
  xml: 0x23,
  array: 0x80,
} as const;

/**
 * One value as the text Windows shows for it: hexadecimal types as `0x` with minimal lower-case digits, GUIDs upper case in braces,
 * SIDs as `S-1-…`, times as ISO 8601 with 7 digits, trailing NULs of strings left off, items of arrays separated by a comma and a blank.
 *
 * @throws DamagedEvtxError when the size does not fit the type
 */
export function valueText(bytes: Uint8Array, type: number, start: number, size: number): string {
  if (size === 0) return '';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (start + size > bytes.length) throw new DamagedEvtxError(`value: need ${size} bytes, have ${bytes.length - start}`, start);
  switch (type) {
    case VALUE_TYPE.null:
      return '';
    case VALUE_TYPE.utf16:
    case VALUE_TYPE.xml:
      return utf16Text(bytes, start, size);
    case VALUE_TYPE.ansi:
      return Buffer.from(bytes.buffer, bytes.byteOffset + start, size)
        .toString('latin1')
        .replace(/\0+$/, '');
    case VALUE_TYPE.binary:
      return Buffer.from(bytes.buffer, bytes.byteOffset + start, size)
        .toString('hex')
        .toUpperCase();
    case VALUE_TYPE.guid:
      return guidText(view, need(start, size, 16));
    case VALUE_TYPE.sid:
      return sidText(view, start, size);
    case VALUE_TYPE.fileTime:
      return fileTimeText(view.getBigUint64(need(start, size, 8), true));
    case VALUE_TYPE.systemTime:
      return systemTimeText(view, need(start, size, 16));
    case VALUE_TYPE.float32:
      return String(view.getFloat32(need(start, size, 4), true));
    case VALUE_TYPE.float64:
      return String(view.getFloat64(need(start, size, 8), true));
    default:
      if ((type & VALUE_TYPE.array) !== 0) return arrayTexts(bytes, type, start, size).join(', ');
      return integerText(view, type, start, size);
  }
}

/** The elements of an array value, each as text. Strings are separated by NULs, all else has a fixed size. */
export function arrayTexts(bytes: Uint8Array, type: number, start: number, size: number): string[] {
  const item = type & ~VALUE_TYPE.array;
  if (item === VALUE_TYPE.utf16) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, size & ~1).toString('utf16le');
    return text.replace(/\0$/, '').split('\0');
  }
  if (item === VALUE_TYPE.ansi) {
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, size)
      .toString('latin1')
      .replace(/\0$/, '')
      .split('\0');
  }
  const texts: string[] = [];
  for (let at = start; at < start + size; ) {
    const length = item === VALUE_TYPE.sid ? 8 + 4 * (bytes[at + 1] ?? 0) : fixedSizeOf(item);
    if (length === 0 || at + length > start + size)
      throw new DamagedEvtxError(`array of type 0x${item.toString(16)}: ${size} bytes do not fit its items`, at);
    texts.push(valueText(bytes, item, at, length));
    at += length;
  }
  return texts;
}

function fixedSizeOf(type: number): number {
  switch (type) {
    case VALUE_TYPE.int8:
    case VALUE_TYPE.uint8:
      return 1;
    case VALUE_TYPE.int16:
    case VALUE_TYPE.uint16:
      return 2;
    case VALUE_TYPE.int32:
    case VALUE_TYPE.uint32:
    case VALUE_TYPE.float32:
    case VALUE_TYPE.hexInt32:
    case VALUE_TYPE.boolean:
      return 4;
    case VALUE_TYPE.int64:
    case VALUE_TYPE.uint64:
    case VALUE_TYPE.float64:
    case VALUE_TYPE.hexInt64:
    case VALUE_TYPE.fileTime:
    case VALUE_TYPE.size:
      return 8;
    case VALUE_TYPE.guid:
    case VALUE_TYPE.systemTime:
      return 16;
    default:
      return 0;
  }
}

function integerText(view: DataView, type: number, start: number, size: number): string {
  switch (type) {
    case VALUE_TYPE.int8:
      return String(view.getInt8(need(start, size, 1)));
    case VALUE_TYPE.uint8:
      return String(view.getUint8(need(start, size, 1)));
    case VALUE_TYPE.int16:
      return String(view.getInt16(need(start, size, 2), true));
    case VALUE_TYPE.uint16:
      return String(view.getUint16(need(start, size, 2), true));
    case VALUE_TYPE.int32:
      return String(view.getInt32(need(start, size, 4), true));
    case VALUE_TYPE.uint32:
      return String(view.getUint32(need(start, size, 4), true));
    case VALUE_TYPE.int64:
      return String(view.getBigInt64(need(start, size, 8), true));
    case VALUE_TYPE.uint64:
      return String(view.getBigUint64(need(start, size, 8), true));
    case VALUE_TYPE.boolean:
      return view.getUint32(need(start, size, 4), true) !== 0 ? 'true' : 'false';
    case VALUE_TYPE.hexInt32:
      return `0x${view.getUint32(need(start, size, 4), true).toString(16)}`;
    case VALUE_TYPE.hexInt64:
      return `0x${view.getBigUint64(need(start, size, 8), true).toString(16)}`;
    case VALUE_TYPE.size:
    case VALUE_TYPE.handle:
      return `0x${size === 4 ? view.getUint32(start, true).toString(16) : view.getBigUint64(need(start, size, 8), true).toString(16)}`;
    default:
      throw new DamagedEvtxError(`value of unknown type 0x${type.toString(16)}`, start);
  }
}

function need(start: number, size: number, wanted: number): number {
  if (size < wanted) throw new DamagedEvtxError(`value: need ${wanted} bytes, have ${size}`, start);
  return start;
}

/** `{XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX}`, upper case. */
export function guidText(view: DataView, start: number): string {
  const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');
  let tail = '';
  for (let at = 8; at < 16; at++) tail += (at === 10 ? '-' : '') + hex(view.getUint8(start + at), 2);
  return `{${hex(view.getUint32(start, true), 8)}-${hex(view.getUint16(start + 4, true), 4)}-${hex(view.getUint16(start + 6, true), 4)}-${tail}}`;
}

/** The authority is big-endian, the sub-authorities little-endian; the length must be 8 + 4n. */
function sidText(view: DataView, start: number, size: number): string {
  if (size < 8) throw new DamagedEvtxError(`SID: need 8 bytes, have ${size}`, start);
  const count = view.getUint8(start + 1);
  if (size < 8 + 4 * count) throw new DamagedEvtxError(`SID: ${count} sub-authorities need ${8 + 4 * count} bytes, have ${size}`, start);
  const authority = view.getUint16(start + 2, false) * 2 ** 32 + view.getUint32(start + 4, false);
  let text = `S-${view.getUint8(start)}-${authority}`;
  for (let n = 0; n < count; n++) text += `-${view.getUint32(start + 8 + 4 * n, true)}`;
  return text;
}

function systemTimeText(view: DataView, start: number): string {
  const part = (index: number, digits: number) =>
    view
      .getUint16(start + 2 * index, true)
      .toString()
      .padStart(digits, '0');
  return `${part(0, 4)}-${part(1, 2)}-${part(3, 2)}T${part(4, 2)}:${part(5, 2)}:${part(6, 2)}.${part(7, 3)}Z`;
}
