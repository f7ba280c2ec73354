import { bracketTime } from './bracket-time.ts';
import type { LineKind, ProxyRequest } from './proxy-request.ts';
import { fillAccount, fillTarget, statusOf, terminalAddressOf, textOf, userAgentOf, wholeOrNull } from './proxy-texts.ts';

/**
 * A line of the common or combined format of Web servers, as Squid (`logformat common`, `combined`) and Apache's mod_proxy write it:
 * `10.1.2.3 - sato [25/Nov/2026:08:00:00 +0900] "GET http://www.example.jp/ HTTP/1.1" 200 1234 "-" "Mozilla/5.0" TCP_MISS:HIER_DIRECT`
 */
export function readCombinedLine(line: string, request: ProxyRequest): LineKind {
  if (line === '') return 'comment';
  const clientEnd = line.indexOf(' ');
  const identEnd = line.indexOf(' ', clientEnd + 1);
  const timeAt = line.indexOf(' [', identEnd + 1);
  const timeEnd = line.indexOf('] "', timeAt);
  if (clientEnd <= 0 || identEnd < 0 || timeAt < 0 || timeEnd < 0) return 'bad';
  const requestAt = timeEnd + 3;
  const requestEnd = quoteEnd(line, requestAt);
  const statusAt = requestEnd + 2;
  const statusEnd = line.indexOf(' ', statusAt);
  if (requestEnd < 0 || statusEnd < 0) return 'bad';
  const bytesEnd = endOrNext(line, statusEnd + 1);

  const occurredAt = bracketTime(line.slice(timeAt + 2, timeEnd));
  const terminalAddress = terminalAddressOf(line.slice(0, clientEnd));
  const statusText = line.slice(statusAt, statusEnd);
  if (Number.isNaN(occurredAt) || terminalAddress === undefined || !/^(\d{1,3}|-)$/.test(statusText)) return 'bad';

  request.occurredAt = occurredAt;
  request.terminalAddress = terminalAddress;
  fillAccount(line.slice(identEnd + 1, timeAt), request);
  fillRequest(line.slice(requestAt, requestEnd), request);
  request.status = statusOf(statusText);
  request.bytesReceived = wholeOrNull(line.slice(statusEnd + 1, bytesEnd));
  request.bytesSent = null;
  request.serverAddress = null;
  fillRest(line, bytesEnd + 1, request);
  return 'request';
}

/** `GET http://www.example.jp/ HTTP/1.1`, `CONNECT www.example.jp:443 HTTP/1.1`. */
function fillRequest(text: string, request: ProxyRequest): void {
  const methodEnd = text.indexOf(' ');
  const versionAt = text.lastIndexOf(' HTTP/');
  const method = textOf(methodEnd < 0 ? text : text.slice(0, methodEnd));
  request.method = method;
  fillTarget(methodEnd < 0 ? '' : text.slice(methodEnd + 1, versionAt > methodEnd ? versionAt : undefined), method, request);
}

/** Referer, program and what the proxy did, where the format has them. */
function fillRest(line: string, from: number, request: ProxyRequest): void {
  request.userAgent = null;
  request.action = null;
  let at = from;
  if (line.charCodeAt(at) === 0x22) {
    const refererEnd = quoteEnd(line, at + 1);
    if (refererEnd < 0) return;
    at = refererEnd + 2;
    if (line.charCodeAt(at) === 0x22) {
      const agentEnd = quoteEnd(line, at + 1);
      if (agentEnd < 0) return;
      request.userAgent = userAgentOf(line.slice(at + 1, agentEnd));
      at = agentEnd + 2;
    }
  }
  const actionEnd = line.indexOf(':', at);
  if (actionEnd > at) request.action = textOf(line.slice(at, actionEnd));
}

/** Where a quoted text ends: at the first quote that no backslash makes part of it. -1: nowhere. */
function quoteEnd(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 1)) {
    let before = at - 1;
    while (before >= from && line.charCodeAt(before) === 0x5c) before--;
    if ((at - before) % 2 === 1) return at;
  }
  return -1;
}

function endOrNext(line: string, from: number): number {
  const blank = line.indexOf(' ', from);
  return blank < 0 ? line.length : blank;
}
