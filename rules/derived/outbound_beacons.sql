-- row: one host that an address asked for at regular intervals in the period: the middle interval in seconds, how many of them, how many in a hundred lie within a fifth of it, over how many hours
-- from: proxy_requests, outbound_callers, settings, period
with limits as (
  select max(case when name = 'beacon_requests' then value end) as beacon_requests,
    max(case when name = 'beacon_hours' then value end) as beacon_hours,
    max(case when name = 'beacon_seconds' then value end) as beacon_seconds,
    max(case when name = 'beacon_percent' then value end) as beacon_percent
  from settings
),
asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
-- One second is one request: a pair has at most 3,600 in an hour, whoever asks. (`having`: as a condition the period makes DuckDB expect few requests.)
seconds as (
  select c.pair, date_trunc('second', r.occurred_at) as second
  from proxy_requests r
  cross join asked a
  join outbound_callers c on c.organisation = r.organisation and c.network = r.network and c.host = r.host and c.terminal_address = r.terminal_address
  where coalesce(r.status, 0) <> 407
  group by c.pair, date_trunc('second', r.occurred_at), a.asked_from, a.asked_until
  having max(r.occurred_at) >= a.asked_from and min(r.occurred_at) < a.asked_until
),
long_enough as (
  select s.pair, count(distinct date_trunc('hour', s.second)) as hours
  from seconds s
  cross join limits l
  group by s.pair, l.beacon_requests, l.beacon_hours
  having count(*) >= l.beacon_requests and count(distinct date_trunc('hour', s.second)) >= l.beacon_hours
),
-- What follows within five seconds belongs to the same call: a question and its answer, two files.
apart as (
  select s.pair, s.second, lag(s.second) over (partition by s.pair order by s.second) as before
  from seconds s
  join long_enough e on e.pair = s.pair
),
calls as (
  select pair, second,
    lag(second) over (partition by pair order by second) as before
  from apart
  where before is null or second > before + interval '5' second
),
-- Seconds of a year of months of 31 days: at the turn of a shorter one a single gap comes out wrong, which moves no middle.
numbered as (
  select pair,
    (month(second) * 31 + day(second)) * 86400 + hour(second) * 3600 + minute(second) * 60 + second(second) as moment,
    (month(before) * 31 + day(before)) * 86400 + hour(before) * 3600 + minute(before) * 60 + second(before) as moment_before
  from calls
  where before is not null
),
gaps as (
  select pair, moment - moment_before as gap from numbered
),
ranked as (
  select g.*, row_number() over (partition by pair order by gap) as place,
    count(*) over (partition by pair) as gaps
  from gaps g
),
middles as (
  select pair, max(gaps) as gaps, max(case when place * 2 in (gaps, gaps + 1) then gap end) as middle
  from ranked
  group by pair
),
counted as (
  select m.pair, m.gaps, m.middle,
    count(*) filter (where g.gap >= m.middle * 0.8 - 1 and g.gap <= m.middle * 1.2 + 1) as regular
  from middles m
  join gaps g on g.pair = m.pair
  group by m.pair, m.gaps, m.middle
)
select p.organisation, p.network, p.host, p.terminal_address, cast(k.middle as bigint) as interval_seconds, k.gaps + 1 as calls,
  cast(floor(k.regular * 100 / k.gaps) as bigint) as regular_percent, e.hours
from counted k
cross join limits l
join outbound_callers p on p.pair = k.pair
join long_enough e on e.pair = k.pair
where k.gaps + 1 >= l.beacon_requests and k.middle >= l.beacon_seconds and k.regular * 100 >= l.beacon_percent * k.gaps
