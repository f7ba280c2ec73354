import { describe, expect, test } from 'vitest';
import { type ObjectKind, replicators, rightsOver } from '../../src/directory/delegations.ts';
import { type AccessEntry, RIGHT } from '../../src/directory/security-descriptor.ts';

const A = 'S-1-5-21-10-20-30-1101';
const B = 'S-1-5-21-10-20-30-1102';
const TEAM = 'S-1-5-21-10-20-30-1201';
const OTHER_TEAM = 'S-1-5-21-10-20-30-1202';
const GET_CHANGES = '1131f6aa-9c07-11d1-f79f-00c04fc2dcd2';
const GET_CHANGES_ALL = '1131f6ad-9c07-11d1-f79f-00c04fc2dcd2';
const IN_FILTERED_SET = '89e95b76-444d-4c62-991a-0facbeda640c';
const MEMBER = 'bf9679c0-0de6-11d0-a285-00aa003049e2';
const MEMBERSHIP = 'bc0ac240-79a9-11d0-9020-00c04fc2d4cf';
const RESET = '00299570-246d-11d0-a768-00aa006e0529';
const CHANGE_OWN = 'ab721a53-1e2f-11d0-9819-00aa0040529b';
const KEY = '5b47d60f-6090-40b2-9f37-2a4de88f3063';
const SPN = 'f3a64788-5306-11d1-a9c5-0000f80367c1';
const TO_ACT = '3f78c3e5-f79a-46bd-a0b8-9d18116ddc79';

/** A is in TEAM and OTHER_TEAM. */
const groupsOf = (sid: string): ReadonlySet<string> => new Set(sid === A ? [TEAM, OTHER_TEAM] : []);

function allow(mask: number, objectType: string | null = null, trustee = A): AccessEntry {
  return { allows: true, mask, objectType, trustee };
}

function deny(mask: number, objectType: string | null = null, trustee = A): AccessEntry {
  return { allows: false, mask, objectType, trustee };
}

function rights(kind: ObjectKind, ...entries: readonly AccessEntry[]) {
  return rightsOver(kind, { owner: null, entries }, groupsOf).map(({ right }) => right);
}

describe('rights that are worth a privilege', () => {
  test.each<[ObjectKind, string, AccessEntry, readonly string[]]>([
    ['group', 'full control', allow(RIGHT.all), ['GenericAll']],
    ['domain', 'permissions', allow(RIGHT.writeDacl), ['WriteDacl']],
    ['account', 'the owner', allow(RIGHT.writeOwner), ['WriteOwner']],
    ['account', 'every attribute', allow(RIGHT.writeProperty), ['GenericWrite']],
    ['domain', 'every extended right', allow(RIGHT.controlAccess), ['AllExtendedRights']],
    ['account', 'every extended right', allow(RIGHT.controlAccess), ['AllExtendedRights']],
    ['group', 'every extended right', allow(RIGHT.controlAccess), []],
    ['group', 'member', allow(RIGHT.writeProperty, MEMBER), ['AddMember']],
    ['group', 'oneself as member', allow(RIGHT.self, MEMBER), ['AddMember']],
    ['group', 'every validated write', allow(RIGHT.self), ['AddMember']],
    ['group', 'the property set of member', allow(RIGHT.writeProperty, MEMBERSHIP), ['AddMember']],
    ['group', 'reading member', allow(0x10, MEMBER), []],
    ['account', 'member', allow(RIGHT.writeProperty, MEMBER), []],
    ['adminSDHolder', 'member', allow(RIGHT.writeProperty, MEMBER), ['AddMember']],
    ['account', 'setting the password', allow(RIGHT.controlAccess, RESET), ['ForceChangePassword']],
    ['adminSDHolder', 'setting the password', allow(RIGHT.controlAccess, RESET), ['ForceChangePassword']],
    ['account', 'changing the password with the old one', allow(RIGHT.controlAccess, CHANGE_OWN), []],
    ['account', 'the keys', allow(RIGHT.writeProperty, KEY), ['AddKeyCredentialLink']],
    ['account', 'the service names', allow(RIGHT.self, SPN), ['WriteSPN']],
    ['computer', 'who may act there', allow(RIGHT.writeProperty, TO_ACT), ['AddAllowedToAct']],
    ['account', 'full control of one attribute that matters not', allow(RIGHT.all, '00000000-0000-0000-0000-000000000001'), []],
    ['group', 'full control of member', allow(RIGHT.all, MEMBER), ['AddMember']],
    ['domain', 'making and deleting objects', allow(0x3), []],
  ])('%s: %s', (kind, _, entry, expected) => {
    expect(rights(kind, entry)).toEqual(expected);
  });

  test('several in one entry are named one by one', () => {
    expect(rights('account', allow(RIGHT.writeDacl | RIGHT.writeOwner | RIGHT.writeProperty | RIGHT.controlAccess))).toEqual([
      'WriteDacl',
      'WriteOwner',
      'GenericWrite',
      'AllExtendedRights',
    ]);
  });

  test('the owner may change permissions, unless OWNER RIGHTS say what else', () => {
    const bound = { allows: true, mask: 0x20000, objectType: null, trustee: 'S-1-3-4' };
    expect(rightsOver('account', { owner: B, entries: [] }, groupsOf)).toEqual([{ holder: B, right: 'Owns' }]);
    expect(rightsOver('account', { owner: B, entries: [bound] }, groupsOf)).toEqual([]);
    expect(rightsOver('account', { owner: B, entries: [{ ...bound, mask: RIGHT.writeDacl }] }, groupsOf)).toEqual([
      { holder: B, right: 'WriteDacl' },
    ]);
  });

  test('without a list everybody has everything', () => {
    expect(rightsOver('group', { owner: null, entries: null }, groupsOf)).toEqual([{ holder: 'S-1-1-0', right: 'GenericAll' }]);
  });
});

