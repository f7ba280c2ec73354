-- row: one record of an episode, with its evidence key file#recorder#recordId and its place in the order of time
-- from: episodes, episode_attempts, inputs
with placed as (
  select e.episode, a.occurred_at, a.input, a.recorded_by, a.record_id,
    row_number() over (partition by e.episode order by a.occurred_at, a.recorded_by, a.record_id, a.input) as position
  from episode_attempts a
  join episodes e
    on e.organisation = a.organisation and e.network = a.network and e.check_id = a.check_id
    and e.account_number = a.episode_account_number and e.place = a.episode_place and e.run = a.run
)
select p.episode, p.occurred_at, coalesce(i.file, '') || '#' || p.recorded_by || '#' || cast(p.record_id as varchar) as evidence, p.position
from placed p
left join inputs i on i.input = p.input
