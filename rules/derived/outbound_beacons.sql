-- row: one host that an address asked for at regular intervals in the period: the middle interval in seconds, how many of them, how many in a hundred lie within a fifth of it, over how many hours
-- from: outbound_visits, proxy_requests, settings, period
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
-- Few pairs remain here, so that no more than their requests are looked at one by one.
candidates as (
  select v.organisation, v.network, v.host, v.terminal_address, count(*) as hours
  from outbound_visits v
  cross join limits l
  group by v.organisation, v.network, v.host, v.terminal_address, l.beacon_requests, l.beacon_hours
  having sum(v.requests) >= l.beacon_requests and count(*) >= l.beacon_hours
),
-- One second is one request: a pair has at most 3,600 in an hour, whoever asks.
seconds as (
  select r.organisation, r.network, r.host, r.terminal_address, date_trunc('second', r.occurred_at) as second
  from proxy_requests r
  cross join asked a
  join candidates c on c.organisation = r.organisation and c.network = r.network and c.host = r.host and c.terminal_address = r.terminal_address
  where r.occurred_at >= a.asked_from and r.occurred_at < a.asked_until and coalesce(r.status, 0) <> 407
  group by r.organisation, r.network, r.host, r.terminal_address, date_trunc('second', r.occurred_at)
),
-- What follows within five seconds belongs to the same call: a question and its answer, two files.
apart as (
  select s.*, lag(second) over (partition by organisation, network, host, terminal_address order by second) as before
  from seconds s
),
calls as (
  select organisation, network, host, terminal_address, second,
    lag(second) over (partition by organisation, network, host, terminal_address order by second) as before
  from apart
  where before is null or second > before + interval '5' second
),
-- Seconds of a year of months of 31 days: at the turn of a shorter one a single gap comes out wrong, which moves no middle.
numbered as (
  select organisation, network, host, terminal_address,
    (month(second) * 31 + day(second)) * 86400 + hour(second) * 3600 + minute(second) * 60 + second(second) as moment,
    (month(before) * 31 + day(before)) * 86400 + hour(before) * 3600 + minute(before) * 60 + second(before) as moment_before
  from calls
  where before is not null
),
gaps as (
  select organisation, network, host, terminal_address, moment - moment_before as gap from numbered
),
ranked as (
  select g.*, row_number() over (partition by organisation, network, host, terminal_address order by gap) as place,
    count(*) over (partition by organisation, network, host, terminal_address) as gaps
  from gaps g
),
middles as (
  select organisation, network, host, terminal_address, max(gaps) as gaps, max(case when place * 2 in (gaps, gaps + 1) then gap end) as middle
  from ranked
  group by organisation, network, host, terminal_address
),
counted as (
  select m.organisation, m.network, m.host, m.terminal_address, m.gaps, m.middle,
    count(*) filter (where g.gap >= m.middle * 0.8 - 1 and g.gap <= m.middle * 1.2 + 1) as regular
  from middles m
  join gaps g on g.organisation = m.organisation and g.network = m.network and g.host = m.host and g.terminal_address = m.terminal_address
  group by m.organisation, m.network, m.host, m.terminal_address, m.gaps, m.middle
)
select k.organisation, k.network, k.host, k.terminal_address, cast(k.middle as bigint) as interval_seconds, k.gaps + 1 as calls,
  cast(floor(k.regular * 100 / k.gaps) as bigint) as regular_percent, c.hours
from counted k
cross join limits l
join candidates c on c.organisation = k.organisation and c.network = k.network and c.host = k.host and c.terminal_address = k.terminal_address
where k.gaps + 1 >= l.beacon_requests and k.middle >= l.beacon_seconds and k.regular * 100 >= l.beacon_percent * k.gaps
