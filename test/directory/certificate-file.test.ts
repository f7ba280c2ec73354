import { expect, test } from 'vitest';
import { readCertificates } from '../../src/directory/certificate-file.ts';
import { AUTHORITY, fileOf, IDENTITY } from './double-town.ts';
import { derOf } from './windows-double/certificates.ts';

const CERTIFICATE = AUTHORITY.certificate.replaceAll('\r\n', '\n');

test.each([
  ['one.pem', AUTHORITY.certificate, 1],
  ['two.pem', `# the authorities\n${AUTHORITY.certificate}\n${IDENTITY.certificate}`, 2],
  ['with-its-key.pem', AUTHORITY.key + AUTHORITY.certificate, 1],
  ['windows.cer', derOf(AUTHORITY), 1],
])('%s gives its certificates', (name, content, count) => {
  const certificates = readCertificates(fileOf(name, content));
  expect(certificates.length).toBe(count);
  expect(certificates[0]).toBe(CERTIFICATE);
});

test.each([
  ['empty.pem', '', 'ldap-ca-empty'],
  ['key.pem', AUTHORITY.key, 'ldap-ca-key'],
  ['text.pem', 'the certificate is on the server', 'ldap-ca-not-certificate'],
  ['cut.pem', AUTHORITY.certificate.slice(0, 300), 'ldap-ca-not-certificate'],
  ['garbled.pem', AUTHORITY.certificate.replace(/\n[A-Za-z0-9+/]{8}/, '\nAAAAAAAA'), 'ldap-ca-not-certificate'],
  ['cut.cer', derOf(AUTHORITY).subarray(0, 200), 'ldap-ca-not-certificate'],
])('%s is refused', (name, content, code) => {
  const file = fileOf(name, content);
  expect(() => readCertificates(file)).toThrow(expect.objectContaining({ code, details: { file } }));
});

test('a file that is not there is named with the reason', () => {
  expect(() => readCertificates('/nowhere/ca.pem')).toThrow(
    expect.objectContaining({ code: 'file-unreadable', details: { file: '/nowhere/ca.pem', reason: 'ENOENT' } }),
  );
});
