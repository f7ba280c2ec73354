import { describe, expect, test } from 'vitest';
import { privilegesOf } from '../../src/directory/privileges.ts';
import { rowsOfSnapshot } from '../../src/directory/rows.ts';
import { directorySnapshotSchema } from '../../src/directory/snapshot-schema.ts';
import { takeSnapshot } from '../../src/directory/take-snapshot.ts';
import { type Ace, sidBytes } from './descriptor-bytes.ts';
import {
  BASE,
  computerValues,
  DOMAIN_ADMINS,
  descriptorFor,
  groupValues,
  memoryReader,
  type Objects,
  personValues,
  smallDirectory,
  ZONE,
} from './memory-directory.ts';
import { sid } from './snapshot.ts';

const NOW = new Date('2026-11-13T00:00:00Z');
const SATO = `CN=佐藤,OU=職員,${BASE}`;

/** A snapshot of the small directory with these objects more, or in place of those of the same DN. */
function taken(more: Objects, gaps?: Parameters<typeof memoryReader>[1]) {
  return takeSnapshot(memoryReader({ ...smallDirectory(), ...more }, gaps), NOW);
}

/** The small directory without one object. */
function without(dn: string): Objects {
  return Object.fromEntries(Object.entries(smallDirectory()).filter(([name]) => name !== dn));
}

function privilegeIn(snapshot: Awaited<ReturnType<typeof taken>>, name: string): string | undefined {
  const found = [...snapshot.accounts, ...snapshot.computers].find((one) => one.name === name);
  const privileged = privilegesOf(snapshot).get(found?.sid ?? '');
  return privileged === undefined ? undefined : `${privileged.privilege}: ${privileged.path.join(' > ')}`;
}

test('a directory in which everything can be read is complete, and the snapshot is as its schema says', async () => {
  const snapshot = await taken({});
  expect(snapshot).toMatchObject({
    incomplete: [],
    warnings: [],
    takenAt: '2026-11-13T00:00:00.000Z',
    takenFrom: 'dc01.kita.example',
    takenBy: 'reader@kita.example',
  });
  expect(snapshot.domain).toEqual({ name: 'KITA', dnsName: 'kita.example', sid: 'S-1-5-21-10-20-30' });
  expect(directorySnapshotSchema.parse(snapshot)).toEqual(snapshot);
});

test('no secret is asked for', async () => {
  const reader = memoryReader(smallDirectory());
  const asked = new Set<string>();
  await takeSnapshot(
    {
      ...reader,
      search(question) {
        for (const attribute of question.attributes) asked.add(attribute);
        return reader.search(question);
      },
    },
    NOW,
  );
  expect(asked).toContain('sAMAccountName');
  for (const attribute of asked) expect(attribute).not.toMatch(/pwd(?!LastSet)|password|laps|admpwd|credential|supplemental|keyMaterial|\*/i);
});

test('the order in which objects are read makes no difference', async () => {
  const objects: Objects = {
    ...smallDirectory(),
    [SATO]: personValues(1101, 'sato'),
    [`CN=b,${BASE}`]: personValues(1102, 'SATO'),
    [`CN=c,${BASE}`]: computerValues(1301, 'PC'),
  };
  const backwards = Object.fromEntries(Object.entries(objects).reverse());
  expect(await takeSnapshot(memoryReader(backwards), NOW)).toEqual(await takeSnapshot(memoryReader(objects), NOW));
});

describe('an account', () => {
  test('says when its password was set and when it expires; the values that mean never are no times', async () => {
    const set = await taken({ [SATO]: personValues(1101, 'sato', { pwdLastSet: '134074656000000000', accountExpires: '134091072000000000' }) });
    expect(set.accounts.find(({ name }) => name === 'sato')).toMatchObject({
      passwordSetAt: '2025-11-13T00:00:00.000Z',
      expiresAt: '2025-12-02T00:00:00.000Z',
    });
    for (const never of ['0', '9223372036854775807', '9000000000000000000', 'x', '-1']) {
      const given = await taken({ [SATO]: personValues(1101, 'sato', { pwdLastSet: never, accountExpires: never }) });
      expect(given.accounts.find(({ name }) => name === 'sato')).toMatchObject({ passwordSetAt: null, expiresAt: null });
    }
  });

  test.each([
    ['of a person', personValues(1101, 'x'), 'person'],
    ['of inetOrgPerson', personValues(1101, 'x', { objectClass: ['top', 'person', 'organizationalPerson', 'user', 'inetOrgPerson'] }), 'person'],
    ['with a service name', personValues(1101, 'x', { servicePrincipalName: 'HTTP/x' }), 'service'],
    ['krbtgt, with a service name', personValues(502, 'x', { servicePrincipalName: 'kadmin/changepw' }), 'person'],
    [
      'managed',
      computerValues(1101, 'x', { objectClass: ['top', 'user', 'computer', 'msDS-GroupManagedServiceAccount'], sAMAccountName: 'x' }),
      'service',
    ],
    ['of a trust', personValues(1101, 'x', { userAccountControl: '2080' }), 'service'],
  ])('%s', async (_, values, kind) => {
    expect((await taken({ [SATO]: values })).accounts.find(({ name }) => name === 'x')?.kind).toBe(kind);
  });
});

