-- row: one moment at which an account tried to log on outside working hours, or on a day without any; `usual`: it logged on outside them on another day too
-- from: attempts, calendar, settings
with limits as (
  select max(case when name = 'early_minutes' then value end) as early_minutes from settings
),
steps as (
  select 0 as step union all select 1 union all select 2
),
-- By the days of UTC that a local day touches, so that days are joined and not spans.
days as (
  select c.local_day, c.starts_at, c.ends_at, c.work_from_at - l.early_minutes * interval '1' minute as work_from_at,
    c.work_until_at + l.early_minutes * interval '1' minute as work_until_at,
    cast(date_trunc('day', c.starts_at) as timestamp) + s.step * interval '1' day as utc_day
  from calendar c
  cross join limits l
  cross join steps s
  where cast(date_trunc('day', c.starts_at) as timestamp) + s.step * interval '1' day < c.ends_at
),
asked as (
  select organisation, network, account_number
  from attempts
  where check_id is not null and in_period
  group by organisation, network, account_number
),
moments as (
  select a.organisation, a.network, a.account_number, a.occurred_at, bool_or(a.succeeded) as succeeded
  from attempts a
  join asked k on k.organisation = a.organisation and k.network = a.network and k.account_number = a.account_number
  group by a.organisation, a.network, a.account_number, a.occurred_at
),
outside as (
  select m.organisation, m.network, m.account_number, m.occurred_at, m.succeeded, d.local_day
  from moments m
  join days d on d.utc_day = cast(date_trunc('day', m.occurred_at) as timestamp)
  where m.occurred_at >= d.starts_at and m.occurred_at < d.ends_at
    and coalesce(m.occurred_at < d.work_from_at or m.occurred_at >= d.work_until_at, true)
),
habits as (
  select o.*,
    min(case when succeeded then local_day end) over (partition by organisation, network, account_number) as first_day,
    max(case when succeeded then local_day end) over (partition by organisation, network, account_number) as last_day
  from outside o
)
select organisation, network, account_number, occurred_at, local_day, coalesce(first_day < local_day or last_day > local_day, false) as usual
from habits
