import { describe, expect, test } from 'vitest';
import { accountName, accountSid, namesByMail, spaced, terminalAddress, terminalName, trimmed } from '../../src/events/normal-texts.ts';

test.each([
  { recorded: 'NtLmSsp ', text: 'NtLmSsp' },
  { recorded: 'Advapi  ', text: 'Advapi' },
  { recorded: '-', text: null },
  { recorded: ' - ', text: null },
  { recorded: '', text: null },
  { recorded: '--', text: '--' },
])('trimmed $recorded', ({ recorded, text }) => {
  expect(trimmed(recorded)).toBe(text);
});

test.each([
  { recorded: 'sato', account: 'sato', domain: null },
  { recorded: ' sato ', account: 'sato', domain: null },
  { recorded: 'Sato@CITY.LOCAL', account: 'Sato', domain: 'CITY.LOCAL' },
  { recorded: 'a@b@CITY', account: 'a@b', domain: 'CITY' },
  { recorded: 'CITY\\sato', account: 'sato', domain: 'CITY' },
  { recorded: '@CITY', account: '@CITY', domain: null },
  { recorded: 'sato@', account: 'sato@', domain: null },
  { recorded: '\\sato', account: '\\sato', domain: null },
  { recorded: 'PC01$@CITY.LOCAL', account: 'PC01$', domain: 'CITY.LOCAL' },
  { recorded: '-', account: null, domain: null },
  { recorded: '', account: null, domain: null },
])('account of $recorded', ({ recorded, account, domain }) => {
  expect(accountName(recorded)).toEqual({ account, domain });
});

test.each([
  { domain: 'MicrosoftAccount', byMail: true },
  { domain: 'AzureAD', byMail: true },
  { domain: 'CITY', byMail: false },
  { domain: '', byMail: false },
])('accounts of $domain named by mail: $byMail', ({ domain, byMail }) => {
  expect(namesByMail(domain)).toBe(byMail);
});

test.each([
  { recorded: '\\\\PC01', name: 'PC01' },
  { recorded: 'PC01 ', name: 'PC01' },
  { recorded: '-', name: null },
  { recorded: '\\\\', name: null },
  { recorded: 'NULL', name: 'NULL' },
  { recorded: '10.1.2.3', name: '10.1.2.3' },
])('terminal name of $recorded', ({ recorded, name }) => {
  expect(terminalName(recorded)).toBe(name);
});

test.each([
  { recorded: 'S-1-0-0', sid: null },
  { recorded: '', sid: null },
  { recorded: '-', sid: null },
  { recorded: 'S-1-5-18', sid: 'S-1-5-18' },
  { recorded: 'S-1-12-1-1-2-3-4', sid: 'S-1-12-1-1-2-3-4' },
])('SID $recorded', ({ recorded, sid }) => {
  expect(accountSid(recorded)).toBe(sid);
});

test('a list over several lines becomes one line', () => {
  expect(spaced('SeA\r\n\t\t\tSeB')).toBe('SeA SeB');
  expect(spaced('-')).toBeNull();
});

describe('address', () => {
  test.each([
    { recorded: '10.1.2.3', address: '10.1.2.3', kind: 'remote' },
    { recorded: '::ffff:10.1.2.3', address: '10.1.2.3', kind: 'remote' },
    { recorded: '::FFFF:10.1.2.3', address: '10.1.2.3', kind: 'remote' },
    { recorded: ' 10.1.2.3 ', address: '10.1.2.3', kind: 'remote' },
    { recorded: '2001:DB8:0:0:0:0:0:1', address: '2001:db8::1', kind: 'remote' },
    { recorded: 'fe80::1%12', address: 'fe80::1', kind: 'link-local' },
    { recorded: 'febf::1', address: 'febf::1', kind: 'link-local' },
    { recorded: 'fec0::1', address: 'fec0::1', kind: 'remote' },
    { recorded: '169.254.3.4', address: '169.254.3.4', kind: 'link-local' },
    { recorded: '::ffff:169.254.3.4', address: '169.254.3.4', kind: 'link-local' },
    { recorded: '127.0.0.1', address: null, kind: 'loopback' },
    { recorded: '127.8.0.1', address: null, kind: 'loopback' },
    { recorded: '::ffff:127.0.0.1', address: null, kind: 'loopback' },
    { recorded: '::1', address: null, kind: 'loopback' },
    { recorded: '0:0:0:0:0:0:0:1', address: null, kind: 'loopback' },
    { recorded: 'LOCAL', address: null, kind: 'loopback' },
    { recorded: '0.0.0.0', address: null, kind: 'unspecified' },
    { recorded: '::', address: null, kind: 'unspecified' },
    { recorded: '-', address: null, kind: 'none' },
    { recorded: '', address: null, kind: 'none' },
    { recorded: 'PC01', address: null, kind: 'not-an-address' },
    { recorded: '10.1.2', address: null, kind: 'not-an-address' },
    { recorded: '10.1.2.3:445', address: null, kind: 'not-an-address' },
  ])('$recorded is $kind', ({ recorded, address, kind }) => {
    expect(terminalAddress(recorded)).toEqual({ address, kind });
  });
});
