import { type LoadedConfig, placeIn } from '../settings/config-file.ts';
import { UserError } from '../settings/user-error.ts';
import { standsBelow } from './distinguished-name.ts';
import { groupPathsOf, groupsNamed, plainName } from './group-paths.ts';
import type { DirectoryRow } from './rows.ts';
import type { DirectorySnapshot } from './snapshot-schema.ts';

/**
 * Adds to the rows of `accounts` what the organisation decided: further administrators, and which accounts are services. Nobody stops being an
 * administrator by it. `privileged_by` then ends with the name of the configuration file. UserError: an account that the directory does not have.
 */
export function withDecisions(
  rows: readonly DirectoryRow[],
  snapshot: DirectorySnapshot,
  config: LoadedConfig,
  network: string,
): readonly DirectoryRow[] {
  const { administrators, service_accounts } = config.settings;
  const administratorSids = accountsNamed(snapshot, administrators.accounts, config, ['administrators', 'accounts']);
  const serviceSids = accountsNamed(snapshot, service_accounts.accounts, config, ['service_accounts', 'accounts']);
  const administratorGroups = administrators.groups.flatMap((group) => groupsNamed(snapshot, group));
  const serviceGroups = service_accounts.groups.flatMap((group) => groupsNamed(snapshot, group));
  const pathsOf = groupPathsOf(snapshot);
  const source = config.source?.name ?? '';
  const dns = new Map(snapshot.accounts.map(({ sid, dn }) => [sid, dn]));

  const decided = rows.map((row): DirectoryRow => {
    const sid = String(row.account_sid);
    const paths = pathsOf(sid);
    const isService =
      serviceSids.has(sid) ||
      serviceGroups.some((group) => paths.has(group)) ||
      service_accounts.organizational_units.some((unit) => standsBelow(dns.get(sid) ?? '', unit));
    const described = row.kind === 'person' && isService ? { ...row, kind: 'service' } : row;
    if (row.administrator === true || row.kind === 'computer') return described;
    if (administratorSids.has(sid)) return { ...described, ...administrator([source]) };
    const path = shortestPath(administratorGroups, paths);
    if (path !== null) return { ...described, ...administrator([...path, source]) };
    const counts = administrators.shadow_administrators && row.privilege === 'shadow';
    return counts ? { ...described, administrator: true, privileged_by: `${row.privileged_by} > ${source}` } : described;
  });
  const known = new Set(rows.map((row) => String(row.account_sid)));
  const foreign = [...administratorSids].filter((sid) => !known.has(sid)).map((sid) => foreignRow(sid, network, source));
  return [...decided, ...foreign];
}

function administrator(path: readonly string[]): DirectoryRow {
  return { administrator: true, privileged_by: path.join(' > '), privilege: 'administrator' };
}

function shortestPath(groups: readonly string[], paths: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  return groups.reduce<readonly string[] | null>((best, group) => {
    const way = paths.get(group);
    return way !== undefined && (best === null || way.length < best.length) ? way : best;
  }, null);
}

/** SIDs of the accounts named by SID, sAMAccountName, `DOMAIN\name` or UPN. The SID of an account of another domain need not be in the snapshot. */
function accountsNamed(snapshot: DirectorySnapshot, names: readonly string[], config: LoadedConfig, place: readonly string[]): ReadonlySet<string> {
  const { domain } = snapshot;
  const known = new Map<string, string>();
  for (const { sid, upn } of snapshot.accounts) {
    known.set(sid.toLowerCase(), sid);
    if (upn !== null) known.set(plainName(upn, domain.name), sid);
  }
  // A name wins over the UPN of another account that looks like it.
  for (const { sid, name } of snapshot.accounts) known.set(plainName(name, domain.name), sid);
  return new Set(
    names.map((name, at) => {
      const sid = known.get(plainName(name, domain.name));
      if (sid !== undefined) return sid;
      const other = /^S-1-5-21-\d+-\d+-\d+-\d+$/i.test(name) && !name.toUpperCase().startsWith(`${domain.sid}-`);
      if (!other) throw new UserError('config-account-unknown', { ...placeIn(config, [...place, at]), value: name, domain: domain.name });
      return name.toUpperCase();
    }),
  );
}

/** An account of another domain, known by its SID alone: its name is what the records say. */
function foreignRow(sid: string, network: string, source: string): DirectoryRow {
  return {
    ...{ network, domain: null, domain_dns: null, account: null, upn: null, account_sid: sid, kind: 'foreign', display_name: null },
    ...{ department: null, enabled: null, expires_at: null, password_set_at: null, admin_count_leftover: null },
    ...administrator([source]),
  };
}
