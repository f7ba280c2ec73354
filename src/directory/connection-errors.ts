import { UserError } from '../settings/user-error.ts';
import type { ServerAddress } from './server-address.ts';

/** Longest text of a server that is shown. */
const MOST_CHARACTERS = 300;

/** Why no connection was made, by Node's code of the error. */
export function connectError(error: Error, { host, port }: ServerAddress): UserError {
  const code = codeOf(error);
  if (code === 'ECONNREFUSED') return new UserError('ldap-refused', { host, port });
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EAI_NODATA') return new UserError('ldap-host-unknown', { host });
  if (code === 'ECONNRESET' || code === 'EPIPE') return new UserError('ldap-closed', { host, port });
  return new UserError('ldap-unreachable', { host, port, reason: code ?? error.message });
}

/** What is wrong with a certificate whatever authorities are trusted, by OpenSSL's name of it. */
const CERTIFICATE_ERRORS: ReadonlyMap<string, string> = new Map([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'ldap-self-signed'],
  ['CERT_HAS_EXPIRED', 'ldap-certificate-expired'],
  ['CERT_NOT_YET_VALID', 'ldap-certificate-early'],
]);

/** The chain does not end at an authority that is trusted; CERT_SIGNATURE_FAILURE: at one of the same name with another key. */
const CHAIN_ERRORS: readonly string[] = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
];

/** The server answered, but not in TLS: OpenSSL's words for it, also in an EPROTO, which stands for much else. */
const NOT_TLS = /wrong.version.number|packet.length.too.long|http.request|unexpected.message/i;

/** Why the connection could not be secured. `file`: the file of trusted authorities, null where none was given. */
export function handshakeError(error: Error, { host, port }: ServerAddress, file: string | null): UserError {
  const code = codeOf(error) ?? '';
  const certificate = CERTIFICATE_ERRORS.get(code);
  if (certificate !== undefined) return new UserError(certificate, { host });
  if (CHAIN_ERRORS.includes(code)) return file === null ? new UserError('ldap-ca-unknown', { host }) : new UserError('ldap-ca-other', { host, file });
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return new UserError('ldap-certificate-host', { host, names: namesOf(error) });
  if (NOT_TLS.test(`${code} ${error.message}`)) return new UserError('ldap-not-tls', { host, port });
  if (['ECONNRESET', 'EPIPE', 'ECONNABORTED'].includes(code) || error.message === 'closed') return new UserError('ldap-closed', { host, port });
  return new UserError('ldap-tls-failed', { host, port, reason: oneLine(code === '' ? error.message : code) });
}

/** Why Windows refused a logon: the code after `data` in the message (Win32 error codes in hexadecimal). */
const BIND_ERRORS: ReadonlyMap<string, string> = new Map([
  ['525', 'ldap-bind-credentials'], // no such account
  ['52e', 'ldap-bind-credentials'],
  ['530', 'ldap-bind-hours'],
  ['531', 'ldap-bind-workstation'],
  ['532', 'ldap-bind-password-expired'],
  ['533', 'ldap-bind-disabled'],
  ['701', 'ldap-bind-account-expired'],
  ['773', 'ldap-bind-must-change'],
  ['775', 'ldap-bind-locked'],
  ['80090346', 'ldap-signing'], // channel binding required
]);

/** Why the account could not be bound. `result`: RFC 4511 result code; `message`: what the server says about it. */
export function bindError(result: number, message: string, { host }: ServerAddress, user: string): UserError {
  const data = /\bdata ([0-9a-f]+)\b/i.exec(message)?.[1]?.toLowerCase();
  const known = data === undefined ? undefined : BIND_ERRORS.get(data);
  if (known !== undefined) return new UserError(known, { host, user });
  // strongerAuthRequired, confidentialityRequired
  if (result === 8 || result === 13) return new UserError('ldap-signing', { host, user });
  if (result === 49) return new UserError('ldap-bind-credentials', { host, user });
  return new UserError('ldap-bind-failed', { host, user, result, reason: message === '' ? '-' : message });
}

/** What a server wrote, as one line of bearable length and without the password, which it may have sent back. */
export function serverText(text: string, password: string): string {
  return oneLine(password === '' ? text : text.replaceAll(password, '***'));
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Windows ends its messages with a NUL.
  const line = text.replace(/[\s\u0000]+/g, ' ').trim();
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)}…` : line;
}

function codeOf(error: Error): string | null {
  // A host name with several addresses: one error for each.
  if (error instanceof AggregateError && error.errors[0] instanceof Error && !('code' in error && error.code !== undefined))
    return codeOf(error.errors[0]);
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** The names a certificate is for, from the error about it. */
function namesOf(error: Error): string {
  const certificate = 'cert' in error && typeof error.cert === 'object' && error.cert !== null ? error.cert : {};
  const names = 'subjectaltname' in certificate ? String(certificate.subjectaltname ?? '') : '';
  return oneLine(names.replace(/\bDNS:/g, '')) || '-';
}
