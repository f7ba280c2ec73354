import { ASKED, ASKED_OF_COMPUTERS, ASKED_OF_GROUPS, kindOf } from './directory-objects.ts';
import type { DirectoryEntry, DirectoryReader } from './directory-reader.ts';
import { type DomainHead, gapsWithin } from './domain-head.ts';
import { sidOf, textOf, textsOf } from './entry-values.ts';
import { type Affected, type Incompleteness, isCut } from './incompleteness.ts';

/** Everything in the domain that can hold rights. */
export interface DirectoryObjects {
  readonly accounts: ReadonlyMap<string, DirectoryEntry>;
  readonly computers: ReadonlyMap<string, DirectoryEntry>;
  readonly groups: ReadonlyMap<string, DirectoryEntry>;
  readonly foreign: ReadonlyMap<string, DirectoryEntry>;
  /** SIDs of the direct members by SID of the group, without those through primaryGroupID. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** Members of which no more than the name is known. */
  readonly unknownMembers: readonly UnknownMember[];
  /** False: a search was cut, so that objects and members are missing without anybody having hidden them. */
  readonly isWhole: boolean;
  /** How many members of a group (by SID) only the members themselves name, in memberOf. */
  readonly hiddenMembers: ReadonlyMap<string, number>;
}

export interface UnknownMember {
  readonly groupSid: string;
  readonly dn: string;
  readonly elsewhere: boolean;
}

/** What every object of a kind has; without it, the account that asks may not read it. */
const MANDATORY = {
  account: ['objectSid', 'sAMAccountName', 'userAccountControl', 'primaryGroupID'],
  computer: ['objectSid', 'sAMAccountName', 'userAccountControl', 'primaryGroupID'],
  group: ['objectSid', 'sAMAccountName', 'groupType'],
  foreign: ['objectSid'],
} as const;
const AFFECTED: Readonly<Record<keyof typeof MANDATORY, readonly Affected[]>> = {
  account: ['administrators'],
  computer: ['administrators', 'terminals'],
  group: ['administrators'],
  foreign: ['administrators'],
};

/** All groups, accounts, computers and foreign security principals of the domain in a handful of searches, joined by member and memberOf here. */
export async function readObjects(reader: DirectoryReader, head: DomainHead, incompleteness: Incompleteness): Promise<DirectoryObjects> {
  const found = new Found(incompleteness);
  let isWhole = true;
  const read = async (filter: string, attributes: readonly string[], affects: readonly Affected[]) => {
    const { entries, gaps } = await reader.search({ base: head.dn, scope: 'sub', filter, attributes });
    const missing = gapsWithin(head, gaps);
    incompleteness.lacksAll(missing, affects);
    isWhole &&= !isCut(missing);
    for (const entry of entries) found.add(entry);
  };
  await Promise.all([
    read('(objectClass=group)', ASKED_OF_GROUPS, ['administrators']),
    read('(&(objectClass=user)(!(objectClass=computer)))', ASKED, ['administrators']),
    read('(objectClass=computer)', ASKED_OF_COMPUTERS, ['administrators', 'terminals']),
    // Contacts have no rights; that a member is one has to be known.
    read('(|(objectClass=foreignSecurityPrincipal)(objectClass=contact))', ['objectClass', 'objectSid', 'memberOf'], ['administrators']),
  ]);
  if (isWhole) await lookUpOthers(reader, head, found);
  found.tellUnreadable();
  return { ...found.kinds, ...joined(found, head), isWhole };
}

/** What was read, by SID and by DN. */
class Found {
  readonly kinds = {
    accounts: new Map<string, DirectoryEntry>(),
    computers: new Map<string, DirectoryEntry>(),
    groups: new Map<string, DirectoryEntry>(),
    foreign: new Map<string, DirectoryEntry>(),
  };
  /** SID by DN in lower case; null: an object without rights, or without a SID that can be read. */
  readonly sids = new Map<string, string | null>();
  readonly #incompleteness: Incompleteness;
  readonly #unreadable = new Map<
    string,
    { readonly affects: readonly Affected[]; readonly attribute: string; count: number; readonly example: string }
  >();

  constructor(incompleteness: Incompleteness) {
    this.#incompleteness = incompleteness;
  }

