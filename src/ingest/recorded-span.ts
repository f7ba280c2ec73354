import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { Period } from '../settings/period.ts';

/** From when until when a run is about: the period asked, and where a side is open what was recorded. In Unix milliseconds; null: nothing was. */
export async function recordedSpan(
  engine: DuckDbEngine,
  { askedFrom, askedUntil }: Period,
): Promise<{ readonly from: number | null; readonly until: number | null }> {
  const { rows } = await engine.ask('select min(first_at) as first_at, max(last_at) as last_at from recordings where records > 0');
  const time = (asked: Date | null, recorded: unknown) => (asked ?? (recorded instanceof Date ? recorded : null))?.getTime() ?? null;
  return { from: time(askedFrom, rows[0]?.first_at), until: time(askedUntil, rows[0]?.last_at) };
}
