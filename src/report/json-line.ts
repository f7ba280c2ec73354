/** Characters that JSON may hold as they are but that steer a terminal: DEL, C1 controls, bidirectional and invisible ones, line separators. */
const UNFIT = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A value as one line of JSON (NDJSON) that is safe to print: whoever parses it gets the same value. */
export function jsonLine(value: unknown): string {
  return jsonText(value, 0);
}

/** The same over several lines, indented by so many blanks. */
export function jsonText(value: unknown, indent: number): string {
  const text = JSON.stringify(value, null, indent).replace(UNFIT, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${text}\n`;
}
