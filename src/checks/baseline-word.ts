import type { Engine, Row } from '../engine/engine.ts';
import { booleanOf, dateOf, numberOf, textOf } from './cells.ts';
import type { BaselineWord } from './finding.ts';

/** What the store has of the weeks before the period, by network. */
export type Baselines = ReadonlyMap<string, Pick<BaselineWord, 'from' | 'until' | 'days'>>;

/** Of the networks of which there is enough to call anything new. */
export async function readBaselines(engine: Engine): Promise<Baselines> {
  const { rows } = await engine.ask('select network, from_day, until_day, days from baseline where enough order by network');
  return new Map(
    rows.flatMap((row) => {
      const [from, until] = [dateOf(row.from_day), dateOf(row.until_day)];
      return from === null || until === null ? [] : [[String(row.network), { from, until, days: numberOf(row.days) ?? 0 }] as const];
    }),
  );
}

/** What the columns `first_seen`, `first_seen_anywhere`, `known_days` and `known_since` of a check say. Null: nothing. */
export function baselineWordOf(row: Row, baselines: Baselines): BaselineWord | null {
  const isNew = booleanOf(row.first_seen);
  const baseline = baselines.get(textOf(row.network) ?? '');
  if (isNew === null || baseline === undefined) return null;
  return {
    state: isNew ? 'new' : 'known',
    newAnywhere: isNew && row.first_seen_anywhere === true,
    knownDays: numberOf(row.known_days) ?? 0,
    knownSince: dateOf(row.known_since),
    ...baseline,
  };
}
