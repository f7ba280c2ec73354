/**
 * Text of a file as Windows and Excel write it: UTF-8 with or without a byte order mark, UTF-16 with one, otherwise CP932. Null: none of them.
 * The encoding called shift_jis is CP932 here (WHATWG Encoding, 4.2).
 */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  return decodeAs('utf-8', bytes) ?? decodeAs('shift_jis', bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
