import type { LoadedConfig } from '../settings/config-file.ts';
import { placeIn } from '../settings/config-file.ts';
import type { Place } from '../settings/config-yaml.ts';
import { UserError } from '../settings/user-error.ts';
import { standsBelow } from './distinguished-name.ts';
import { groupNames, groupPathsOf, plainName } from './group-paths.ts';
import type { DirectorySnapshot } from './snapshot-schema.ts';

/** What the directory says about a computer that the rules of a configuration may ask for. */
export interface ComputerFacts {
  /** Whether its role is known by its operating system, and not by what makes a domain controller one. */
  readonly roleByOperatingSystem: boolean;
  readonly isInGroup: (group: string) => boolean;
  /** Null: where it stands is not known. */
  readonly standsIn: (organizationalUnit: string) => boolean | null;
  /** From AD DNS, true at the time of the snapshot. */
  readonly addresses: readonly string[];
}

/** Of every computer of a snapshot, by the name `terminals.terminal` has. */
export function computerFacts(snapshot: DirectorySnapshot): ReadonlyMap<string, ComputerFacts> {
  const pathsOf = groupPathsOf(snapshot);
  const domain = snapshot.domain.name;
  const addresses = new Map<string, string[]>();
  for (const { dnsName, address } of snapshot.names) addresses.set(dnsName, [...(addresses.get(dnsName) ?? []), address]);
  const names = groupNames(snapshot);
  return new Map(
    snapshot.computers.map((computer) => {
      const groups = new Set([...pathsOf(computer.sid).keys()].flatMap((sid) => [sid.toLowerCase(), plainName(names.get(sid) ?? sid, domain)]));
      const { dn } = computer;
      return [
        computer.name.replace(/\$$/, '').toUpperCase(),
        {
          roleByOperatingSystem: computer.operatingSystem !== null && computer.role !== 'domain controller',
          isInGroup: (group) => groups.has(plainName(group, domain)),
          standsIn: (unit) => (dn === null ? null : standsBelow(dn, unit)),
          addresses: addresses.get(computer.dnsName?.toLowerCase() ?? '') ?? [],
        },
      ];
    }),
  );
}

/** UserError: a group of the configuration that the directory does not have. It would silently hold nobody. */
export function refuseUnknownGroups(snapshot: DirectorySnapshot, config: LoadedConfig): void {
  const domain = snapshot.domain.name;
  const known = new Set([...groupNames(snapshot)].flatMap(([sid, name]) => [sid.toLowerCase(), plainName(name, domain)]));
  for (const { place, group } of configuredGroups(config)) {
    if (!known.has(plainName(group, domain))) throw new UserError('config-group-unknown', { ...placeIn(config, place), value: group, domain });
  }
}

/** Every group that the configuration names, with its place. */
export function configuredGroups({ settings }: LoadedConfig): readonly { readonly place: Place; readonly group: string }[] {
  const { terminals, administrators, service_accounts } = settings;
  const lists: readonly (readonly [Place, readonly string[]])[] = [
    ...(['admin_terminals', 'servers', 'user_terminals'] as const).map((key) => [['terminals', key], terminals[key].groups] as const),
    ...(['segments', 'departments'] as const).flatMap((key) => terminals[key].map((part, at) => [['terminals', key, at], part.groups] as const)),
    [['administrators'], administrators.groups],
    [['service_accounts'], service_accounts.groups],
  ];
  return lists.flatMap(([place, groups]) => groups.map((group, at) => ({ place: [...place, 'groups', at], group })));
}
