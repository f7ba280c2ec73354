import { TZDate } from '@date-fns/tz';

/** A wall clock's time, as a log without offsets writes it. Month from 1. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * The moments a wall clock's time may mean, in Unix milliseconds, earlier first: two in the hour that a clock goes through twice when summer time ends,
 * otherwise one; none where there is no such day or time. An hour that is left out when summer time begins is read as if the clock had not been put forward.
 */
export class WallClock {
  readonly #timezone: string;
  /** Offsets of an hour of a day, which the lines of a log share. */
  readonly #offsets = new Map<string, readonly number[]>();

  constructor(timezone: string) {
    this.#timezone = timezone;
  }

  momentsOf({ year, month, day, hours, minutes, seconds }: LocalTime): readonly number[] {
    const asUtc = Date.UTC(year, month - 1, day, hours, minutes, seconds);
    const exists = month >= 1 && month <= 12 && new Date(asUtc).getUTCDate() === day && hours <= 23 && minutes <= 59 && seconds <= 59;
    if (!exists) return [];
    // Some zones change at the half hour.
    const key = `${year}-${month}-${day} ${hours} ${minutes < 30}`;
    let offsets = this.#offsets.get(key);
    if (offsets === undefined) {
      offsets = this.#offsetsAt(Date.UTC(year, month - 1, day, hours, minutes < 30 ? 0 : 30));
      this.#offsets.set(key, offsets);
    }
    return offsets.map((offset) => asUtc - offset);
  }

  /** Offsets from UTC, in milliseconds, that make this wall clock's time; the larger one is the earlier moment. */
  #offsetsAt(asUtc: number): readonly number[] {
    const around = [asUtc - 24 * HOUR, asUtc + 24 * HOUR].map((at) => this.#offset(at));
    const offsets = [...new Set(around)].sort((one, other) => other - one);
    const fitting = offsets.filter((offset) => this.#offset(asUtc - offset) === offset);
    return fitting.length > 0 ? fitting : [around[0] ?? 0];
  }

  #offset(at: number): number {
    return -new TZDate(at, this.#timezone).getTimezoneOffset() * MINUTE;
  }
}
