import { membershipsOf } from './membership-graph.ts';
import type { DirectorySnapshot } from './snapshot-schema.ts';

/** The groups that somebody is in, directly or nested, by SID, each with the names on the shortest way there, the nearest first. */
export type GroupPaths = ReadonlyMap<string, readonly string[]>;

/** Answers for any account, computer or group of a snapshot in which groups it is; primary groups count, and cycles end by themselves. */
export function groupPathsOf(snapshot: DirectorySnapshot): (sid: string) => GroupPaths {
  const names = groupNames(snapshot);
  const above = new Map<string, string[]>();
  for (const { groupSid, memberSid } of membershipsOf(snapshot)) {
    const list = above.get(memberSid);
    if (list === undefined) above.set(memberSid, [groupSid]);
    else list.push(groupSid);
  }
  // In order of name, so that of two ways of one length the same is taken on every run.
  for (const list of above.values()) list.sort((one, other) => compare(names.get(one) ?? one, names.get(other) ?? other));
  return (sid) => {
    const found = new Map<string, readonly string[]>();
    let level: readonly (readonly [string, readonly string[]])[] = [[sid, []]];
    while (level.length > 0) {
      const next: (readonly [string, readonly string[]])[] = [];
      for (const [member, path] of level) {
        for (const group of above.get(member) ?? []) {
          if (found.has(group)) continue;
          const longer = [...path, names.get(group) ?? group];
          found.set(group, longer);
          next.push([group, longer]);
        }
      }
      level = next;
    }
    return found;
  };
}

/** Every group by SID with its name, those known only as somebody's primary group included: they go by their SID. */
export function groupNames(snapshot: DirectorySnapshot): ReadonlyMap<string, string> {
  const primary = [...snapshot.accounts, ...snapshot.computers].flatMap(({ primaryGroup }) => (primaryGroup === null ? [] : [primaryGroup]));
  return new Map([...primary.map((sid) => [sid, sid] as const), ...snapshot.groups.map((group) => [group.sid, group.name] as const)]);
}

/** SIDs of the groups that a text names: by SID, sAMAccountName, or both with the domain before (`DOMAIN\name`). */
export function groupsNamed(snapshot: DirectorySnapshot, text: string): readonly string[] {
  const wanted = plainName(text, snapshot.domain.name);
  return [...groupNames(snapshot)]
    .filter(([sid, name]) => sid.toLowerCase() === wanted || plainName(name, snapshot.domain.name) === wanted)
    .map(([sid]) => sid);
}

/** As a domain controller compares names: without case, and without our own domain. */
export function plainName(text: string, domain: string): string {
  const lower = text.trim().normalize('NFKC').toLowerCase();
  const prefix = `${domain.toLowerCase()}\\`;
  return lower.startsWith(prefix) ? lower.slice(prefix.length) : lower;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
