import { describe, expect, test } from 'vitest';
import { privilegesOf } from '../../src/directory/privileges.ts';
import type { Delegation, DirectorySnapshot } from '../../src/directory/snapshot-schema.ts';
import { account, computer, DOMAIN_SID, group, sid, snapshotOf } from './snapshot.ts';

const PERSON = sid(1101);

/** What the person of the test is, as `privilege: path`, or null. */
function privilegeOf(who: string, snapshot: DirectorySnapshot): string | null {
  const found = privilegesOf(snapshot).get(who);
  return found === undefined ? null : `${found.privilege}: ${found.path.join(' > ')}`;
}

describe('groups count by SID and RID, never by name', () => {
  test.each([
    [sid(512), 'ドメイン管理者', 'administrator'],
    [sid(518), 'x', 'administrator'],
    [sid(519), 'x', 'administrator'],
    [sid(520), 'x', 'administrator'],
    [sid(516), 'x', 'administrator'],
    [sid(521), 'x', 'administrator'],
    [sid(498), 'x', 'administrator'],
    ['S-1-5-32-544', 'x', 'administrator'],
    ['S-1-5-32-548', 'x', 'operator'],
    ['S-1-5-32-549', 'x', 'operator'],
    ['S-1-5-32-550', 'x', 'operator'],
    ['S-1-5-32-551', 'x', 'operator'],
    [sid(526), 'x', 'operator'],
    [sid(527), 'x', 'operator'],
    [sid(1201), 'DNSADMINS', 'operator'],
    ['S-1-5-32-555', 'x', 'special'],
    ['S-1-5-32-556', 'x', 'special'],
    ['S-1-5-32-562', 'x', 'special'],
    ['S-1-5-32-578', 'x', 'special'],
    ['S-1-5-32-580', 'x', 'special'],
  ])('%s named %s makes a member %s', (groupSid, name, privilege) => {
    const snapshot = snapshotOf({ accounts: [account(1101)], groups: [group(groupSid, name, [PERSON])] });
    expect(privilegeOf(PERSON, snapshot)).toBe(`${privilege}: ${name}`);
  });

  test.each([
    [sid(1202), 'Domain Admins'],
    ['S-1-5-32-545', 'Administrators'],
    [sid(513), 'Domain Users'],
    [sid(5120), 'x'],
    ['S-1-5-32-1201', 'DnsAdmins'],
  ])('%s named %s gives nothing', (groupSid, name) => {
    const snapshot = snapshotOf({ accounts: [account(1101)], groups: [group(groupSid, name, [PERSON])] });
    expect(privilegeOf(PERSON, snapshot)).toBeNull();
  });
});

describe('the path of groups', () => {
  const nested = snapshotOf({
    accounts: [account(1101)],
    groups: [group(sid(512), 'Domain Admins', [sid(1201)]), group(sid(1201), '情報政策課管理者', [PERSON])],
  });

  test('leaves out the account itself and ends with the group that gives the privilege', () => {
    expect(privilegeOf(PERSON, nested)).toBe('administrator: 情報政策課管理者 > Domain Admins');
  });

  test('stops at the first group that gives the privilege', () => {
    const snapshot = { ...nested, groups: [...nested.groups, group('S-1-5-32-544', 'Administrators', [sid(512)])] };
    expect(privilegeOf(PERSON, snapshot)).toBe('administrator: 情報政策課管理者 > Domain Admins');
  });

  test('prefers the stronger privilege to the shorter path', () => {
    const snapshot = { ...nested, groups: [...nested.groups, group('S-1-5-32-551', 'Backup Operators', [PERSON])] };
    expect(privilegeOf(PERSON, snapshot)).toBe('administrator: 情報政策課管理者 > Domain Admins');
  });

  test('prefers the shorter path among equals, then code-unit order, whatever the order in the file', () => {
    const groups = [
      group(sid(512), 'Domain Admins', [sid(1203), sid(1202), sid(1201)]),
      group(sid(1201), 'long', [sid(1204)]),
      group(sid(1204), 'a', [PERSON]),
      group(sid(1202), 'c', [PERSON]),
      group(sid(1203), 'b', [PERSON]),
    ];
    for (const order of [groups, groups.toReversed()]) {
      expect(privilegeOf(PERSON, snapshotOf({ accounts: [account(1101)], groups: order }))).toBe('administrator: b > Domain Admins');
    }
  });

  test('survives groups that are members of each other, and finds the way out', () => {
    const snapshot = snapshotOf({
      accounts: [account(1101), account(1102)],
      groups: [
        group(sid(1201), 'one', [sid(1202), PERSON]),
        group(sid(1202), 'two', [sid(1201), sid(1202)]),
        group('S-1-5-32-544', 'Administrators', [sid(1202)]),
        group(sid(1203), 'three', [sid(1204), sid(1102)]),
        group(sid(1204), 'four', [sid(1203)]),
      ],
    });
    expect(privilegeOf(PERSON, snapshot)).toBe('administrator: one > two > Administrators');
    expect(privilegeOf(sid(1102), snapshot)).toBeNull();
  });
});

