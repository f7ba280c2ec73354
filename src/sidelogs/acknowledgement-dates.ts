const DAY = 86_400_000;
/** An acceptance is looked at again once a year. */
export const MOST_DAYS = 366;

/** A day as people and Excel write it (2026-12-31, 2026/12/31, 2026/1/5) as YYYY-MM-DD. Null: there is no such day. */
export function dayFrom(text: string): string | null {
  const [, year, month, date] = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text.normalize('NFKC').trim())?.filter((_, at) => at !== 2) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = new Date(`${day}T00:00:00Z`);
  // 31 February would be read as 3 March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null;
}

/** What is wrong with the days of an acknowledgement; null: nothing. An `until` that is over is no mistake. */
export function daysProblem(on: string, until: string, today: string): 'on-in-future' | 'until-too-far' | 'until-before-on' | null {
  // A file may come from a machine whose clock is a little ahead.
  if (daysFrom(today, on) > 1) return 'on-in-future';
  if (until < on) return 'until-before-on';
  return daysFrom(on, until) > MOST_DAYS ? 'until-too-far' : null;
}

function daysFrom(one: string, other: string): number {
  return (Date.parse(`${other}T00:00:00Z`) - Date.parse(`${one}T00:00:00Z`)) / DAY;
}
