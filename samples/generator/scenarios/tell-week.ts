import type { Event, LoggedEvent } from '../evtx/event.ts';
import { dnsNameOf, type Machine } from '../story/town.ts';
import { INNOCENT } from './innocent/all-innocent.ts';
import { ordinaryWeek } from './ordinary/ordinary-week.ts';
import { PLANTED } from './planted/all-planted.ts';
import { ATTACKS, HONEST } from './programs/all-programs.ts';
import type { Program } from './programs/program.ts';
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

/** A program of the week, and its attempts: the records of each as `recorder#record id`. */
export interface Ran {
  readonly program: Program;
  readonly attempts: readonly (readonly string[])[];
}

export interface TownWeek {
  readonly world: World;
  readonly logs: readonly TownLog[];
  readonly innocent: readonly Played[];
  readonly planted: readonly Played[];
  /** Every attempt to log on that a log tells of, and where it came from. */
  readonly attempts: readonly Attempt[];
  /** Attacks made by programs, and honest programs that look like them. */
  readonly attacks: readonly Ran[];
  readonly lookAlikes: readonly Ran[];
}

/** Which happenings the week has beside its ordinary ones. */
export interface Told {
  /** The planted facts. */
  readonly attacked: boolean;
  /** Default: no programs but the ordinary ones. */
  readonly programs?: 'honest' | 'all';
}

/** Tells the week: the innocent look-alikes always, the planted facts and the programs only where asked. */
export function tellTownWeek({ attacked, programs }: Told): TownWeek {
  const world = newWorld();
  ordinaryWeek(world);
  const play = (scenario: Scenario): Played => ({ scenario, expected: scenario.play(world) });
  const innocent = INNOCENT.map(play);
  const planted = attacked ? PLANTED.map(play) : [];
  const run = (program: Program) => ({ program, events: program.play(world) });
  const lookAlikes = programs === undefined ? [] : HONEST.map(run);
  const attacks = programs === 'all' ? ATTACKS.map(run) : [];
  const machines = [...RECORDERS.keys()];
  const logs = machines.map((machine) => ({ machine, computer: dnsNameOf(machine), events: world.stage.logOf(machine) }));
  const attempts = machines.flatMap((machine): Attempt[] => {
    const written: readonly Event[] = world.stage.eventsOf(machine);
    const { firstRecordId = 0 } = RECORDERS.get(machine) ?? {};
    return attemptsOf(world, machine, written, firstRecordId);
  });
  const keys = new Map(machines.flatMap((machine) => keysOf(world, machine)));
  const ran = ({ program, events }: ReturnType<typeof run>): Ran => ({ program, attempts: attemptsOfProgram(events, keys) });
  return { world, logs, innocent, planted, attempts, attacks: attacks.map(ran), lookAlikes: lookAlikes.map(ran) };
}

function keysOf({ stage }: World, machine: Machine): readonly (readonly [Event, string])[] {
  const { firstRecordId = 0 } = RECORDERS.get(machine) ?? {};
  return stage.eventsOf(machine).map((event, i) => [event, `${dnsNameOf(machine).toLowerCase()}#${firstRecordId + i}`] as const);
}

/** A server's record (4624, 4625) tells of the same attempt as the domain controller's (4768, 4776) just before it; so does a membership (4728) of a new account's. */
function attemptsOfProgram(events: readonly Event[], keys: ReadonlyMap<Event, string>): readonly (readonly string[])[] {
  const attempts: string[][] = [];
  events.forEach((event, i) => {
    const key = keys.get(event);
    const before = events[i - 1]?.kind.id;
    const joins =
      ((event.kind.id === 4624 || event.kind.id === 4625) && (before === 4768 || before === 4776)) || (event.kind.id === 4728 && before === 4720);
    if (key === undefined) return;
    if (joins) attempts.at(-1)?.push(key);
    else attempts.push([key]);
  });
  return attempts;
}
