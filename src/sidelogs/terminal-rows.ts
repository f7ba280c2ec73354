import type { LoadedConfig } from '../settings/config-file.ts';
import type { TerminalSettings } from '../settings/config-schema.ts';
import {
  type Answers,
  anyYes,
  askSources,
  type Candidate,
  type ComputerFacts,
  computerName,
  kindsSaying,
  kindsText,
  type SourceKind,
} from './terminal-sources.ts';
import type { InventoryTerminal, Warning } from './terminals-csv.ts';
import { unmatched } from './unmatched-sources.ts';

/** What the directory says of one of its computers: a row of `terminals` but for what only all sources together can say. */
export type KnownTerminal = {
  readonly network: string;
  readonly terminal: string;
  readonly dns_name: string | null;
  readonly role: string | null;
  readonly admin_terminal: boolean | null;
  readonly segment: string | null;
  readonly department: string | null;
  readonly known_by: string;
};

/** One row of `terminals`, by column name. */
export type TerminalRow = KnownTerminal & {
  readonly admin_disputed: boolean;
  readonly admin_said_by: string | null;
  readonly admin_denied_by: string | null;
};

/** What the organisation's configuration says about terminals, and what the directory knows of those that it may ask for. */
export interface TerminalRules {
  readonly config: LoadedConfig;
  readonly facts: ReadonlyMap<string, ComputerFacts>;
}

/** One row of `addresses`, by column name. */
export type AddressRow = {
  readonly network: string;
  readonly terminal_address: string;
  readonly terminal: string;
  readonly held_from: Date | null;
  readonly held_until: Date | null;
  readonly last_seen_at: Date | null;
  readonly known_by: string;
};

/** The rows of `terminals` and `addresses`, and what should be looked at. */
export interface TerminalRows {
  readonly terminals: readonly TerminalRow[];
  readonly addresses: readonly AddressRow[];
  readonly warnings: readonly Warning[];
}

/**
 * Joins the inventory with the terminals of the directory and the rules of the configuration: each terminal is one row. The inventory wins for admin
 * terminal, segment and department where it says anything, then the configuration, then the directory. For the role the directory wins where it says
 * domain controller, then the configuration, then the directory, then the inventory. `network`: where the terminals of the inventory and of the lists
 * stand. In order of name, so that it never shuffles.
 */
export function terminalRows(
  inventory: readonly InventoryTerminal[],
  directory: readonly KnownTerminal[],
  network: string,
  { config, facts }: TerminalRules,
): TerminalRows {
  const known = new Map(directory.map((row) => [row.terminal, row]));
  const byDnsName = new Map(directory.flatMap((row) => (row.dns_name === null ? [] : [[row.dns_name, row.terminal] as const])));
  const addresses: AddressRow[] = [];
  const warnings: Warning[] = [];
  const listed = new Map<string, InventoryTerminal>();
  for (const line of inventory) {
    const terminal = nameIn(known, byDnsName, line.terminal, line.dnsName);
    const before = listed.get(terminal);
    if (before !== undefined) warnings.push({ code: 'terminal-listed-twice', details: { terminal, line: line.line, before: before.line } });
    const merged = before === undefined ? line : mergedLines(before, line);
    listed.set(terminal, merged);
    for (const address of line.addresses) addresses.push(addressRow(network, address, terminal));
  }
  const rules = rulesOf(config.settings.terminals);
  const named = new Map([...known].map(([terminal, row]) => [terminal, row.dns_name]));
  for (const [terminal, line] of listed) named.set(terminal, named.get(terminal) ?? line.dnsName);
  for (const name of rules.names) {
    const dnsName = name.includes('.') ? name.toLowerCase() : null;
    const terminal = nameIn(named, byDnsName, shortName(name), dnsName);
    if (!named.has(terminal)) named.set(terminal, dnsName);
  }
  const candidates = [...named].map(([terminal, dnsName]): Candidate => {
    const fact = facts.get(terminal) ?? null;
    return { terminal, dnsName, facts: fact, addresses: [...(listed.get(terminal)?.addresses ?? []), ...(fact?.addresses ?? [])] };
  });
  const rows = candidates.map((one) => rowOf(one, known.get(one.terminal), listed.get(one.terminal), network, rules, warnings));
  rows.sort((one, other) => compare(one.terminal, other.terminal));
  warnings.sort((one, other) => compare(String(one.details.terminal), String(other.details.terminal)));
  return {
    terminals: rows,
    addresses: eachOnce(addresses),
    warnings: [...warnings, ...disputes(rows), ...sharedAddresses(addresses), ...unmatched(config, candidates)],
  };
}

