import { readCombinedLine } from './combined-line.ts';
import { emptyRequest, type LineReader, type ProxyFormatName } from './proxy-request.ts';
import { readSquidLine } from './squid-line.ts';
import { missingFields, w3cReader } from './w3c-lines.ts';

/** Lines at the head of a file that are looked at; a few of them may be bad. */
const LINES_LOOKED_AT = 200;

export interface ProxyFormat {
  readonly name: ProxyFormatName;
  readonly read: LineReader;
}

/** Why a file cannot be read as a proxy's log. */
export interface NoFormat {
  /** Line that shows it, from 1, and its text. */
  readonly line: number;
  readonly text: string;
  /** What `#Fields:` should name and does not; empty: no such format at all. */
  readonly missing: readonly string[];
}

/** The format of a file, by its content. `lines`: the first ones. Null: there is nothing but empty lines and comments. */
export function proxyFormatOf(lines: readonly string[]): ProxyFormat | NoFormat | null {
  const head = lines.slice(0, LINES_LOOKED_AT);
  const fields = head.findIndex((line) => /^#fields:/i.test(line));
  if (fields >= 0) {
    const text = head[fields] ?? '';
    const missing = missingFields(text);
    return missing.length > 0 ? { line: fields + 1, text, missing } : { name: 'w3c', read: w3cReader() };
  }
  if (head.some((line) => readSquidLine(line, emptyRequest()) === 'request')) return { name: 'squid', read: readSquidLine };
  if (head.some(isProxied)) return { name: 'combined', read: readCombinedLine };
  const first = head.findIndex((line) => line !== '' && !line.startsWith('#'));
  return first < 0 ? null : { line: first + 1, text: head[first] ?? '', missing: [] };
}

/** Whether a line is of a proxy: a Web server's own log looks the same, but names no host. */
function isProxied(line: string): boolean {
  const request = emptyRequest();
  return readCombinedLine(line, request) === 'request' && request.host !== null;
}
