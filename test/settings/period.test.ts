import { describe, expect, test } from 'vitest';
import { languageOf } from '../../src/settings/language.ts';
import { checkedTimezone, type PeriodOptions, periodOf } from '../../src/settings/period.ts';

const NOW = new Date('2026-11-16T01:00:00Z');
const NONE = { from: undefined, until: undefined, week: undefined, last: undefined };

function period(given: Partial<PeriodOptions>, timezone = 'Asia/Tokyo'): readonly (string | null)[] {
  const { askedFrom, askedUntil } = periodOf({ ...NONE, ...given }, timezone, NOW);
  return [askedFrom?.toISOString() ?? null, askedUntil?.toISOString() ?? null];
}

test.each<[string, Partial<PeriodOptions>, string | null, string | null]>([
  ['nothing asked', {}, null, null],
  ['a day, whole', { from: '2026-11-09', until: '2026-11-09' }, '2026-11-08T15:00:00.000Z', '2026-11-09T15:00:00.000Z'],
  ['an open end', { from: '2026-11-09' }, '2026-11-08T15:00:00.000Z', null],
  ['an open start', { until: '2026-11-09T08:30' }, null, '2026-11-08T23:30:00.000Z'],
  ['seconds', { from: '2026-11-09 08:30:15' }, '2026-11-08T23:30:15.000Z', null],
  ['an offset', { from: '2026-11-09T08:30:00+00:00' }, '2026-11-09T08:30:00.000Z', null],
  ['Z', { from: '2026-11-09T08:30Z' }, '2026-11-09T08:30:00.000Z', null],
  ['a week', { week: '2026-W46' }, '2026-11-08T15:00:00.000Z', '2026-11-15T15:00:00.000Z'],
  ['the first week of 2026, which begins in 2025', { week: '2026W01' }, '2025-12-28T15:00:00.000Z', '2026-01-04T15:00:00.000Z'],
  ['week 53 of a year that has it', { week: '2026-W53' }, '2026-12-27T15:00:00.000Z', '2027-01-03T15:00:00.000Z'],
  ['the last seven days', { last: '7d' }, '2026-11-09T01:00:00.000Z', '2026-11-16T01:00:00.000Z'],
  ['the last hours', { last: '24H' }, '2026-11-15T01:00:00.000Z', '2026-11-16T01:00:00.000Z'],
  ['the last weeks', { last: '2w' }, '2026-11-02T01:00:00.000Z', '2026-11-16T01:00:00.000Z'],
])('%s', (_, given, from, until) => {
  expect(period(given)).toEqual([from, until]);
});

test('a day of another time zone', () => {
  expect(period({ from: '2026-11-09', until: '2026-11-09' }, '-05:00')).toEqual(['2026-11-09T05:00:00.000Z', '2026-11-10T05:00:00.000Z']);
});

test.each<[Partial<PeriodOptions>, string]>([
  [{ week: '2026-W54' }, 'period-bad-week'],
  [{ week: '2025-W53' }, 'period-bad-week'],
  [{ week: 'W46' }, 'period-bad-week'],
  [{ last: '7' }, 'period-bad-last'],
  [{ last: '0d' }, 'period-bad-last'],
  [{ from: '2026-02-31' }, 'period-bad-moment'],
  [{ from: 'yesterday' }, 'period-bad-moment'],
  [{ until: '2026-11-09T25:00' }, 'period-bad-moment'],
  [{ from: '2026-11-10', until: '2026-11-09' }, 'period-empty'],
  [{ week: '2026-W46', last: '7d' }, 'period-two-ways'],
  [{ week: '2026-W46', until: '2026-11-09' }, 'period-two-ways'],
])('%j is refused as %s', (given, code) => {
  expect(() => period(given)).toThrow(expect.objectContaining({ code }));
});

describe('a time zone', () => {
  test.each(['Asia/Tokyo', 'UTC', '+09:00'])('%s', (name) => {
    expect(checkedTimezone(name)).toBe(name);
  });

  test('that does not exist is refused', () => {
    expect(() => checkedTimezone('Asia/Midori')).toThrow(expect.objectContaining({ code: 'timezone-unknown' }));
  });
});

test.each([
  [['ja_JP.UTF-8'], 'ja'],
  [['en_US.UTF-8', 'ja_JP.UTF-8'], 'en'],
  [[undefined, '', 'ja-JP'], 'ja'],
  [['de_DE.UTF-8'], 'en'],
  [['C.UTF-8'], 'ja'],
  [['POSIX'], 'ja'],
  [[undefined], 'ja'],
] as const)('the locale %j speaks %s', (locales, language) => {
  expect(languageOf(locales)).toBe(language);
});
