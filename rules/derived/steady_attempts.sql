-- row: one record of an account at a place that goes on as only programs do: at a regular interval (regular-interval: so many intervals alike, each of so many seconds), or at nearly every hour of several days (no-night: so many hours of a day); `unmistakable`: no session left open explains it
-- from: attempts, settings
with limits as (
  select max(case when name = 'regular_repeats' then value end) as regular_repeats,
    max(case when name = 'regular_tolerance_seconds' then value end) * interval '1' second as tolerance,
    max(case when name = 'night_hours' then value end) as night_hours,
    max(case when name = 'night_days' then value end) as night_days
  from settings
),
asked as (
  select organisation, network, account_number, place, succeeded, input, recorded_by, record_id, occurred_at,
    event_id = 4768 or (event_id = 4624 and logon_type <> 3) as anew, coalesce(terminal_role, '') in ('server', 'domain controller') as at_server
  from attempts
  where in_period and not asked_by_controller and not technical and account is not null
),
-- Few go on long enough; only those are looked at record by record.
long_rows as (
  select a.organisation, a.network, a.account_number, a.place, a.succeeded
  from asked a
  cross join limits l
  group by a.organisation, a.network, a.account_number, a.place, a.succeeded, l.regular_repeats
  having count(*) > l.regular_repeats
),
before as (
  select a.*, lag(a.occurred_at) over same as before_at
  from asked a
  join long_rows r
    on r.organisation = a.organisation and r.network = a.network and r.account_number = a.account_number and r.place = a.place and r.succeeded = a.succeeded
  window same as (partition by a.organisation, a.network, a.account_number, a.place, a.succeeded order by a.occurred_at, a.recorded_by, a.record_id, a.input)
),
-- One logon leaves several records within seconds. Kerberos renews every ten hours, which is no rhythm of a program.
moments as (
  select b.*, b.occurred_at - lag(b.occurred_at) over same as pause
  from before b
  where b.before_at is null or b.occurred_at > b.before_at + interval '10' second
  window same as (partition by b.organisation, b.network, b.account_number, b.place, b.succeeded order by b.occurred_at, b.recorded_by, b.record_id, b.input)
),
compared as (
  select m.*, lag(m.pause) over same as pause_before
  from moments m
  window same as (partition by m.organisation, m.network, m.account_number, m.place, m.succeeded order by m.occurred_at, m.recorded_by, m.record_id, m.input)
),
-- Somebody who types again and again pauses a few seconds each time as well.
tolerated as (
  select c.*, case when c.pause < interval '60' second then interval '1' second else l.tolerance end as tolerance
  from compared c
  cross join limits l
),
told as (
  select t.*,
    coalesce(t.pause <= t.pause_before + t.tolerance and t.pause_before <= t.pause + t.tolerance and t.pause <= interval '4' hour, false) as alike
  from tolerated t
),
runs as (
  select t.*,
    sum(case when alike then 0 else 1 end) over (
      partition by organisation, network, account_number, place, succeeded order by occurred_at, recorded_by, record_id, input
      rows between unbounded preceding and current row
    ) as run
  from told t
),
regular as (
  select organisation, network, account_number, place, succeeded, run, count(case when alike then 1 end) + 1 as repeats,
    min(occurred_at) as first_at, max(occurred_at) as last_at, min(case when alike then pause end) as shortest
  from runs
  group by organisation, network, account_number, place, succeeded, run
),
days as (
  select organisation, network, account_number, place, date_trunc('day', occurred_at) as day, count(distinct date_trunc('hour', occurred_at)) as hours,
    count(distinct case when anew and not at_server then date_trunc('hour', occurred_at) end) as hours_anew
  from asked
  where place <> 'unknown'
  group by organisation, network, account_number, place, date_trunc('day', occurred_at)
),
tireless as (
  select d.organisation, d.network, d.account_number, d.place, min(d.hours) as hours, count(*) as days,
    -- A session left open is asked again all night; a person whose PC takes a new ticket every hour of it is none.
    count(case when d.hours_anew >= l.night_hours then 1 end) >= l.night_days as unmistakable
  from days d
  cross join limits l
  where d.hours >= l.night_hours
  group by d.organisation, d.network, d.account_number, d.place, l.night_days
  having count(*) >= l.night_days
)
select 'regular-interval' as because, r.organisation, r.network, r.account_number, r.place, r.input, r.recorded_by, r.record_id, r.occurred_at, r.succeeded,
  cast(g.repeats as bigint) as measured,
  cast(extract(hour from g.shortest) * 3600 + extract(minute from g.shortest) * 60 + floor(extract(second from g.shortest)) as bigint) as within_seconds,
  -- What a connection that is asked again does by chance, it does not do so often.
  not r.at_server and g.repeats >= 5 * l.regular_repeats as unmistakable
from runs r
join regular g
  on g.organisation = r.organisation and g.network = r.network and g.account_number = r.account_number and g.place = r.place
  and g.succeeded = r.succeeded and g.run = r.run
cross join limits l
where g.repeats >= l.regular_repeats
union all
select 'no-night', a.organisation, a.network, a.account_number, a.place, a.input, a.recorded_by, a.record_id, a.occurred_at, a.succeeded,
  cast(t.hours as bigint), cast(t.days as bigint), t.unmistakable
from asked a
join tireless t on t.organisation = a.organisation and t.network = a.network and t.account_number = a.account_number and t.place = a.place
