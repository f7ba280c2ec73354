import { delegatedServices } from './delegated-services.ts';
import { classGuids, type ObjectKind, replicators, rightsOver } from './delegations.ts';
import type { DirectoryEntry, DirectoryReader } from './directory-reader.ts';
import { type DomainHead, gapsWithin } from './domain-head.ts';
import { bytesOf, sidOf, textsOf } from './entry-values.ts';
import { equals } from './filter.ts';
import { type Incompleteness, isCut } from './incompleteness.ts';
import { groupsAbove, type MembershipGraph } from './membership-graph.ts';
import { isDomainControllerGroup, isEverybody, privilegeOfGroup, ridOfDomain } from './privileged-groups.ts';
import { isPowerful, type Privileges } from './privileges.ts';
import type { DirectoryObjects } from './read-objects.ts';
import { type SecurityDescriptor, securityDescriptorFrom } from './security-descriptor.ts';
import type { Delegation, DirectorySnapshot } from './snapshot-schema.ts';

/** SIDs in one filter: a request stays small, and most domains need one or two. */
const SIDS_AT_ONCE = 100;
/**
 * Parts of the system, and stand-ins for whoever owns, made or is the object: SYSTEM, the services of a domain controller, SELF, CREATOR OWNER, CREATOR GROUP,
 * Enterprise Domain Controllers.
 */
const SYSTEM: ReadonlySet<string> = new Set(['S-1-5-18', 'S-1-5-19', 'S-1-5-20', 'S-1-5-10', 'S-1-3-0', 'S-1-3-1', 'S-1-5-9']);

/** RIDs of groups that stand in the first domain of the forest and rule in all of it: Schema Admins, Enterprise Admins, Enterprise Key Admins. */
const FOREST_WIDE: ReadonlySet<number> = new Set([518, 519, 527]);

/** An object worth a right over it. */
interface Target {
  readonly sid: string;
  readonly kind: ObjectKind;
  readonly dn: string;
}

/**
 * Rights over the domain, AdminSDHolder and every group, account and computer that is an administrator or an operator, and over domain controllers and krbtgt;
 * one step, so that power over a shadow administrator is not followed. Holders that are administrators already, or operators by the group that holds the right, are left out.
 */
export async function readDelegations(
  reader: DirectoryReader,
  head: DomainHead,
  objects: DirectoryObjects,
  snapshot: DirectorySnapshot,
  privileges: Privileges,
  incompleteness: Incompleteness,
): Promise<Delegation[]> {
  const groupsOf = remembered(privileges.graph);
  const targets = targetsOf(snapshot, privileges, head);
  const [holder, descriptors] = await Promise.all([
    reader.search({
      base: `CN=AdminSDHolder,CN=System,${head.dn}`,
      scope: 'base',
      filter: '(objectClass=*)',
      attributes: ['objectClass', 'nTSecurityDescriptor'],
      withDescriptor: true,
    }),
    readDescriptors(reader, head, targets, incompleteness),
  ]);
  incompleteness.lacksAll(holder.gaps, ['administrators']);
  const [adminSDHolder] = holder.entries;

  const powerful = new Set([...privileges.holders, ...privileges.groups].filter(([, privileged]) => isPowerful(privileged)).map(([sid]) => sid));
  const found: Delegation[] = [...delegatedServices(head, objects, snapshot, powerful)];
  const unreadable: string[] = [];
  const look = (entry: DirectoryEntry | undefined, { kind, dn, sid }: Target) => {
    const descriptor = entry === undefined ? null : descriptorOf(entry);
    if (descriptor === null) {
      unreadable.push(dn);
      return;
    }
    const rights = rightsOver(kind, descriptor, groupsOf);
    for (const { holder: who, right } of rights) if (who !== sid) found.push({ holder: who, right, over: dn });
    if (kind !== 'domain') return;
    const complete = new Set(rights.filter(({ right }) => right === 'GenericAll' || right === 'AllExtendedRights').map((one) => one.holder));
    const everyone = [...snapshot.accounts, ...snapshot.computers].map((one) => one.sid);
    for (const who of replicators(descriptor, groupsOf, everyone)) if (!complete.has(who)) found.push({ holder: who, right: 'DCSync', over: dn });
  };
  look(head.entry, { sid: head.sid, kind: 'domain', dn: head.dn });
  look(adminSDHolder, { sid: '', kind: 'adminSDHolder', dn: adminSDHolder?.dn ?? `CN=AdminSDHolder,CN=System,${head.dn}` });
  for (const target of targets) look(descriptors.found.get(target.sid), target);
  if (unreadable.length > 0 && !isCut(holder.gaps) && !descriptors.isCut) {
    incompleteness.lacks('descriptor-unreadable', { count: unreadable.length, example: unreadable.sort()[0] ?? '-' }, ['administrators']);
  }
  const delegations = inOrder(found.filter(({ holder: who }) => isWorthTelling(who, privileges)));
  tellHolders(delegations, snapshot, incompleteness);
  return delegations;
}