  add(entry: DirectoryEntry): void {
    const kind = kindOf(entry);
    const sid = sidOf(entry);
    // An object that shows nothing but its name is there, and may not be read.
    if (kind === 'hidden') return;
    this.sids.set(entry.dn.toLowerCase(), sid);
    if (kind === 'none') return;
    for (const attribute of MANDATORY[kind]) if (textOf(entry, attribute) === null) this.#lacks(kind, attribute, entry.dn);
    const { accounts, computers, groups, foreign } = this.kinds;
    // Of two objects with one SID (moved during the search, or a forgery) the first stays: every event would else be joined twice.
    const taken = sid === null || [accounts, computers, groups, foreign].some((known) => known.has(sid));
    if (!taken) ({ account: accounts, computer: computers, group: groups, foreign })[kind].set(sid, entry);
  }

  tellUnreadable(): void {
    for (const { affects, attribute, count, example } of this.#unreadable.values()) {
      this.#incompleteness.lacks('attribute-unreadable', { attribute, count, example }, affects);
    }
  }

  #lacks(kind: keyof typeof MANDATORY, attribute: string, dn: string): void {
    const key = `${kind} ${attribute}`;
    const before = this.#unreadable.get(key);
    // The same example whatever order they come in.
    const example = before === undefined || dn < before.example ? dn : before.example;
    this.#unreadable.set(key, { affects: AFFECTED[kind], attribute, count: (before?.count ?? 0) + 1, example });
  }
}

/** Members that no search brought are looked up by their names: an object of another class, made in the meantime, or not to be read. */
async function lookUpOthers(reader: DirectoryReader, head: DomainHead, found: Found): Promise<void> {
  const others = new Set(
    [...found.kinds.groups.values()].flatMap((group) => textsOf(group, 'member')).filter((dn) => !found.sids.has(dn.toLowerCase())),
  );
  await Promise.all(
    [...others]
      .filter((dn) => !isElsewhere(dn, head))
      .map(async (dn) => {
        const { entries } = await reader.search({
          base: dn,
          scope: 'base',
          filter: '(objectClass=*)',
          attributes: [...ASKED_OF_COMPUTERS, 'member', 'groupType'],
        });
        for (const entry of entries) found.add({ ...entry, dn });
      }),
  );
}

function joined(found: Found, head: DomainHead): Pick<DirectoryObjects, 'members' | 'unknownMembers' | 'hiddenMembers'> {
  const members = new Map([...found.kinds.groups.keys()].map((sid) => [sid, new Set<string>()]));
  const unknownMembers: UnknownMember[] = [];
  for (const [groupSid, group] of found.kinds.groups) {
    for (const dn of textsOf(group, 'member')) {
      const sid = found.sids.get(dn.toLowerCase());
      if (typeof sid === 'string') members.get(groupSid)?.add(sid);
      else if (sid === undefined) unknownMembers.push({ groupSid, dn, elsewhere: isElsewhere(dn, head) });
    }
  }
  const hiddenMembers = new Map<string, number>();
  for (const [sid, entry] of Object.values(found.kinds).flatMap((kind) => [...kind])) {
    for (const dn of textsOf(entry, 'memberOf')) {
      const groupSid = found.sids.get(dn.toLowerCase());
      const known = typeof groupSid === 'string' ? members.get(groupSid) : undefined;
      if (typeof groupSid !== 'string' || known === undefined || known.has(sid)) continue;
      known.add(sid);
      hiddenMembers.set(groupSid, (hiddenMembers.get(groupSid) ?? 0) + 1);
    }
  }
  return { members: new Map([...members].map(([sid, ones]) => [sid, [...ones]])), unknownMembers, hiddenMembers };
}

/** Whether an object is in another domain of the forest, which this domain controller does not answer for. */
function isElsewhere(dn: string, head: DomainHead): boolean {
  const domains = [head.dn, ...head.otherDomains].filter((domain) => dn.toLowerCase().endsWith(`,${domain.toLowerCase()}`));
  // A child domain's name ends with its parent's.
  const [longest] = domains.sort((one, other) => other.length - one.length);
  return longest !== head.dn;
}
