import { type AccessEntry, RIGHT, type SecurityDescriptor } from './security-descriptor.ts';
import type { Delegation } from './snapshot-schema.ts';

export type ObjectKind = 'domain' | 'adminSDHolder' | 'group' | 'account' | 'computer';

/** GUIDs of extended rights, validated writes, attributes and property sets ([MS-ADTS] 5.1.3.2.1, [MS-ADA1–3]). */
const GUID = {
  getChanges: '1131f6aa-9c07-11d1-f79f-00c04fc2dcd2',
  getChangesAll: '1131f6ad-9c07-11d1-f79f-00c04fc2dcd2',
  forceChangePassword: '00299570-246d-11d0-a768-00aa006e0529',
  member: 'bf9679c0-0de6-11d0-a285-00aa003049e2',
  membership: 'bc0ac240-79a9-11d0-9020-00c04fc2d4cf', // property set of member
  servicePrincipalName: 'f3a64788-5306-11d1-a9c5-0000f80367c1',
  keyCredentialLink: '5b47d60f-6090-40b2-9f37-2a4de88f3063',
  allowedToAct: '3f78c3e5-f79a-46bd-a0b8-9d18116ddc79',
  accountRestrictions: '4c164200-20c0-11d0-a768-00aa006e0529', // property set of the former
} as const;

/** Schema GUIDs of the classes that rights are handed down to, by name in lower case. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ['user', 'bf967aba-0de6-11d0-a285-00aa003049e2'],
  ['inetorgperson', '4828cc14-1437-45bc-9b07-ad6f015e5f28'],
  ['computer', 'bf967a86-0de6-11d0-a285-00aa003049e2'],
  ['msds-groupmanagedserviceaccount', '7b8b558a-93a5-4af7-adca-c017e67f1057'],
  ['msds-managedserviceaccount', 'ce206244-5827-4a86-ba1c-1c0c386c1b64'],
  ['group', 'bf967a9c-0de6-11d0-a285-00aa003049e2'],
  ['domaindns', '19195a5b-6da0-11d0-afd3-00c04fd930c9'],
  ['container', 'bf967a8b-0de6-11d0-a285-00aa003049e2'],
]);

/** Whoever is in no group but these two. */
const IN_EVERY_TOKEN = ['S-1-1-0', 'S-1-5-11'];
const OWNER_RIGHTS = 'S-1-3-4';

export function classGuids(objectClasses: readonly string[]): ReadonlySet<string> {
  return new Set(objectClasses.flatMap((name) => CLASSES.get(name.toLowerCase()) ?? []));
}

/** Who holds which right, by the list of one object. */
export interface HeldRight {
  readonly holder: string;
  readonly right: Delegation['right'];
}

/**
 * The rights over one object that are as good as being privileged. `groupsOf`: all groups of a SID, nested ones included.
 * An entry that denies, to the holder or to a group of it, takes from those that come behind it.
 */
export function rightsOver(kind: ObjectKind, descriptor: SecurityDescriptor, groupsOf: (sid: string) => ReadonlySet<string>): readonly HeldRight[] {
  const { owner, entries } = descriptor;
  if (entries === null) return [{ holder: 'S-1-1-0', right: 'GenericAll' }];
  const held: HeldRight[] = [];
  // OWNER RIGHTS say what an owner may do, instead of everything about permissions.
  const ownerIsBound = entries.some(({ trustee }) => trustee === OWNER_RIGHTS);
  if (owner !== null && !ownerIsBound) held.push({ holder: owner, right: 'Owns' });
  const granted = entries.flatMap((entry, at) => grantOf(entry, entries.slice(0, at), groupsOf));
  for (const { mask, objectType, trustee } of granted) {
    const holder = trustee === OWNER_RIGHTS ? owner : trustee;
    if (holder !== null) for (const right of rightsIn(kind, mask, objectType)) held.push({ holder, right });
  }
  return held;
}

