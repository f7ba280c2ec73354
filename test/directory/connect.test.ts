import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openDirectory } from '../../src/directory/connect.ts';
import { errorText } from '../../src/report/message.ts';
import { UserError } from '../../src/settings/user-error.ts';
import { AUTHORITY, caFile, doubleOf, IDENTITY, IMPATIENT, openDouble, PASSWORD, TIMES, USER, untilClosed } from './double-town.ts';
import { makeCertificate } from './windows-double/certificates.ts';
import type { DoubleOptions } from './windows-double/server.ts';

const SIGNAL = new AbortController().signal;

/** What opening fails with; the words of it are one line in both languages, without the password. */
async function failureOf(opening: Promise<unknown>): Promise<UserError> {
  const error = await opening.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error(`not a UserError: ${String(error)}`);
  for (const language of ['ja', 'en'] as const) {
    const line = errorText(error, language);
    expect(line).not.toMatch(/\n|\{\w+\}/);
    expect(line).not.toContain(error.code);
    expect(line).not.toContain(PASSWORD);
  }
  return error;
}

describe('refused before anything is sent', () => {
  test.each([
    ['ldap://HOST', { startTls: false }, 'ldap-plain'],
    ['ldaps://HOST', { startTls: true }, 'ldap-starttls-with-ldaps'],
    ['ldaps://HOST', { password: '' }, 'ldap-password-empty'],
    ['ldaps://HOST', { user: 'audit' }, 'ldap-user-form'],
    ['ldaps://HOST', { user: '' }, 'ldap-user-form'],
    ['ldaps://HOST', { user: '@kita.example' }, 'ldap-user-form'],
    ['ldaps://HOST', { ca: '/nowhere/ca.pem' }, 'file-unreadable'],
    ['ldaps://HOST/dc=kita', {}, 'ldap-url-wrong'],
    ['https://HOST', {}, 'ldap-url-wrong'],
    ['ldaps://', {}, 'ldap-url-wrong'],
    ['dc01', {}, 'ldap-url-wrong'],
    ['ldaps://x:99999', {}, 'ldap-url-wrong'],
    ['ldaps://x:3269', {}, 'ldap-global-catalogue'],
    [`ldaps://audit:${PASSWORD}@HOST`, {}, 'ldap-url-credentials'],
    [`ldaps://audit:${PASSWORD}@HO ST`, {}, 'ldap-url-wrong'],
  ])('%s with %j: %s', async (url, options, code) => {
    const double = await doubleOf();
    const address = url.replace('HOST', `localhost:${double.port}`);
    const error = await failureOf(
      openDirectory({ url: address, startTls: false, user: USER, password: PASSWORD, ca: caFile(), signal: SIGNAL, ...options }),
    );
    expect([error.code, double.connections()]).toEqual([code, 0]);
  });
});

describe('the account', () => {
  test.each([
    ['525', 'ldap-bind-credentials'],
    ['52e', 'ldap-bind-credentials'],
    ['530', 'ldap-bind-hours'],
    ['531', 'ldap-bind-workstation'],
    ['532', 'ldap-bind-password-expired'],
    ['533', 'ldap-bind-disabled'],
    ['701', 'ldap-bind-account-expired'],
    ['773', 'ldap-bind-must-change'],
    ['775', 'ldap-bind-locked'],
  ])('refused with data %s', async (data, code) => {
    const message = `80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data ${data}, v4563\0`;
    const double = await doubleOf({ bind: () => [49, message] });
    expect((await failureOf(openDouble(double))).code).toBe(code);
    await untilClosed(double);
  });

  test.each([
    [8, '00002028: LdapErr: DSID-0C090259, comment: The server requires binds to turn on integrity checking, data 0, v4563', 'ldap-signing'],
    [49, '80090346: LdapErr: DSID-0C090702, comment: AcceptSecurityContext error, data 80090346, v4563', 'ldap-signing'],
    [49, '', 'ldap-bind-credentials'],
    [34, '0000202F: invalid DN', 'ldap-bind-failed'],
    [53, `you wrote ${PASSWORD}\nand I show it`, 'ldap-bind-failed'],
  ])('refused with result %i %j', async (result, message, code) => {
    const double = await doubleOf({ bind: () => [result, message] });
    expect((await failureOf(openDouble(double))).code).toBe(code);
  });

  test.each([USER, 'KITA\\audit', 'CN=監査,OU=職員,DC=kita,DC=example'])('is sent as given: %s', async (user) => {
    const seen: string[] = [];
    const double = await doubleOf({
      bind: (...given) => {
        seen.push(...given);
        return [0, ''];
      },
    });
    const reader = await openDouble(double, { user });
    expect([seen, reader.user, reader.host]).toEqual([[user, PASSWORD], user, 'dc01.kita.example']);
  });
});

