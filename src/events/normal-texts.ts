import { isIP, isIPv4 } from 'node:net';

/** What an address field says. */
export type AddressKind = 'remote' | 'link-local' | 'loopback' | 'unspecified' | 'none' | 'not-an-address';

/** `-` and blanks mean that Windows had nothing to write. */
export function trimmed(recorded: string): string | null {
  const text = recorded.trim();
  return text === '' || text === '-' ? null : text;
}

/**
 * The account out of a name field, and the domain where the name carries one: `Alice@LABCORP.LOCAL`, `CITY\sato`.
 * Blanks around it are not part of it (a trailing blank was recorded for a real attempt).
 */
export function accountName(recorded: string): { readonly account: string | null; readonly domain: string | null } {
  const name = trimmed(recorded);
  if (name === null) return { account: null, domain: null };
  const at = name.lastIndexOf('@');
  if (at > 0 && at < name.length - 1) return { account: name.slice(0, at), domain: name.slice(at + 1) };
  const slash = name.indexOf('\\');
  if (slash > 0 && slash < name.length - 1) return { account: name.slice(slash + 1), domain: name.slice(0, slash) };
  return { account: name, domain: null };
}

/** Authorities whose accounts are mail addresses, so that what follows the @ is part of the name. */
export function namesByMail(domain: string): boolean {
  return /^(microsoftaccount|azuread)$/i.test(domain);
}

/** The name a terminal gave of itself, without the leading `\\` of NTLM. */
export function terminalName(recorded: string): string | null {
  return trimmed(recorded.trim().replace(/^\\+/, ''));
}

/** A SID; NULL for S-1-0-0, which stands in every failure and names nobody. */
export function accountSid(recorded: string): string | null {
  const sid = trimmed(recorded);
  return sid === 'S-1-0-0' ? null : sid;
}

/** An address in one spelling, and its kind. `::ffff:10.0.0.1` and `10.0.0.1` are one host, spelt both ways within one real log. */
export function terminalAddress(recorded: string): { readonly address: string | null; readonly kind: AddressKind } {
  const text = trimmed(recorded)?.toLowerCase() ?? null;
  if (text === null) return { address: null, kind: 'none' };
  // What 4778 and 4779 write for a session at the machine itself.
  if (text === 'local') return { address: null, kind: 'loopback' };
  const plain = text.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/, '');
  if (isIP(plain) === 0) return { address: null, kind: 'not-an-address' };
  const address = isIPv4(plain) ? plain : shortestIpv6(plain);
  if (address === '::1' || address.startsWith('127.')) return { address: null, kind: 'loopback' };
  if (address === '::' || address === '0.0.0.0') return { address: null, kind: 'unspecified' };
  const linkLocal = address.startsWith('169.254.') || /^fe[89ab]/.test(address);
  return { address, kind: linkLocal ? 'link-local' : 'remote' };
}

/** Items of a list that Windows breaks over lines with tabs, separated by one blank. */
export function spaced(recorded: string): string | null {
  return trimmed(recorded.replace(/\s+/g, ' '));
}

/** The URL standard writes IPv6 addresses in the form of RFC 5952. */
function shortestIpv6(address: string): string {
  return new URL(`http://[${address}]/`).hostname.slice(1, -1);
}
