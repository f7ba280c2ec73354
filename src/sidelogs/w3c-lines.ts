import { bracketTime } from './bracket-time.ts';
import type { LineKind, LineReader, ProxyRequest } from './proxy-request.ts';
import {
  fillAccount,
  fillAuthority,
  fillTarget,
  orNull,
  pathOf,
  schemeOf,
  serverAddressOf,
  statusOf,
  terminalAddressOf,
  textOf,
  userAgentOf,
  wholeOrNull,
} from './proxy-texts.ts';

const QUOTE = 0x22;
const TAB = '\t';
const FIELDS = '#fields:';

/** What we take from a line, with the names that products give it, the best first. */
const NAMES = {
  date: ['date'],
  time: ['time'],
  seconds: ['timestamp', 'x-timestamp-unix'],
  bracketed: ['gmttime', 'localtime'],
  client: ['c-ip'],
  account: ['cs-username', 'cs-userdn', 'cs-user'],
  method: ['cs-method', 's-operation'],
  url: ['cs-uri', 'c-uri'],
  scheme: ['cs-uri-scheme', 'cs-protocol'],
  host: ['cs-host', 'cs(host)', 'r-host'],
  port: ['cs-uri-port', 'r-port'],
  path: ['cs-uri-path', 'cs-uri-stem'],
  query: ['cs-uri-query'],
  status: ['sc-status'],
  received: ['sc-bytes'],
  sent: ['cs-bytes'],
  action: ['s-action', 'action', 'sc-filter-result'],
  server: ['r-ip', 'cs-ip', 's-supplier-ip'],
  agent: ['cs(user-agent)', 'c-agent'],
} as const;

type Places = Readonly<Record<keyof typeof NAMES, number>>;

/**
 * Reader of one file in the W3C extended log file format (https://www.w3.org/TR/WD-logfile.html), as ProxySG, ISA, TMG and IIS write it. A line
 * `#Fields:` names the fields of those that follow, and may come again. Times are UTC, as the format says; `localtime` brings its own offset.
 */
export function w3cReader(): LineReader {
  let places: Places | null = null;
  const values: string[] = [];
  return (line, request) => {
    if (line === '') return 'comment';
    if (line.charCodeAt(0) === 0x23) {
      if (line.slice(0, FIELDS.length).toLowerCase() === FIELDS) places = placesOf(fieldNames(line));
      return 'comment';
    }
    return places === null ? 'bad' : readLine(line, places, values, request);
  };
}

/** Names of a `#Fields:` line, lower case. */
export function fieldNames(line: string): readonly string[] {
  return line.slice(FIELDS.length).trim().toLowerCase().split(/\s+/);
}

/** What a `#Fields:` line must name and does not, as our words; empty: all of it is there. */
export function missingFields(line: string): readonly string[] {
  const places = placesOf(fieldNames(line));
  const timed = (places.date >= 0 && places.time >= 0) || places.seconds >= 0 || places.bracketed >= 0;
  return [
    ...(timed ? [] : ['date time']),
    ...(places.client >= 0 ? [] : ['c-ip']),
    ...(places.url >= 0 || places.host >= 0 ? [] : ['cs-host (cs-uri)']),
  ];
}

function placesOf(fields: readonly string[]): Places {
  const placeOf = (names: readonly string[]): number => fields.indexOf(names.find((name) => fields.includes(name)) ?? '');
  return {
    date: placeOf(NAMES.date),
    time: placeOf(NAMES.time),
    seconds: placeOf(NAMES.seconds),
    bracketed: placeOf(NAMES.bracketed),
    client: placeOf(NAMES.client),
    account: placeOf(NAMES.account),
    method: placeOf(NAMES.method),
    url: placeOf(NAMES.url),
    scheme: placeOf(NAMES.scheme),
    host: placeOf(NAMES.host),
    port: placeOf(NAMES.port),
    path: placeOf(NAMES.path),
    query: placeOf(NAMES.query),
    status: placeOf(NAMES.status),
    received: placeOf(NAMES.received),
    sent: placeOf(NAMES.sent),
    action: placeOf(NAMES.action),
    server: placeOf(NAMES.server),
    agent: placeOf(NAMES.agent),
  };
}

