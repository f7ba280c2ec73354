/** 100 ns between 1601-01-01 (FILETIME) and 1970-01-01 (Unix). */
const EPOCH_GAP_TICKS = 116_444_736_000_000_000n;
/** The same gap in two 32-bit halves. */
const EPOCH_HIGH = 27_111_902;
const EPOCH_LOW = 3_577_643_008;
/** 9999-12-31T23:59:59.9999999Z: later ones cannot be written as a four-digit year. */
const LAST_TICKS = 2_650_467_743_999_999_999n;

/** Where the year 10000 begins, in microseconds since 1970. No record was written later. */
export const YEAR_10000 = 253_402_300_800_000_000;

/** 100 ns ticks since 1601 as `2021-02-12T12:34:28.1944372Z`; later than the year 9999 as the number. */
export function fileTimeText(ticks: bigint): string {
  if (ticks > LAST_TICKS) return `0x${ticks.toString(16)}`;
  const sinceUnix = ticks - EPOCH_GAP_TICKS;
  const fraction = ((sinceUnix % 10_000_000n) + 10_000_000n) % 10_000_000n;
  const seconds = Number((sinceUnix - fraction) / 10_000_000n);
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${fraction.toString().padStart(7, '0')}Z`;
}

/**
 * Microseconds since 1970, rounded down, of a FILETIME in two halves without sign. Exact up to the year 2255, where numbers end being exact;
 * a clock set to 2296 was met, and is off by 2 microseconds at most.
 */
export function microsecondsOfFileTime(low: number, high: number): number {
  // 2^32 ticks are 429,496,729 microseconds and 6 ticks.
  const highs = high - EPOCH_HIGH;
  return highs * 429_496_729 + Math.floor((6 * highs + low - EPOCH_LOW) / 10);
}

/** Microseconds since 1970, rounded down, of `2021-02-12T12:34:28.1944372Z`; NaN when the text is no such time. */
export function microsecondsOfText(text: string): number {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(\d{3,7})Z$/.exec(text);
  if (match === null) return Number.NaN;
  return Date.parse(`${match[1]}Z`) * 1000 + Number(`${match[2]}000`.slice(0, 6));
}
