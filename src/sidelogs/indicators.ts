import { readFileSync, statSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import { UserError } from '../settings/user-error.ts';
import { normalAddress } from './address.ts';
import { decodeText } from './decode-text.ts';
import { isPublicSuffix } from './site.ts';
import type { Warning } from './terminals-csv.ts';

/** One thing to look for in a proxy's log: a row of `indicators` without its file. */
export interface Indicator {
  readonly kind: 'domain' | 'address' | 'range' | 'url';
  readonly value: string;
  readonly host: string | null;
  readonly path: string | null;
  readonly first_address: string | null;
  readonly last_address: string | null;
  readonly note: string | null;
  /** From 1. */
  readonly line: number;
}

/** A list of a million indicators takes about 30 MB. */
const MOST_BYTES = 64 * 1024 * 1024;
/** A wider range is no indicator but half the Internet. */
const LEAST_BITS = 8;
/** Names of the column before the indicator, or at the head of the list. */
const KINDS: readonly string[] = ['domain', 'hostname', 'host', 'fqdn', 'ip', 'ipv4', 'ipv6', 'ip-dst', 'address', 'cidr', 'range', 'url', 'uri'];
const HEADS: readonly string[] = [
  ...KINDS,
  'type',
  'kind',
  'value',
  'indicator',
  'ioc',
  '種別',
  '種類',
  '指標',
  'ドメイン',
  'アドレス',
  'note',
  'comment',
  'description',
  '備考',
  '説明',
];

/**
 * Reads a list of indicators: one a line, `#` begins a comment, notes in further cells, the kind in a cell before it if the list has one; defanged
 * (hxxp, [.]) or not. What a proxy's log cannot show (hashes, mail addresses) is passed over and told.
 *
 * UserError: not readable, not text, or the first line that is none of these.
 */
export function readIndicators(path: string): { readonly indicators: readonly Indicator[]; readonly warnings: readonly Warning[] } {
  const indicators: Indicator[] = [];
  const unusable: number[] = [];
  for (const { line, cells } of linesOf(textOf(path), path)) {
    const kindFirst = KINDS.includes(cells[0]?.toLowerCase() ?? '') && cells.length > 1;
    const [text = '', ...notes] = kindFirst ? cells.slice(1) : cells;
    if (text === '' || isHead(cells)) continue;
    if (isUnusable(text)) unusable.push(line);
    else indicators.push({ ...indicatorFrom(text, path, line), note: notes.filter((note) => note !== '').join(', ') || null, line });
  }
  const [first] = unusable;
  const warnings = first === undefined ? [] : [{ code: 'ioc-lines-unusable', details: { file: path, line: first, count: unusable.length } }];
  if (indicators.length === 0) throw new UserError('ioc-empty', { file: path });
  return { indicators, warnings };
}

function textOf(path: string): string {
  let bytes: Buffer;
  try {
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new UserError('ioc-too-large', { file: path, megabytes: Math.round(size / 1024 / 1024) });
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('file-unreadable', { file: path, reason: error instanceof Error && 'code' in error ? String(error.code) : String(error) });
  }
  const text = decodeText(bytes);
  if (text === null || text.includes('\0')) throw new UserError('ioc-not-text', { file: path });
  return text;
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Comments are taken off before: a `#` inside a URL is none, and a quotation mark in a comment opens nothing. */
function linesOf(text: string, path: string): readonly Line[] {
  return text.split(/\r\n|\n|\r/).flatMap((whole, at) => {
    const content = whole
      .replace(/^\uFEFF/, '')
      .replace(/(^|\s)#.*$/, '')
      .trim();
    if (content === '') return [];
    try {
      const [cells = []]: string[][] = parse(content, { delimiter: content.includes('\t') ? '\t' : ',', relaxColumnCount: true, trim: true });
      return [{ line: at + 1, cells: cells.map((cell) => cell.trim()) }];
    } catch (error) {
      if (error instanceof CsvError) throw new UserError('ioc-bad-line', { file: path, line: at + 1, value: shown(whole) });
      throw error;
    }
  });
}

function isHead(cells: readonly string[]): boolean {
  const [first = '', second] = cells.map((cell) => cell.toLowerCase());
  return HEADS.includes(first) && (second === undefined || !KINDS.includes(first) || HEADS.includes(second));
}

/** Hashes of files and mail addresses. */
function isUnusable(text: string): boolean {
  return /^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text) || /^[^/\s]+(@|\[at\])[^/\s]+$/i.test(text);
}

/** As it was before somebody made it harmless. */
function refanged(text: string): string {
  return text
    .replace(/^h(xx|\*\*|tt)p(s?)(\[:\]|:)/i, 'http$2:')
    .replace(/^f[tx]p\[:\]/i, 'ftp:')
    .replaceAll(/\[:\/\/\]/g, '://')
    .replaceAll(/\s*(\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\))\s*/gi, '.')
    .replaceAll('[/]', '/');
}

type Compared = Omit<Indicator, 'note' | 'line'>;

const NOTHING = { path: null, first_address: null, last_address: null };

function indicatorFrom(text: string, file: string, line: number): Compared {
  const refuse = (code: string): UserError => new UserError(code, { file, line, value: shown(text) });
  const plain = refanged(text);
  const address = normalAddress(plain.replace(/^\[(.*)\]$/, '$1'));
  if (address !== null) return { kind: 'address', value: address, host: address, ...NOTHING };
  const [, network, bits] = /^(.+)\/(\d{1,3})$/.exec(plain) ?? [];
  if (network !== undefined && normalAddress(network) !== null) return rangeFrom(network, Number(bits), refuse);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(plain) || plain.includes('/')) return urlFrom(plain, refuse);
  return domainFrom(plain, refuse);
}