test.each([
  ['Windows 11 Pro', 'user terminal'],
  ['Windows 10 Enterprise LTSC', 'user terminal'],
  ['Mac OS X', 'user terminal'],
  ['Windows Server 2022 Standard', 'server'],
  ['Windows Server® 2008 Standard', 'server'],
  ['Windows Storage Server 2016', 'server'],
  ['Hyper-V Server', 'server'],
  ['NetApp Release 9', 'server'],
])('a computer with %s is a %s', async (operatingSystem, role) => {
  expect((await taken({ [SATO]: computerValues(1301, 'PC', { operatingSystem }) })).computers.find(({ name }) => name === 'PC')?.role).toBe(role);
});

describe('what cannot be read makes the snapshot incomplete', () => {
  test('a gap of the reader, with what it affects', async () => {
    const gap = { code: 'answer-cut', details: { base: BASE, count: 2 } };
    expect((await taken({}, { '(objectClass=group)': gap })).incomplete).toEqual([{ ...gap, affects: ['administrators'] }]);
    expect((await taken({}, { dnsNode: gap })).incomplete).toEqual([{ ...gap, affects: ['addresses'] }]);
    expect((await taken({}, { [`CN=AdminSDHolder,CN=System,${BASE}`]: gap })).incomplete).toEqual([{ ...gap, affects: ['administrators'] }]);
  });

  test('a search that was cut is told, and not everything that is missing because of it', async () => {
    const gap = { code: 'answer-no-connection', details: { base: BASE, count: 0 } };
    const { incomplete } = await takeSnapshot(memoryReader(without(`CN=Administrator,CN=Users,${BASE}`), { '!(objectClass=computer)': gap }), NOW);
    expect(incomplete).toEqual([{ ...gap, affects: ['administrators'] }]);
  });

  test.each([
    ['userAccountControl', personValues(1101, 'sato', { userAccountControl: [] }), ['administrators']],
    ['primaryGroupID', personValues(1101, 'sato', { primaryGroupID: [] }), ['administrators']],
    ['sAMAccountName', personValues(1101, 'sato', { sAMAccountName: [] }), ['administrators']],
    ['objectSid', personValues(1101, 'sato', { objectSid: [] }), ['administrators']],
    ['userAccountControl', computerValues(1301, 'PC', { userAccountControl: [] }), ['administrators', 'terminals']],
    ['objectSid', groupValues(sid(1201), 'g', [], { objectSid: [] }), ['administrators']],
  ])('%s', async (attribute, values, affects) => {
    expect((await taken({ [SATO]: values })).incomplete).toEqual([
      { code: 'attribute-unreadable', details: { attribute, count: 1, example: SATO }, affects },
    ]);
  });

  test('a member of a privileged group that is not there, or shows no more than its name, or is of another domain', async () => {
    const hidden = `CN=hidden,${BASE}`;
    const nameOnly = `CN=name only,${BASE}`;
    const elsewhere = 'CN=x,DC=honcho,DC=kita,DC=example';
    const child = {
      [`CN=HON,CN=Partitions,CN=Configuration,${BASE}`]: { objectClass: 'crossRef', nCName: 'DC=honcho,DC=kita,DC=example', nETBIOSName: 'HON' },
    };
    const administrators = groupValues(sid(512), 'Domain Admins', [`CN=Administrator,CN=Users,${BASE}`, hidden, nameOnly, elsewhere]);
    const { incomplete } = await taken({ ...child, [DOMAIN_ADMINS]: administrators, [nameOnly]: {} });
    expect(incomplete).toEqual([
      { code: 'member-elsewhere', details: { group: 'Domain Admins', member: elsewhere }, affects: ['administrators'] },
      { code: 'member-unreadable', details: { group: 'Domain Admins', member: hidden }, affects: ['administrators'] },
      { code: 'member-unreadable', details: { group: 'Domain Admins', member: nameOnly }, affects: ['administrators'] },
    ]);
  });

  test('a list of members that may not be read, of which members tell themselves', async () => {
    const snapshot = await taken({
      [SATO]: personValues(1101, 'sato', { memberOf: DOMAIN_ADMINS, tokenGroups: [sidBytes(sid(512)), sidBytes('S-1-5-32-544')] }),
    });
    expect(snapshot.incomplete).toEqual([{ code: 'members-hidden', details: { group: 'Domain Admins', count: 1 }, affects: ['administrators'] }]);
    expect(privilegeIn(snapshot, 'sato')).toBe('administrator: Domain Admins');
  });

  test.each([
    [DOMAIN_ADMINS, 'group-hidden', ['administrators']],
    [`CN=Backup Operators,CN=Builtin,${BASE}`, 'group-hidden', ['administrators']],
    [`CN=Administrator,CN=Users,${BASE}`, 'account-hidden', ['administrators']],
    [`CN=DC01,OU=Domain Controllers,${BASE}`, 'domain-controllers-hidden', ['terminals']],
    [`CN=AdminSDHolder,CN=System,${BASE}`, 'descriptor-unreadable', ['administrators']],
    [`CN=KITA,CN=Partitions,CN=Configuration,${BASE}`, 'netbios-name-unreadable', ['administrators']],
    [`DC=@,${ZONE}`, 'dns-zone-unreadable', ['addresses']],
  ])('%s does not show', async (dn, code, affects) => {
    expect((await takeSnapshot(memoryReader(without(dn)), NOW)).incomplete).toContainEqual(expect.objectContaining({ code, affects }));
  });

  test('permissions that may not be read, or are none', async () => {
    for (const nTSecurityDescriptor of [[], Buffer.from('none')]) {
      const values = groupValues(sid(512), 'Domain Admins', [`CN=Administrator,CN=Users,${BASE}`], { nTSecurityDescriptor });
      expect((await taken({ [DOMAIN_ADMINS]: values })).incomplete).toEqual([
        { code: 'descriptor-unreadable', details: { count: 1, example: DOMAIN_ADMINS }, affects: ['administrators'] },
      ]);
    }
  });

  test('operating systems, where none shows; a few without one are a warning', async () => {
    const silent = computerValues(1301, 'PC', { operatingSystem: [] });
    const controller = { [`CN=DC01,OU=Domain Controllers,${BASE}`]: computerValues(1000, 'DC01', { primaryGroupID: '516', operatingSystem: [] }) };
    const told = { details: { count: 1, example: 'PC' } };
    expect((await taken({ ...controller, [SATO]: silent })).incomplete).toEqual([
      { code: 'operating-systems-unreadable', ...told, affects: ['terminals'] },
    ]);
    expect(await taken({ [SATO]: silent })).toMatchObject({ incomplete: [], warnings: [{ code: 'operating-system-missing', ...told }] });
  });

  test('a domain that cannot be found is an error and no snapshot', async () => {
    await expect(takeSnapshot(memoryReader({}), NOW)).rejects.toMatchObject({ code: 'directory-domain-unreadable' });
    await expect(takeSnapshot(memoryReader(without(BASE)), NOW)).rejects.toMatchObject({ code: 'directory-domain-unreadable' });
  });
});

