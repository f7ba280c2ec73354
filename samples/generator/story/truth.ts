import { isoTime } from '../events/kind.ts';
import type { Event } from '../evtx/event.ts';
import type { Machine } from './town.ts';

/** One row that the checklist must show. */
export interface ExpectedFinding {
  readonly check: string;
  readonly level: 'review' | 'note';
  readonly account: string;
  readonly terminal: string | null;
  /** Where no terminal is known: the address. */
  readonly address: string | null;
  /** Null: the check is not about logons. */
  readonly succeeded: boolean | null;
  /** ISO 8601, UTC. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** Records about an attempt to log on (4624, 4625, 4768, 4771, 4776), all logs together; starts of a program; lines of a proxy log. */
  readonly records: number;
}

/** Something that happens in the week and that the checklist must show. */
export interface Happening {
  readonly id: string;
  readonly what: string;
  readonly findings: readonly ExpectedFinding[];
}

/** Something that must not be at `review`. */
export interface Quiet {
  readonly why: string;
  readonly account: string;
  /** Null: wherever it is seen from. */
  readonly terminal: string | null;
}

export const CHECK = {
  adminSuccess: 'admin-logon-success-elsewhere',
  adminFailure: 'admin-logon-failure-elsewhere',
  userTerminal: 'user-terminal-logon-failure',
  elsewhere: 'logon-failure-elsewhere',
  mailWeb: 'admin-terminal-mail-web',
} as const;

const ATTEMPTS: ReadonlySet<number> = new Set([4624, 4625, 4768, 4771, 4776]);

interface Seen {
  readonly check: string;
  readonly level?: 'review' | 'note';
  readonly account: string;
  /** A known machine, an address that is nobody's, or neither. */
  readonly from: Machine | { readonly address: string } | null;
  /** Every event that belongs to it. */
  readonly events: readonly Event[];
}

/** What the week is known to hold, gathered while it is told. */
export class Truth {
  readonly happenings: Happening[] = [];
  readonly quiet: Quiet[] = [];

  happened(id: string, what: string, ...seen: readonly Seen[]): void {
    this.happenings.push({ id, what, findings: seen.map(expectedFinding) });
  }

  /** Something that is no logon. */
  used(id: string, what: string, finding: ExpectedFinding): void {
    this.happenings.push({ id, what, findings: [finding] });
  }

  stayedQuiet(why: string, account: string, terminal: Machine | null): void {
    this.quiet.push({ why, account, terminal: terminal?.name ?? null });
  }
}

function expectedFinding({ check, level = 'review', account, from, events }: Seen): ExpectedFinding {
  const attempts = events.filter(({ kind }) => ATTEMPTS.has(kind.id)).sort((one, other) => (one.at < other.at ? -1 : 1));
  const [first] = attempts;
  const last = attempts.at(-1);
  if (first === undefined || last === undefined) throw new Error(`nothing happens to ${account}`);
  return {
    check,
    level,
    account,
    terminal: from !== null && 'name' in from ? from.name : null,
    address: from !== null && !('name' in from) ? from.address : null,
    succeeded: !first.failed,
    firstAt: isoTime(first.at),
    lastAt: isoTime(last.at),
    records: attempts.length,
  };
}
