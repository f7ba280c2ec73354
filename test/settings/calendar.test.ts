import { describe, expect, test } from 'vitest';
import { calendarDays } from '../../src/settings/calendar.ts';
import { loaded } from './loaded-config.ts';

const DEFAULTS = loaded('network: a\n').settings;

function dayAt(localDay: string, timezone = 'Asia/Tokyo', settings = DEFAULTS) {
  const day = calendarDays([localDay], timezone, settings).find((one) => one.localDay === localDay);
  if (day === undefined) throw new Error(`${localDay} is not there`);
  const time = (at: Date | null) => at?.toISOString().slice(0, 16) ?? null;
  return { ...day, startsAt: time(day.startsAt), endsAt: time(day.endsAt), workFrom: time(day.workFrom), workUntil: time(day.workUntil) };
}

test('a day of work in Tokyo, in UTC', () => {
  expect(dayAt('2026-11-24')).toEqual({
    ...{ localDay: '2026-11-24', startsAt: '2026-11-23T15:00', endsAt: '2026-11-24T15:00' },
    ...{ holidayName: null, workFrom: '2026-11-23T23:30', workUntil: '2026-11-24T08:15' },
  });
});

test('the local days that touch a day of UTC, each once and in order', () => {
  const days = calendarDays(['2026-11-25', '2026-11-24'], 'Asia/Tokyo', DEFAULTS);
  expect(days.map(({ localDay }) => localDay)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']);
});

describe('holidays', () => {
  // 内閣府「国民の祝日について」, and the Act on National Holidays for substitutes.
  test.each([
    ['2026-01-01', '元日'],
    ['2026-01-12', '成人の日'],
    ['2026-02-11', '建国記念の日'],
    ['2026-02-23', '天皇誕生日'],
    ['2026-03-20', '春分の日'],
    ['2026-04-29', '昭和の日'],
    ['2026-05-03', '憲法記念日'],
    ['2026-05-04', 'みどりの日'],
    ['2026-05-05', 'こどもの日'],
    // Of 3 May, a Sunday; the library names it after the day before.
    ['2026-05-06', 'こどもの日 振替休日'],
    ['2026-07-20', '海の日'],
    ['2026-08-11', '山の日'],
    ['2026-09-21', '敬老の日'],
    ['2026-09-22', '休日'],
    ['2026-09-23', '秋分の日'],
    ['2026-10-12', 'スポーツの日'],
    ['2026-11-03', '文化の日'],
    ['2026-11-23', '勤労感謝の日'],
    ['2026-12-29', '年末年始'],
    ['2026-12-31', '年末年始'],
    ['2027-01-01', '元日'],
    ['2027-01-02', '年末年始'],
    ['2027-01-03', '年末年始'],
    ['2027-01-11', '成人の日'],
    ['2027-03-21', '春分の日'],
    ['2027-03-22', '春分の日 振替休日'],
    ['2027-09-20', '敬老の日'],
    ['2027-09-23', '秋分の日'],
  ])('%s is %s', (day, name) => {
    expect(dayAt(day)).toMatchObject({ holidayName: name, workFrom: null, workUntil: null });
  });

  test.each(['2026-12-28', '2027-01-04', '2026-11-24', '2026-09-24', '2026-05-07', '2027-09-21'])('%s is a day of work', (day) => {
    expect(dayAt(day)).toMatchObject({ holidayName: null, workFrom: expect.any(String) });
  });

  test.each(['2026-11-21', '2026-11-22'])('%s is no holiday, but nobody works', (day) => {
    expect(dayAt(day)).toMatchObject({ holidayName: null, workFrom: null, workUntil: null });
  });
});

describe('the configuration', () => {
  const given = loaded(`
working_hours: { monday: 09:00-24:00, saturday: 08:30-12:30, friday: closed }
holidays:
  national: false
  closed: [{ name: 開庁記念日, from: 2026-10-01 }, { name: 夏期休業, from: 08-13, until: 08-15 }]
  working_days: [{ date: 2026-03-29, hours: 08:30-12:30 }]
`).settings;

  test.each([
    ['2026-11-23', null, '2026-11-23T00:00', '2026-11-23T15:00'],
    ['2026-11-21', null, '2026-11-20T23:30', '2026-11-21T03:30'],
    ['2026-11-20', null, null, null],
    ['2026-10-01', '開庁記念日', null, null],
    ['2025-10-01', null, '2025-09-30T23:30', '2025-10-01T08:15'],
    ['2027-08-13', '夏期休業', null, null],
    ['2026-12-31', null, '2026-12-30T23:30', '2026-12-31T08:15'],
    ['2026-03-29', null, '2026-03-28T23:30', '2026-03-29T03:30'],
  ])('%s: %s, %s to %s', (day, holidayName, workFrom, workUntil) => {
    expect(dayAt(day, 'Asia/Tokyo', given)).toMatchObject({ holidayName, workFrom, workUntil });
  });

  test('a day of work on a holiday keeps the name of the holiday', () => {
    const { settings } = loaded('holidays: { working_days: [{ date: 2026-11-23, hours: 10:00-11:00 }] }');
    expect(dayAt('2026-11-23', 'Asia/Tokyo', settings)).toMatchObject({ holidayName: '勤労感謝の日', workFrom: '2026-11-23T01:00' });
  });
});

describe('zones whose clocks change', () => {
  test.each([
    // 23 hours, 25 hours; the working hours stay where the clock says.
    ['America/New_York', '2026-03-08', '2026-03-08T05:00', '2026-03-09T04:00'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00', '2026-11-02T05:00'],
    // The clock is put forward at midnight: the day begins at 01:00.
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00', '2026-09-07T03:00'],
    ['+09:00', '2026-11-01', '2026-10-31T15:00', '2026-11-01T15:00'],
  ])('%s, %s', (timezone, day, startsAt, endsAt) => {
    expect(dayAt(day, timezone)).toMatchObject({ startsAt, endsAt });
  });

  test('working hours follow the clock', () => {
    expect(dayAt('2026-03-06', 'America/New_York').workFrom).toBe('2026-03-06T13:30');
    expect(dayAt('2026-03-09', 'America/New_York').workFrom).toBe('2026-03-09T12:30');
  });

  test('days follow each other without a gap, and one that a zone left out is not there', () => {
    const days = calendarDays(['2011-12-29', '2011-12-30', '2011-12-31'], 'Pacific/Apia', DEFAULTS);
    expect(days.map(({ localDay }) => localDay)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01']);
    for (const [at, day] of days.entries()) expect(days[at + 1]?.startsAt ?? day.endsAt).toEqual(day.endsAt);
  });
});