/** Disputed admin terminals told one by one; all of them are in `terminals` and `report.json`. */
const MOST_DISPUTES = 10;

function disputes(rows: readonly TerminalRow[]): readonly Warning[] {
  const disputed = rows.filter((row) => row.admin_disputed);
  const told = disputed.slice(0, MOST_DISPUTES).map(({ terminal, admin_said_by, admin_denied_by, admin_terminal }) => {
    const details = { terminal, said: admin_said_by ?? '', denied: admin_denied_by ?? '' };
    return admin_terminal ? { code: 'admin-terminal-disputed', details } : { code: 'admin-terminal-overruled', details };
  });
  const more = disputed.length - told.length;
  return more > 0 ? [...told, { code: 'admin-terminals-disputed-more', details: { count: more } }] : told;
}

/** The name that is known already for this one; otherwise its own as an event would carry it. */
function nameIn(known: ReadonlyMap<string, unknown>, byDnsName: ReadonlyMap<string, string>, terminal: string, dnsName: string | null): string {
  const byDns = dnsName === null ? undefined : byDnsName.get(dnsName);
  if (byDns !== undefined) return byDns;
  return known.has(terminal) ? terminal : computerName(terminal);
}

function shortName(name: string): string {
  return (name.split('.', 1)[0] ?? name).toUpperCase();
}

/** Two lines about one terminal: what the first says stands, but a terminal that either calls no admin terminal is none. */
function mergedLines(first: InventoryTerminal, second: InventoryTerminal): InventoryTerminal {
  return {
    ...first,
    dnsName: first.dnsName ?? second.dnsName,
    addresses: [...first.addresses, ...second.addresses],
    adminTerminal: first.adminTerminal === false || second.adminTerminal === false ? false : (first.adminTerminal ?? second.adminTerminal),
    role: first.role ?? second.role,
    segment: first.segment ?? second.segment,
    department: first.department ?? second.department,
  };
}

type Ask = (candidate: Candidate) => Answers;

interface Rules {
  readonly admin: Ask;
  readonly server: Ask;
  readonly userTerminal: Ask;
  readonly segments: readonly { readonly name: string; readonly ask: Ask }[];
  readonly departments: readonly { readonly name: string; readonly ask: Ask }[];
  /** Every name that a list gives one by one: such a terminal exists although nobody else knows it. */
  readonly names: readonly string[];
}

function rulesOf({ admin_terminals, servers, user_terminals, segments, departments }: TerminalSettings): Rules {
  const parts = (list: TerminalSettings['segments']) => list.map((part) => ({ name: part.name, ask: askSources(part) }));
  return {
    admin: askSources(admin_terminals),
    server: askSources(servers),
    userTerminal: askSources(user_terminals),
    segments: parts(segments),
    departments: parts(departments),
    names: [admin_terminals, servers, user_terminals, ...segments, ...departments].flatMap((one) => one.names),
  };
}

