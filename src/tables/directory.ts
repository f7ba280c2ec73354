import { column, type Table } from './table.ts';

/** Where the knowledge about accounts comes from. */
export const DIRECTORIES: Table = {
  name: 'directories',
  row: 'one directory snapshot given to the run',
  columns: [
    column('network', 'text', 'network the domain belongs to'),
    column('domain', 'text', 'NetBIOS name of the domain'),
    column('domain_dns', 'text', 'DNS name of the domain'),
    column('domain_sid', 'text', 'SID of the domain'),
    column('taken_at', 'timestamp', 'when the snapshot was taken'),
    column('taken_from', 'text', 'domain controller that answered'),
    column('complete', 'boolean', 'false when the snapshot says that something could not be read'),
  ],
};

export const DIRECTORY_GAPS: Table = {
  name: 'directory_gaps',
  row: 'one thing that a directory snapshot lacks, and what cannot be said because of it',
  columns: [
    column('network', 'text', 'network the domain belongs to'),
    column('domain', 'text', 'NetBIOS name of the domain'),
    column('gap_code', 'text', 'what could not be read; `as-written`: the snapshot says it in a sentence of its own'),
    column('details', 'text', 'what the words of the code name, as JSON'),
    column('affects', 'text', 'administrators, terminals or addresses'),
  ],
};

export const ACCOUNTS: Table = {
  name: 'accounts',
  row: 'one account of the directory, computer accounts included',
  columns: [
    column('network', 'text', 'network the domain belongs to'),
    column('domain', 'text', 'NetBIOS name of the domain'),
    column('domain_dns', 'text', 'DNS name of the domain'),
    column('account', 'text', 'sAMAccountName'),
    column('upn', 'text', 'userPrincipalName'),
    column('account_sid', 'text', 'SID'),
    column('kind', 'text', 'person, service, computer or foreign'),
    column('display_name', 'text', 'displayName'),
    column('department', 'text', 'department'),
    column('enabled', 'boolean', 'false: disabled'),
    column('expires_at', 'timestamp', 'when the account expires; NULL: never'),
    column('password_set_at', 'timestamp', 'pwdLastSet; NULL: not known, or must change at next logon'),
    column('administrator', 'boolean', 'a member, directly or nested, of a group that administers the domain'),
    column(
      'privileged_by',
      'text',
      'how: the path of groups, outermost last, " > " between; of operator groups too; the right and its object last where there is no such group',
    ),
    column('privilege', 'text', 'administrator, operator, shadow (a right over a privileged object) or special; NULL: none'),
    column('admin_count_leftover', 'boolean', 'adminCount is 1 although the account is no administrator or operator (krbtgt excepted)'),
  ],
};

export const GROUPS: Table = {
  name: 'groups',
  row: 'one group of the directory',
  columns: [
    column('network', 'text', 'network the domain belongs to'),
    column('group_sid', 'text', 'SID'),
    column('group_name', 'text', 'sAMAccountName'),
    column('privilege', 'text', 'administrator, operator or special, by SID or RID; NULL: none'),
  ],
};

export const MEMBERSHIPS: Table = {
  name: 'memberships',
  row: 'one direct membership in a group, primary groups included',
  columns: [
    column('network', 'text', 'network the domain belongs to'),
    column('group_sid', 'text', 'SID of the group'),
    column('member_sid', 'text', 'SID of the account or group in it'),
    column('primary_group', 'boolean', 'true when it is so through primaryGroupID'),
  ],
};

export const TERMINALS: Table = {
  name: 'terminals',
  row: 'one terminal or server that the directory or the inventory knows',
  columns: [
    column('network', 'text', 'network it stands in'),
    column('terminal', 'text', 'short name, upper case, without domain'),
    column('dns_name', 'text', 'full DNS name, lower case'),
    column('role', 'text', 'domain controller, server, user terminal; NULL: not known'),
    column('admin_terminal', 'boolean', 'whether administrators are meant to log on from it; NULL: nobody said'),
    column('admin_disputed', 'boolean', 'some sources say that it is an admin terminal, others that it is none'),
    column('admin_said_by', 'text', 'sources that say that it is one, joined by +; NULL: none'),
    column('admin_denied_by', 'text', 'sources that say that it is none, joined by +; NULL: none'),
    column('segment', 'text', 'network segment'),
    column('department', 'text', 'department'),
    column(
      'known_by',
      'text',
      'sources that know it, joined by +: directory, operating-system (its role), group, organizational-unit, name-pattern, address-range, list, inventory',
    ),
  ],
};

export const ADDRESSES: Table = {
  name: 'addresses',
  row: 'one statement that an address belonged to a terminal during a span of time',
  columns: [
    column('network', 'text', 'network the address is of'),
    column('terminal_address', 'text', 'address, normalised as in logon_events'),
    column('terminal', 'text', 'terminals.terminal'),
    column('held_from', 'timestamp', 'start of the span; NULL: always'),
    column('held_until', 'timestamp', 'end of the span; NULL: nothing ended it'),
    column('last_seen_at', 'timestamp', 'DHCP: last lease or renewal in the span, DNS: when the record was refreshed; NULL: not said'),
    column('known_by', 'text', 'inventory, dhcp (DHCP server log) or dns (record of the directory)'),
  ],
};

export const DIRECTORY_TABLES: readonly Table[] = [DIRECTORIES, DIRECTORY_GAPS, ACCOUNTS, GROUPS, MEMBERSHIPS, TERMINALS, ADDRESSES];
