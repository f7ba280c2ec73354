-- row: one record of an episode of used credentials, with its evidence key file#recorder#recordId and its place in the order of time
-- from: credential_episodes, credential_uses, inputs
with placed as (
  select e.episode, u.occurred_at, u.input, u.recorded_by, u.record_id,
    row_number() over (partition by e.episode order by u.occurred_at, u.record_id, u.input) as position
  from credential_uses u
  join credential_episodes e
    on e.organisation = u.organisation and e.network = u.network and e.account_number = u.account_number and e.acting_account_number = u.acting_account_number
    and e.recorded_by = u.recorded_by
  where u.occurred_at >= e.first_at and u.occurred_at <= e.last_at and (u.event_id = 4648 or u.logon_type = 9)
)
select p.episode, p.occurred_at, coalesce(i.file, '') || '#' || p.recorded_by || '#' || cast(p.record_id as varchar) as evidence, p.position
from placed p
left join inputs i on i.input = p.input
