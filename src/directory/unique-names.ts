import type { Account, Computer } from './directory-objects.ts';
import type { Incompleteness } from './incompleteness.ts';

/**
 * A name that two accounts share (a forgery, or two objects in conflict after replication) stays with the first by SID; the others go by their SID, because a
 * record that has no more than the name cannot be given to either for sure. The two lists are in the order of their SIDs.
 */
export function withUniqueNames(
  accounts: readonly Account[],
  computers: readonly Computer[],
  incompleteness: Incompleteness,
): { readonly accounts: Account[]; readonly computers: Computer[] } {
  const taken = new Set<string>();
  const unique = <T extends { readonly sid: string; readonly name: string }>(one: T, recorded: string): T => {
    if (!taken.has(recorded.toLowerCase())) {
      taken.add(recorded.toLowerCase());
      return one;
    }
    incompleteness.lacks('name-twice', { name: recorded, sid: one.sid }, ['administrators']);
    return { ...one, name: one.sid };
  };
  return {
    accounts: accounts.map((account) => (account.kind === 'foreign' ? account : unique(account, account.name))),
    computers: computers.map((computer) => unique(computer, `${computer.name}$`)),
  };
}
