import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { setISOWeek } from 'date-fns/setISOWeek';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import { UserError } from './user-error.ts';

/** What the user wrote about the period, each as given; undefined: not given. */
export interface PeriodOptions {
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly week: string | undefined;
  readonly last: string | undefined;
}

/** The span asked about: start included, end excluded; null: whatever the logs cover. */
export interface Period {
  readonly askedFrom: Date | null;
  readonly askedUntil: Date | null;
}

const HOURS: Readonly<Record<string, number>> = { h: 1, d: 24, w: 7 * 24 };
const HOUR = 3_600_000;

/**
 * The period out of `--from`/`--until` (a day, or a moment with or without offset; a day is meant whole, also as the end), `--week` (ISO 8601,
 * 2026-W46, Monday to Sunday) or `--last` (24h, 7d, 2w before `now`). Days and moments without offset are of the time zone.
 *
 * UserError: not such a text, two ways at once, or an end that is not after the start.
 */
export function periodOf(options: PeriodOptions, timezone: string, now: Date): Period {
  const { from, until, week, last } = options;
  const ways = [week, last, from ?? until].filter((way) => way !== undefined);
  if (ways.length > 1) throw new UserError('period-two-ways');
  if (week !== undefined) return weekOf(week, timezone);
  if (last !== undefined) return lastOf(last, now);
  const period = {
    askedFrom: from === undefined ? null : momentOf(from, 'from', timezone),
    askedUntil: until === undefined ? null : momentOf(until, 'until', timezone),
  };
  if (period.askedFrom !== null && period.askedUntil !== null && period.askedFrom >= period.askedUntil) {
    throw new UserError('period-empty', { from: from ?? '', until: until ?? '' });
  }
  return period;
}

function weekOf(text: string, timezone: string): Period {
  const [, year, week] = /^(\d{4})-?W(\d{2})$/i.exec(text) ?? [];
  // The fourth of January is always in the first week (ISO 8601).
  const inFirst = new TZDate(Number(year), 0, 4, timezone);
  const monday = startOfISOWeek(setISOWeek(inFirst, Number(week)));
  const thursday = addDays(monday, 3);
  const exists = year !== undefined && Number(week) >= 1 && thursday.getFullYear() === Number(year);
  if (!exists) throw new UserError('period-bad-week', { value: text });
  return { askedFrom: new Date(monday.getTime()), askedUntil: new Date(addDays(monday, 7).getTime()) };
}

function lastOf(text: string, now: Date): Period {
  const [, count, unit] = /^(\d{1,4})([hdw])$/i.exec(text) ?? [];
  const hours = Number(count) * (HOURS[unit?.toLowerCase() ?? ''] ?? Number.NaN);
  if (!(hours > 0)) throw new UserError('period-bad-last', { value: text });
  return { askedFrom: new Date(now.getTime() - hours * HOUR), askedUntil: now };
}

const DAY_OR_MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?$/;

/** A day or a moment; `until` means the end of a day. UserError: it is none. */
export function momentOf(text: string, option: 'from' | 'until' | 'since' | 'discovered', timezone: string): Date {
  const match = DAY_OR_MOMENT.exec(text);
  if (match === null) throw new UserError('period-bad-moment', { option, value: text });
  const [, year, month, day, hours, minutes, seconds = '00', offset] = match;
  const local = new TZDate(Number(year), Number(month) - 1, Number(day), Number(hours ?? 0), Number(minutes ?? 0), Number(seconds), timezone);
  const at = offset === undefined ? local : new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}${offset}`);
  // 31 February would silently become 3 March.
  const sameDay = local.getMonth() === Number(month) - 1 && local.getDate() === Number(day);
  if (!sameDay || Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59 || Number(seconds) > 59 || Number.isNaN(at.getTime())) {
    throw new UserError('period-bad-moment', { option, value: text });
  }
  return new Date((hours === undefined && option === 'until' ? addDays(local, 1) : at).getTime());
}

/** The end of a day, excluded, in a time zone. Null: there is no such day. */
export function endOfDay(day: string, timezone: string): Date | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const local = new TZDate(Number(year), Number(month) - 1, Number(date), timezone);
  if (local.getMonth() !== Number(month) - 1 || local.getDate() !== Number(date)) return null;
  return new Date(addDays(local, 1).getTime());
}

/** The day of a moment in a time zone, YYYY-MM-DD. */
export function dayIn(at: Date, timezone: string): string {
  return format(new TZDate(at.getTime(), timezone), 'yyyy-MM-dd');
}

/** UserError: no such time zone. */
export function checkedTimezone(name: string): string {
  if (!isTimezone(name)) throw new UserError('timezone-unknown', { value: name });
  return name;
}

/** Whether it is an offset (+09:00) or a time zone of the IANA database. */
export function isTimezone(name: string): boolean {
  if (/^[+-]\d\d:\d\d$/.test(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
