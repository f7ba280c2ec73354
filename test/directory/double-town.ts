import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect } from 'vitest';
import { type DirectoryOptions, openDirectory } from '../../src/directory/connect.ts';
import type { DirectoryReader } from '../../src/directory/directory-reader.ts';
import { type Identity, makeCertificate } from './windows-double/certificates.ts';
import type { DoubleObject } from './windows-double/objects.ts';
import { type DoubleOptions, startDouble, type WindowsDouble } from './windows-double/server.ts';

export const BASE = 'DC=kita,DC=example';
export const USER = 'audit@kita.example';
export const PASSWORD = 'Hi-mi-tsu!2026';

export const AUTHORITY = makeCertificate({ issuer: null, commonName: 'Kita CA', isAuthority: true });
export const IDENTITY = makeCertificate({ issuer: AUTHORITY, commonName: 'dc01', dnsNames: ['localhost'], addresses: ['127.0.0.1'] });

const FOLDER = mkdtempSync(join(tmpdir(), 'adlogon-double-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** A file in a folder of the test. */
export function fileOf(name: string, content: string | Buffer): string {
  const path = join(FOLDER, name);
  writeFileSync(path, content);
  return path;
}

let files = 0;

/** The certificate of an authority, in a file of its own. */
export function caFile(identity: Identity = AUTHORITY): string {
  files += 1;
  return fileOf(`ca-${files}.pem`, identity.certificate);
}

const ROOT: DoubleObject = { dn: '', attributes: { dnsHostName: ['dc01.kita.example'], namingContexts: [BASE, `CN=Configuration,${BASE}`] } };

/** So many accounts of the town. */
export function accounts(count: number): readonly DoubleObject[] {
  return Array.from({ length: count }, (_, index) => ({
    dn: `CN=職員 ${index},OU=職員,${BASE}`,
    attributes: { sAMAccountName: [`u${index}`], objectSid: [Buffer.from([1, 5, 0, 0, 0, 0, 0, 5, 0x80, 0xff, index & 0xff])] },
  }));
}

const RUNNING: { readonly close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const running of RUNNING.splice(0).reverse()) await running.close();
});

export async function doubleOf(options: Partial<DoubleOptions> = {}): Promise<WindowsDouble> {
  const double = await startDouble({ identity: IDENTITY, ...options, objects: [ROOT, ...(options.objects ?? accounts(3))] });
  RUNNING.push(double);
  return double;
}

/** Long enough for a machine with much else to do, which is silent for a while too. */
export const TIMES = { connect: 10_000, handshake: 10_000, silence: 10_000, pauses: [10, 20] };

/** For a server that is meant to say nothing. */
export const IMPATIENT = { ...TIMES, handshake: 400, silence: 400 };

export async function openDouble(double: WindowsDouble, options: Partial<DirectoryOptions> = {}): Promise<DirectoryReader> {
  const url = `${options.startTls === true ? 'ldap' : 'ldaps'}://localhost:${double.port}`;
  const signal = new AbortController().signal;
  const defaults = { url, startTls: false, user: USER, password: PASSWORD, ca: caFile(), signal, times: TIMES };
  const reader = await openDirectory({ ...defaults, ...options });
  RUNNING.push(reader);
  return reader;
}

/** Waits until nobody holds a connection to the double; fails when somebody does for long. */
export async function untilClosed(double: WindowsDouble): Promise<void> {
  for (let tries = 0; double.open() > 0 && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(double.open()).toBe(0);
}