describe('what leaves it complete', () => {
  test('a reference to another domain of the forest, which is not asked for', async () => {
    const child = { [`CN=HON,CN=Partitions,CN=Configuration,${BASE}`]: { objectClass: 'crossRef', nCName: `DC=本庁,${BASE}`, nETBIOSName: 'HON' } };
    const referred = (to: string) => ({ code: 'answer-referred', details: { base: BASE, to } });
    const toChild = referred(`ldaps://honcho.kita.example/${encodeURIComponent(`DC=本庁,${BASE}`)}??sub`);
    expect((await taken(child, { '(objectClass=group)': toChild, objectSid: toChild })).incomplete).toEqual([]);
    const elsewhere = referred('ldaps://other.example/DC=other,DC=example');
    expect((await taken(child, { '(objectClass=group)': elsewhere })).incomplete).toEqual([{ ...elsewhere, affects: ['administrators'] }]);
  });

  test('a zone of DNS that is not kept in the directory: a warning', async () => {
    const { incomplete, warnings } = await takeSnapshot(memoryReader(without(ZONE)), NOW);
    expect({ incomplete, warnings }).toEqual({ incomplete: [], warnings: [{ code: 'dns-zone-elsewhere', details: { zone: 'kita.example' } }] });
  });
});

test('an account that has the name of another goes by its SID, and the snapshot can be read', async () => {
  const snapshot = await taken({
    [SATO]: personValues(1101, 'pc$'),
    [`CN=b,${BASE}`]: personValues(1100, 'PC$'),
    [`CN=PC,${BASE}`]: computerValues(1301, 'PC'),
  });
  expect(snapshot.accounts.map(({ name }) => name)).toEqual(['Administrator', 'PC$', sid(1101)]);
  expect(snapshot.computers.map(({ name }) => name)).toEqual(['DC01', sid(1301)]);
  expect(snapshot.incomplete.map((gap) => (typeof gap === 'string' ? gap : gap.code))).toEqual(['name-twice', 'name-twice']);
});