describe('the certificate', () => {
  const other = makeCertificate({ issuer: null, commonName: 'Other CA', isAuthority: true });
  const sameName = makeCertificate({ issuer: null, commonName: 'Kita CA', isAuthority: true });
  const names = { commonName: 'dc01', dnsNames: ['localhost'] };
  const selfSigned = makeCertificate({ issuer: null, ...names });

  test.each([
    ['of an authority that is not trusted', IDENTITY, other, 'ldap-ca-other'],
    ['of an authority of the same name with another key', IDENTITY, sameName, 'ldap-ca-other'],
    ['of an authority nobody knows', IDENTITY, null, 'ldap-ca-unknown'],
    ['signed by itself', selfSigned, AUTHORITY, 'ldap-self-signed'],
    ['expired', makeCertificate({ issuer: AUTHORITY, ...names, validFrom: -30, validUntil: -1 }), AUTHORITY, 'ldap-certificate-expired'],
    ['not valid yet', makeCertificate({ issuer: AUTHORITY, ...names, validFrom: 1, validUntil: 30 }), AUTHORITY, 'ldap-certificate-early'],
    ['of another host', makeCertificate({ issuer: AUTHORITY, commonName: 'x', dnsNames: ['dc02.kita.example'] }), AUTHORITY, 'ldap-certificate-host'],
    ['without a name', makeCertificate({ issuer: AUTHORITY, commonName: 'x' }), AUTHORITY, 'ldap-certificate-host'],
  ])('%s is refused before the password is sent', async (_, identity, authority, code) => {
    for (const startTls of [false, true]) {
      const double = await doubleOf({ identity, security: startTls ? 'starttls' : 'ldaps' });
      const error = await failureOf(openDouble(double, { startTls, ca: authority === null ? null : caFile(authority) }));
      expect([error.code, double.requests.some((request) => 'password' in request)]).toEqual([code, false]);
      await untilClosed(double);
    }
  });

  test('of an authority under another is accepted when one of the two is trusted', async () => {
    const issuing = makeCertificate({ issuer: AUTHORITY, commonName: 'Kita Issuing CA', isAuthority: true });
    const own = makeCertificate({ issuer: issuing, ...names });
    // The server sends its own certificate and that of the issuing authority, as Windows does.
    const identity = { key: own.key, certificate: own.certificate + issuing.certificate };
    for (const authority of [issuing, AUTHORITY]) {
      expect((await openDouble(await doubleOf({ identity }), { ca: caFile(authority) })).host).toBe('dc01.kita.example');
    }
  });

  test('that is trusted itself, though it has no authority, is accepted', async () => {
    const reader = await openDouble(await doubleOf({ identity: selfSigned }), { ca: caFile(selfSigned) });
    expect(reader.host).toBe('dc01.kita.example');
  });

  test('is verified whatever the environment says', async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      expect((await failureOf(openDouble(await doubleOf(), { ca: caFile(other) }))).code).toBe('ldap-ca-other');
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
  });
});

describe('the server', () => {
  test.each<[string, NonNullable<DoubleOptions['security']>, boolean, string]>([
    ['closes at once', 'closes', false, 'ldap-closed'],
    ['speaks plain LDAP where TLS is expected', 'starttls', false, 'ldap-closed'],
    ['speaks something else in plain text', 'plain-text', false, 'ldap-not-tls'],
    ['says nothing', 'silent', false, 'ldap-tls-timeout'],
    ['says nothing to StartTLS', 'silent', true, 'ldap-timeout'],
    ['refuses StartTLS', 'starttls-refused', true, 'ldap-starttls-refused'],
    ['never finishes the handshake of StartTLS', 'starttls-hangs', true, 'ldap-tls-timeout'],
    ['closes after StartTLS', 'starttls-closes', true, 'ldap-closed'],
    ['closes at once, StartTLS asked', 'closes', true, 'ldap-closed'],
    ['answers StartTLS in another protocol', 'plain-text', true, 'ldap-not-ldap'],
  ])('%s', async (_, security, startTls, code) => {
    const double = await doubleOf({ security });
    const begun = performance.now();
    const times = code.endsWith('timeout') ? IMPATIENT : TIMES;
    expect((await failureOf(openDouble(double, { startTls, times }))).code).toBe(code);
    await untilClosed(double);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test('is lost between the bind and the first answer', async () => {
    const double = await doubleOf({ bind: () => 'answer-and-close' });
    expect((await failureOf(openDouble(double))).code).toBe('ldap-closed');
    await untilClosed(double);
  });

  test('does not answer the bind', async () => {
    expect((await failureOf(openDouble(await doubleOf({ bind: () => 'hang' }), { times: { ...TIMES, silence: 400 } }))).code).toBe('ldap-timeout');
  });

  test('is not there', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await new Promise((resolve) => server.close(resolve));
    const options = { startTls: false, user: USER, password: PASSWORD, ca: caFile(), signal: SIGNAL, times: TIMES };
    expect((await failureOf(openDirectory({ ...options, url: `ldaps://127.0.0.1:${port}` }))).code).toBe('ldap-refused');
    expect((await failureOf(openDirectory({ ...options, url: 'ldaps://dc01.kita.invalid' }))).code).toMatch(/^ldap-(host-unknown|timeout)$/);
  });

  test('is reached by address, and by StartTLS without a secret before TLS', async () => {
    const byAddress = await doubleOf();
    expect((await openDouble(byAddress, { url: `ldaps://127.0.0.1:${byAddress.port}` })).host).toBe('dc01.kita.example');
    const double = await doubleOf({ security: 'starttls' });
    expect((await openDouble(double, { startTls: true })).host).toBe('dc01.kita.example');
    expect(double.requests.map((request) => request.constructor.name)).toEqual(['ExtendedRequest', 'BindRequest', 'SearchRequest']);
  });
});

describe('aborting', () => {
  test.each<[string, Partial<DoubleOptions>]>([
    ['the handshake', { security: 'silent' }],
    ['the bind', { bind: () => 'hang' }],
  ])('%s rejects at once with the reason', async (_, options) => {
    const abort = new AbortController();
    const opening = openDouble(await doubleOf(options), { signal: abort.signal, times: {} });
    setTimeout(() => abort.abort(new Error('Ctrl+C')), 50);
    const begun = performance.now();
    await expect(opening).rejects.toThrow('Ctrl+C');
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  test('before it begins', async () => {
    await expect(openDouble(await doubleOf(), { signal: AbortSignal.abort(new Error('Ctrl+C')) })).rejects.toThrow('Ctrl+C');
  });
});
