import { accountFrom, computerFrom, foreignFrom, groupFrom, inOrderOfSid } from './directory-objects.ts';
import type { DirectoryReader } from './directory-reader.ts';
import { type DomainHead, readDomainHead } from './domain-head.ts';
import { Incompleteness } from './incompleteness.ts';
import { isEverybody, ridOfDomain } from './privileged-groups.ts';
import { isPowerful, type Privileges, privilegesIn } from './privileges.ts';
import { readDelegations } from './read-delegations.ts';
import { readNames } from './read-names.ts';
import { type DirectoryObjects, readObjects } from './read-objects.ts';
import type { DirectorySnapshot } from './snapshot-schema.ts';
import { checkTokenGroups } from './token-groups.ts';
import { withUniqueNames } from './unique-names.ts';

/** Groups that every domain has, and those that the first domain of a forest has: RIDs of the domain, and under S-1-5-32. */
const IN_EVERY_DOMAIN = [512, 516, 520];
const IN_FOREST_ROOT = [518, 519];
const BUILTIN = [544, 548, 549, 550, 551];

/**
 * Reads everything about one domain that the checks need. What could not be read stands in `incomplete`, with what cannot be said because of it.
 * The same directory gives the same snapshot but for `takenAt`. UserError: the domain controller does not even say which domain it is of.
 */
export async function takeSnapshot(reader: DirectoryReader, now: Date): Promise<DirectorySnapshot> {
  const incompleteness = new Incompleteness();
  const head = await readDomainHead(reader, incompleteness);
  const [objects, names] = await Promise.all([readObjects(reader, head, incompleteness), readNames(reader, head, incompleteness)]);
  const found = { ...snapshotOf(reader, head, objects, incompleteness, now), names };
  const delegations = await readDelegations(reader, head, objects, found, privilegesIn(found), incompleteness);
  const snapshot = { ...found, delegations };
  const privileges = privilegesIn(snapshot);
  await checkTokenGroups(reader, head, snapshot, privileges, incompleteness);
  if (objects.isWhole) {
    tellHiddenObjects(head, objects, snapshot, incompleteness);
    tellUnknownMembers(objects, snapshot, privileges, incompleteness);
    tellOperatingSystems(snapshot, incompleteness);
  }
  tellEverybody(snapshot, privileges, incompleteness);
  // Well-known identities such as Authenticated Users stand among the foreign ones only where they have a privilege.
  const accounts = snapshot.accounts.filter(({ sid, kind }) => kind !== 'foreign' || ridOfDomain(sid) !== null || privileges.holders.has(sid));
  return { ...snapshot, accounts, incomplete: incompleteness.missing, warnings: incompleteness.warnings };
}

function snapshotOf(
  reader: DirectoryReader,
  head: DomainHead,
  objects: DirectoryObjects,
  incompleteness: Incompleteness,
  now: Date,
): DirectorySnapshot {
  const accounts = [...objects.accounts].map(([sid, entry]) => accountFrom(entry, sid, head.sid));
  const foreign = [...objects.foreign].map(([sid, entry]) => foreignFrom(entry, sid));
  const computers = [...objects.computers].map(([sid, entry]) => computerFrom(entry, sid, head.sid));
  return {
    format: 'adlogon-directory',
    version: 1,
    takenAt: now.toISOString(),
    takenFrom: head.host,
    takenBy: reader.user,
    incomplete: [],
    warnings: [],
    domain: { name: head.name, dnsName: head.dnsName, sid: head.sid },
    ...withUniqueNames(inOrderOfSid([...accounts, ...foreign]), inOrderOfSid(computers), incompleteness),
    groups: inOrderOfSid([...objects.groups].map(([sid, entry]) => groupFrom(entry, sid, membersInOrder(objects.members.get(sid) ?? [])))),
    delegations: [],
    names: [],
  };
}

function membersInOrder(sids: readonly string[]): readonly string[] {
  return inOrderOfSid(sids.map((sid) => ({ sid }))).map(({ sid }) => sid);
}

/** Objects that are always there; when one does not show, others may not either. */
function tellHiddenObjects(head: DomainHead, objects: DirectoryObjects, snapshot: DirectorySnapshot, incompleteness: Incompleteness): void {
  const rids = head.isForestRoot ? [...IN_EVERY_DOMAIN, ...IN_FOREST_ROOT] : IN_EVERY_DOMAIN;
  for (const sid of [...rids.map((rid) => `${head.sid}-${rid}`), ...BUILTIN.map((rid) => `S-1-5-32-${rid}`)]) {
    if (!objects.groups.has(sid)) incompleteness.lacks('group-hidden', { sid }, ['administrators']);
  }
  if (!objects.accounts.has(`${head.sid}-500`)) incompleteness.lacks('account-hidden', { sid: `${head.sid}-500` }, ['administrators']);
  if (!snapshot.computers.some(({ role }) => role === 'domain controller'))
    incompleteness.lacks('domain-controllers-hidden', { domain: head.dnsName }, ['terminals']);
}

/** A member that is not known is a gap of a group that gives a privilege; of another group it is worth a look. */
function tellUnknownMembers(objects: DirectoryObjects, snapshot: DirectorySnapshot, { groups }: Privileges, incompleteness: Incompleteness): void {
  for (const { sid, name, members } of snapshot.groups) {
    const hidden = objects.hiddenMembers.get(sid) ?? 0;
    // Administrators holds at least the built-in Administrator.
    const emptied = sid === 'S-1-5-32-544' && members.length === 0;
    if (emptied || (hidden > 0 && groups.has(sid))) incompleteness.lacks('members-hidden', { group: name, count: hidden }, ['administrators']);
    else if (hidden > 0) incompleteness.warn('members-unlisted', { group: name, count: hidden });
  }
  const names = new Map(snapshot.groups.map(({ sid, name }) => [sid, name]));
  const others = new Map<string, string[]>();
  for (const { groupSid, dn, elsewhere } of objects.unknownMembers) {
    const group = names.get(groupSid) ?? groupSid;
    if (groups.has(groupSid) && elsewhere) incompleteness.lacks('member-elsewhere', { group, member: dn }, ['administrators']);
    else if (groups.has(groupSid)) incompleteness.lacks('member-unreadable', { group, member: dn }, ['administrators']);
    else if (!others.get(group)?.push(dn)) others.set(group, [dn]);
  }
  for (const [group, members] of others) {
    incompleteness.warn('members-unknown', { group, count: members.length, example: members.sort()[0] ?? '-' });
  }
}

function tellEverybody(snapshot: DirectorySnapshot, { groups }: Privileges, incompleteness: Incompleteness): void {
  for (const { sid, name, members } of snapshot.groups) {
    if (!isPowerful(groups.get(sid))) continue;
    for (const holder of members) if (isEverybody(holder)) incompleteness.warn('everybody-privileged', { holder, group: name });
  }
}

/** A terminal is told from a server by its operating system alone. */
function tellOperatingSystems({ computers }: DirectorySnapshot, incompleteness: Incompleteness): void {
  const silent = computers.filter(({ operatingSystem, role, enabled }) => operatingSystem === null && role !== 'domain controller' && enabled);
  const [example] = silent;
  if (example === undefined) return;
  const told = { count: silent.length, example: example.name };
  if (computers.some(({ operatingSystem }) => operatingSystem !== null)) incompleteness.warn('operating-system-missing', told);
  else incompleteness.lacks('operating-systems-unreadable', told, ['terminals']);
}
