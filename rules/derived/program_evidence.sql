-- row: one record of an episode of a program, with its evidence key file#recorder#recordId and its place in the order of time
-- from: program_episodes, program_records, inputs
with records as (
  select distinct organisation, network, unit, episode_account, episode_place, run, occurred_at, input, recorded_by, record_id from program_records
),
placed as (
  select e.episode, r.occurred_at, r.input, r.recorded_by, r.record_id,
    row_number() over (partition by e.episode order by r.occurred_at, r.recorded_by, r.record_id, r.input) as position
  from records r
  join program_episodes e
    on e.organisation = r.organisation and e.network = r.network and e.unit = r.unit and e.episode_account = r.episode_account
    and e.episode_place = r.episode_place and e.run = r.run
)
select p.episode, p.occurred_at, coalesce(i.file, '') || '#' || p.recorded_by || '#' || cast(p.record_id as varchar) as evidence, p.position
from placed p
left join inputs i on i.input = p.input
