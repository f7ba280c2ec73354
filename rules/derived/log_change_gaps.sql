-- row: one change of a log, of what it records or of the clock that leaves a hole in the evidence, in the columns of coverage_gaps
-- from: log_changes, period, recorders, recordings, settings
with limits as (
  select max(case when name = 'clock_minutes' then value end) as clock_minutes from settings
),
asked as (
  select max(asked_from) as asked_from, max(asked_until) as asked_until from period
),
log_kinds as (
  select 'logon-successes' as evidence
  union all
  select 'logon-failures'
),
switched as (
  select c.network, upper(substr(split_part(c.recorded_by, '.', 1), 1, 15)) as recorder, c.occurred_at, c.policy_subcategory, c.policy_change
  from log_changes c
  where c.event_id = 4719
    and upper(c.policy_subcategory) in (
      '{0CCE9215-69AE-11D9-BED3-505054503030}', '{0CCE9217-69AE-11D9-BED3-505054503030}',
      '{0CCE923F-69AE-11D9-BED3-505054503030}', '{0CCE9242-69AE-11D9-BED3-505054503030}')
),
-- %%8448 success removed, %%8449 success added, %%8450 failure removed, %%8451 failure added.
switches as (
  select 'logon-successes' as evidence, network, recorder, occurred_at, policy_subcategory,
    strpos(policy_change, '%%8448') > 0 as removed, strpos(policy_change, '%%8449') > 0 as added
  from switched
  union all
  select 'logon-failures', network, recorder, occurred_at, policy_subcategory,
    strpos(policy_change, '%%8450') > 0, strpos(policy_change, '%%8451') > 0
  from switched
),
switched_off as (
  select evidence, network, recorder, removed, occurred_at,
    min(case when added then occurred_at end) over (
      partition by evidence, network, recorder, policy_subcategory order by occurred_at desc
    ) as switched_on_at
  from switches
),
-- The clock as the machine says that it was set, or as the order of its records tells.
clock_changes as (
  select c.network, upper(substr(split_part(c.recorded_by, '.', 1), 1, 15)) as recorder, c.recorded_by, c.occurred_at
  from log_changes c
  cross join limits l
  where c.event_id = 4616
    and (c.new_time > c.former_time + l.clock_minutes * interval '1' minute or c.former_time > c.new_time + l.clock_minutes * interval '1' minute)
  union
  select p.network, upper(substr(split_part(p.recorded_by, '.', 1), 1, 15)), p.recorded_by, p.clock_back_at
  from recordings p
  cross join limits l
  where p.clock_back_seconds > l.clock_minutes * 60
),
gaps as (
  select k.evidence, c.network, upper(substr(split_part(c.recorded_by, '.', 1), 1, 15)) as recorder, 'log-cleared' as code, c.recorded_by as about,
    c.occurred_at as from_at, c.occurred_at as until_at
  from log_kinds k
  cross join log_changes c
  cross join asked a
  where c.event_id = 1102 and c.occurred_at >= coalesce(a.asked_from, c.occurred_at) and c.occurred_at <= coalesce(a.asked_until, c.occurred_at)
  union all
  select k.evidence, c.network, c.recorder, 'clock-changed', c.recorded_by, c.occurred_at, c.occurred_at
  from log_kinds k
  cross join clock_changes c
  cross join asked a
  where c.occurred_at >= coalesce(a.asked_from, c.occurred_at) and c.occurred_at <= coalesce(a.asked_until, c.occurred_at)
  union all
  select s.evidence, s.network, s.recorder, 'policy-changed', r.recorded_by, s.occurred_at, s.switched_on_at
  from switched_off s
  join recorders r on r.network = s.network and r.recorder = s.recorder
  cross join asked a
  where s.removed and s.occurred_at < coalesce(a.asked_until, timestamp '9999-12-31 00:00:00')
    and coalesce(s.switched_on_at, timestamp '9999-12-31 00:00:00') >= coalesce(a.asked_from, s.occurred_at)
)
select distinct evidence, network, recorder, code, about, from_at, until_at
from gaps
