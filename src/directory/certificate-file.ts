import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { UserError } from '../settings/user-error.ts';

const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]*-----END CERTIFICATE-----/g;

/** Certificates of the authorities to be trusted, as PEM: a PEM file of one or several, or one as DER. UserError: not readable, or none in it. */
export function readCertificates(path: string): readonly string[] {
  const bytes = bytesOf(path);
  if (bytes.length === 0) throw new UserError('ldap-ca-empty', { file: path });
  const text = bytes.toString('latin1');
  const blocks = text.match(PEM_CERTIFICATE) ?? (text.includes('-----BEGIN ') ? [] : [bytes]);
  if (blocks.length === 0 && text.includes('PRIVATE KEY-----')) throw new UserError('ldap-ca-key', { file: path });
  if (blocks.length === 0) throw new UserError('ldap-ca-not-certificate', { file: path });
  return blocks.map((block) => pemOf(block, path));
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UserError('file-unreadable', { file: path, reason: error instanceof Error && 'code' in error ? String(error.code) : String(error) });
  }
}

function pemOf(certificate: string | Buffer, path: string): string {
  try {
    return new X509Certificate(certificate).toString();
  } catch {
    throw new UserError('ldap-ca-not-certificate', { file: path });
  }
}
