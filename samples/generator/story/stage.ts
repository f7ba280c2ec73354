import type { Moment } from '../events/kind.ts';
import type { Event, LoggedEvent } from '../evtx/event.ts';
import { Random } from '../random.ts';
import { Leases } from './leases.ts';
import { DC01, DC02, FS01, type Machine, RECORDERS } from './town.ts';

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

  write(recorder: Machine, event: Event): Event {
    this.#events.get(recorder)?.push(event);
    return event;
  }

  logonId(): number {
    this.#lastLogonId += this.random.between(0x20, 0x4000);
    return this.#lastLogonId;
  }

  port(): number {
    return this.random.between(49_152, 65_000);
  }

  /** The log of a machine in order of time, numbered. */
  logOf(recorder: Machine): LoggedEvent[] {
    const events = [...(this.#events.get(recorder) ?? [])].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const { firstRecordId } = recorderOf(recorder);
    return events.map((event, i) => ({ ...event, recordId: firstRecordId + i }));
  }
}

function recorderOf(machine: Machine): Recorder {
  const recorder = RECORDER.get(machine);
  if (recorder === undefined) throw new Error(`${machine.name} keeps no log here`);
  return recorder;
}
