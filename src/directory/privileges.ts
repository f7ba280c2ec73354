import { type MembershipGraph, membershipGraph } from './membership-graph.ts';
import {
  isDomainControllerGroup,
  isEverybody,
  PRIVILEGES,
  type Privilege,
  privilegeOfAccount,
  privilegeOfGroup,
  ridOfDomain,
} from './privileged-groups.ts';
import { type Delegation, type DirectorySnapshot, RIGHTS } from './snapshot-schema.ts';

/** What an account may do, and through which groups. */
export interface Privileged {
  readonly privilege: Privilege;
  /**
   * Names of the groups, the one the account is in first, the one that gives the privilege last; `RID 500` where no group is needed.
   * Of a shadow administrator the last is the right and the distinguished name of the object it is over: `DCSync DC=city,DC=example`.
   */
  readonly path: readonly string[];
}

/**
 * The privilege of every account and computer that has one, by SID. Groups count by SID and RID, never by name (DnsAdmins excepted), nested and through
 * primaryGroupID of any group. A right that everybody has makes nobody a shadow administrator. The strongest privilege wins, then the shortest path, then
 * the path first in code-unit order. A computer is not privileged through the domain controllers' own groups (516, 521, 498); a person in one of them is.
 */
export function privilegesOf(snapshot: DirectorySnapshot): ReadonlyMap<string, Privileged> {
  return privilegesIn(snapshot).holders;
}

/** Who has a privilege in a snapshot, and what it was worked out from. */
export interface Privileges {
  /** Accounts and computers, by SID. */
  readonly holders: ReadonlyMap<string, Privileged>;
  /** The privilege that each group gives to the persons in it, by SID. */
  readonly groups: ReadonlyMap<string, Privileged>;
  readonly graph: MembershipGraph;
}

/** As `privilegesOf`, with the groups too. */
export function privilegesIn(snapshot: DirectorySnapshot): Privileges {
  const graph = membershipGraph(snapshot);
  const byRight = privilegesByRight(snapshot);
  const groups = privilegesOfGroups(graph, byRight, () => true);
  const forComputers = privilegesOfGroups(graph, byRight, (sid) => !isDomainControllerGroup(sid));
  const holders = new Map<string, Privileged>();
  for (const { sid } of snapshot.accounts) {
    const best = strongest(bestOf(sid, graph, groups), byRight.get(sid) ?? null, byItself(sid, snapshot.domain.sid));
    if (best !== null) holders.set(sid, best);
  }
  for (const { sid } of snapshot.computers) {
    const best = strongest(bestOf(sid, graph, forComputers), byRight.get(sid) ?? null);
    if (best !== null) holders.set(sid, best);
  }
  return { holders, groups, graph };
}

/** Whether an account or group is an administrator or can become one by its memberships: power over it is as good. */
export function isPowerful(privileged: Privileged | undefined): boolean {
  return privileged?.privilege === 'administrator' || privileged?.privilege === 'operator';
}

/** Walks down from the privileged groups, strongest tier first and level by level, so that each group is reached by its best path once: cycles end by themselves. */
function privilegesOfGroups(
  graph: MembershipGraph,
  byRight: ReadonlyMap<string, Privileged>,
  counts: (sid: string) => boolean,
): ReadonlyMap<string, Privileged> {
  const found = new Map<string, Privileged>();
  for (const privilege of PRIVILEGES) {
    let level = new Map<string, Privileged>();
    for (const [sid, name] of graph.names) {
      if (found.has(sid) || !counts(sid)) continue;
      const right = privilege === 'shadow' ? byRight.get(sid) : undefined;
      if (right !== undefined) level.set(sid, { privilege, path: [name, ...right.path] });
      else if (privilegeOfGroup({ sid, name }) === privilege) level.set(sid, { privilege, path: [name] });
    }
    while (level.size > 0) {
      for (const [sid, reached] of level) found.set(sid, reached);
      const next = new Map<string, Privileged>();
      for (const [sid, above] of level) {
        for (const member of graph.membersOf.get(sid) ?? []) {
          const name = graph.names.get(member);
          if (name === undefined || found.has(member) || (privilege === 'shadow' && isEverybody(member))) continue;
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

/** What holders of rights have by the right itself, by SID; of several the one listed first in the schema, then in code-unit order of the object. */
function privilegesByRight({ delegations }: DirectorySnapshot): ReadonlyMap<string, Privileged> {
  const first = new Map<string, Delegation>();
  for (const one of delegations) {
    const other = first.get(one.holder);
    if (!isEverybody(one.holder) && (other === undefined || inOrder(one, other) < 0)) first.set(one.holder, one);
  }
  return new Map([...first].map(([holder, { right, over }]) => [holder, { privilege: 'shadow', path: [`${right} ${over}`] }]));
}

function inOrder(one: Delegation, other: Delegation): number {
  return RIGHTS.indexOf(one.right) - RIGHTS.indexOf(other.right) || (one.over < other.over ? -1 : 1);
}

function bestOf(sid: string, graph: MembershipGraph, groups: ReadonlyMap<string, Privileged>): Privileged | null {
  let best: Privileged | null = null;
  for (const group of graph.groupsOf.get(sid) ?? []) {
    const through = groups.get(group);
    if (through !== undefined && (best === null || isBetter(through, best))) best = through;
  }
  return best;
}

/** The strongest of several; of equals the first, so that a group is named where there is one. */
function strongest(...several: readonly (Privileged | null)[]): Privileged | null {
  return several.reduce((best, one) => (one === null || (best !== null && rankOf(best) <= rankOf(one)) ? best : one), null);
}

function byItself(sid: string, domainSid: string): Privileged | null {
  const privilege = privilegeOfAccount(sid, domainSid);
  return privilege === null ? null : { privilege, path: [`RID ${ridOfDomain(sid)}`] };
}

function rankOf({ privilege }: Privileged): number {
  return PRIVILEGES.indexOf(privilege);
}

function isBetter(one: Privileged, other: Privileged): boolean {
  const stronger = rankOf(one) - rankOf(other);
  if (stronger !== 0) return stronger < 0;
  if (one.path.length !== other.path.length) return one.path.length < other.path.length;
  return one.path.join('\0') < other.path.join('\0');
}
