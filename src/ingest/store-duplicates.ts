import type { Engine } from '../engine/engine.ts';
import { storedTable } from '../engine/parquet.ts';
import { EVENT_TABLES } from '../tables/events.ts';

const KEY = 'organisation, network, machine, record_id, occurred_at';

/**
 * Drops the stored rows that the logs given, or a stored input before, gave already: the same machine, record id and time.
 *
 * @returns rows that each stored input still has
 */
export async function dropStoredDuplicates(engine: Engine, besideLogs: boolean): Promise<ReadonlyMap<number, number>> {
  const held = new Map<number, number>();
  for (const table of EVENT_TABLES) {
    const stored = storedTable(table);
    const given = besideLogs ? `union all select ${keyOf('1 as given')} from given_${table.name}` : '';
    // Keys first, as in drop-duplicates.ts.
    await engine.run(`create temporary table repeated as
      select ${KEY}, max(given) as given from (select ${keyOf('0 as given')} from ${stored} ${given})
      group by ${KEY} having count(*) > 1`);
    await engine.run(`delete from ${stored} where rowid in (
      select place from (
        select place, given, row_number() over (partition by ${KEY} order by place) as turn
        from (select ${keyOf('rowid as place')} from ${stored}) join repeated using (${KEY}))
      where given = 1 or turn > 1)`);
    await engine.run('drop table repeated');
    const { rows } = await engine.ask(`select input, count(*) as records from ${stored} group by input`);
    for (const row of rows) held.set(Number(row.input), (held.get(Number(row.input)) ?? 0) + Number(row.records));
  }
  return held;
}

/** Names of machines have no case. */
function keyOf(more: string): string {
  return `organisation, network, lower(recorded_by) as machine, record_id, occurred_at, ${more}`;
}
