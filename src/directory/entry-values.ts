import type { DirectoryEntry } from './directory-reader.ts';

/** Seconds between 1601-01-01 (FILETIME) and 1970-01-01 (Unix). */
export const EPOCH_GAP_SECONDS = 11_644_473_600;
const FILETIME = /^\d{1,19}$/;
/** Years beyond do not fit ISO 8601; nobody sets them on purpose. */
const LAST_MILLISECOND = Date.UTC(9999, 11, 31);
const MOST_SUB_AUTHORITIES = 15;

/** First value as text. Null: none, or an empty one. */
export function textOf(entry: DirectoryEntry, attribute: string): string | null {
  return textsOf(entry, attribute)[0] || null;
}

export function textsOf(entry: DirectoryEntry, attribute: string): readonly string[] {
  return bytesOf(entry, attribute).map((value) => value.toString('utf8'));
}

export function bytesOf(entry: DirectoryEntry, attribute: string): readonly Buffer[] {
  return entry.values.get(attribute.toLowerCase()) ?? [];
}

/** First value as a whole number, as LDAP writes it. Null: none, or no number. */
export function numberOf(entry: DirectoryEntry, attribute: string): number | null {
  const text = textOf(entry, attribute);
  return text !== null && /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

/** A FILETIME (100 ns since 1601) in ISO 8601. Null: none, or one of the values that mean never (0, 2^63-1 and beyond the year 9999). */
export function momentOf(entry: DirectoryEntry, attribute: string): string | null {
  const text = textOf(entry, attribute);
  if (text === null || !FILETIME.test(text) || BigInt(text) === 0n) return null;
  const milliseconds = Number(BigInt(text) / 10_000n) - EPOCH_GAP_SECONDS * 1000;
  return milliseconds > LAST_MILLISECOND ? null : new Date(milliseconds).toISOString();
}

export function sidOf(entry: DirectoryEntry): string | null {
  const [value] = bytesOf(entry, 'objectSid');
  return value === undefined ? null : sidFromBytes(value);
}

/** A SID in its text form ([MS-DTYP] 2.4.2.1). Null: the bytes are none. Bytes behind its end do not matter. */
export function sidFromBytes(bytes: Buffer): string | null {
  const length = sidLength(bytes);
  if (length === null) return null;
  let text = `S-1-${bytes.readUIntBE(2, 6)}`;
  for (let at = 8; at < length; at += 4) text += `-${bytes.readUInt32LE(at)}`;
  return text;
}

function sidLength(bytes: Buffer): number | null {
  const [revision, subAuthorities = 0] = bytes;
  const length = 8 + subAuthorities * 4;
  return revision === 1 && subAuthorities <= MOST_SUB_AUTHORITIES && bytes.length >= length ? length : null;
}