describe('groups', () => {
  const token = [sid(512), 'S-1-5-32-544'].map(sidBytes);
  const inDomainAdmins = (dn: string) => ({ [DOMAIN_ADMINS]: groupValues(sid(512), 'Domain Admins', [`CN=Administrator,CN=Users,${BASE}`, dn]) });

  test('a distribution group gives no rights', async () => {
    const list = `CN=list,${BASE}`;
    const snapshot = await taken({
      ...inDomainAdmins(list),
      [list]: groupValues(sid(1201), 'list', [SATO], { groupType: '2' }),
      [SATO]: personValues(1101, 'sato'),
    });
    expect(privilegeIn(snapshot, 'sato')).toBeUndefined();
    expect(snapshot.warnings).toEqual([]);
  });

  test('a contact in a privileged group is nobody', async () => {
    expect(await taken({ ...inDomainAdmins(SATO), [SATO]: { objectClass: ['top', 'contact'] } })).toMatchObject({ incomplete: [], warnings: [] });
  });

  test('everybody in a privileged group is a warning', async () => {
    const everybody = `CN=S-1-5-11,CN=ForeignSecurityPrincipals,${BASE}`;
    const values = { objectClass: ['top', 'foreignSecurityPrincipal'], objectSid: sidBytes('S-1-5-11') };
    const snapshot = await taken({ ...inDomainAdmins(everybody), [everybody]: values });
    expect(snapshot.warnings).toEqual([{ code: 'everybody-privileged', details: { holder: 'S-1-5-11', group: 'Domain Admins' } }]);
    expect(privilegeIn(snapshot, 'S-1-5-11')).toBe('administrator: Domain Admins');
    expect((await taken({ [everybody]: values })).accounts.map(({ kind }) => kind)).not.toContain('foreign');
  });

  test('tokenGroups that disagree are a warning that names the account, either way', async () => {
    const more = await taken({ [SATO]: personValues(1101, 'sato', { adminCount: '1', tokenGroups: token }) });
    expect(more.warnings).toEqual([
      { code: 'token-groups-disagree', details: { account: 'sato', more: 'Administrators, Domain Admins', fewer: '-' } },
    ]);
    const fewer = await taken({ ...inDomainAdmins(SATO), [SATO]: personValues(1101, 'sato') });
    expect(fewer.warnings).toEqual([
      { code: 'token-groups-disagree', details: { account: 'sato', more: '-', fewer: 'Administrators, Domain Admins' } },
    ]);
  });

  test('tokenGroups that may not be read are noted once, and nothing is missing', async () => {
    const unread = { tokenGroups: [] };
    const administrator = { [`CN=Administrator,CN=Users,${BASE}`]: personValues(500, 'Administrator', unread) };
    const snapshot = await taken({ ...inDomainAdmins(SATO), ...administrator, [SATO]: personValues(1101, 'sato', unread) });
    expect(snapshot).toMatchObject({ incomplete: [], warnings: [{ code: 'token-groups-unread', details: { count: 2 } }] });
  });
});

