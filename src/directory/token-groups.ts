import type { DirectoryReader } from './directory-reader.ts';
import type { DomainHead } from './domain-head.ts';
import { bytesOf, sidFromBytes } from './entry-values.ts';
import type { Incompleteness } from './incompleteness.ts';
import { groupsAbove } from './membership-graph.ts';
import { privilegeOfGroup } from './privileged-groups.ts';
import { isPowerful, type Privileges } from './privileges.ts';
import type { DirectorySnapshot } from './snapshot-schema.ts';

/** A domain has tens of these; each is a request of its own, of about a millisecond. */
const MOST_ACCOUNTS = 500;

/**
 * Compares the privileged groups of each administrator, operator and account with adminCount with the tokenGroups the domain controller itself works out.
 * A difference is a warning that names the account. Where tokenGroups may not be read nothing is missing from the snapshot, and one warning says so.
 */
export async function checkTokenGroups(
  reader: DirectoryReader,
  head: DomainHead,
  snapshot: DirectorySnapshot,
  { holders, groups, graph }: Privileges,
  incompleteness: Incompleteness,
): Promise<void> {
  const accounts = snapshot.accounts.filter(({ sid, kind, adminCount }) => kind !== 'foreign' && (isPowerful(holders.get(sid)) || adminCount));
  let unread = Math.max(0, accounts.length - MOST_ACCOUNTS);
  const isWorth = (group: string) => isPowerful(groups.get(group)) || isPowerfulGroup(group);
  const named = (list: readonly string[]) =>
    list
      .map((group) => graph.names.get(group) ?? group)
      .sort()
      .join(', ') || '-';
  await Promise.all(
    accounts.slice(0, MOST_ACCOUNTS).map(async ({ sid, name, dn }) => {
      if (dn === null) return;
      const { entries } = await reader.search({ base: dn, scope: 'base', filter: '(objectClass=*)', attributes: ['tokenGroups'] });
      const token = new Set(entries.flatMap((entry) => bytesOf(entry, 'tokenGroups')).map((sid) => sidFromBytes(sid) ?? ''));
      // Nobody is in no group at all.
      if (token.size === 0) {
        unread += 1;
        return;
      }
      const known = groupsAbove(graph, sid);
      const more = [...token].filter((group) => isWorth(group) && !known.has(group));
      const fewer = [...known].filter((group) => isWorth(group) && !token.has(group));
      if (more.length + fewer.length > 0) incompleteness.warn('token-groups-disagree', { account: name, more: named(more), fewer: named(fewer) });
    }),
  );
  if (unread > 0) incompleteness.warn('token-groups-unread', { count: unread, domain: head.dnsName });
}

/** A well-known group counts by its SID even where it did not show. */
function isPowerfulGroup(sid: string): boolean {
  const privilege = privilegeOfGroup({ sid, name: '' });
  return privilege === 'administrator' || privilege === 'operator';
}
