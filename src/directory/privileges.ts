import { isDomainControllerGroup, PRIVILEGES, type Privilege, privilegeOfAccount, privilegeOfGroup, ridOfDomain } from './privileged-groups.ts';
import type { DirectorySnapshot } from './snapshot-schema.ts';

/** What an account may do, and through which groups. */
export interface Privileged {
  readonly privilege: Privilege;
  /** Names of the groups, the one the account is in first, the one that gives the privilege last; `RID 500` where no group is needed. */
  readonly path: readonly string[];
}

/**
 * The privilege of every account and computer that has one, by SID. Groups count by SID and RID, never by name (DnsAdmins excepted), nested and through
 * primaryGroupID of any group. The strongest privilege wins, then the shortest path, then the path first in code-unit order.
 * A computer is not privileged through the domain controllers' own groups (516, 521, 498); a person in one of them is.
 */
export function privilegesOf(snapshot: DirectorySnapshot): ReadonlyMap<string, Privileged> {
  const graph = membershipGraph(snapshot);
  const forAccounts = privilegesOfGroups(graph, () => true);
  const forComputers = privilegesOfGroups(graph, (sid) => !isDomainControllerGroup(sid));
  const found = new Map<string, Privileged>();
  for (const { sid } of snapshot.accounts) {
    const best = bestOf(sid, graph, forAccounts) ?? byItself(sid, snapshot.domain.sid);
    if (best !== null) found.set(sid, best);
  }
  for (const { sid } of snapshot.computers) {
    const best = bestOf(sid, graph, forComputers);
    if (best !== null) found.set(sid, best);
  }
  return found;
}

/** Every direct membership, primary groups included, each once. */
export function membershipsOf(snapshot: DirectorySnapshot): readonly { groupSid: string; memberSid: string; primaryGroup: boolean }[] {
  const listed = snapshot.groups.flatMap((group) =>
    [...new Set(group.members)].map((memberSid) => ({ groupSid: group.sid, memberSid, primaryGroup: false })),
  );
  const known = new Set(listed.map((one) => `${one.groupSid} ${one.memberSid}`));
  const primary = [...snapshot.accounts, ...snapshot.computers].flatMap(({ sid, primaryGroup }) =>
    primaryGroup === null || known.has(`${primaryGroup} ${sid}`) ? [] : [{ groupSid: primaryGroup, memberSid: sid, primaryGroup: true }],
  );
  return [...listed, ...primary];
}

interface Graph {
  readonly groupsOf: ReadonlyMap<string, readonly string[]>;
  readonly membersOf: ReadonlyMap<string, readonly string[]>;
  /** Every group by SID, those known only as somebody's primary group included: they go by their SID. */
  readonly names: ReadonlyMap<string, string>;
}

function membershipGraph(snapshot: DirectorySnapshot): Graph {
  const groupsOf = new Map<string, string[]>();
  const membersOf = new Map<string, string[]>();
  const names = new Map(snapshot.groups.map((group) => [group.sid, group.name]));
  for (const { groupSid, memberSid } of membershipsOf(snapshot)) {
    append(groupsOf, memberSid, groupSid);
    append(membersOf, groupSid, memberSid);
    if (!names.has(groupSid)) names.set(groupSid, groupSid);
  }
  return { groupsOf, membersOf, names };
}

/** Walks down from the privileged groups, strongest tier first and level by level, so that each group is reached by its best path once: cycles end by themselves. */
function privilegesOfGroups(graph: Graph, counts: (sid: string) => boolean): ReadonlyMap<string, Privileged> {
  const found = new Map<string, Privileged>();
  for (const privilege of PRIVILEGES) {
    let level = new Map<string, Privileged>();
    for (const [sid, name] of graph.names) {
      if (!found.has(sid) && counts(sid) && privilegeOfGroup({ sid, name }) === privilege) level.set(sid, { privilege, path: [name] });
    }
    while (level.size > 0) {
      for (const [sid, reached] of level) found.set(sid, reached);
      const next = new Map<string, Privileged>();
      for (const [sid, above] of level) {
        for (const member of graph.membersOf.get(sid) ?? []) {
          const name = graph.names.get(member);
          if (name === undefined || found.has(member)) continue;
          const reached = { privilege, path: [name, ...above.path] };
          const other = next.get(member);
          if (other === undefined || isBetter(reached, other)) next.set(member, reached);
        }
      }
      level = next;
    }
  }
  return found;
}

function bestOf(sid: string, graph: Graph, groups: ReadonlyMap<string, Privileged>): Privileged | null {
  let best: Privileged | null = null;
  for (const group of graph.groupsOf.get(sid) ?? []) {
    const through = groups.get(group);
    if (through !== undefined && (best === null || isBetter(through, best))) best = through;
  }
  return best;
}

function byItself(sid: string, domainSid: string): Privileged | null {
  const privilege = privilegeOfAccount(sid, domainSid);
  return privilege === null ? null : { privilege, path: [`RID ${ridOfDomain(sid)}`] };
}

function isBetter(one: Privileged, other: Privileged): boolean {
  const stronger = PRIVILEGES.indexOf(one.privilege) - PRIVILEGES.indexOf(other.privilege);
  if (stronger !== 0) return stronger < 0;
  if (one.path.length !== other.path.length) return one.path.length < other.path.length;
  return one.path.join('\0') < other.path.join('\0');
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
