-- row: one attempt that a check asks about, with the number of its episode among those of its account, place and result (run; each attempt within episode_minutes of the one before; what a server does every day at the same hour is one) or what it is folded with (then run 0), and the crowds it belongs to
-- from: attempts, led_attempts, session_origins, crowded_failures, settings
with limits as (
  select max(case when name = 'episode_minutes' then value end) as episode_minutes from settings
),
-- Narrow, because it is sorted: episode_attempts brings the rest.
asked as (
  select a.organisation, a.network, a.check_id, a.account_number, a.place, a.input, a.recorded_by, a.record_id, a.occurred_at,
    coalesce(a.succeeded and a.terminal_role in ('server', 'domain controller'), false) as at_server,
    -- Such conditions in the join itself, which are about the left side alone, made 0.6 s into 180 s.
    case when not a.succeeded and not a.asked_by_controller then c.folded end as folded,
    coalesce(c.sprayed, false) as sprayed, coalesce(c.slow_sprayed, false) as slow_sprayed, coalesce(c.spread_sprayed, false) as spread_sprayed,
    coalesce(c.many_terminals, false) as many_terminals, coalesce(c.unknown_names, false) as unknown_names
  from attempts a
  left join crowded_failures c
    on c.organisation = a.organisation and c.network = a.network and c.check_id = a.check_id and c.account_number = a.account_number and c.place = a.place
    and c.occurred_at = a.occurred_at
  where a.check_id is not null and a.in_period
  union all
  select organisation, network, 'admin-logon-success-elsewhere', account_number, place, input, recorded_by, record_id, occurred_at, false, null, false, false, false, false, false
  from led_attempts
),
started as (
  select a.*,
    case when a.occurred_at <= lag(a.occurred_at) over (
      partition by a.organisation, a.network, a.check_id, a.account_number, a.place order by a.occurred_at, a.recorded_by, a.record_id, a.input
    ) + l.episode_minutes * interval '1' minute then 0 else 1 end as starts
  from asked a
  cross join limits l
  where a.folded is null
),
numbered as (
  select organisation, network, account_number, place, at_server, check_id, input, recorded_by, record_id, occurred_at, folded, sprayed, slow_sprayed, spread_sprayed, many_terminals, unknown_names,
    cast(sum(starts) over (
      partition by organisation, network, check_id, account_number, place order by occurred_at, recorded_by, record_id, input
      rows between unbounded preceding and current row
    ) as bigint) as run
  from started
),
-- From where nobody is known to have come: a task or service, if it is the same every day.
origins as (
  select organisation, network, account_number, 'terminal ' || terminal as place, occurred_at, min(began) as first_began, max(began) as last_began
  from session_origins
  where kind = 'asked'
  group by organisation, network, account_number, 'terminal ' || terminal, occurred_at
),
unattended as (
  select n.organisation, n.network, n.account_number, n.place, n.run, min(n.occurred_at) as first_at, min(n.occurred_at) - date_trunc('day', min(n.occurred_at)) as hour_of_day
  from numbered n
  left join origins o
    on o.organisation = n.organisation and o.network = n.network and o.account_number = n.account_number and o.place = n.place and o.occurred_at = n.occurred_at
  where n.check_id = 'admin-logon-success-elsewhere' and n.at_server
  group by n.organisation, n.network, n.account_number, n.place, n.run
  having min(coalesce(o.first_began, '')) = 'open' and max(coalesce(o.last_began, '')) = 'open'
),
by_hour as (
  select u.*,
    case when hour_of_day <= lag(hour_of_day) over (partition by organisation, network, account_number, place order by hour_of_day, run)
      + l.episode_minutes * interval '1' minute then 0 else 1 end as starts
  from unattended u
  cross join limits l
),
hours as (
  select b.*, sum(starts) over (partition by organisation, network, account_number, place order by hour_of_day, run rows between unbounded preceding and current row) as slot
  from by_hour b
),
-- Once or twice a day on five days or more, at most every other day missing on the whole (weekends), and within an hour of the clock.
daily as (
  select organisation, network, account_number, place, slot, min(run) as folded_run
  from hours
  group by organisation, network, account_number, place, slot
  having count(distinct date_trunc('day', first_at)) >= 5 and count(*) <= 2 * count(distinct date_trunc('day', first_at)) and max(hour_of_day) - min(hour_of_day) <= interval '1' hour
    and max(date_trunc('day', first_at)) - min(date_trunc('day', first_at)) <= (count(distinct date_trunc('day', first_at)) - 1) * interval '36' hour
),
daily_runs as (
  select h.organisation, h.network, h.account_number, h.place, h.run, d.folded_run
  from hours h
  join daily d on d.organisation = h.organisation and d.network = h.network and d.account_number = h.account_number and d.place = h.place and d.slot = h.slot
)
select n.check_id, n.input, n.recorded_by, n.record_id, n.occurred_at, n.folded, n.sprayed, n.slow_sprayed, n.spread_sprayed, n.many_terminals, n.unknown_names,
  coalesce(d.folded_run, n.run) as run, d.run is not null as daily
from numbered n
left join daily_runs d
  on d.organisation = n.organisation and d.network = n.network and d.account_number = n.account_number and d.place = n.place and d.run = n.run and n.check_id = 'admin-logon-success-elsewhere'
union all
select check_id, input, recorded_by, record_id, occurred_at, folded, sprayed, slow_sprayed, spread_sprayed, many_terminals, unknown_names, 0, false
from asked
where folded is not null
