import { type DhcpEvent, readDhcpLog } from './dhcp-log.ts';
import type { AddressRow, KnownTerminal } from './terminal-rows.ts';
import { computerName } from './terminal-sources.ts';
import type { Warning } from './terminals-csv.ts';

/** A DHCP log to be read. */
export interface DhcpLogFile {
  readonly path: string;
  /** What it is called to the user. */
  readonly name: string;
  readonly timezone: string;
  readonly network: string;
}

/** Times of the first and the last event of a log, in Unix milliseconds. */
export interface DhcpLogSpan {
  readonly firstAt: number;
  readonly lastAt: number;
}

/** A device that holds an address now, as far as the log has been read. */
interface Lease {
  readonly hostName: string;
  readonly device: string;
  readonly from: number;
  seenAt: number;
}

/**
 * What the DHCP logs say about who held which address: one row for each span in which a device that gave a name held one, from its first lease or renewal to
 * its release, its expiry or the next device. How long a lease lasts stands in no log: a span that nothing ends has no `held_until`, and the models end it
 * `lease_hours` after `last_seen_at`. All files are read side by side in order of time, so that two servers or seven weekdays make one story; memory holds a
 * piece of each file and the open leases.
 *
 * @param files of one or several networks, each a story of its own
 * @param known terminals of the directory and the inventory, for names that are longer than an account's
 * @returns `spans`: by path, of the logs that hold an event
 */
export function dhcpLeases(
  files: readonly DhcpLogFile[],
  known: readonly KnownTerminal[],
): { readonly addresses: readonly AddressRow[]; readonly warnings: readonly Warning[]; readonly spans: ReadonlyMap<string, DhcpLogSpan> } {
  const warnings: Warning[] = [];
  const spans = new Map<string, DhcpLogSpan>();
  const nameOf = terminalNames(known);
  const networks = [...new Set(files.map((file) => file.network))];
  const addresses = networks.flatMap((network) => {
    const logs = files.filter((file) => file.network === network).map((file) => spanned(file, spans, (warning) => warnings.push(warning)));
    return leasesOf(logs, network, nameOf);
  });
  return { addresses, warnings, spans };
}

/** The events of a log; notes its span on the way. */
function* spanned(file: DhcpLogFile, spans: Map<string, DhcpLogSpan>, warn: (warning: Warning) => void): Generator<DhcpEvent> {
  let firstAt = Number.POSITIVE_INFINITY;
  let lastAt = Number.NEGATIVE_INFINITY;
  for (const event of readDhcpLog(file.path, file.timezone, ({ code, details }) => warn({ code, details: { ...details, file: file.name } }))) {
    firstAt = Math.min(firstAt, event.at);
    lastAt = Math.max(lastAt, event.at);
    yield event;
  }
  if (firstAt <= lastAt) spans.set(file.path, { firstAt, lastAt });
}

function leasesOf(logs: readonly Generator<DhcpEvent>[], network: string, nameOf: (hostName: string) => string | null): readonly AddressRow[] {
  const open = new Map<string, Lease>();
  const addresses: AddressRow[] = [];
  const end = (address: string, until: number | null): void => {
    const lease = open.get(address);
    open.delete(address);
    const terminal = lease === undefined ? null : nameOf(lease.hostName);
    if (lease === undefined || terminal === null || (until !== null && until <= lease.from)) return;
    addresses.push({
      network,
      terminal_address: address,
      terminal,
      held_from: new Date(lease.from),
      held_until: until === null ? null : new Date(until),
      last_seen_at: new Date(lease.seenAt),
      known_by: 'dhcp',
    });
  };
  for (const event of inOrderOfTime(logs)) {
    const lease = open.get(event.address);
    if (event.kind === 'freed') end(event.address, event.at);
    else if (lease !== undefined && isSame(lease, event)) lease.seenAt = Math.max(lease.seenAt, event.at);
    else {
      end(event.address, event.at);
      open.set(event.address, { hostName: event.hostName, device: event.device, from: event.at, seenAt: event.at });
    }
  }
  for (const address of [...open.keys()]) end(address, null);
  return addresses.sort(byAddressAndTime);
}

/** A renewal often lacks the name. A device that comes back under another name is another holder: its span tells which name was when. */
function isSame(lease: Lease, event: DhcpEvent): boolean {
  if (lease.device !== '' && event.device !== '' && lease.device !== event.device) return false;
  const sameName = lease.hostName.toLowerCase() === event.hostName.toLowerCase();
  return sameName || (event.hostName === '' && lease.device === event.device);
}

/** Merges the events of files that are each in order of time. */
function* inOrderOfTime(logs: readonly Generator<DhcpEvent>[]): Generator<DhcpEvent> {
  const heads = logs.map((log) => ({ log, event: nextOf(log) }));
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) if (head.event !== null && (first?.event == null || head.event.at < first.event.at)) first = head;
    if (first?.event == null) return;
    yield first.event;
    first.event = nextOf(first.log);
  }
}

function nextOf(log: Generator<DhcpEvent>): DhcpEvent | null {
  const { done, value } = log.next();
  return done === true ? null : value;
}

/** The name the directory has for a host name; otherwise its first label as an account would carry it. Null: no name of a terminal. */
function terminalNames(known: readonly KnownTerminal[]): (hostName: string) => string | null {
  const byDnsName = new Map(known.flatMap((row) => (row.dns_name === null ? [] : [[row.dns_name, row.terminal] as const])));
  const names = new Set(known.map((row) => row.terminal));
  return (hostName) => {
    const full = hostName.normalize('NFKC').replace(/\.$/, '');
    const short = (full.split('.', 1)[0] ?? '').toUpperCase();
    // What the server writes in the place of a name when an address is in use by somebody it does not know.
    if (short === '' || short === 'BAD_ADDRESS') return null;
    return byDnsName.get(full.toLowerCase()) ?? (names.has(short) ? short : computerName(short));
  };
}

function byAddressAndTime(one: AddressRow, other: AddressRow): number {
  if (one.terminal_address !== other.terminal_address) return one.terminal_address < other.terminal_address ? -1 : 1;
  return (one.held_from?.getTime() ?? 0) - (other.held_from?.getTime() ?? 0);
}
