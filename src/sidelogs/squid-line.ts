import type { LineKind, ProxyRequest } from './proxy-request.ts';
import { fillAccount, fillTarget, serverAddressOf, statusOf, terminalAddressOf, textOf, wholeOrNull } from './proxy-texts.ts';

const BLANK = 0x20;

/**
 * A line of Squid's own format (`logformat squid`): time, duration, client, action/status, bytes, method, URL, user, way/server, type.
 * `1764052800.123     45 10.1.2.3 TCP_MISS/200 1234 GET http://www.example.jp/ sato HIER_DIRECT/192.0.2.7 text/html`
 * What the URL may hold is not known, so the last three fields are taken from the end.
 */
export function readSquidLine(line: string, request: ProxyRequest): LineKind {
  if (line === '') return 'comment';
  const timeEnd = line.indexOf(' ');
  const occurredAt = squidTime(line, timeEnd);
  if (Number.isNaN(occurredAt)) return 'bad';

  const durationAt = fieldAt(line, timeEnd);
  const clientAt = fieldAt(line, line.indexOf(' ', durationAt));
  const resultAt = line.indexOf(' ', clientAt) + 1;
  const bytesAt = line.indexOf(' ', resultAt) + 1;
  const methodAt = line.indexOf(' ', bytesAt) + 1;
  const targetAt = line.indexOf(' ', methodAt) + 1;
  if (clientAt <= 0 || resultAt <= clientAt || bytesAt <= resultAt || methodAt <= bytesAt || targetAt <= methodAt) return 'bad';

  const end = endOfFields(line, targetAt);
  const typeAt = line.lastIndexOf(' ', end - 1) + 1;
  const wayAt = line.lastIndexOf(' ', typeAt - 2) + 1;
  const userAt = line.lastIndexOf(' ', wayAt - 2) + 1;
  if (userAt <= targetAt) return 'bad';

  const slash = line.indexOf('/', resultAt);
  const wayEnd = line.indexOf('/', wayAt);
  if (slash < 0 || slash >= bytesAt || wayEnd < 0 || wayEnd >= typeAt) return 'bad';
  const terminalAddress = terminalAddressOf(line.slice(clientAt, resultAt - 1));
  const bytes = wholeOrNull(line.slice(bytesAt, methodAt - 1));
  if (terminalAddress === undefined || bytes === null) return 'bad';

  const method = textOf(line.slice(methodAt, targetAt - 1));
  request.occurredAt = occurredAt;
  request.terminalAddress = terminalAddress;
  request.action = textOf(line.slice(resultAt, slash));
  request.status = statusOf(line.slice(slash + 1, bytesAt - 1));
  request.bytesReceived = bytes;
  request.bytesSent = null;
  request.method = method;
  fillTarget(line.slice(targetAt, userAt - 1), method, request);
  fillAccount(line.slice(userAt, wayAt - 1), request);
  request.serverAddress = serverAddressOf(line.slice(wayEnd + 1, typeAt - 1));
  request.userAgent = null;
  return 'request';
}

/** Milliseconds of `1764052800.123`; NaN: none. */
function squidTime(line: string, end: number): number {
  if (end < 8 || end > 17) return Number.NaN;
  const seconds = Number(line.slice(0, end));
  return seconds >= 0 && line.charCodeAt(0) !== 0x2b ? Math.round(seconds * 1000) : Number.NaN;
}

/** Where the next field begins: the duration is padded with blanks. */
function fieldAt(line: string, from: number): number {
  let at = from;
  if (at < 0) return -1;
  while (line.charCodeAt(at) === BLANK) at++;
  return at;
}

/** Where the fields end: with `log_mime_hdrs on`, the headers follow in brackets. */
function endOfFields(line: string, targetAt: number): number {
  if (!line.endsWith(']')) return line.length;
  const headers = line.indexOf(' [', targetAt);
  return headers < 0 ? line.length : headers;
}
