-- row: one moment at which a person's account tried to log on outside working hours, or on a day without any; `usual`: it logged on outside them on another day too, and no check asks about that
-- from: attempts, recorded_accounts, calendar, settings
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
-- Only persons: at servers and of programs the hour says nothing, and a name that nobody has keeps none.
persons as (
  select distinct network, account_number from recorded_accounts where account_kind = 'person'
),
asked as (
  select a.organisation, a.network, a.account_number
  from attempts a
  join persons p on p.network = a.network and p.account_number = a.account_number
  where a.check_id is not null and a.in_period
  group by a.organisation, a.network, a.account_number
),
-- What a check asks about excuses nothing: an attack of every night would explain itself. The weeks before the period may.
moments as (
  select a.organisation, a.network, a.account_number, a.place, a.occurred_at, bool_or(a.succeeded) as succeeded,
    bool_or(a.succeeded and (a.check_id is null or not a.in_period)) as unasked_success
  from attempts a
  join asked k on k.organisation = a.organisation and k.network = a.network and k.account_number = a.account_number
  group by a.organisation, a.network, a.account_number, a.place, a.occurred_at
),
at_home as (
  select organisation, network, account_number, place, min(occurred_at) as first_success_at
  from moments
  where succeeded
  group by organisation, network, account_number, place
),
outside as (
  select m.organisation, m.network, m.account_number, m.place, m.occurred_at, m.succeeded, m.unasked_success, d.local_day
  from moments m
  join days d on d.utc_day = cast(date_trunc('day', m.occurred_at) as timestamp)
  where m.occurred_at >= d.starts_at and m.occurred_at < d.ends_at
    and coalesce(m.occurred_at < d.work_from_at or m.occurred_at >= d.work_until_at, true)
),
began as (
  select organisation, network, account_number, place, min(case when not succeeded then occurred_at end) as first_failure_at
  from outside
  group by organisation, network, account_number, place
),
-- Nor does a guess that came true: where the account first failed at such an hour, and logged on there only then.
weighed as (
  select o.organisation, o.network, o.account_number, o.occurred_at, o.local_day,
    case when o.unasked_success and coalesce(b.first_failure_at > h.first_success_at, true) then o.local_day end as usual_day
  from outside o
  left join began b on b.organisation = o.organisation and b.network = o.network and b.account_number = o.account_number and b.place = o.place
  left join at_home h on h.organisation = o.organisation and h.network = o.network and h.account_number = o.account_number and h.place = o.place
),
habits as (
  select w.*,
    min(usual_day) over (partition by organisation, network, account_number) as first_day,
    max(usual_day) over (partition by organisation, network, account_number) as last_day
  from weighed w
)
select distinct organisation, network, account_number, occurred_at, local_day, coalesce(first_day < local_day or last_day > local_day, false) as usual
from habits
