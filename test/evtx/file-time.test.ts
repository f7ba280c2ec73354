import { expect, test } from 'vitest';
import { fileTimeText, microsecondsOfFileTime, microsecondsOfText, YEAR_10000 } from '../../src/evtx/file-time.ts';

test.each([
  { ticks: 0n, text: '1601-01-01T00:00:00.0000000Z', microseconds: -11_644_473_600_000_000 },
  { ticks: 9n, text: '1601-01-01T00:00:00.0000009Z', microseconds: -11_644_473_600_000_000 },
  { ticks: 116_444_735_999_999_999n, text: '1969-12-31T23:59:59.9999999Z', microseconds: -1 },
  { ticks: 116_444_736_000_000_000n, text: '1970-01-01T00:00:00.0000000Z', microseconds: 0 },
  { ticks: 132_576_068_681_944_372n, text: '2021-02-12T12:34:28.1944372Z', microseconds: 1_613_133_268_194_437 },
  { ticks: 2_650_467_743_999_999_999n, text: '9999-12-31T23:59:59.9999999Z', microseconds: YEAR_10000 },
])('$ticks is $text', ({ ticks, text, microseconds }) => {
  expect(fileTimeText(ticks)).toBe(text);
  const found = microsecondsOfFileTime(Number(ticks & 0xffff_ffffn), Number(ticks >> 32n));
  // Numbers of that size are 32 apart.
  const tolerance = Number.isSafeInteger(microseconds) ? 0 : 32;
  expect(Math.abs(found - microseconds)).toBeLessThanOrEqual(tolerance);
  expect(Math.abs(microsecondsOfText(text) - microseconds)).toBeLessThanOrEqual(tolerance);
});

test.each(['', '-', '0', '%%1842', '::1', '12', '2021-02-12', '2021-02-12T12:34:28Z', '2021-13-12T12:34:28.000Z', '0x7fffffffffffffff'])(
  '%j is no time',
  (text) => {
    expect(microsecondsOfText(text)).toBeNaN();
  },
);

test('a time later than the year 9999 is shown as the number it is', () => {
  expect(fileTimeText(2_650_467_744_000_000_000n)).toBe('0x24c85a5ed1c04000');
});
