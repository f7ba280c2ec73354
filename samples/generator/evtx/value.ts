import type { Cursor } from './cursor.ts';

/** What a field of an event holds: text, SID and GUID as text, numbers as numbers, 64-bit numbers as bigint. */
export type Value = string | number | bigint;

/** Kinds of value, with the type byte a template announces and the one a record writes. */
export const VALUE_KINDS = {
  text: { announced: 0x01, written: 0x01 },
  uint8: { announced: 0x04, written: 0x04 },
  uint16: { announced: 0x06, written: 0x06 },
  uint32: { announced: 0x08, written: 0x08 },
  uint64: { announced: 0x0a, written: 0x0a },
  guid: { announced: 0x0f, written: 0x0f },
  // The manifest calls a process id a pointer; a 64-bit Windows writes it as a 64-bit hexadecimal number.
  pointer: { announced: 0x10, written: 0x15 },
  filetime: { announced: 0x11, written: 0x11 },
  sid: { announced: 0x13, written: 0x13 },
  hex32: { announced: 0x14, written: 0x14 },
  hex64: { announced: 0x15, written: 0x15 },
  binxml: { announced: 0x21, written: 0x21 },
} as const;

export type ValueKind = keyof typeof VALUE_KINDS;

/** Type byte of a substitution that holds nothing. */
export const NULL_TYPE = 0x00;

/** Writes one value as it stands behind the descriptors of a template instance. */
export function writeValue(cursor: Cursor, kind: ValueKind, value: Value): void {
  switch (kind) {
    case 'text':
      cursor.utf16(String(value));
      return;
    case 'uint8':
      cursor.u8(Number(value));
      return;
    case 'uint16':
      cursor.u16(Number(value));
      return;
    case 'uint32':
    case 'hex32':
      cursor.u32(Number(value));
      return;
    case 'uint64':
    case 'hex64':
    case 'pointer':
    case 'filetime':
      cursor.u64(BigInt(value));
      return;
    case 'guid':
      cursor.bytes(guidBytes(String(value)));
      return;
    case 'sid':
      cursor.bytes(sidBytes(String(value)));
      return;
    case 'binxml':
      throw new Error('nested BinXML is not a plain value');
  }
}

/** `{54849625-5478-4994-A5BA-3E3B0328C30D}`: the first three groups are little-endian numbers, the rest plain bytes. */
export function guidBytes(guid: string): Buffer {
  const hex = Buffer.from(guid.replace(/[{}-]/g, ''), 'hex');
  hex.subarray(0, 4).reverse();
  hex.subarray(4, 6).reverse();
  hex.subarray(6, 8).reverse();
  return hex;
}

const knownSids = new Map<string, Buffer>();

/** `S-1-5-21-…`: revision, count, authority (6 bytes, big-endian), then 32-bit numbers. */
function sidBytes(sid: string): Buffer {
  const known = knownSids.get(sid);
  if (known !== undefined) return known;
  const [revision = 0, authority = 0, ...parts] = sid.split('-').slice(1).map(Number);
  const bytes = Buffer.alloc(8 + 4 * parts.length);
  bytes[0] = revision;
  bytes[1] = parts.length;
  bytes.writeUIntBE(authority, 2, 6);
  parts.forEach((part, i) => {
    bytes.writeUInt32LE(part, 8 + 4 * i);
  });
  knownSids.set(sid, bytes);
  return bytes;
}
