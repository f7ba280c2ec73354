-- row: one sign at one record, with the episode it belongs to: same account, place or both, each within program_hours of the one before
-- from: program_signs, settings
with limits as (
  select max(case when name = 'program_hours' then value end) as program_hours from settings
),
keyed as (
  select s.*,
    case when unit = 'place' then '' else coalesce('number ' || cast(account_number as varchar), 'sid ' || account_sid, 'name ' || lower(account), '') end as episode_account,
    case when unit = 'account' then '' else place end as episode_place
  from program_signs s
),
started as (
  select k.*,
    case when k.occurred_at <= lag(k.occurred_at) over (
      partition by k.organisation, k.network, k.unit, k.episode_account, k.episode_place order by k.occurred_at, k.recorded_by, k.record_id, k.input, k.because
    ) + l.program_hours * interval '1' hour then 0 else 1 end as starts
  from keyed k
  cross join limits l
)
select s.*,
  cast(sum(s.starts) over (
    partition by s.organisation, s.network, s.unit, s.episode_account, s.episode_place
    order by s.occurred_at, s.recorded_by, s.record_id, s.input, s.because rows between unbounded preceding and current row
  ) as bigint) as run
from started s
