import { fileTime, type Moment } from '../events/kind.ts';
import type { Event, LoggedEvent } from '../evtx/event.ts';
import { Random } from '../random.ts';
import { WEEK_ENDS } from './clock.ts';
import { Leases } from './leases.ts';
import { DC01, DC02, FS01, type Machine, pc, RECORDERS, USER_PCS } from './town.ts';

/** How a machine's log is numbered and kept. */
interface Recorder {
  /** System/EventRecordID of its first record in the week. */
  readonly firstRecordId: number;
  /** Process id of lsass.exe, which writes the Security log. */
  readonly lsass: number;
  /** Whether records carry an activity id. */
  readonly activities: boolean;
}

const RECORDER: ReadonlyMap<Machine, Recorder> = new Map([
  [DC01, { firstRecordId: 4_811_203, lsass: 716, activities: false }],
  [DC02, { firstRecordId: 2_094_877, lsass: 688, activities: true }],
  [FS01, { firstRecordId: 913_550, lsass: 744, activities: true }],
]);

/** Where requests come from, as whoever records them sees it. */
export interface Source {
  readonly address: string;
  /** The domain controller that the machine speaks to. */
  readonly controller: Machine;
}

/** This PC speaks IPv6. */
const IPV6_PC = pc(40);
const IPV6_ADDRESS = 'fd20:10:20:10::140';

/** Every third PC speaks to DC02, all other machines to DC01. */
function controllerOf(machine: Machine): Machine {
  return USER_PCS.indexOf(machine) % 3 === 1 ? DC02 : DC01;
}

/** Where the week happens: chance, addresses, and the logs that fill as things happen. */
export class Stage {
  readonly random: Random;
  readonly leases: Leases;
  readonly #events = new Map<Machine, Event[]>(RECORDERS.map((machine) => [machine, []]));
  #lastLogonId = 0x3a_51c4;

  constructor(seed: number) {
    this.random = new Random(seed);
    this.leases = new Leases(this.random);
  }

  /** A moment at a recording machine, with a little of chance below the millisecond. */
  moment(recorder: Machine, at: number): Moment {
    const { lsass, activities } = recorderOf(recorder);
    const thread = 4 * this.random.between(140, 1900);
    return { at: at + this.random.next(), process: lsass, thread, activity: activities ? this.random.guid() : null };
  }

  /** Writes an event into the log of the machine that records it. */
  write(recorder: Machine, event: Event): Event {
    this.#events.get(recorder)?.push(event);
    return event;
  }

  logonId(): number {
    this.#lastLogonId += this.random.between(0x20, 0x4000);
    return this.#lastLogonId;
  }

  /** Where a machine's requests come from at a moment. */
  sourceOf(machine: Machine, at: number): Source {
    return { address: machine === IPV6_PC ? IPV6_ADDRESS : this.leases.addressOf(machine, at), controller: controllerOf(machine) };
  }

  port(): number {
    return this.random.between(49_152, 65_000);
  }

  /** The log of a machine in order of time, numbered. */
  logOf(recorder: Machine): LoggedEvent[] {
    const week = (this.#events.get(recorder) ?? []).filter(({ at }) => at < fileTime(WEEK_ENDS));
    const events = week.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const { firstRecordId } = recorderOf(recorder);
    return events.map((event, i) => ({ ...event, recordId: firstRecordId + i }));
  }
}

function recorderOf(machine: Machine): Recorder {
  const recorder = RECORDER.get(machine);
  if (recorder === undefined) throw new Error(`${machine.name} keeps no log here`);
  return recorder;
}
