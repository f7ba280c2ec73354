import { crc32 } from 'node:zlib';
import type { Damage } from './damage.ts';

/** Bytes before the first chunk. */
export const FILE_HEADER_SIZE = 4096;

const SIGNATURE = 'ElfFile\0';
const FLAG_NO_CRC = 4;

/** What the file header says. Its count of chunks is left out on purpose: it is wrong in copies of live logs (78 of 1,492 real files). */
export interface FileHeader {
  readonly major: number;
  readonly minor: number;
  /** The log was in use when it was copied. */
  readonly dirty: boolean;
  readonly damage: readonly Damage[];
}

/** Why a file is no log at all. */
export type NotALog = 'empty' | 'not-evtx';

/**
 * Reads the first bytes of a file (at least 128 of them, where there are as many).
 * A wrong checksum or an unknown version is damage, not refusal: the chunks say for themselves whether they can be read.
 */
export function readFileHeader(bytes: Uint8Array): FileHeader | NotALog {
  if (bytes.length === 0) return 'empty';
  if (bytes.length < 128 || Buffer.from(bytes.subarray(0, 8)).toString('latin1') !== SIGNATURE) return 'not-evtx';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const minor = view.getUint16(36, true);
  const major = view.getUint16(38, true);
  const flags = view.getUint32(120, true);
  const damage: Damage[] = [];
  if (major !== 3 || minor > 2) {
    damage.push({ chunk: null, byteOffset: 36, kind: 'file-version', detail: `${major}.${minor}, known are 3.0 to 3.2`, recordsLost: 0 });
  }
  const expected = view.getUint32(124, true);
  const actual = crc32(bytes.subarray(0, 120));
  if ((flags & FLAG_NO_CRC) === 0 && expected !== actual) {
    damage.push({ chunk: null, byteOffset: 124, kind: 'file-header-checksum', detail: `${hex(expected)}, computed ${hex(actual)}`, recordsLost: 0 });
  }
  return { major, minor, dirty: (flags & 1) !== 0, damage };
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`;
}