describe('shadow administrators', () => {
  const GET_CHANGES = '1131f6aa-9c07-11d1-f79f-00c04fc2dcd2';
  const GET_CHANGES_ALL = '1131f6ad-9c07-11d1-f79f-00c04fc2dcd2';
  const head = (...aces: readonly Ace[]) => ({
    [BASE]: { ...smallDirectory()[BASE], nTSecurityDescriptor: descriptorFor(...aces) },
  });
  const sync = (trustee: string) => [GET_CHANGES, GET_CHANGES_ALL].map((objectType) => ({ type: 5, mask: 0x100, objectType, trustee }));
  const sato = { [SATO]: personValues(1101, 'sato') };

  test('hold the right through a group', async () => {
    const team = { [`CN=team,${BASE}`]: groupValues(sid(1201), 'team', [SATO]) };
    expect(privilegeIn(await taken({ ...sato, ...team, ...head(...sync(sid(1201))) }), 'sato')).toBe(`shadow: team > DCSync ${BASE}`);
  });

  test('are not those who are administrators, operators by that group, the system or domain controllers', async () => {
    const holders = [sid(512), sid(500), 'S-1-5-32-548', 'S-1-5-18', 'S-1-5-9', 'S-1-3-0', sid(516), sid(498), 'S-1-5-21-1-2-3-519'];
    expect((await taken({ ...sato, ...head(...holders.flatMap(sync)) })).delegations).toEqual([]);
  });

  test('may be of another domain, whose administrators are none here', async () => {
    const held = { holder: 'S-1-5-21-1-2-3-512', right: 'DCSync', over: BASE };
    const { delegations, warnings } = await taken(head(...sync(held.holder)));
    expect({ delegations, warnings }).toEqual({ delegations: [held], warnings: [{ code: 'right-of-unknown', details: { ...held, count: 1 } }] });
  });

  test('that nobody knows are told once for each right, however many objects it is over', async () => {
    const orphan = { type: 0, mask: 0xf01ff, trustee: sid(9999) };
    const twice = [DOMAIN_ADMINS, `CN=Administrator,CN=Users,${BASE}`].map((dn) => [
      dn,
      { ...smallDirectory()[dn], nTSecurityDescriptor: descriptorFor(orphan) },
    ]);
    expect((await taken(Object.fromEntries(twice))).warnings).toEqual([
      { code: 'right-of-unknown', details: { holder: sid(9999), right: 'GenericAll', over: `CN=Administrator,CN=Users,${BASE}`, count: 2 } },
    ]);
  });

  test('are not everybody: a right of everybody is a warning', async () => {
    const snapshot = await taken({ ...sato, ...head(...sync(sid(513))) });
    expect(privilegeIn(snapshot, 'sato')).toBeUndefined();
    expect(snapshot.warnings).toEqual([{ code: 'right-of-everybody', details: { holder: sid(513), right: 'DCSync', over: BASE, count: 1 } }]);
  });

  test.each([
    ['sIDHistory of a privileged group', { sIDHistory: sidBytes(sid(512)) }, `shadow: SIDHistory ${DOMAIN_ADMINS}`],
    ['sIDHistory of another domain', { sIDHistory: sidBytes('S-1-5-21-1-2-3-512') }, undefined],
    [
      'delegation to a domain controller',
      { 'msDS-AllowedToDelegateTo': 'cifs/DC01' },
      `shadow: AllowedToDelegate CN=DC01,OU=Domain Controllers,${BASE}`,
    ],
    [
      'delegation to a port there',
      { 'msDS-AllowedToDelegateTo': 'x/dc01.kita.example:8080' },
      `shadow: AllowedToDelegate CN=DC01,OU=Domain Controllers,${BASE}`,
    ],
    ['delegation to a server', { 'msDS-AllowedToDelegateTo': 'cifs/sv01.kita.example' }, undefined],
    ['delegation to anything', { userAccountControl: '524800' }, `shadow: UnconstrainedDelegation ${BASE}`],
  ])('by %s', async (_, more, expected) => {
    expect(privilegeIn(await taken({ [SATO]: personValues(1101, 'sato', more) }), 'sato')).toBe(expected);
  });

  test('are never judged as administrators', async () => {
    const rows = rowsOfSnapshot(await taken({ [SATO]: personValues(1101, 'sato', { userAccountControl: '524800', adminCount: '1' }) }), 'lgwan');
    expect(rows.accounts.find((row) => row.account === 'sato')).toMatchObject({
      administrator: false,
      privilege: 'shadow',
      admin_count_leftover: true,
    });
  });
});
