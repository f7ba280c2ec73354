import type { Config } from './config-schema.ts';
import { nationalHoliday } from './holidays.ts';
import { WallClock } from './local-time.ts';

/** What a day is at the organisation. */
export interface CalendarDay {
  /** `2026-11-23`, by the clock of the organisation. */
  readonly localDay: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Null: no holiday. */
  readonly holidayName: string | null;
  /** Null: nobody is meant to work. */
  readonly workFrom: Date | null;
  readonly workUntil: Date | null;
}

type CalendarSettings = Pick<Config, 'working_hours' | 'holidays'>;

const DAY = 24 * 3_600_000;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** The local days that touch some days of UTC (`2026-11-23`), each once, in order. Working hours that a change of the clocks takes away or doubles last as long as the clock says. */
export function calendarDays(utcDays: readonly string[], timezone: string, settings: CalendarSettings): readonly CalendarDay[] {
  const clock = new WallClock(timezone);
  // No zone is more than 14 hours from UTC, so a day of UTC touches at most three local days.
  const around = utcDays.flatMap((day) => [-DAY, 0, DAY].map((step) => dayText(Date.parse(`${day}T00:00:00Z`) + step)));
  return [...new Set(around)].sort().flatMap((day) => dayOf(day, clock, settings));
}

/** None where the zone left the day out, as Samoa did with 2011-12-30. */
function dayOf(localDay: string, clock: WallClock, settings: CalendarSettings): readonly CalendarDay[] {
  const startsAt = momentOf(clock, localDay, '00:00');
  const endsAt = momentOf(clock, dayText(Date.parse(`${localDay}T00:00:00Z`) + DAY), '00:00');
  if (endsAt <= startsAt) return [];
  const holidayName = holidayOn(localDay, settings);
  const [from, until] = hoursOn(localDay, holidayName !== null, settings)?.split('-') ?? [];
  const worked = from !== undefined && until !== undefined;
  return [
    {
      localDay,
      startsAt,
      endsAt,
      holidayName,
      workFrom: worked ? momentOf(clock, localDay, from) : null,
      workUntil: worked ? (until === '24:00' ? endsAt : momentOf(clock, localDay, until)) : null,
    },
  ];
}

function hoursOn(localDay: string, isHoliday: boolean, { working_hours, holidays }: CalendarSettings): string | null {
  const opened = holidays.working_days.find(({ date }) => date === localDay);
  if (opened !== undefined) return opened.hours;
  const weekday = WEEKDAYS[new Date(`${localDay}T00:00:00Z`).getUTCDay()] ?? 'sunday';
  const hours = working_hours[weekday];
  return isHoliday || hours === 'closed' ? null : hours;
}

function holidayOn(localDay: string, { holidays }: CalendarSettings): string | null {
  const national = holidays.national ? nationalHoliday(localDay) : null;
  return national ?? holidays.closed.find((span) => isWithin(localDay, span))?.name ?? null;
}

/** `12-29` to `01-03` is every year and passes the end of the year. */
function isWithin(localDay: string, { from, until = from }: { readonly from: string; readonly until?: string | undefined }): boolean {
  const day = from.length === 5 ? localDay.slice(5) : localDay;
  return from <= until ? day >= from && day <= until : day >= from || day <= until;
}

function momentOf(clock: WallClock, day: string, time: string): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(clock.momentsOf({ year, month, day: date, hours, minutes, seconds: 0 })[0] ?? Number.NaN);
}

function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
