import { membershipsOf } from './membership-graph.ts';
import { privilegeOfGroup } from './privileged-groups.ts';
import { isPowerful, privilegesOf } from './privileges.ts';
import type { DirectorySnapshot } from './snapshot-schema.ts';

/** A row of one of the tables in `tables/directory.ts`, by column name. */
export type DirectoryRow = Readonly<Record<string, string | boolean | Date | null>>;

/** One row of `terminals`. A type and not an interface, so that it is a `DirectoryRow` too. */
export type TerminalRow = {
  readonly network: string;
  readonly terminal: string;
  readonly dns_name: string | null;
  readonly role: string | null;
  readonly admin_terminal: boolean | null;
  readonly segment: string | null;
  readonly department: string | null;
  readonly known_by: string;
};

/** One row of `addresses`. */
export type AddressRow = {
  readonly network: string;
  readonly terminal_address: string;
  readonly terminal: string;
  readonly held_from: Date | null;
  readonly held_until: null;
  readonly last_seen_at: Date | null;
  readonly known_by: string;
};

/** The rows a snapshot gives to each table. `terminals` and `addresses` may still be joined with an inventory. */
export interface DirectoryRows {
  readonly directories: readonly DirectoryRow[];
  readonly gaps: readonly DirectoryRow[];
  readonly accounts: readonly DirectoryRow[];
  readonly groups: readonly DirectoryRow[];
  readonly memberships: readonly DirectoryRow[];
  readonly terminals: readonly TerminalRow[];
  readonly addresses: readonly AddressRow[];
}

/** Code of a gap that a snapshot made by hand puts into words of its own. */
const AS_WRITTEN = 'as-written';
/** What a gap that nobody classified may affect. */
const EVERYTHING = ['administrators', 'terminals', 'addresses'] as const;

/** Makes the rows of one snapshot. `network`: the network its domain belongs to, as given to the run. */
export function rowsOfSnapshot(snapshot: DirectorySnapshot, network: string): DirectoryRows {
  const { domain } = snapshot;
  return {
    directories: [
      {
        network,
        domain: domain.name,
        domain_dns: domain.dnsName,
        domain_sid: domain.sid,
        taken_at: new Date(snapshot.takenAt),
        taken_from: snapshot.takenFrom,
        complete: snapshot.incomplete.length === 0,
      },
    ],
    gaps: gapRows(snapshot, network),
    accounts: accountRows(snapshot, network),
    groups: snapshot.groups.map((group) => ({ network, group_sid: group.sid, group_name: group.name, privilege: privilegeOfGroup(group) })),
    memberships: membershipsOf(snapshot).map((one) => ({
      network,
      group_sid: one.groupSid,
      member_sid: one.memberSid,
      primary_group: one.primaryGroup,
    })),
    terminals: snapshot.computers.map((computer) => ({
      network,
      terminal: terminalOf(computer.name),
      dns_name: computer.dnsName?.toLowerCase() ?? null,
      role: computer.role,
      admin_terminal: computer.adminTerminal,
      segment: computer.segment,
      department: computer.department,
      known_by: 'directory',
    })),
    addresses: addressRows(snapshot, network),
  };
}

/**
 * What DNS says of names of computers, and of names directly under the domain (a printer). Other names (of another zone, or an alias with more labels) name
 * no terminal. True when the snapshot was taken; since when is known of records that are refreshed.
 */
function addressRows({ domain, computers, names }: DirectorySnapshot, network: string): readonly AddressRow[] {
  const known = new Map(computers.flatMap(({ name, dnsName }) => (dnsName === null ? [] : [[dnsName.toLowerCase(), terminalOf(name)]])));
  const under = `.${domain.dnsName.toLowerCase()}`;
  return names.flatMap(({ dnsName, address, refreshedAt }) => {
    const label = dnsName.endsWith(under) ? dnsName.slice(0, -under.length) : '';
    const terminal = known.get(dnsName) ?? (label === '' || label.includes('.') ? null : label.toUpperCase());
    if (terminal === null) return [];
    const refreshed = momentOf(refreshedAt);
    return [{ network, terminal_address: address, terminal, held_from: refreshed, held_until: null, last_seen_at: refreshed, known_by: 'dns' }];
  });
}

function terminalOf(name: string): string {
  return name.replace(/\$$/, '').toUpperCase();
}

function gapRows({ domain, incomplete }: DirectorySnapshot, network: string): readonly DirectoryRow[] {
  return incomplete.flatMap((gap) => {
    const { code, details, affects } = typeof gap === 'string' ? { code: AS_WRITTEN, details: { text: gap }, affects: EVERYTHING } : gap;
    return affects.map((one) => ({ network, domain: domain.name, gap_code: code, details: JSON.stringify(details), affects: one }));
  });
}

function accountRows(snapshot: DirectorySnapshot, network: string): readonly DirectoryRow[] {
  const privileges = privilegesOf(snapshot);
  const { domain } = snapshot;
  const ours = { network, domain: domain.name, domain_dns: domain.dnsName };
  const accounts = snapshot.accounts.map((account) => ({
    ...(account.kind === 'foreign' ? foreignName(account.name, network) : { ...ours, account: account.name }),
    upn: account.upn,
    account_sid: account.sid,
    kind: account.kind,
    display_name: account.displayName,
    department: account.department,
    enabled: account.enabled,
    expires_at: momentOf(account.expiresAt),
    password_set_at: momentOf(account.passwordSetAt),
    ...privilegeColumns(privileges, account.sid, true),
    admin_count_leftover: account.adminCount && account.sid !== `${domain.sid}-502` && !isPowerful(privileges.get(account.sid)),
  }));
  const computers = snapshot.computers.map((computer) => ({
    ...ours,
    account: `${computer.name.replace(/\$$/, '')}$`,
    upn: null,
    account_sid: computer.sid,
    kind: 'computer',
    display_name: null,
    department: computer.department,
    enabled: computer.enabled,
    expires_at: null,
    password_set_at: null,
    ...privilegeColumns(privileges, computer.sid, false),
    admin_count_leftover: false,
  }));
  return [...accounts, ...computers];
}

/** A computer is never an administrator in the sense of the guideline, which asks about persons; what it may do is still said. */
function privilegeColumns(privileges: ReturnType<typeof privilegesOf>, sid: string, mayBeAdministrator: boolean): DirectoryRow {
  const privileged = privileges.get(sid);
  return {
    administrator: mayBeAdministrator && privileged?.privilege === 'administrator',
    privileged_by: privileged?.path.join(' > ') ?? null,
    privilege: privileged?.privilege ?? null,
  };
}

/** An account of another domain must not be taken for the account of the same name here: its domain is what its name says, or not known. */
function foreignName(name: string, network: string): DirectoryRow {
  const [before, after] = name.split('\\', 2);
  const domain = after === undefined ? null : (before ?? null);
  return { network, domain, domain_dns: null, account: after ?? name };
}

function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
