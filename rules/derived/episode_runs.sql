-- row: one attempt that a check asks about, with the number of its episode among those of its account, place and result (run; each attempt within episode_minutes of the one before) or what it is folded with (then run 0), and the crowds it belongs to
-- from: attempts, led_attempts, crowded_failures, settings
with limits as (
  select max(case when name = 'episode_minutes' then value end) as episode_minutes from settings
),
-- Narrow, because it is sorted: episode_attempts brings the rest.
asked as (
  select a.organisation, a.network, a.check_id, a.account_number, a.place, a.input, a.recorded_by, a.record_id, a.occurred_at,
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
  select organisation, network, 'admin-logon-success-elsewhere', account_number, place, input, recorded_by, record_id, occurred_at, null, false, false, false, false, false
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
)
select check_id, input, recorded_by, record_id, occurred_at, folded, sprayed, slow_sprayed, spread_sprayed, many_terminals, unknown_names,
  cast(sum(starts) over (
    partition by organisation, network, check_id, account_number, place order by occurred_at, recorded_by, record_id, input
    rows between unbounded preceding and current row
  ) as bigint) as run
from started
union all
select check_id, input, recorded_by, record_id, occurred_at, folded, sprayed, slow_sprayed, spread_sprayed, many_terminals, unknown_names, 0
from asked
where folded is not null
