import { TZDate } from '@date-fns/tz';
// By its path: the package's index loads every function it has.
import { format } from 'date-fns/format';

/** What every report is told: the language of its words and the time zone of its times (IANA name or offset). */
export interface ReportOptions {
  readonly language: 'ja' | 'en';
  readonly timezone: string;
}

/** How a time is written; with its offset unless told otherwise. */
export type TimeText = (at: Date, timezone: string) => string;

/** `2026-11-09T08:31:05+09:00`. RangeError: the time zone does not exist. */
export function isoTime(at: Date, timezone: string): string {
  return format(new TZDate(at.getTime(), timezone), "yyyy-MM-dd'T'HH:mm:ssxxx");
}

/** The same with milliseconds, for programs. */
export function preciseTime(at: Date, timezone: string): string {
  return format(new TZDate(at.getTime(), timezone), "yyyy-MM-dd'T'HH:mm:ss.SSSxxx");
}

/** `2026-11-09 08:31:05+09:00`, for people. */
export function plainTime(at: Date, timezone: string): string {
  return format(new TZDate(at.getTime(), timezone), 'yyyy-MM-dd HH:mm:ssxxx');
}
