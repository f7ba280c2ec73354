/**
 * The filter (RFC 4515) for objects whose attribute is exactly this value, whatever characters it has. A SID is written as `S-1-…`.
 * Only what has a meaning in a filter is escaped: ldapts takes an escape as a character and not as a byte, and so garbles those from 0x80.
 */
export function equals(attribute: string, value: string): string {
  return `(${attribute}=${value.replace(/[\\*()\0]/g, (character) => `\\${character.charCodeAt(0).toString(16).padStart(2, '0')}`)})`;
}
