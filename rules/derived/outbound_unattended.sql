-- row: one terminal and one site, rare or used by few, that it asked for outside working hours in hours in which no person's logon had been seen at it for long, though logons are recorded: in how many
-- from: outbound_visits, attempts, calendar, recorders, settings
with limits as (
  select max(case when name = 'absent_hours' then value end) as absent_hours,
    max(case when name = 'unattended_hours' then value end) as unattended_hours,
    max(case when name = 'early_minutes' then value end) as early_minutes
  from settings
),
steps as (
  select 0 as step union all select 1 union all select 2
),
days as (
  select c.starts_at, c.ends_at, c.work_from_at - l.early_minutes * interval '1' minute as work_from_at,
    c.work_until_at + l.early_minutes * interval '1' minute as work_until_at,
    cast(date_trunc('day', c.starts_at) as timestamp) + s.step * interval '1' day as utc_day
  from calendar c
  cross join limits l
  cross join steps s
  where cast(date_trunc('day', c.starts_at) as timestamp) + s.step * interval '1' day < c.ends_at
),
spans as (
  select network, max(first_at) as first_at, min(last_at) as last_at from recorders where expected and records > 0 group by network
),
asked as (
  select organisation, network, terminal, hour from outbound_visits where terminal is not null group by organisation, network, terminal, hour
),
outside as (
  select distinct a.organisation, a.network, a.terminal, a.hour
  from asked a
  cross join limits l
  join spans s on s.network = a.network
  join days d on d.utc_day = cast(date_trunc('day', a.hour) as timestamp)
  where a.hour >= d.starts_at and a.hour < d.ends_at and coalesce(a.hour < d.work_from_at or a.hour >= d.work_until_at, true)
    and a.hour >= s.first_at + l.absent_hours * interval '1' hour and a.hour < s.last_at
),
-- Only where logons at the terminal are seen at all does their absence say something.
seen as (
  select organisation, network, terminal, date_trunc('hour', occurred_at) as hour
  from attempts
  where succeeded and terminal is not null
  group by organisation, network, terminal, date_trunc('hour', occurred_at)
),
line as (
  select organisation, network, terminal, hour, hour as seen_at, 0 as is_asked from seen
  union all
  select organisation, network, terminal, hour, null, 1 from outside
),
-- Whoever logs on within the same hour is there.
followed as (
  select organisation, network, terminal, hour, is_asked,
    max(seen_at) over (partition by organisation, network, terminal order by hour, is_asked rows between unbounded preceding and current row) as seen_before,
    max(seen_at) over (partition by organisation, network, terminal) as seen_ever
  from line
),
unattended as (
  select f.organisation, f.network, f.terminal, f.hour
  from followed f
  cross join limits l
  where f.is_asked = 1 and f.seen_ever is not null
    and coalesce(f.seen_before + l.absent_hours * interval '1' hour < f.hour, true)
)
select v.organisation, v.network, v.site, v.place, v.is_rare, count(distinct v.hour) as hours
from outbound_visits v
cross join limits l
join unattended u on u.organisation = v.organisation and u.network = v.network and u.terminal = v.terminal and u.hour = v.hour
group by v.organisation, v.network, v.site, v.place, v.is_rare, l.unattended_hours
having count(distinct v.hour) >= l.unattended_hours
