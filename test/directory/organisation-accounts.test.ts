import { describe, expect, test } from 'vitest';
import { refuseUnknownGroups } from '../../src/directory/computer-facts.ts';
import { withDecisions } from '../../src/directory/organisation-accounts.ts';
import { rowsOfSnapshot } from '../../src/directory/rows.ts';
import { ACCOUNTS } from '../../src/tables/directory.ts';
import { loaded } from '../settings/loaded-config.ts';
import { account, computer, group, sid, snapshotOf } from './snapshot.ts';

const SNAPSHOT = snapshotOf({
  accounts: [
    account(1101, { name: 'adm-sato' }),
    account(1102, { name: 'gyomu', upn: 'gyomu@city.kita.example' }),
    account(1103, { name: 'op-kudo' }),
    account(1104, { name: 'svc-backup', dn: 'CN=svc-backup,OU=サービス,DC=kita,DC=example' }),
    account(1105, { name: 'ito' }),
    account(1106, { sid: 'S-1-5-21-7-7-7-1105', name: 'PREF\\boss', kind: 'foreign', primaryGroup: null }),
  ],
  groups: [
    group(sid(512), 'Domain Admins', [sid(1101)]),
    group(sid(1601), '業務システム管理者', [sid(1602), sid(1301), sid(1101)]),
    group(sid(1602), '税務課', [sid(1105)]),
  ],
  computers: [computer(1301)],
});

function decidedBy(yaml: string) {
  const config = loaded(yaml);
  refuseUnknownGroups(SNAPSHOT, config);
  return withDecisions(rowsOfSnapshot(SNAPSHOT, 'lgwan').accounts, SNAPSHOT, config, 'lgwan');
}

/** Accounts that are administrators, with how. */
function administrators(yaml: string) {
  return decidedBy(yaml).flatMap((row) => (row.administrator ? [[row.account ?? row.account_sid, row.privileged_by]] : []));
}

const BY_DIRECTORY = ['adm-sato', 'Domain Admins'];

describe('an administrator by decision of the organisation', () => {
  test.each([
    ['by name, in any case', 'administrators: { accounts: [Gyomu] }', 'gyomu'],
    ['by name and domain', "administrators: { accounts: ['KITA\\gyomu'] }", 'gyomu'],
    ['by UPN', 'administrators: { accounts: [gyomu@city.kita.example] }', 'gyomu'],
    ['by SID', `administrators: { accounts: [${sid(1102)}] }`, 'gyomu'],
    ['of another domain, by name', "administrators: { accounts: ['PREF\\boss'] }", 'boss'],
    ['of another domain, by a SID that the snapshot lacks', 'administrators: { accounts: [s-1-5-21-7-7-7-1200] }', 'S-1-5-21-7-7-7-1200'],
  ])('%s', (_, yaml, name) => {
    expect(administrators(yaml)).toEqual([BY_DIRECTORY, [name, 'adlogon.yaml']]);
  });

  test('through a group, nested; a computer in it is none, and the privilege of the directory stays as it is', () => {
    expect(administrators('administrators: { groups: [業務システム管理者] }')).toEqual([
      BY_DIRECTORY,
      ['ito', '税務課 > 業務システム管理者 > adlogon.yaml'],
    ]);
  });

  test('by a right over a privileged object, where the organisation says that it counts', () => {
    const holder = account(1109, { name: 'sync' });
    const snapshot = { ...SNAPSHOT, accounts: [holder], delegations: [{ holder: holder.sid, right: 'DCSync' as const, over: 'DC=kita,DC=example' }] };
    const rowBy = (yaml: string) => withDecisions(rowsOfSnapshot(snapshot, 'lgwan').accounts, snapshot, loaded(yaml), 'lgwan')[0];
    const right = { account: 'sync', privilege: 'shadow', privileged_by: 'DCSync DC=kita,DC=example' };
    expect(rowBy('administrators: { shadow_administrators: false }')).toMatchObject({ ...right, administrator: false });
    expect(rowBy('administrators: { shadow_administrators: true }')).toMatchObject({
      ...{ ...right, administrator: true },
      privileged_by: 'DCSync DC=kita,DC=example > adlogon.yaml',
    });
  });

  test('has a row with exactly the columns of the table', () => {
    const rows = decidedBy('administrators: { accounts: [gyomu, S-1-5-21-7-7-7-1200] }');
    for (const row of rows) expect(Object.keys(row).sort()).toEqual(ACCOUNTS.columns.map((column) => column.name).sort());
    expect(rows.find((row) => row.account === 'gyomu')).toMatchObject({ kind: 'person', privilege: 'administrator' });
  });

  test.each([
    ['administrators:\n  accounts: [ito, itoh]', 'config-account-unknown', 2, 'itoh'],
    [`administrators:\n  accounts:\n    - ${sid(9999)}`, 'config-account-unknown', 3, sid(9999)],
    ['administrators:\n  groups:\n    - 税務課\n    - 税務部', 'config-group-unknown', 4, '税務部'],
    ['terminals:\n  servers:\n    groups: [Servers]', 'config-group-unknown', 3, 'Servers'],
    ['terminals:\n  segments:\n    - name: A\n      groups: [B]', 'config-group-unknown', 4, 'B'],
    ['service_accounts:\n  groups: [S-1-5-32-999]', 'config-group-unknown', 2, 'S-1-5-32-999'],
  ])('that the directory does not have is refused with its line: %j', (yaml, code, line, value) => {
    expect(() => decidedBy(yaml)).toThrow(expect.objectContaining({ code, details: expect.objectContaining({ line, value, domain: 'KITA' }) }));
  });
});

test.each([
  ['service_accounts: { accounts: [op-kudo] }', ['op-kudo']],
  ['service_accounts: { groups: [業務システム管理者] }', ['adm-sato', 'ito']],
  ["service_accounts: { organizational_units: ['ou=サービス,dc=kita,dc=example'] }", ['svc-backup']],
  ['network: lgwan', []],
])('an account is of a service by %s', (yaml, services) => {
  expect(decidedBy(yaml).flatMap((row) => (row.kind === 'service' ? [row.account] : []))).toEqual(services);
});
