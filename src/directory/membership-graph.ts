import type { DirectorySnapshot } from './snapshot-schema.ts';

type Members = Pick<DirectorySnapshot, 'accounts' | 'computers' | 'groups'>;

/** Who is in which group. */
export interface MembershipGraph {
  readonly groupsOf: ReadonlyMap<string, readonly string[]>;
  readonly membersOf: ReadonlyMap<string, readonly string[]>;
  /** Every group that gives its rights to its members, by SID; those known only as somebody's primary group go by their SID. Distribution groups give none. */
  readonly names: ReadonlyMap<string, string>;
}

/** Every direct membership, primary groups included, each once. */
export function membershipsOf(snapshot: Members): readonly { groupSid: string; memberSid: string; primaryGroup: boolean }[] {
  const listed = snapshot.groups.flatMap((group) =>
    [...new Set(group.members)].map((memberSid) => ({ groupSid: group.sid, memberSid, primaryGroup: false })),
  );
  const known = new Set(listed.map((one) => `${one.groupSid} ${one.memberSid}`));
  const primary = [...snapshot.accounts, ...snapshot.computers].flatMap(({ sid, primaryGroup }) =>
    primaryGroup === null || known.has(`${primaryGroup} ${sid}`) ? [] : [{ groupSid: primaryGroup, memberSid: sid, primaryGroup: true }],
  );
  return [...listed, ...primary];
}

export function membershipGraph(snapshot: Members): MembershipGraph {
  const groupsOf = new Map<string, string[]>();
  const membersOf = new Map<string, string[]>();
  const names = new Map(snapshot.groups.filter((group) => group.securityEnabled).map((group) => [group.sid, group.name]));
  const distribution = new Set(snapshot.groups.filter((group) => !group.securityEnabled).map((group) => group.sid));
  for (const { groupSid, memberSid } of membershipsOf(snapshot)) {
    if (distribution.has(groupSid)) continue;
    append(groupsOf, memberSid, groupSid);
    append(membersOf, groupSid, memberSid);
    if (!names.has(groupSid)) names.set(groupSid, groupSid);
  }
  return { groupsOf, membersOf, names };
}

/** SIDs of all groups that an account, computer or group is in, nested ones included. */
export function groupsAbove(graph: MembershipGraph, sid: string): ReadonlySet<string> {
  const above = new Set<string>();
  const open = [sid];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const group of graph.groupsOf.get(next) ?? []) {
      if (above.has(group)) continue;
      above.add(group);
      open.push(group);
    }
  }
  return above;
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