describe('primary groups', () => {
  test('make a person an administrator without any member entry', () => {
    const snapshot = snapshotOf({ accounts: [account(1101, { primaryGroup: sid(512) })], groups: [group(sid(512), 'Domain Admins', [])] });
    expect(privilegeOf(PERSON, snapshot)).toBe('administrator: Domain Admins');
  });

  test('count when they are nested in a privileged group', () => {
    const snapshot = snapshotOf({
      accounts: [account(1101, { primaryGroup: sid(1201) })],
      groups: [group(sid(512), 'Domain Admins', [sid(1201)]), group(sid(1201), 'helpdesk', [])],
    });
    expect(privilegeOf(PERSON, snapshot)).toBe('administrator: helpdesk > Domain Admins');
  });

  test('count by SID when the group itself could not be read', () => {
    const snapshot = snapshotOf({ accounts: [account(1101, { primaryGroup: sid(512) })] });
    expect(privilegeOf(PERSON, snapshot)).toBe(`administrator: ${DOMAIN_SID}-512`);
  });
});

describe('accounts that need no group', () => {
  test.each([
    [account(500), 'administrator: RID 500'],
    [account(502), 'special: RID 502'],
    [account(5001), null],
    [account(1101, { sid: 'S-1-5-21-7-7-7-500', kind: 'foreign' }), null],
  ])('%o', (one, expected) => {
    expect(privilegeOf(one.sid, snapshotOf({ accounts: [one] }))).toBe(expected);
  });

  test('the group is named where there is one', () => {
    const snapshot = snapshotOf({ accounts: [account(500)], groups: [group(sid(512), 'Domain Admins', [sid(500)])] });
    expect(privilegeOf(sid(500), snapshot)).toBe('administrator: Domain Admins');
  });

  test('a foreign account in a group of ours is privileged', () => {
    const foreign = account(1101, { sid: 'S-1-5-21-7-7-7-1105', kind: 'foreign' });
    const snapshot = snapshotOf({ accounts: [foreign], groups: [group('S-1-5-32-544', 'Administrators', [foreign.sid])] });
    expect(privilegeOf(foreign.sid, snapshot)).toBe('administrator: Administrators');
  });
});

describe('computers', () => {
  const MACHINE = sid(1301);

  test.each([516, 521, 498])('are nothing through the domain controllers group %i', (rid) => {
    const snapshot = snapshotOf({
      computers: [computer(1301, { primaryGroup: sid(rid) })],
      groups: [group(sid(rid), 'Domain Controllers', [MACHINE])],
    });
    expect(privilegeOf(MACHINE, snapshot)).toBeNull();
  });

  test('are privileged through any other group, also one that holds the domain controllers', () => {
    const snapshot = snapshotOf({
      computers: [computer(1301), computer(1302, { primaryGroup: sid(516) })],
      groups: [group(sid(516), 'Domain Controllers', []), group('S-1-5-32-544', 'Administrators', [MACHINE, sid(516)])],
    });
    expect(privilegeOf(MACHINE, snapshot)).toBe('administrator: Administrators');
    expect(privilegeOf(sid(1302), snapshot)).toBe('administrator: Domain Controllers > Administrators');
  });
});

