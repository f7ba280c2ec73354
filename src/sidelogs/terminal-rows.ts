import type { InventoryTerminal, Warning } from './terminals-csv.ts';

/** One row of `terminals`, by column name. */
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

/** A computer's account name, and so the name events carry, is cut to this many characters. */
export const NETBIOS_NAME_LENGTH = 15;

/**
 * Joins the inventory with the terminals of the directory: each terminal is one row. The inventory wins for admin terminal, segment and department where
 * it says anything, the directory for the role. `network`: where the terminals of the inventory stand. In order of name, so that it never shuffles.
 */
export function terminalRows(inventory: readonly InventoryTerminal[], directory: readonly TerminalRow[], network: string): TerminalRows {
  const rows = new Map(directory.map((row) => [row.terminal, row]));
  const byDnsName = new Map(directory.flatMap((row) => (row.dns_name === null ? [] : [[row.dns_name, row.terminal] as const])));
  const addresses: AddressRow[] = [];
  const warnings: Warning[] = [];
  const listed = new Map<string, InventoryTerminal>();
  for (const line of inventory) {
    const terminal = nameIn(rows, byDnsName, line);
    const before = listed.get(terminal);
    if (before !== undefined) warnings.push({ code: 'terminal-listed-twice', details: { terminal, line: line.line, before: before.line } });
    const merged = before === undefined ? line : mergedLines(before, line);
    listed.set(terminal, merged);
    for (const address of line.addresses) addresses.push(addressRow(network, address, terminal));
  }
  for (const [terminal, line] of listed) {
    const known = rows.get(terminal);
    if (known?.role && line.role && known.role !== line.role) {
      warnings.push({ code: 'terminal-role-disagrees', details: { terminal, line: line.line, directory: known.role, inventory: line.role } });
    }
    rows.set(terminal, joined(known, line, terminal, network));
  }
  return {
    terminals: [...rows.values()].sort((one, other) => compare(one.terminal, other.terminal)),
    addresses: eachOnce(addresses),
    warnings: [...warnings, ...sharedAddresses(addresses)],
  };
}

/** The name the directory has for this line; otherwise the line's own name as an event would carry it. */
function nameIn(rows: ReadonlyMap<string, TerminalRow>, byDnsName: ReadonlyMap<string, string>, line: InventoryTerminal): string {
  const byDns = line.dnsName === null ? undefined : byDnsName.get(line.dnsName);
  if (byDns !== undefined) return byDns;
  return rows.has(line.terminal) ? line.terminal : line.terminal.slice(0, NETBIOS_NAME_LENGTH);
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

function joined(known: TerminalRow | undefined, line: InventoryTerminal, terminal: string, network: string): TerminalRow {
  return {
    network: known?.network ?? network,
    terminal,
    dns_name: known?.dns_name ?? line.dnsName,
    role: known?.role ?? line.role,
    admin_terminal: line.adminTerminal ?? known?.admin_terminal ?? null,
    segment: line.segment ?? known?.segment ?? null,
    department: line.department ?? known?.department ?? null,
    known_by: known === undefined ? 'inventory' : 'directory+inventory',
  };
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
