/** Characters that JSON may hold as they are but that steer a terminal: DEL, C1 controls, bidirectional and line separators. */
const UNFIT = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A value as one line of JSON (NDJSON) that is safe to print: whoever parses it gets the same value. */
export function jsonLine(value: unknown): string {
  const text = JSON.stringify(value).replace(UNFIT, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${text}\n`;
}
