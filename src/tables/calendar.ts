import { column, type Table } from './table.ts';

/** So that no question does arithmetic with time zones. */
export const CALENDAR: Table = {
  name: 'calendar',
  row: 'one day of the organisation, in its time zone, that has records in it or is next to one that has',
  columns: [
    column('local_day', 'text', 'the day, 2026-11-23'),
    column('starts_at', 'timestamp', 'its start, included'),
    column('ends_at', 'timestamp', 'its end, excluded'),
    column('is_holiday', 'boolean', 'a national holiday or a day on which the organisation is closed; an ordinary Saturday or Sunday is none'),
    column('holiday_name', 'text', 'its name; NULL: no holiday'),
    column('work_from_at', 'timestamp', 'start of the working hours; NULL: no working day'),
    column('work_until_at', 'timestamp', 'end of the working hours; NULL: no working day'),
  ],
};
