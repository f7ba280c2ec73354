import { normalAddress } from './address.ts';
import type { KnownText, ProxyRequest } from './proxy-request.ts';

/** Most characters kept of a path; a longer one is an upload by address line or an attack on whoever reads logs. */
const MOST_PATH = 2048;
const MOST_USER_AGENT = 512;
/** Longest host that DNS can name (RFC 1035, 2.3.4), and room for an address with brackets. */
const MOST_HOST = 255;
/** Texts remembered with their normal form. Forgotten all at once: whoever invents names may not fill the memory. */
const MOST_REMEMBERED = 50_000;

/** A normal form, worked out once for each text that comes again and again. */
function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    if (known.size >= MOST_REMEMBERED) known.clear();
    // A copy: a part of a block of the file would keep the block.
    const copy = Buffer.from(text, 'utf8').toString('utf8');
    const made = make(copy);
    known.set(copy, made);
    return made;
  };
}

function knownText(text: string | null): KnownText | null {
  return text === null ? null : { text, list: -1, place: 0 };
}

/** A text as it stands; null for `-` and nothing. */
export const textOf = remembered((text: string): KnownText | null => knownText(orNull(text)));

/** `-` and nothing: the log has nothing to say. */
export function orNull(text: string): string | null {
  return text === '' || text === '-' ? null : text;
}

/** A whole number; null for `-`, nothing and what is none. */
export function wholeOrNull(text: string): number | null {
  if (text === '' || text === '-') return null;
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** HTTP status; null for 0, which Squid writes where there was no answer. */
export function statusOf(text: string): number | null {
  const number = wholeOrNull(text);
  return number === 0 || (number !== null && number > 999) ? null : number;
}

/** Where a request came from, as `logon_events` writes it: null for loopback, unspecified and `-`. Undefined: not an address. */
export const terminalAddressOf = remembered((text: string): KnownText | null | undefined => {
  if (orNull(text) === null) return null;
  const address = normalAddress(text.replace(/%.*$/, ''));
  if (address === null) return undefined;
  return address === '::1' || address === '::' || address === '0.0.0.0' || address.startsWith('127.') ? null : knownText(address);
});

/** Address of a server; null: `-`, a name, nothing. */
export const serverAddressOf = remembered((text: string): KnownText | null => knownText(normalAddress(text.replace(/^\[|\]$/g, ''))));

const accountOf = remembered((text: string): readonly [KnownText | null, KnownText | null] => {
  const name = orNull(decoded(text).trim());
  if (name === null) return [null, null];
  // Blue Coat and TMG write an anonymous user in words.
  if (/^anonymous$/i.test(name)) return [null, null];
  const at = name.lastIndexOf('@');
  if (at > 0 && at < name.length - 1) return [knownText(name.slice(0, at)), knownText(name.slice(at + 1))];
  const slash = name.search(/[\\/]/);
  if (slash > 0 && slash < name.length - 1) return [knownText(name.slice(slash + 1)), knownText(name.slice(0, slash))];
  return [knownText(name), null];
});

/** Fills in who the proxy says it was: Squid writes `CITY%5csato`, others `CITY\sato` or `sato@CITY.EXAMPLE.JP`. */
export function fillAccount(text: string, request: ProxyRequest): void {
  const [account, domain] = accountOf(text);
  request.account = account;
  request.accountDomain = domain;
}

/** Percent signs decoded where they make sense as UTF-8; otherwise as it stands. */
function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const authorityOf = remembered((text: string): readonly [KnownText | null, number | null] => {
  // What stands before the last @ may be a password.
  const place = text.slice(text.lastIndexOf('@') + 1);
  // An IPv6 address without brackets has colons of its own, and no port.
  const [, bracketed, plain = place, digits = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d{0,5}))?$/.exec(place) ?? [];
  const named = bracketed ?? plain;
  const host = named.toLowerCase().replace(/\.$/, '');
  const port = digits === '' ? null : Number(digits);
  if (host === '' || host === '-' || host.length > MOST_HOST) return [null, null];
  return [knownText(normalAddress(host) ?? host), port !== null && port <= 65_535 ? port : null];
});

/** Fills in host and port of `host`, `host:port`, `[address]:port`, `user:password@host`. */
export function fillAuthority(text: string, request: ProxyRequest): void {
  const [host, port] = authorityOf(text);
  request.host = host;
  request.port = port;
}

/** Lower case; null for `-` and nothing. */
export const schemeOf = remembered((text: string): KnownText | null => knownText(orNull(text.toLowerCase())));

/** Fills in scheme, host, port and path of what was asked for: a URL, or `host:port` of CONNECT. What names no host is the path as it stands. */
export function fillTarget(target: string, method: KnownText | null, request: ProxyRequest): void {
  request.scheme = null;
  request.path = null;
  if (method?.text === 'CONNECT') {
    const slashes = target.indexOf('://');
    fillAuthority(slashes < 0 ? target : target.slice(slashes + 3), request);
    return;
  }
  const colon = target.indexOf('://');
  // `error:transaction-end-before-headers`, `/path` of a request that was not meant for a proxy, `*`.
  if (colon <= 0 || colon > 16) {
    request.host = null;
    request.port = null;
    request.path = pathOf(target);
    return;
  }
  const start = colon + 3;
  let end = start;
  for (; end < target.length; end++) {
    const code = target.charCodeAt(end);
    if (code === 0x2f || code === 0x3f || code === 0x23) break;
  }
  request.scheme = schemeOf(target.slice(0, colon));
  fillAuthority(target.slice(start, end), request);
  request.path = end === target.length ? null : pathOf(target.slice(end));
}

/** As much of a path as is kept; null for `-` and nothing. */
export function pathOf(path: string): string | null {
  return orNull(path.length > MOST_PATH ? path.slice(0, MOST_PATH) : path);
}

export const userAgentOf = remembered((text: string): KnownText | null => knownText(orNull(text.slice(0, MOST_USER_AGENT))));