function targetsOf(snapshot: DirectorySnapshot, { holders, groups }: Privileges, head: DomainHead): readonly Target[] {
  const target = ({ sid, dn }: { readonly sid: string; readonly dn: string | null }, kind: ObjectKind): Target => ({ sid, kind, dn: dn ?? sid });
  return [
    ...snapshot.groups.filter(({ sid }) => isPowerful(groups.get(sid))).map((one) => target(one, 'group')),
    ...snapshot.accounts
      .filter(({ sid, kind }) => kind !== 'foreign' && (isPowerful(holders.get(sid)) || sid === `${head.sid}-502`))
      .map((one) => target(one, 'account')),
    ...snapshot.computers
      .filter(({ sid, role, primaryGroup }) => isPowerful(holders.get(sid)) || (role === 'domain controller' && primaryGroup !== `${head.sid}-521`))
      .map((one) => target(one, 'computer')),
  ];
}

async function readDescriptors(
  reader: DirectoryReader,
  head: DomainHead,
  targets: readonly Target[],
  incompleteness: Incompleteness,
): Promise<{ readonly found: ReadonlyMap<string, DirectoryEntry>; readonly isCut: boolean }> {
  const found = new Map<string, DirectoryEntry>();
  let anyCut = false;
  const sids = targets.map(({ sid }) => sid);
  const portions = Array.from({ length: Math.ceil(sids.length / SIDS_AT_ONCE) }, (_, at) => sids.slice(at * SIDS_AT_ONCE, (at + 1) * SIDS_AT_ONCE));
  await Promise.all(
    portions.map(async (portion) => {
      const filter = `(|${portion.map((sid) => equals('objectSid', sid)).join('')})`;
      const attributes = ['objectClass', 'objectSid', 'nTSecurityDescriptor'];
      const { entries, gaps } = await reader.search({ base: head.dn, scope: 'sub', filter, attributes, withDescriptor: true });
      const missing = gapsWithin(head, gaps);
      incompleteness.lacksAll(missing, ['administrators']);
      anyCut ||= isCut(missing);
      for (const entry of entries) found.set(sidOf(entry) ?? '', entry);
    }),
  );
  return { found, isCut: anyCut };
}

function descriptorOf(entry: DirectoryEntry): SecurityDescriptor | null {
  const [bytes] = bytesOf(entry, 'nTSecurityDescriptor');
  return bytes === undefined ? null : securityDescriptorFrom(bytes, classGuids(textsOf(entry, 'objectClass')));
}

function isWorthTelling(holder: string, { holders, groups, graph }: Privileges): boolean {
  if (SYSTEM.has(holder) || isDomainControllerGroup(holder) || FOREST_WIDE.has(ridOfDomain(holder) ?? 0)) return false;
  if ((holders.get(holder) ?? groups.get(holder))?.privilege === 'administrator') return false;
  return privilegeOfGroup({ sid: holder, name: graph.names.get(holder) ?? '' }) !== 'operator';
}

/** Rights that name no shadow administrator: those of everybody, and those of somebody who is not among what was read. One warning for each holder and right. */
function tellHolders(delegations: readonly Delegation[], snapshot: DirectorySnapshot, incompleteness: Incompleteness): void {
  const known = new Set([...snapshot.accounts, ...snapshot.computers, ...snapshot.groups].map(({ sid }) => sid));
  const byHolder = new Map<string, { readonly first: Delegation; count: number }>();
  for (const one of delegations) {
    if (known.has(one.holder) && !isEverybody(one.holder)) continue;
    const key = `${one.holder} ${one.right}`;
    const before = byHolder.get(key);
    if (before === undefined) byHolder.set(key, { first: one, count: 1 });
    else before.count += 1;
  }
  for (const { first, count } of byHolder.values()) {
    if (isEverybody(first.holder)) incompleteness.warn('right-of-everybody', { ...first, count });
    else incompleteness.warn('right-of-unknown', { ...first, count });
  }
}

function remembered(graph: MembershipGraph): (sid: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  return (sid) => {
    const before = known.get(sid);
    if (before !== undefined) return before;
    const above = groupsAbove(graph, sid);
    known.set(sid, above);
    return above;
  };
}

function inOrder(delegations: readonly Delegation[]): Delegation[] {
  const byText = new Map(delegations.map((one) => [`${one.holder}\0${one.right}\0${one.over}`, one]));
  return [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
}
