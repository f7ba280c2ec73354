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

const WEEK = ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12'];
const usualOf = async (...events: readonly string[]) => {
  const rows = await askOf([...OFFICE, ...calendarLines(WEEK, 'UTC'), ...linesOf(events.join('\n'))], SQL);
  return rows.map(({ at, usual }) => `${at} ${usual}`);
};
const failed = (at: string, account = 'sato,sid=1201') => `4771,at=${at},account=${account},from=10.1.2.1`;
const entered = (at: string, account = 'sato,domain=MIDORI,sid=1201') => `4768,at=${at},account=${account},from=10.1.2.1`;

test('a logon at night on another day makes such an hour usual, in the weeks before too', async () => {
  expect(await usualOf(entered('2026-11-10 22:00'), failed('2026-11-11 22:00'))).toEqual(['10 22:00 false', '11 22:00 true']);
});

test('a guess that came true at night makes the next nights no more usual, unless the account was at home there', async () => {
  const guessed = [failed('2026-11-10 22:00'), entered('2026-11-10 22:05'), failed('2026-11-11 22:00')];
  expect(await usualOf(...guessed)).toEqual(['10 22:00 false', '10 22:05 false', '11 22:00 false']);
  expect((await usualOf(entered('2026-11-10 12:00'), ...guessed)).at(-1)).toBe('11 22:00 true');
});

test('logons that a check asks about do not explain each other: an administrator on a PC every night', async () => {
  const sql =
    "select distinct o.usual from off_hours_attempts o join recorded_accounts r on r.account_number = o.account_number where r.account = 'adm-mori'";
  const nights = WEEK.map((day) => entered(`${day} 22:00`, 'adm-mori,domain=MIDORI,sid=1101'));
  expect(await askOf([...OFFICE, ...calendarLines(WEEK, 'UTC'), ...linesOf(nights.join('\n'))], sql)).toEqual([{ usual: false }]);
  const atAdminTerminal = `4768,at=2026-11-09 23:00,account=adm-mori,domain=MIDORI,sid=1101,from=10.1.1.1`;
  const both = await askOf([...OFFICE, ...calendarLines(WEEK, 'UTC'), ...linesOf([atAdminTerminal, nights[2]].join('\n'))], `${sql} order by 1`);
  expect(both, 'their night work at the admin terminal does').toEqual([{ usual: false }, { usual: true }]);
});

test('names that nobody has, and services, keep no hours', async () => {
  const lines = [...OFFICE, ['person', 'account=svc', 'sid=1690', 'kind=service'], ...calendarLines(WEEK, 'UTC')];
  const events = linesOf(
    `4768,at=2026-11-10 22:00,account=nobody,domain=MIDORI,why=no-such-account,from=10.1.2.1\n${failed('2026-11-10 22:10', 'svc,sid=1690')}`,
  );
  expect(await askOf([...lines, ...events], 'select count(*) as rows from off_hours_attempts')).toEqual([{ rows: 0 }]);
});
