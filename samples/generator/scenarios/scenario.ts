import { isoTime } from '../events/kind.ts';
import type { Event } from '../evtx/event.ts';
import type { Machine } from '../story/town.ts';
import { spanOf, type World } from './world.ts';

export type Certainty = 'unknown' | 'weak' | 'contradicted' | 'likely' | 'certain';

/** One row that must be on the checklist. */
export interface ExpectedRow {
  readonly check: string;
  readonly level: 'review' | 'note';
  readonly account: string;
  /** Short name; null: no terminal may be named; undefined: whatever is named is not sure. */
  readonly terminal: string | null | undefined;
  /** The row begins and ends within these, ISO 8601 UTC. */
  readonly from: string;
  readonly until: string;
  /** No surer than this. Undefined: any. */
  readonly atMost?: Certainty;
  /** No less sure than this. */
  readonly atLeast?: Certainty;
  /** Why it has its level. */
  readonly because?: string;
}

/** An account that must have no row at `review`: at this terminal, or anywhere (null). */
export interface Quiet {
  readonly account: string;
  readonly terminal: string | null;
}

export interface Expectations {
  readonly rows?: readonly ExpectedRow[];
  readonly quiet?: readonly Quiet[];
}

/** One planted fact or one innocent look-alike. */
export interface Scenario {
  readonly id: string;
  /** What happens, in one sentence. */
  readonly title: string;
  /** Writes it into the week, and says what the checklist must show of it. */
  readonly play: (world: World) => Expectations;
  /** Only the logs of servers show it: with those of domain controllers alone it cannot be told, or only in part. */
  readonly needsServerLogs?: true;
  /** Why the product does not show it yet. The test fails as soon as it does, so that this goes away. */
  readonly known?: string;
}

interface Row {
  readonly check: string;
  readonly account: string;
  /** `anywhere`: nobody can tell. Null: no terminal of the town. */
  readonly at: { readonly name: string } | 'anywhere' | null;
  readonly events: readonly Event[];
  readonly level?: 'review' | 'note';
  readonly atMost?: Certainty;
  readonly atLeast?: Certainty;
  readonly because?: string;
}

/** A second on either side: a report keeps milliseconds, and second tokens or looks follow at once. */
const MARGIN_MS = 6_000;

/** The row that these events must become. */
export function row({ check, account, at, events, level = 'review', ...sure }: Row): ExpectedRow {
  const { first, last } = spanOf(events);
  return {
    check,
    level,
    account,
    terminal: at === 'anywhere' ? undefined : (at?.name ?? null),
    from: new Date(Date.parse(isoTime(first)) - MARGIN_MS).toISOString(),
    until: new Date(Date.parse(isoTime(last)) + MARGIN_MS).toISOString(),
    ...sure,
  };
}

export function quiet(account: string, at: Machine | null = null): Quiet {
  return { account, terminal: at?.name ?? null };
}
