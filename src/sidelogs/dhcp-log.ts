import { WallClock } from '../settings/local-time.ts';
import { UserError } from '../settings/user-error.ts';
import { normalAddress } from './address.ts';
import type { Warning } from './terminals-csv.ts';
import { type TextLine, textLines } from './text-lines.ts';

/** One thing that a DHCP server did with an address. */
export interface DhcpEvent {
  /** Unix milliseconds. */
  readonly at: number;
  /** Normalised as in `logon_events`. */
  readonly address: string;
  /** `held`: leased or renewed. `freed`: released, deleted, declined or expired. */
  readonly kind: 'held' | 'freed';
  /** As recorded, trimmed; empty: the device gave no name. It is what the device says of itself. */
  readonly hostName: string;
  /** MAC address (IPv4) or DUID (IPv6), upper case without separators; empty: none. */
  readonly device: string;
}

/**
 * What the ids mean that say who holds an address. The file explains them in its own preamble, in the language of the server; they are the same in every
 * language. Not here: starts, stops and DNS updates (0-2, 30-36: 32 "DNS update successful" leases nothing), a conflict or a full scope (13, 14), a lease
 * denied (15), cleanups (24, 25), rogue detection (50 and more); an offer (11000, 11001), which leases nothing yet.
 */
const KINDS: ReadonlyMap<number, DhcpEvent['kind']> = new Map([
  // IPv4: new lease, renewal, BOOTP and dynamic BOOTP.
  ...[10, 11, 20, 21].map((id) => [id, 'held'] as const),
  // Released, deleted, expired (17, 18), BOOTP deleted.
  ...[12, 16, 17, 18, 23].map((id) => [id, 'freed'] as const),
  // IPv6: request, confirm, renew, rebind.
  ...[11_002, 11_003, 11_004, 11_005].map((id) => [id, 'held'] as const),
  // Declined, released, client deleted, expired, expired and deleted.
  ...[11_006, 11_007, 11_016, 11_018, 11_019].map((id) => [id, 'freed'] as const),
]);

/** Lines before the one that names the columns; Microsoft's preambles have up to 40. */
const LONGEST_PREAMBLE = 200;
const FIRST_OF_IPV6 = 11_000;
/** Columns by their place, which never changed: newer versions of Windows only added some behind. */
const PLACE = { date: 1, time: 2, address: 4, hostName: 5, mac: 6, duid: 8 } as const;
const FEWEST_CELLS = 7;
/** Nothing behind the last of them is read. */
const CELLS_READ = 9;

/**
 * Reads the events of one audit log of Microsoft's DHCP server (`DhcpSrvLog-Mon.log`, `DhcpV6SrvLog-Mon.log`), line by line. Format: "Analyze DHCP Server
 * Log Files" (Microsoft Learn; TechNet cc958953), the preamble of the files themselves, and the samples in elastic/integrations (packages/microsoft_dhcp).
 * Cells are separated by commas and never quoted; descriptions hold none. The date is MM/DD/YY whatever the language of Windows, the time is the local time
 * of the server, without an offset: `timezone`. Where that clock goes back in autumn, a line that would lie before the one above it is of the second pass.
 *
 * Lines that are not understood are told as one warning when the file is at its end; a last line that is cut, because the file was copied while the server
 * wrote, as another. UserError: not readable, or no DHCP log.
 */
export function* readDhcpLog(path: string, timezone: string, warn: (warning: Warning) => void): Generator<DhcpEvent> {
  const clock = new WallClock(timezone);
  const bad = new BadLines(path, warn);
  let columns = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const line of textLines(path)) {
    const id = idOf(line.text);
    if (id === null) {
      const cells = line.text.split(',');
      if (isHeader(cells)) {
        columns = cells.length;
        bad.forgetPreamble();
      } else if (columns > 0 && line.text.trim() !== '') bad.perhapsPreamble(line);
    } else if (columns === 0 && timeOf(line.text.split(',', CELLS_READ), clock).length > 0) {
      // A file that lost its preamble is one still; its first line tells.
      columns = FEWEST_CELLS;
    }
    if (columns === 0 && line.number > LONGEST_PREAMBLE) break;
    if (columns === 0 || id === null) continue;
    if (!line.ended && line.text.split(',').length < columns) bad.cut(line);
    else {
      bad.endPreamble();
      const kind = KINDS.get(id);
      // Most lines are about DNS.
      if (kind === undefined) continue;
      const event = eventOf(id, kind, line.text.split(',', CELLS_READ), clock, last);
      if (typeof event === 'string') bad.add(line, event);
      else {
        last = event.at;
        yield event;
      }
    }
  }
  if (columns === 0) throw new UserError('dhcp-not-a-log', { file: path });
  bad.tell();
}

