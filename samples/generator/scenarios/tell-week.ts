import type { Event, LoggedEvent } from '../evtx/event.ts';
import { dnsNameOf, type Machine } from '../story/town.ts';
import { INNOCENT } from './innocent/all-innocent.ts';
import { ordinaryWeek } from './ordinary/ordinary-week.ts';
import { PLANTED } from './planted/all-planted.ts';
import type { Expectations, Scenario } from './scenario.ts';
import { RECORDERS } from './town/place.ts';
import { type Attempt, attemptsOf } from './true-attempts.ts';
import { newWorld, type World } from './world.ts';

/** A scenario that was played, and what the checklist must show of it. */
export interface Played {
  readonly scenario: Scenario;
  readonly expected: Expectations;
}

/** A machine's log of the week. */
export interface TownLog {
  readonly machine: Machine;
  readonly computer: string;
  readonly events: readonly LoggedEvent[];
}

export interface TownWeek {
  readonly world: World;
  readonly logs: readonly TownLog[];
  readonly innocent: readonly Played[];
  readonly planted: readonly Played[];
  /** Every attempt to log on that a log tells of, and where it came from. */
  readonly attempts: readonly Attempt[];
}

/** Tells the week: the innocent look-alikes always, the planted facts only where asked. */
export function tellTownWeek({ attacked }: { readonly attacked: boolean }): TownWeek {
  const world = newWorld();
  ordinaryWeek(world);
  const play = (scenario: Scenario): Played => ({ scenario, expected: scenario.play(world) });
  const innocent = INNOCENT.map(play);
  const planted = attacked ? PLANTED.map(play) : [];
  const machines = [...RECORDERS.keys()];
  const logs = machines.map((machine) => ({ machine, computer: dnsNameOf(machine), events: world.stage.logOf(machine) }));
  const attempts = machines.flatMap((machine): Attempt[] => {
    const written: readonly Event[] = world.stage.eventsOf(machine);
    const { firstRecordId = 0 } = RECORDERS.get(machine) ?? {};
    return attemptsOf(world, machine, written, firstRecordId);
  });
  return { world, logs, innocent, planted, attempts };
}
