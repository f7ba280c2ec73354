import { UserError } from '../settings/user-error.ts';

/** Where a directory server listens, and how the connection is secured. */
export interface ServerAddress {
  /** Lower case; an IPv6 address without brackets. */
  readonly host: string;
  readonly port: number;
  readonly startTls: boolean;
}

/** The ports of the global catalogue: it holds a part of the attributes only, and groups without their members. */
const GLOBAL_CATALOGUE_PORTS: readonly number[] = [3268, 3269];

/** Takes `ldaps://HOST[:PORT]`, or `ldap://` with StartTLS. UserError: anything else, before a byte is sent. */
export function serverAddress(url: string, startTls: boolean): ServerAddress {
  const parsed = URL.canParse(url.trim()) ? new URL(url.trim()) : null;
  // Said without the address, which holds a password.
  if (parsed !== null && (parsed.username !== '' || parsed.password !== '')) throw new UserError('ldap-url-credentials');
  const isLdap = parsed !== null && (parsed.protocol === 'ldaps:' || parsed.protocol === 'ldap:');
  if (!isLdap || parsed.hostname === '' || !['', '/'].includes(parsed.pathname) || parsed.search !== '' || parsed.hash !== '') {
    throw new UserError('ldap-url-wrong', { url: url.replace(/\/\/.*@/s, '//***@') });
  }
  const host = parsed.hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (parsed.protocol === 'ldap:' && !startTls) throw new UserError('ldap-plain', { host });
  if (parsed.protocol === 'ldaps:' && startTls) throw new UserError('ldap-starttls-with-ldaps', { host });
  const port = parsed.port === '' ? (startTls ? 389 : 636) : Number(parsed.port);
  if (GLOBAL_CATALOGUE_PORTS.includes(port)) throw new UserError('ldap-global-catalogue', { host, port });
  return { host, port, startTls };
}
