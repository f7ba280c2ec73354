import { expect, test } from 'vitest';
import { calendarDays } from '../../src/settings/calendar.ts';
import { askOf, linesOf, readLines, rulesPath } from '../rules-tables.ts';
import { loaded } from '../settings/loaded-config.ts';

const OFFICE = await readLines(rulesPath('office.csv'));
const SQL = `select distinct o.local_day, strftime(o.occurred_at, '%d %H:%M') as at, o.usual
  from off_hours_attempts o join recorded_accounts r on r.account_number = o.account_number where r.account = 'sato' order by all`;

/** The lines of `calendar` that a run over these days of UTC makes. */
function calendarLines(days: readonly string[], timezone: string) {
  const text = (at: Date | null) => at?.toISOString().slice(0, 19).replace('T', ' ') ?? '';
  return calendarDays(days, timezone, loaded('network: a\n').settings).map((day) => [
    ...['calendar', `local_day=${day.localDay}`, `starts_at=${text(day.startsAt)}`, `ends_at=${text(day.endsAt)}`],
    ...[`is_holiday=${day.holidayName !== null}`, `work_from_at=${text(day.workFrom)}`, `work_until_at=${text(day.workUntil)}`],
  ]);
}

async function offHours(moments: readonly string[], timezone: string) {
  const events = moments.map((at) => `4771,at=${at},account=sato,sid=1201,from=10.1.2.1`);
  const days = [...new Set(moments.map((at) => at.slice(0, 10)))];
  return (await askOf([...OFFICE, ...calendarLines(days, timezone), ...linesOf(events.join('\n'))], SQL)).map((row) => `${row.local_day} ${row.at}`);
}

test('in Tokyo, 07:30 to 18:15 of a working day is inside, on either side of midnight UTC', async () => {
  const moments = ['2026-11-09 22:29', '2026-11-09 22:30', '2026-11-10 00:00', '2026-11-10 09:14', '2026-11-10 09:15', '2026-11-10 15:00'];
  expect(await offHours(moments, 'Asia/Tokyo')).toEqual(['2026-11-10 09 22:29', '2026-11-10 10 09:15', '2026-11-11 10 15:00']);
});

test('west of UTC the evening belongs to the day before', async () => {
  const moments = ['2026-11-10 12:29', '2026-11-10 12:30', '2026-11-10 23:14', '2026-11-11 02:00'];
  expect(await offHours(moments, 'America/New_York')).toEqual(['2026-11-10 10 12:29', '2026-11-10 11 02:00']);
});