function rowOf(
  candidate: Candidate,
  known: KnownTerminal | undefined,
  line: InventoryTerminal | undefined,
  network: string,
  rules: Rules,
  warnings: Warning[],
): TerminalRow {
  const { terminal } = candidate;
  const admin = new Map(rules.admin(candidate));
  if (known !== undefined && known.admin_terminal !== null) admin.set('directory', known.admin_terminal);
  const byRules = admin.size === 0 ? null : anyYes(admin);
  if (line !== undefined && line.adminTerminal !== null) admin.set('inventory', line.adminTerminal);
  const [said, denied] = [kindsSaying(true, admin), kindsSaying(false, admin)];
  const role = roleBy(candidate, known, line, rules, warnings);
  const segment = firstOf(rules.segments, candidate);
  const department = firstOf(rules.departments, candidate);
  const sources: SourceKind[] = [...said, ...role.kinds, ...(segment?.kinds ?? []), ...(department?.kinds ?? [])];
  if (known !== undefined) sources.push('directory');
  if (known !== undefined && candidate.facts?.roleByOperatingSystem && role.kinds.length === 0) sources.push('operating-system');
  if (line !== undefined) sources.push('inventory');
  return {
    network: known?.network ?? network,
    terminal,
    dns_name: candidate.dnsName,
    role: role.role,
    admin_terminal: line?.adminTerminal ?? byRules,
    segment: line?.segment ?? segment?.name ?? known?.segment ?? null,
    department: line?.department ?? department?.name ?? known?.department ?? null,
    known_by: kindsText(sources) ?? 'list',
    admin_disputed: said.length > 0 && denied.length > 0,
    admin_said_by: kindsText(said),
    admin_denied_by: kindsText(denied),
  };
}

function roleBy(
  candidate: Candidate,
  known: KnownTerminal | undefined,
  line: InventoryTerminal | undefined,
  { server, userTerminal }: Rules,
  warnings: Warning[],
): { readonly role: string | null; readonly kinds: readonly SourceKind[] } {
  const { terminal } = candidate;
  const [asServer, asUserTerminal] = [kindsSaying(true, server(candidate)), kindsSaying(true, userTerminal(candidate))];
  if (known?.role !== 'domain controller' && asServer.length + asUserTerminal.length > 0) {
    if (asServer.length > 0 && asUserTerminal.length > 0) warnings.push({ code: 'terminal-of-two-roles', details: { terminal } });
    return asServer.length > 0 ? { role: 'server', kinds: asServer } : { role: 'user terminal', kinds: asUserTerminal };
  }
  if (known?.role && line?.role && known.role !== line.role) {
    warnings.push({ code: 'terminal-role-disagrees', details: { terminal, line: line.line, directory: known.role, inventory: line.role } });
  }
  return { role: known?.role ?? line?.role ?? null, kinds: [] };
}

/** The first segment or department, in the order of the configuration, that any of its sources names. */
function firstOf(parts: Rules['segments'], candidate: Candidate): { readonly name: string; readonly kinds: readonly SourceKind[] } | null {
  for (const { name, ask } of parts) {
    const kinds = kindsSaying(true, ask(candidate));
    if (kinds.length > 0) return { name, kinds };
  }
  return null;
}

function addressRow(network: string, address: string, terminal: string): AddressRow {
  return { network, terminal_address: address, terminal, held_from: null, held_until: null, last_seen_at: null, known_by: 'inventory' };
}

function eachOnce(addresses: readonly AddressRow[]): readonly AddressRow[] {
  return [...new Map(addresses.map((row) => [`${row.terminal_address} ${row.terminal}`, row])).values()];
}

function sharedAddresses(addresses: readonly AddressRow[]): readonly Warning[] {
  const holders = new Map<string, Set<string>>();
  for (const { terminal_address, terminal } of addresses) {
    const terminals = holders.get(terminal_address) ?? new Set();
    holders.set(terminal_address, terminals.add(terminal));
  }
  return [...holders].flatMap(([address, terminals]) =>
    terminals.size < 2 ? [] : [{ code: 'address-of-several-terminals', details: { address, terminals: [...terminals].sort(compare).join(', ') } }],
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