/** Who may replicate all secrets: needs both rights, each of which may come from another group. `everyone`: SIDs of all accounts and computers. */
export function replicators(
  descriptor: SecurityDescriptor,
  groupsOf: (sid: string) => ReadonlySet<string>,
  everyone: readonly string[],
): readonly string[] {
  const entries = descriptor.entries ?? [];
  const granted = entries
    .flatMap((entry, at) => grantOf(entry, entries.slice(0, at), groupsOf))
    .filter(({ mask }) => (mask & RIGHT.controlAccess) !== 0);
  const holdersOf = (guid: string) =>
    new Set(granted.filter(({ objectType }) => objectType === guid || objectType === null).map(({ trustee }) => trustee));
  const some = holdersOf(GUID.getChanges);
  const all = holdersOf(GUID.getChangesAll);
  const has = (sid: string, holders: ReadonlySet<string>) => holders.has(sid) || tokenOf(sid, groupsOf).some((one) => holders.has(one));
  const direct = [...new Set([...some, ...all])].filter((sid) => has(sid, some) && has(sid, all));
  const covered = new Set(direct);
  const joined = everyone.filter(
    (sid) => !covered.has(sid) && !tokenOf(sid, groupsOf).some((one) => covered.has(one)) && has(sid, some) && has(sid, all),
  );
  return [...direct, ...joined];
}

interface Grant {
  readonly mask: number;
  readonly objectType: string | null;
  readonly trustee: string;
}

/** What an entry that allows leaves after the entries before it that deny. */
function grantOf(entry: AccessEntry, before: readonly AccessEntry[], groupsOf: (sid: string) => ReadonlySet<string>): readonly Grant[] {
  if (!entry.allows) return [];
  const denials = before.filter((other) => !other.allows && (other.objectType === null || other.objectType === entry.objectType));
  if (denials.length === 0) return [entry];
  const token = new Set([entry.trustee, ...tokenOf(entry.trustee, groupsOf)]);
  let { mask } = entry;
  for (const denial of denials) if (token.has(denial.trustee)) mask &= ~denial.mask;
  return mask === 0 ? [] : [{ mask, objectType: entry.objectType, trustee: entry.trustee }];
}

function tokenOf(sid: string, groupsOf: (sid: string) => ReadonlySet<string>): readonly string[] {
  return [...groupsOf(sid), ...IN_EVERY_TOKEN];
}

function rightsIn(kind: ObjectKind, mask: number, objectType: string | null): readonly Delegation['right'][] {
  if (objectType !== null) return typedRights(kind, mask, objectType);
  if ((mask & RIGHT.all) === RIGHT.all) return ['GenericAll'];
  const rights: Delegation['right'][] = [];
  if (mask & RIGHT.writeDacl) rights.push('WriteDacl');
  if (mask & RIGHT.writeOwner) rights.push('WriteOwner');
  if (mask & RIGHT.writeProperty) rights.push('GenericWrite');
  else if (mask & RIGHT.self) rights.push(...typedRights(kind, RIGHT.self, kind === 'group' ? GUID.member : GUID.servicePrincipalName));
  // No extended right of a group is worth anything.
  if (mask & RIGHT.controlAccess && kind !== 'group') rights.push('AllExtendedRights');
  return rights;
}

function typedRights(kind: ObjectKind, mask: number, objectType: string): readonly Delegation['right'][] {
  const groupLike = kind === 'group' || kind === 'adminSDHolder';
  const accountLike = kind === 'account' || kind === 'computer' || kind === 'adminSDHolder';
  const writes = (mask & RIGHT.writeProperty) !== 0;
  const writesItself = writes || (mask & RIGHT.self) !== 0;
  switch (objectType) {
    case GUID.member:
      return groupLike && writesItself ? ['AddMember'] : [];
    case GUID.membership:
      return groupLike && writes ? ['AddMember'] : [];
    case GUID.forceChangePassword:
      return accountLike && mask & RIGHT.controlAccess ? ['ForceChangePassword'] : [];
    case GUID.keyCredentialLink:
      return accountLike && writes ? ['AddKeyCredentialLink'] : [];
    case GUID.servicePrincipalName:
      return (kind === 'account' || kind === 'adminSDHolder') && writesItself ? ['WriteSPN'] : [];
    case GUID.allowedToAct:
    case GUID.accountRestrictions:
      return kind === 'computer' && writes ? ['AddAllowedToAct'] : [];
    default:
      return [];
  }
}
