import { fileTime } from '../events/kind.ts';
import type { Event } from '../evtx/event.ts';
import { Random } from '../random.ts';
import type { Account } from '../story/people.ts';
import { Stage } from '../story/stage.ts';
import type { Machine } from '../story/town.ts';
import { Leases } from './town/leases.ts';
import { DESK_PCS, nth } from './town/machines.ts';
import { DESK_WORKERS } from './town/people.ts';
import { townPlace } from './town/place.ts';
import type { Visitor } from './town/side-files.ts';

/** A person and the PC at their desk. */
export interface Desk {
  readonly who: Account;
  readonly machine: Machine;
}

/** A computer that got another name in the middle of the week. */
export interface Renaming {
  readonly was: Machine;
  readonly is: Machine;
}

/** Where an attempt truly came from. `shared`: behind an address of many; nobody can tell who it was. */
export type Truth = Machine | 'shared' | 'unknown';

/** Everything that a scenario may change: the stage, and what stands beside the logs. */
export interface World {
  readonly stage: Stage;
  readonly leases: Leases;
  /** Desks somebody sits at, as `Mon 17`; the PCs of the others are off. */
  readonly present: Set<string>;
  /** Who changed their password in the week, and when: pwdLastSet. */
  readonly passwordChanges: Map<Account, number>;
  readonly visitors: Visitor[];
  readonly renamed: Renaming[];
  /** Where an attempt came from, for those that neither address nor name tells. */
  readonly trueSources: Map<Event, Truth>;
}

/** Desks from 1 to this are for scenarios: nobody there is on leave, mistypes, or changes a password by chance. */
export const DESKS_OF_SCENARIOS = 90;

/** What happens at this desk, a scenario tells alone. */
export const DESK_TOLD_APART = 43;

const SEED = 20_261_130;

export function newWorld(): World {
  const random = new Random(SEED);
  const leases = new Leases(random);
  const stage = new Stage(random, townPlace(leases));
  return { stage, leases, present: new Set(), passwordChanges: new Map(), visitors: [], renamed: [], trueSources: new Map() };
}

export function desk(number: number): Desk {
  return { who: nth(DESK_WORKERS, number), machine: nth(DESK_PCS, number) };
}

/** Says where these attempts came from, and hands them on. */
export function cameFrom(world: World, source: Truth, events: Event[]): Event[] {
  for (const event of events) world.trueSources.set(event, source);
  return events;
}

/** 100 ns since 1601 of the first and the last of them. */
export function spanOf(events: readonly Event[]): { readonly first: bigint; readonly last: bigint } {
  const times = events.map(({ at }) => at).sort((one, other) => (one < other ? -1 : 1));
  return { first: times[0] ?? fileTime(0), last: times.at(-1) ?? fileTime(0) };
}
