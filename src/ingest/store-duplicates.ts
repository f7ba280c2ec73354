import type { Engine } from '../engine/engine.ts';
import { publishStoredTable, storedTable, surplusOf } from '../engine/parquet.ts';
import type { Table } from '../tables/table.ts';

const KEY = 'organisation, network, machine, record_id, occurred_at';

/**
 * Puts the stored rows behind the contract's names, without those that the logs given, or a stored input before, gave already: the same machine, record id
 * and time.
 *
 * @param tables those of which the store has rows
 * @returns rows that each stored input still has
 */
export async function publishStoredOnce(engine: Engine, tables: readonly Table[], besideLogs: boolean): Promise<ReadonlyMap<number, number>> {
  const held = new Map<number, number>();
  for (const table of tables) {
    const stored = storedTable(table);
    await engine.run(`alter view ${table.name} rename to given_${table.name}`);
    const given = besideLogs ? `union all select ${keyOf('1 as given')} from given_${table.name}` : '';
    // Keys first, as in drop-duplicates.ts.
    await engine.run(`create temporary table repeated as
      select ${KEY}, max(given) as given from (select ${keyOf('0 as given')} from ${stored} ${given})
      group by ${KEY} having count(*) > 1`);
    await engine.run(`insert into ${surplusOf(table)}
      select input, place from (
        select input, place, given, row_number() over (partition by ${KEY} order by input, place) as turn
        from (select ${keyOf('input, place')} from ${stored}) join repeated using (${KEY}))
      where given = 1 or turn > 1`);
    await engine.run('drop table repeated');
    const { rows: surplus } = await engine.ask(`select count(*) as rows from ${surplusOf(table)}`);
    await publishStoredTable(engine, table, { besideLogs, surplus: Number(surplus[0]?.rows) > 0 });
    const { rows } = await engine.ask(`select input, count(*) as records from ${table.name} group by input`);
    for (const row of rows) held.set(Number(row.input), (held.get(Number(row.input)) ?? 0) + Number(row.records));
  }
  return held;
}

/** Names of machines have no case. */
function keyOf(more: string): string {
  return `organisation, network, lower(recorded_by) as machine, record_id, occurred_at, ${more}`;
}