/** The id of a row; null: the line is no row. */
function idOf(line: string): number | null {
  const end = line.indexOf(',');
  if (end < 1 || end > 6) return null;
  const id = line.slice(0, end).trim();
  return /^\d{1,5}$/.test(id) ? Number(id) : null;
}

/** In Japanese the columns may be called otherwise, but for the first. */
function isHeader(cells: readonly string[]): boolean {
  return cells.length >= FEWEST_CELLS - 1 && (cells[0] ?? '').normalize('NFKC').trim().toUpperCase() === 'ID';
}

/** A text: why it is not understood. */
function eventOf(id: number, kind: DhcpEvent['kind'], cells: readonly string[], clock: WallClock, last: number): DhcpEvent | DhcpProblem {
  const [earlier, later = earlier] = timeOf(cells, clock);
  if (earlier === undefined || later === undefined) return 'dhcp-bad-time';
  const address = normalAddress((cells[PLACE.address] ?? '').trim());
  if (address === null || address === '0.0.0.0' || address === '::') return 'dhcp-bad-address';
  const device = (cells[id >= FIRST_OF_IPV6 ? PLACE.duid : PLACE.mac] ?? '').replace(/[\s:.-]/g, '').toUpperCase();
  return { at: earlier < last ? later : earlier, address, kind, hostName: (cells[PLACE.hostName] ?? '').trim(), device };
}

/** What can be wrong with a line. */
export type DhcpProblem = 'dhcp-bad-time' | 'dhcp-bad-address' | 'dhcp-no-row';

function timeOf(cells: readonly string[], clock: WallClock): readonly number[] {
  const date = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})\s*$/.exec(cells[PLACE.date] ?? '');
  const time = /^\s*(\d{1,2}):(\d\d):(\d\d)\s*$/.exec(cells[PLACE.time] ?? '');
  if (date === null || time === null) return [];
  const [, month, day, year] = date.map(Number);
  const [, hours = 0, minutes = 0, seconds = 0] = time.map(Number);
  if (year === undefined || month === undefined || day === undefined) return [];
  return clock.momentsOf({ year: year < 100 ? 2000 + year : year, month, day, hours, minutes, seconds });
}

/** Counts what is not understood, and tells it once a file. */
class BadLines {
  readonly #path: string;
  readonly #warn: (warning: Warning) => void;
  #count = 0;
  #first: { readonly line: number; readonly problem: DhcpProblem } | null = null;
  /** Lines that are no rows: a preamble in the middle, where files were joined, or rubbish. */
  #held: TextLine[] = [];
  #heldCount = 0;

  constructor(path: string, warn: (warning: Warning) => void) {
    this.#path = path;
    this.#warn = warn;
  }

  add({ number }: TextLine, problem: DhcpProblem): void {
    this.#count++;
    this.#first ??= { line: number, problem };
  }

  perhapsPreamble(line: TextLine): void {
    this.#heldCount++;
    if (this.#held.length === 0) this.#held.push(line);
  }

  forgetPreamble(): void {
    this.#held = [];
    this.#heldCount = 0;
  }

  endPreamble(): void {
    const [first] = this.#held;
    if (first === undefined) return;
    this.add(first, 'dhcp-no-row');
    this.#count += this.#heldCount - 1;
    this.forgetPreamble();
  }

  cut({ number }: TextLine): void {
    this.#warn({ code: 'dhcp-line-cut', details: { file: this.#path, line: number } });
  }

  tell(): void {
    this.endPreamble();
    if (this.#first === null) return;
    this.#warn({ code: 'dhcp-lines-bad', details: { file: this.#path, count: this.#count, ...this.#first } });
  }
}