function rangeFrom(network: string, bits: number, refuse: (code: string) => UserError): Compared {
  const parts = network.split('.').map(Number);
  if (parts.length !== 4) throw refuse('ioc-ipv6-range');
  if (bits > 32) throw refuse('ioc-bad-line');
  if (bits < LEAST_BITS) throw refuse('ioc-too-wide');
  const size = 2 ** (32 - bits);
  const first = Math.floor(parts.reduce((sum, part) => sum * 256 + part, 0) / size) * size;
  const value = `${partsOf(first).join('.')}/${bits}`;
  return { kind: 'range', value, host: null, path: null, first_address: padded(first), last_address: padded(first + size - 1) };
}

function partsOf(address: number): readonly number[] {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256);
}

function padded(address: number): string {
  return partsOf(address)
    .map((part) => String(part).padStart(3, '0'))
    .join('.');
}

/** The path as it goes over the wire. A question's words are part of it; a fragment never leaves the browser. */
function urlFrom(text: string, refuse: (code: string) => UserError): Compared {
  const url = parsedUrl(text);
  if (url === null) throw refuse('ioc-bad-line');
  const host = hostFrom(url.hostname, refuse);
  const path = url.pathname + url.search;
  // Without a path the whole host is meant.
  if (path === '/')
    return normalAddress(host) === null ? { kind: 'domain', value: host, host, ...NOTHING } : { kind: 'address', value: host, host, ...NOTHING };
  return { kind: 'url', value: host + path, host, path, first_address: null, last_address: null };
}

function withScheme(text: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text.replace(/^(?!https?:|ftp:)[a-z][a-z0-9+.-]*:/i, 'http:') : `http://${text}`;
}

/** Null: no URL. Node 20 has no URL.parse. */
function parsedUrl(text: string): URL | null {
  try {
    return new URL(withScheme(text));
  } catch {
    return null;
  }
}

function domainFrom(text: string, refuse: (code: string) => UserError): Compared {
  // A URL takes 1.2.3 for an address.
  const url = /^[^\s:/?#@\\]+$/.test(text) && !/^[\d.]+$/.test(text) ? parsedUrl(text.replace(/^\*?\.+/, '')) : null;
  if (url === null) throw refuse('ioc-bad-line');
  const host = hostFrom(url.hostname, refuse);
  return { kind: 'domain', value: host, host, ...NOTHING };
}

function hostFrom(hostname: string, refuse: (code: string) => UserError): string {
  const host = hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
  if (normalAddress(host) !== null) return host;
  if (isPublicSuffix(host)) throw refuse('ioc-too-wide');
  if (!/^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/.test(host)) throw refuse('ioc-bad-line');
  return host;
}

function shown(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
