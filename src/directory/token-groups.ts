import type { DirectoryReader } from './directory-reader.ts';
import type { DomainHead } from './domain-head.ts';
import { bytesOf, sidFromBytes } from './entry-values.ts';
import type { Incompleteness } from './incompleteness.ts';
import { groupsAbove, membershipGraph } from './membership-graph.ts';
import { isPowerful, privilegedGroupsOf, privilegesOf } from './privileges.ts';
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
  incompleteness: Incompleteness,
): Promise<void> {
  const privileges = privilegesOf(snapshot);
  const groups = privilegedGroupsOf(snapshot);
  const graph = membershipGraph(snapshot);
  const accounts = snapshot.accounts.filter(({ sid, kind, adminCount }) => kind !== 'foreign' && (isPowerful(privileges.get(sid)) || adminCount));
  let unread = Math.max(0, accounts.length - MOST_ACCOUNTS);
  await Promise.all(
    accounts.slice(0, MOST_ACCOUNTS).map(async ({ sid, name, dn }) => {
      if (dn === null) return;
      const { entries } = await reader.search({ base: dn, scope: 'base', filter: '(objectClass=*)', attributes: ['tokenGroups'] });
      const token = new Set(entries.flatMap((entry) => bytesOf(entry, 'tokenGroups')).map(sidFromBytes));
      // Nobody is in no group at all.
      if (token.size === 0) {
        unread += 1;
        return;
      }
      const known = groupsAbove(graph, sid);
      const powerful = [...groups].filter(([, privileged]) => isPowerful(privileged)).map(([group]) => group);
      const named = (list: readonly string[]) =>
        list
          .map((group) => graph.names.get(group) ?? group)
          .sort()
          .join(', ') || '-';
      const more = powerful.filter((group) => token.has(group) && !known.has(group));
      const fewer = powerful.filter((group) => !token.has(group) && known.has(group));
      if (more.length + fewer.length > 0) incompleteness.warn('token-groups-disagree', { account: name, more: named(more), fewer: named(fewer) });
    }),
  );
  if (unread > 0) incompleteness.warn('token-groups-unread', { count: unread, domain: head.dnsName });
}