function readLine(line: string, places: Places, values: string[], request: ProxyRequest): LineKind {
  splitInto(line, values);
  const terminalAddress = terminalAddressOf(values[places.client] ?? '!');
  const occurredAt = timeOf(values, places);
  if (terminalAddress === undefined || Number.isNaN(occurredAt)) return 'bad';
  request.occurredAt = occurredAt;
  request.terminalAddress = terminalAddress;
  fillAccount(values[places.account] ?? '', request);
  request.method = textOf(values[places.method] ?? '');
  fillPlace(values, places, request);
  request.status = statusOf(values[places.status] ?? '');
  request.bytesReceived = wholeOrNull(values[places.received] ?? '');
  request.bytesSent = wholeOrNull(values[places.sent] ?? '');
  request.action = textOf(values[places.action] ?? '');
  request.serverAddress = serverAddressOf(values[places.server] ?? '');
  // IIS writes + for a blank.
  request.userAgent = userAgentOf(values[places.agent] ?? '');
  return 'request';
}

/** Scheme, host, port and path: of the URL where it is logged whole, and of their own fields. */
function fillPlace(values: readonly string[], places: Places, request: ProxyRequest): void {
  fillTarget(values[places.url] ?? '', request.method, request);
  if (request.host === null) {
    // What ISA writes as cs-uri of CONNECT and of requests to itself names no host.
    const whole = request.path;
    fillAuthority(values[places.host] ?? '', request);
    request.path = orNull(whole ?? '');
  }
  request.port ??= wholeOrNull(values[places.port] ?? '');
  request.scheme ??= schemeOf(values[places.scheme] ?? '');
  if (request.method?.text === 'CONNECT') {
    request.path = null;
    request.scheme = null;
    return;
  }
  if (request.path !== null) return;
  const path = values[places.path] ?? '';
  const query = orNull(values[places.query] ?? '');
  request.path = pathOf(query === null ? path : `${path}${query.startsWith('?') ? '' : '?'}${query}`);
}

/** Parts between tabs where there is one (ISA, TMG), otherwise between blanks; a text in quotes is one part. */
function splitInto(line: string, values: string[]): void {
  values.length = 0;
  const separator = line.includes(TAB) ? TAB : ' ';
  for (let at = 0; at <= line.length; ) {
    if (line.charCodeAt(at) === QUOTE) {
      const end = closingQuote(line, at + 1, separator);
      values.push(line.slice(at + 1, end));
      at = end + 2;
      continue;
    }
    const next = line.indexOf(separator, at);
    const end = next < 0 ? line.length : next;
    values.push(line.slice(at, end));
    at = end + 1;
  }
}

/** A quote that ends a text has a separator, or nothing, after it. */
function closingQuote(line: string, from: number, separator: string): number {
  const end = line.indexOf(`"${separator}`, from);
  if (end >= 0) return end;
  return line.charCodeAt(line.length - 1) === QUOTE && line.length > from ? line.length - 1 : line.length;
}

let lastDate = '';
let lastDay = Number.NaN;

function timeOf(values: readonly string[], places: Places): number {
  if (places.date >= 0 && places.time >= 0) {
    const date = values[places.date] ?? '';
    if (date !== lastDate) {
      lastDate = date;
      lastDay = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
    }
    return lastDay + clockOf(values[places.time] ?? '');
  }
  if (places.seconds >= 0) return Math.round(Number(values[places.seconds] || Number.NaN) * 1000);
  return bracketTime((values[places.bracketed] ?? '').replace(/^\[|\]$/g, ''));
}

/** Milliseconds of `08:00:00` or `08:00:00.123`; NaN: none. */
function clockOf(text: string): number {
  if (text.length < 8 || text.charCodeAt(2) !== 0x3a || text.charCodeAt(5) !== 0x3a) return Number.NaN;
  const hours = Number(text.slice(0, 2));
  const minutes = Number(text.slice(3, 5));
  const seconds = Number(text.slice(6));
  return hours < 24 && minutes < 60 && seconds <= 61 ? hours * 3_600_000 + minutes * 60_000 + Math.round(seconds * 1000) : Number.NaN;
}
