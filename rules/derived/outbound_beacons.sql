-- row: one host that an address asked for at regular intervals in the period: the middle interval in seconds, how many of them, how many in a hundred lie within a fifth of it, over how many hours; or, where the pauses are drawn by lot, one that was asked for about as often in every hour, for half a day and more without a break: how many in a hundred of the hours are alike
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
),
-- Whoever waits between a half and the whole of five minutes is heard about as often in each hour. People are not, and no person goes on through the night.
hourly as (
  select pair, date_trunc('hour', second) as clock_hour, count(*) as calls_then
  from calls
  group by pair, date_trunc('hour', second)
),
-- The first and the last hour are not whole.
whole_hours as (
  select h.pair, h.clock_hour, h.calls_then, row_number() over (partition by h.pair order by h.calls_then) as place, count(*) over (partition by h.pair) as hours
  from hourly h
  join (select pair, min(clock_hour) as first_hour, max(clock_hour) as last_hour from hourly group by pair) e on e.pair = h.pair
  where h.clock_hour > e.first_hour and h.clock_hour < e.last_hour
),
middle_hours as (
  select pair, max(hours) as hours, max(clock_hour) - min(clock_hour) + interval '1' hour as span, max(case when place * 2 in (hours, hours + 1) then calls_then end) as middle
  from whole_hours
  group by pair
),
steady as (
  select m.pair, cast(floor(count(case when w.calls_then * 4 >= m.middle * 3 - 4 and w.calls_then * 4 <= m.middle * 5 + 4 then 1 end) * 100 / m.hours) as bigint) as alike_percent
  from middle_hours m
  join whole_hours w on w.pair = m.pair
  where m.hours >= 12 and m.middle >= 4 and m.hours * interval '10' hour >= m.span * 9
  group by m.pair, m.hours
)
select p.organisation, p.network, p.host, p.terminal_address, cast(k.middle as bigint) as interval_seconds, k.gaps + 1 as calls,
  case when k.regular * 100 >= l.beacon_percent * k.gaps then cast(floor(k.regular * 100 / k.gaps) as bigint) else s.alike_percent end as regular_percent, e.hours
from counted k
cross join limits l
join outbound_callers p on p.pair = k.pair
join long_enough e on e.pair = k.pair
left join steady s on s.pair = k.pair
where k.gaps + 1 >= l.beacon_requests and k.middle >= l.beacon_seconds and (k.regular * 100 >= l.beacon_percent * k.gaps or coalesce(s.alike_percent >= 90, false))
