import type { Engine } from '../engine/engine.ts';
import { EVENT_TABLES } from '../tables/events.ts';

/**
 * Keeps each record once: the same machine, record id and time is the same record, whichever file it came from (overlapping exports, a subset, a live
 * copy beside an archive). The first file in order of path keeps it.
 *
 * @returns records dropped, by number of the file they were dropped from
 */
export async function dropDuplicates(engine: Engine): Promise<Map<number, number>> {
  const dropped = new Map<number, number>();
  for (const table of EVENT_TABLES) {
    const packed = `packed_${table.name}`;
    await nameMachines(engine, packed);
    // Keys first: de-duplicating whole rows ran out of memory where keys took seconds.
    await engine.run(`create temporary table repeated as
      select machine, record_id, occurred_at from ${packed} join machines using (recorded_by)
      group by machine, record_id, occurred_at having count(*) > 1`);
    await engine.run(`create temporary table surplus as
      select place, input from (
        select packed.rowid as place, packed.input, row_number() over (
          partition by machine, packed.record_id, packed.occurred_at order by packed.input, packed.rowid) as turn
        from ${packed} as packed join machines using (recorded_by) join repeated using (machine, record_id, occurred_at))
      where turn > 1`);
    await engine.run(`delete from ${packed} where rowid in (select place from surplus)`);
    const { rows } = await engine.ask('select input, count(*) as records from surplus group by input order by input');
    for (const row of rows) dropped.set(Number(row.input), (dropped.get(Number(row.input)) ?? 0) + Number(row.records));
    await engine.run('drop table repeated; drop table surplus; drop table machines');
  }
  return dropped;
}

/** One number per machine: two workers number the same name differently. Names of machines have no case. */
async function nameMachines(engine: Engine, packed: string): Promise<void> {
  await engine.run(`create temporary table machines as
    select recorded_by, min(recorded_by) over (partition by lower(value)) as machine
    from (select distinct recorded_by from ${packed}) left join packed_texts on id = recorded_by`);
}
