import { expect, test } from 'vitest';
import { rowsOfSnapshot } from '../../src/directory/rows.ts';
import { ACCOUNTS, ADDRESSES, DIRECTORIES, GROUPS, MEMBERSHIPS, TERMINALS } from '../../src/tables/directory.ts';
import { account, computer, DOMAIN_SID, group, sid, snapshotOf } from './snapshot.ts';

const snapshot = snapshotOf({
  incomplete: ['OU=秘匿'],
  names: [{ dnsName: 'pc-soumu-01.kita.example', address: '10.0.0.1', refreshedAt: null }],
  accounts: [
    account(1101, {
      name: 'adm-sato',
      upn: 'adm-sato@kita.example',
      displayName: '佐藤 健',
      department: '情報政策課',
      expiresAt: '2027-03-31T23:59:59+09:00',
      passwordSetAt: '2026-11-01T00:00:00Z',
    }),
    account(1102, { sid: 'S-1-5-21-7-7-7-1105', name: 'PREF\\adm-sato', kind: 'foreign', primaryGroup: null }),
    account(1103, { sid: 'S-1-5-21-7-7-7-1106', name: 'suzuki', kind: 'foreign', primaryGroup: null }),
  ],
  groups: [group(sid(512), 'Domain Admins', [sid(1101), sid(1101), sid(1301)]), group(sid(513), 'Domain Users', [sid(1101)])],
  computers: [
    computer(1301, { name: 'pc-soumu-01', dnsName: 'PC-Soumu-01.KITA.example', adminTerminal: false, department: '総務課', segment: 'LGWAN' }),
  ],
});
const rows = rowsOfSnapshot(snapshot, 'lgwan');

test('DNS gives addresses to computers and to names directly under the domain, since the last refresh', () => {
  const names = [
    { dnsName: 'pc-soumu-01.kita.example', address: '10.0.0.1', refreshedAt: '2026-11-12T01:00:00.000Z' },
    { dnsName: 'printer.kita.example', address: '10.0.0.2', refreshedAt: null },
    { dnsName: 'far.away.kita.example', address: '10.0.0.3', refreshedAt: null },
    { dnsName: 'other.example', address: '10.0.0.4', refreshedAt: null },
    { dnsName: 'xkita.example', address: '10.0.0.5', refreshedAt: null },
  ];
  expect(
    rowsOfSnapshot({ ...snapshot, names }, 'lgwan').addresses.map((row) => [row.terminal, row.terminal_address, row.held_from, row.known_by]),
  ).toEqual([
    ['PC-SOUMU-01', '10.0.0.1', new Date('2026-11-12T01:00:00Z'), 'dns'],
    ['PRINTER', '10.0.0.2', null, 'dns'],
  ]);
});

test('adminCount without power is a leftover, but of krbtgt', () => {
  const given = snapshotOf({
    accounts: [account(502, { adminCount: true }), account(1101, { adminCount: true }), account(1102, { adminCount: true }), account(1103)],
    groups: [group('S-1-5-32-551', 'Backup Operators', [sid(1102)])],
  });
  expect(rowsOfSnapshot(given, 'lgwan').accounts.map((row) => row.admin_count_leftover)).toEqual([false, true, false, false]);
});

test.each([
  ['directories', DIRECTORIES, rows.directories],
  ['accounts', ACCOUNTS, rows.accounts],
  ['groups', GROUPS, rows.groups],
  ['memberships', MEMBERSHIPS, rows.memberships],
  // Whether sources disagree is only known when all of them are joined.
  ['terminals', { columns: TERMINALS.columns.filter(({ name }) => !/^admin_(disputed|said_by|denied_by)$/.test(name)) }, rows.terminals],
  ['addresses', ADDRESSES, rows.addresses],
])('every row of %s has exactly the columns of the table', (_, table, given) => {
  expect(given.length).toBeGreaterThan(0);
  for (const row of given) expect(Object.keys(row).sort()).toEqual(table.columns.map((column) => column.name).sort());
});

test('a snapshot that says what it could not read is not complete', () => {
  expect(rows.directories[0]).toMatchObject({ domain: 'KITA', domain_sid: DOMAIN_SID, taken_at: new Date('2026-11-13T00:00:00Z'), complete: false });
  expect(rowsOfSnapshot(snapshotOf({}), 'lgwan').directories[0]).toMatchObject({ complete: true });
});

test('an account says who it is and how it is privileged', () => {
  expect(rows.accounts[0]).toEqual({
    network: 'lgwan',
    domain: 'KITA',
    domain_dns: 'kita.example',
    account: 'adm-sato',
    upn: 'adm-sato@kita.example',
    account_sid: sid(1101),
    kind: 'person',
    display_name: '佐藤 健',
    department: '情報政策課',
    enabled: true,
    expires_at: new Date('2027-03-31T14:59:59Z'),
    password_set_at: new Date('2026-11-01T00:00:00Z'),
    administrator: true,
    privileged_by: 'Domain Admins',
    privilege: 'administrator',
    admin_count_leftover: false,
  });
});

test('a foreign account is not given our domain', () => {
  expect(rows.accounts[1]).toMatchObject({ account: 'adm-sato', domain: 'PREF', domain_dns: null, kind: 'foreign', administrator: false });
  expect(rows.accounts[2]).toMatchObject({ account: 'suzuki', domain: null, domain_dns: null });
});

test('a computer is an account too, privileged but never an administrator', () => {
  expect(rows.accounts[3]).toMatchObject({
    account: 'pc-soumu-01$',
    kind: 'computer',
    account_sid: sid(1301),
    administrator: false,
    privilege: 'administrator',
    privileged_by: 'Domain Admins',
  });
});

test('a computer is a terminal with a short name in upper case', () => {
  expect(rows.terminals).toEqual([
    {
      network: 'lgwan',
      terminal: 'PC-SOUMU-01',
      dns_name: 'pc-soumu-01.kita.example',
      role: 'user terminal',
      admin_terminal: false,
      segment: 'LGWAN',
      department: '総務課',
      known_by: 'directory',
    },
  ]);
});

test('memberships stand once each; the primary group is added unless it is listed', () => {
  expect(rows.memberships.map((row) => [row.group_sid, row.member_sid, row.primary_group])).toEqual([
    [sid(512), sid(1101), false],
    [sid(512), sid(1301), false],
    [sid(513), sid(1101), false],
    [sid(515), sid(1301), true],
  ]);
});
