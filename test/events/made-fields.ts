import { guidBytes } from '../../samples/generator/evtx/value.ts';
import { VALUE_TYPE } from '../../src/evtx/values.ts';
import { little, utf16 } from '../evtx/made-event.ts';
import type { Value } from '../evtx/made-log.ts';

/** Types of the fields of Security events; every other field is text. */
const TYPES: readonly (readonly [RegExp, keyof typeof VALUE_TYPE])[] = [
  [/Sid$/, 'sid'],
  [/Logon(Id|ID)$/, 'hexInt64'],
  [/ProcessId$/, 'hexInt64'],
  [/Guid(#2)?$/, 'guid'],
  [/^(Status|SubStatus|TicketEncryptionType|TicketOptions)$/, 'hexInt32'],
  [/^(LogonType|KeyLength|SessionId)$/, 'uint32'],
  [/^(PreviousTime|NewTime)$/, 'fileTime'],
];

/** A field as Windows writes it, out of its name and text. `#2` behind a name is left off. */
export function fieldOf(name: string, text: string): readonly [string, Value] {
  const type = TYPES.find(([pattern]) => pattern.test(name))?.[1] ?? 'utf16';
  return [name.replace(/#\d$/, ''), { type: VALUE_TYPE[type], content: bytesOf(type, text) }];
}

function bytesOf(type: keyof typeof VALUE_TYPE, text: string): Uint8Array {
  switch (type) {
    case 'sid':
      return sidBytes(text);
    case 'guid':
      return guidBytes(text);
    case 'hexInt64':
    case 'fileTime':
      return little(8, BigInt(text));
    case 'hexInt32':
    case 'uint32':
      return little(4, BigInt(text));
    default:
      return utf16(text);
  }
}

function sidBytes(sid: string): Buffer {
  const [, authority = 0, ...parts] = sid.split('-').slice(1).map(Number);
  return Buffer.concat([Buffer.from([1, parts.length, 0, 0, 0, 0, 0, authority]), ...parts.map((part) => little(4, part))]);
}
