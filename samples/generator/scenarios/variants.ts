import { fileTime, type Moment } from '../events/kind.ts';
import { clockSet, failuresSwitchedOff, logCleared } from '../events/system.ts';
import type { Event, LoggedEvent } from '../evtx/event.ts';
import { MINUTE, on } from '../story/clock.ts';
import { computerIdentity, DC01, DC02, identityOf, type Machine } from '../story/town.ts';
import { FIRST_EXPORT_ENDS, SECOND_EXPORT_BEGINS } from './files.ts';
import type { TownLog } from './tell-week.ts';
import { ADMINS } from './town/people.ts';

/** The logs of the domain controllers with something missing, and what the checklist must say of it. */
export interface Variant {
  readonly id: string;
  readonly title: string;
  readonly change: (logs: readonly TownLog[]) => readonly TownLog[];
  /** Options that ask for a period. */
  readonly period?: readonly string[];
  /** The gap that must be named: code, machine, how many records where that is known. */
  readonly gap: { readonly code: string; readonly about: string; readonly count?: number };
  /** Checks that must say so, and may not be clean. */
  readonly checks: 'all' | 'failures';
  /** Why the product does not say so yet. The test fails as soon as it does, so that this goes away. */
  readonly known?: string;
}

const MISSING = 500;
const TICKETS: ReadonlySet<number> = new Set([4768, 4769, 4771, 4776]);
const moment = (at: number): Moment => ({ at, process: 716, thread: 1204, activity: null });
const isBefore = (time: number) => (event: Event) => event.at < fileTime(time);

export const VARIANTS: readonly Variant[] = [
  {
    id: 'controller-missing',
    title: 'The log of DC02 was not collected.',
    change: (logs) => logs.filter(({ machine }) => machine !== DC02),
    gap: { code: 'no-recorder-log', about: 'DC02' },
    checks: 'all',
  },
  {
    id: 'records-removed',
    title: 'Five hundred records are missing in the middle of an export of DC01.',
    change: only(DC01, (events) => {
      const from = events.findIndex(({ at }) => at >= fileTime(on('Wed', '10:00')));
      return events.toSpliced(from, MISSING);
    }),
    gap: { code: 'records-missing', about: 'DC01', count: MISSING },
    checks: 'all',
  },
  {
    id: 'records-missing-between-exports',
    title: 'Between two exports of DC01 that do not overlap five hundred records were lost.',
    // Where the first export ends; the second begins with the first record that is left.
    change: only(DC01, (events) => {
      const until = events.findIndex(({ at }) => at >= SECOND_EXPORT_BEGINS);
      const end = events.findIndex(({ at }) => at >= FIRST_EXPORT_ENDS);
      return [...events.slice(0, until - MISSING), ...events.slice(end)];
    }),
    gap: { code: 'span-short', about: 'DC01' },
    checks: 'all',
  },
  {
    id: 'failures-never-recorded',
    title: 'DC02 records no failures, as Windows does unless told otherwise.',
    change: only(DC02, (events) => events.filter(({ failed }) => !failed)),
    gap: { code: 'no-failures-recorded', about: 'DC02' },
    checks: 'failures',
  },
  {
    id: 'failures-switched-off',
    title: 'From Wednesday on DC02 records failures no longer, and says so (4719).',
    change: only(DC02, (events) =>
      inserted(
        events.filter(({ failed, kind, at }) => !failed || !TICKETS.has(kind.id) || at < fileTime(on('Wed', '12:00'))),
        failuresSwitchedOff(moment(on('Wed', '12:00')), computerIdentity(DC02)),
      ),
    ),
    gap: { code: 'policy-changed', about: 'DC02' },
    checks: 'failures',
  },
  {
    id: 'log-cleared',
    title: 'Somebody clears the log of DC01 on Tuesday night.',
    change: only(DC01, (events) => {
      const cleared = logCleared(moment(on('Tue', '23:10')), identityOf(ADMINS.tanaka), 0x5_1f2a);
      return inserted(
        events.filter(({ at }) => at >= fileTime(on('Tue', '23:10'))),
        cleared,
      );
    }),
    gap: { code: 'log-cleared', about: 'DC01' },
    checks: 'all',
  },
  {
    id: 'week-cut-in-half',
    title: 'The logs end on Thursday at noon; the week was asked for.',
    change: (logs) => logs.map((log) => ({ ...log, events: log.events.filter(isBefore(on('Thu', '12:00'))) })),
    period: ['--week', '2026-W46'],
    gap: { code: 'span-short', about: 'DC01' },
    checks: 'all',
  },
  {
    id: 'clock-set',
    title: 'The clock of DC02 is set forward by forty minutes on Wednesday.',
    change: only(DC02, (events) => inserted(events, clockSet(moment(on('Wed', '10:40')), computerIdentity(DC02), on('Wed', '10:40') - 40 * MINUTE))),
    gap: { code: 'clock-changed', about: 'DC02' },
    checks: 'all',
  },
];

function only(machine: Machine, change: (events: readonly LoggedEvent[]) => readonly LoggedEvent[]): Variant['change'] {
  return (logs) => logs.map((log) => (log.machine === machine ? { ...log, events: change(log.events) } : log));
}

/** A further event in its place; all are numbered anew, so that none seems to be missing. */
function inserted(events: readonly LoggedEvent[], event: Event): readonly LoggedEvent[] {
  const [{ recordId: first } = { recordId: 1 }] = events;
  const at = events.findIndex((other) => other.at > event.at);
  return events.toSpliced(at < 0 ? events.length : at, 0, { ...event, recordId: 0 }).map((one, i) => ({ ...one, recordId: first + i }));
}
