import { isIP } from 'node:net';

/** An address as `logon_events.terminal_address` writes it: lower case, no `::ffff:`, IPv6 compressed (RFC 5952). Null: not an address. */
export function normalAddress(text: string): string | null {
  const plain = text.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  const version = isIP(plain);
  if (version === 0) return null;
  if (version === 4 || plain.includes('%')) return plain;
  return new URL(`http://[${plain}]`).hostname.slice(1, -1);
}