describe('an entry that denies', () => {
  test.each([
    ['before, takes the right', [deny(RIGHT.controlAccess, RESET), allow(RIGHT.controlAccess, RESET)], []],
    ['before, about everything, takes the right', [deny(RIGHT.controlAccess), allow(RIGHT.controlAccess, RESET)], []],
    ['before, to a group of the holder, takes the right', [deny(RIGHT.all, null, TEAM), allow(RIGHT.all)], []],
    ['before, to everyone, takes the right', [deny(RIGHT.all, null, 'S-1-1-0'), allow(RIGHT.all)], []],
    ['behind, comes too late', [allow(RIGHT.controlAccess, RESET), deny(RIGHT.controlAccess, RESET)], ['ForceChangePassword']],
    ['of somebody else, takes nothing', [deny(RIGHT.all, null, B), allow(RIGHT.all)], ['GenericAll']],
    ['about another attribute, takes nothing', [deny(RIGHT.all, MEMBER), allow(RIGHT.controlAccess, RESET)], ['ForceChangePassword']],
    ['about one attribute, leaves the rest', [deny(RIGHT.writeProperty, MEMBER), allow(RIGHT.all)], ['GenericAll']],
    ['takes its part of full control', [deny(RIGHT.writeDacl | RIGHT.writeOwner), allow(RIGHT.all)], ['GenericWrite', 'AllExtendedRights']],
  ])('%s', (_, entries, expected) => {
    expect(rights('account', ...entries)).toEqual(expected);
  });
});

describe('replicating all secrets', () => {
  const holders = (...entries: readonly AccessEntry[]) => replicators({ owner: null, entries }, groupsOf, [A, B]);

  test('takes both rights', () => {
    expect(holders(allow(RIGHT.controlAccess, GET_CHANGES), allow(RIGHT.controlAccess, GET_CHANGES_ALL))).toEqual([A]);
    expect(holders(allow(RIGHT.controlAccess, GET_CHANGES))).toEqual([]);
    expect(holders(allow(RIGHT.controlAccess, GET_CHANGES_ALL))).toEqual([]);
    expect(holders(allow(RIGHT.controlAccess, GET_CHANGES), allow(RIGHT.controlAccess, IN_FILTERED_SET))).toEqual([]);
  });

  test('is held by a group as by an account', () => {
    expect(holders(allow(RIGHT.controlAccess, GET_CHANGES, TEAM), allow(RIGHT.controlAccess, GET_CHANGES_ALL, TEAM))).toEqual([TEAM]);
  });

  test('may come half from a group, or from two groups', () => {
    expect(holders(allow(RIGHT.controlAccess, GET_CHANGES, TEAM), allow(RIGHT.controlAccess, GET_CHANGES_ALL, A))).toEqual([A]);
    expect(holders(allow(RIGHT.controlAccess, GET_CHANGES, TEAM), allow(RIGHT.controlAccess, GET_CHANGES_ALL, OTHER_TEAM))).toEqual([A]);
  });

  test('may come half from everybody', () => {
    expect(holders(allow(RIGHT.controlAccess, GET_CHANGES, 'S-1-5-11'), allow(RIGHT.controlAccess, GET_CHANGES_ALL, B))).toEqual([B]);
  });
});