test('a chain of 1,000 groups is walked to its end', () => {
  const chain = Array.from({ length: 1_000 }, (_, at) => group(sid(10_000 + at), `g${at}`, [at === 0 ? PERSON : sid(10_000 + at - 1)]));
  const snapshot = snapshotOf({ accounts: [account(1101)], groups: [...chain, group(sid(512), 'Domain Admins', [sid(10_999)])] });
  expect(privilegesOf(snapshot).get(PERSON)?.path).toHaveLength(1_001);
});

describe('rights', () => {
  const head = 'DC=kita,DC=example';
  const delegation = (holder: string, right: Delegation['right'], over = head): Delegation => ({ holder, right, over });

  test('make a shadow administrator of the account, and of everybody in the group, that holds them', () => {
    const snapshot = snapshotOf({
      accounts: [account(1101), account(1102)],
      groups: [group(sid(1201), 'team', [sid(1202)]), group(sid(1202), 'section', [sid(1102)])],
      delegations: [delegation(PERSON, 'WriteDacl'), delegation(sid(1201), 'DCSync')],
    });
    expect(privilegeOf(PERSON, snapshot)).toBe(`shadow: WriteDacl ${head}`);
    expect(privilegeOf(sid(1102), snapshot)).toBe(`shadow: section > team > DCSync ${head}`);
  });

  test('are weaker than an operator and stronger than special access', () => {
    const held = { accounts: [account(1101)], delegations: [delegation(PERSON, 'DCSync')] };
    const inGroup = (groupSid: string) => privilegeOf(PERSON, snapshotOf({ ...held, groups: [group(groupSid, 'g', [PERSON])] }));
    expect(inGroup('S-1-5-32-551')).toBe('operator: g');
    expect(inGroup('S-1-5-32-555')).toBe(`shadow: DCSync ${head}`);
  });

  test('are told by the strongest of several, whatever their order', () => {
    const several = [delegation(PERSON, 'UnconstrainedDelegation'), delegation(PERSON, 'AddMember', 'CN=b'), delegation(PERSON, 'AddMember', 'CN=a')];
    for (const delegations of [several, several.toReversed()]) {
      expect(privilegeOf(PERSON, snapshotOf({ accounts: [account(1101)], delegations }))).toBe('shadow: AddMember CN=a');
    }
  });

  test.each(['S-1-1-0', 'S-1-5-11', sid(513), sid(515), 'S-1-5-32-554'])('of everybody (%s) make nobody one, also through a group', (everybody) => {
    const snapshot = snapshotOf({
      accounts: [account(1101)],
      computers: [computer(1301)],
      groups: [group(everybody, 'everybody', [PERSON]), group(sid(1201), 'team', [everybody])],
      delegations: [delegation(everybody, 'DCSync'), delegation(sid(1201), 'DCSync')],
    });
    expect(privilegesOf(snapshot).size).toBe(0);
  });

  test('of the domain controllers make no domain controller one', () => {
    const snapshot = snapshotOf({
      computers: [computer(1301, { primaryGroup: sid(516) })],
      groups: [group(sid(516), 'Domain Controllers', [])],
      delegations: [delegation(sid(516), 'DCSync')],
    });
    expect(privilegesOf(snapshot).size).toBe(0);
  });
});

test('the built-in Administrator stays one, whatever weaker group it is in', () => {
  expect(privilegeOf(sid(500), snapshotOf({ accounts: [account(500)], groups: [group('S-1-5-32-555', 'Remote Desktop Users', [sid(500)])] }))).toBe(
    'administrator: RID 500',
  );
});

test('a distribution group gives no rights, and a member of it no rights of the group it is in', () => {
  const list = { ...group(sid(1201), 'list', [PERSON]), securityEnabled: false };
  expect(privilegeOf(PERSON, snapshotOf({ accounts: [account(1101)], groups: [group(sid(512), 'Domain Admins', [sid(1201)]), list] }))).toBeNull();
});
