-- row: the rhythm of one use: interval (the middle pause in seconds; four in five pauses within a fifth of it), daily (the minute of the local day at which it begins; four in five within a quarter of an hour of it), or days (on most days, at no fixed time)
-- from: learn_uses, attempts, calendar, settings
with limits as (
  select max(case when name = 'regular_repeats' then value end) as regular_repeats from settings
),
seconds as (
  select a.organisation, a.network, a.account_number, a.place, date_trunc('second', a.occurred_at) as second_at
  from attempts a
  join learn_uses u on u.organisation = a.organisation and u.network = a.network and u.account_number = a.account_number and u.place = a.place
  where a.in_period and a.succeeded and not a.asked_by_controller and not a.technical
  group by a.organisation, a.network, a.account_number, a.place, date_trunc('second', a.occurred_at)
),
-- One logon leaves several records within seconds.
apart as (
  select s.*, lag(second_at) over (partition by organisation, network, account_number, place order by second_at) as before_at from seconds s
),
moments as (
  select organisation, network, account_number, place, second_at,
    lag(second_at) over (partition by organisation, network, account_number, place order by second_at) as before_at
  from apart
  where before_at is null or second_at > before_at + interval '10' second
),
-- Seconds of a year of months of 31 days: at the turn of a shorter one a single pause comes out wrong, which moves no middle.
pauses as (
  select organisation, network, account_number, place,
    ((month(second_at) - month(before_at)) * 31 + day(second_at) - day(before_at)) * 86400
      + (hour(second_at) - hour(before_at)) * 3600 + (minute(second_at) - minute(before_at)) * 60 + second(second_at) - second(before_at) as pause
  from moments
  where before_at is not null
),
ranked_pauses as (
  select p.*, row_number() over (partition by organisation, network, account_number, place order by pause) as position,
    count(*) over (partition by organisation, network, account_number, place) as pauses
  from pauses p
),
middle_pauses as (
  select organisation, network, account_number, place, max(pauses) as pauses, max(case when position * 2 in (pauses, pauses + 1) then pause end) as middle
  from ranked_pauses
  group by organisation, network, account_number, place
),
intervals as (
  select m.organisation, m.network, m.account_number, m.place, cast(m.middle as bigint) as interval_seconds
  from middle_pauses m
  join pauses p on p.organisation = m.organisation and p.network = m.network and p.account_number = m.account_number and p.place = m.place
  cross join limits l
  where m.pauses >= l.regular_repeats
  group by m.organisation, m.network, m.account_number, m.place, m.middle, m.pauses
  having count(*) filter (where p.pause >= m.middle * 0.8 - 1 and p.pause <= m.middle * 1.2 + 1) * 5 >= m.pauses * 4
),
-- A run begins after four hours of silence, so that one that goes on past midnight is one.
begins as (
  select b.organisation, b.network, b.account_number, b.place,
    cast(extract(hour from b.second_at - d.starts_at) * 60 + extract(minute from b.second_at - d.starts_at) as integer) as minute_of_day
  from moments b
  join calendar d on b.second_at >= d.starts_at and b.second_at < d.ends_at
  where b.before_at is null or b.second_at > b.before_at + interval '4' hour
),
ranked_begins as (
  select b.*, row_number() over (partition by organisation, network, account_number, place order by minute_of_day) as position,
    count(*) over (partition by organisation, network, account_number, place) as begins
  from begins b
),
middle_begins as (
  select organisation, network, account_number, place, max(begins) as begins, max(case when position * 2 in (begins, begins + 1) then minute_of_day end) as middle
  from ranked_begins
  group by organisation, network, account_number, place
),
dailies as (
  select m.organisation, m.network, m.account_number, m.place, m.middle as minute_of_day
  from middle_begins m
  join begins b on b.organisation = m.organisation and b.network = m.network and b.account_number = m.account_number and b.place = m.place
  where m.begins >= 3
  group by m.organisation, m.network, m.account_number, m.place, m.middle, m.begins
  having count(*) filter (where abs(b.minute_of_day - m.middle) <= 15 or abs(b.minute_of_day - m.middle) >= 1425) * 5 >= m.begins * 4
)
select u.organisation, u.network, u.account_number, u.place,
  case when i.interval_seconds is not null then 'interval' when d.minute_of_day is not null then 'daily' else 'days' end as rhythm,
  i.interval_seconds, case when i.interval_seconds is null then d.minute_of_day end as minute_of_day
from learn_uses u
left join intervals i on i.organisation = u.organisation and i.network = u.network and i.account_number = u.account_number and i.place = u.place
left join dailies d on d.organisation = u.organisation and d.network = u.network and d.account_number = u.account_number and d.place = u.place
