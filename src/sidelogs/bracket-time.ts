const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MINUTE = 60_000;

let lastText = '';
let lastMinute = Number.NaN;

/** Milliseconds since 1970 of `25/Nov/2026:08:00:00 +0900`; NaN: not a time. Lines of one minute follow each other, so the last one is kept. */
export function bracketTime(text: string): number {
  const seconds = Number(text.slice(18, 20));
  if (text.length !== 26 || !(seconds >= 0 && seconds <= 60)) return Number.NaN;
  const minute = text.slice(0, 17) + text.slice(20);
  if (minute !== lastText) {
    lastText = minute;
    lastMinute = minuteOf(text);
  }
  return lastMinute + seconds * 1000;
}

function minuteOf(text: string): number {
  const [, day = '', month = '', year = '', hour = '', minute = '', sign = '', hours = '', minutes = ''] =
    /^(\d\d)\/(\w{3})\/(\d{4}):(\d\d):(\d\d):\d\d ([+-])(\d\d)(\d\d)$/.exec(text) ?? [];
  const place = MONTHS.indexOf(month);
  if (place < 0 || Number(hour) > 23 || Number(minute) > 59) return Number.NaN;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return Date.UTC(Number(year), place, Number(day), Number(hour), Number(minute)) - offset * MINUTE;
}
