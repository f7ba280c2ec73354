/** Days of the week of the story, Monday 2026-11-09 to Sunday 2026-11-15, in Japan. */
export const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Day = (typeof DAYS)[number];
export const WORKING_DAYS: readonly Day[] = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Monday 00:00 in Japan, in Unix milliseconds. */
export const WEEK_BEGINS = Date.parse('2026-11-09T00:00:00+09:00');
export const WEEK_ENDS = WEEK_BEGINS + 7 * DAY;

/** `on('Wed', '13:05')`: local time of the story in Unix milliseconds. */
export function on(day: Day, time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return WEEK_BEGINS + DAYS.indexOf(day) * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
}
