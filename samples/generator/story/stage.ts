import { fileTime, type Moment } from '../events/kind.ts';
import type { Event, LoggedEvent } from '../evtx/event.ts';
import type { Random } from '../random.ts';
import { WEEK_ENDS } from './clock.ts';
import type { Machine } from './town.ts';

/** How a machine's log is numbered and kept. */
export interface Recorder {
  /** System/EventRecordID of its first record in the week. */
  readonly firstRecordId: number;
  /** Process id of lsass.exe, which writes the Security log. */
  readonly lsass: number;
  /** Whether records carry an activity id. */
  readonly activities: boolean;
}

/** Where requests come from, as whoever records them sees it. */
export interface Source {
  readonly address: string;
  /** The domain controller that the machine speaks to. */
  readonly controller: Machine;
}

/** What a stage has to know of a town. */
export interface Place {
  /** Machines whose Security log is part of the sample. */
  readonly recorders: ReadonlyMap<Machine, Recorder>;
  /** Where a machine's requests come from at a moment. */
  readonly sourceOf: (machine: Machine, at: number) => Source;
}

/** Where the week happens: chance, and the logs that fill as things happen. */
export class Stage {
  readonly random: Random;
  readonly place: Place;
  readonly #events: Map<Machine, Event[]>;
  #lastLogonId = 0x3a_51c4;

  constructor(random: Random, place: Place) {
    this.random = random;
    this.place = place;
    this.#events = new Map([...place.recorders.keys()].map((machine) => [machine, []]));
  }

  /** A moment at a recording machine, with a little of chance below the millisecond. */
  moment(recorder: Machine, at: number): Moment {
    const { lsass, activities } = this.#recorderOf(recorder);
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
    return this.place.sourceOf(machine, at);
  }

  port(): number {
    return this.random.between(49_152, 65_000);
  }

  /** The log of a machine in order of time, numbered. */
  logOf(recorder: Machine): LoggedEvent[] {
    return this.eventsOf(recorder).map((event, i) => ({ ...event, recordId: this.#recorderOf(recorder).firstRecordId + i }));
  }

  /** The same events as they were written. */
  eventsOf(recorder: Machine): readonly Event[] {
    const week = (this.#events.get(recorder) ?? []).filter(({ at }) => at < fileTime(WEEK_ENDS));
    return week.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  #recorderOf(machine: Machine): Recorder {
    const recorder = this.place.recorders.get(machine);
    if (recorder === undefined) throw new Error(`${machine.name} keeps no log here`);
    return recorder;
  }
}
