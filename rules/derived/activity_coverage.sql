-- row: one admin terminal, and what tells what was done on it: its own log with starts of programs (4688), a proxy log of its network, both, or nothing
-- from: terminals, recordings, process_starts, recorders, proxy_inputs, period, settings
with limits as (
  select max(case when name = 'coverage_slack_hours' then value end) * interval '1' hour as slack,
    max(case when name = 'silence_hours' then value end) * interval '1' hour as silence
  from settings
),
asked as (
  select max(asked_from) as asked_from, max(asked_until) as asked_until from period
),
admin_terminals as (
  select distinct network, terminal from terminals where admin_terminal
),
-- Without a period asked for: what the logs of the domain controllers span, and without those the proxy's.
spans as (
  select r.network, coalesce(max(a.asked_from), min(r.first_at)) as span_from, coalesce(max(a.asked_until), max(r.last_at)) as span_until
  from recorders r
  cross join asked a
  where r.expected
  group by r.network
),
own_logs as (
  select network, upper(substr(split_part(recorded_by, '.', 1), 1, 15)) as terminal, min(recorded_by) as recorded_by, min(first_at) as first_at, max(last_at) as last_at
  from recordings
  where records > 0
  group by network, upper(substr(split_part(recorded_by, '.', 1), 1, 15))
),
starts_by_name as (
  select network, recorded_by, count(*) as starts from process_starts group by network, recorded_by
),
own_starts as (
  select network, upper(substr(split_part(recorded_by, '.', 1), 1, 15)) as terminal, cast(sum(starts) as bigint) as starts
  from starts_by_name
  group by network, upper(substr(split_part(recorded_by, '.', 1), 1, 15))
),
proxy_pieces as (
  select network, first_at, last_at,
    max(last_at) over (partition by network order by first_at, last_at, input rows between unbounded preceding and 1 preceding) as covered_until
  from proxy_inputs
  where requests > 0
),
proxies as (
  select p.network, min(p.first_at) as first_at, max(p.last_at) as last_at, bool_or(coalesce(p.first_at > p.covered_until + l.silence, false)) as has_holes
  from proxy_pieces p
  cross join limits l
  group by p.network
),
lost_lines as (
  -- One bad line is the one that was being written when the file was copied.
  select network, bool_or(cut_short or bad_lines > 1) as lost from proxy_inputs where same_as is null group by network
),
measured as (
  select t.network, t.terminal, o.recorded_by, coalesce(s.starts, 0) as starts, o.first_at as log_first_at, o.last_at as log_last_at,
    p.first_at as proxy_first_at, p.last_at as proxy_last_at, p.has_holes, coalesce(x.lost, false) as lines_lost,
    coalesce(n.span_from, a.asked_from, p.first_at) as span_from, coalesce(n.span_until, a.asked_until, p.last_at) as span_until
  from admin_terminals t
  cross join asked a
  left join own_logs o on o.network = t.network and o.terminal = t.terminal
  left join own_starts s on s.network = t.network and s.terminal = t.terminal
  left join proxies p on p.network = t.network
  left join lost_lines x on x.network = t.network
  left join spans n on n.network = t.network
)
select m.network, m.terminal, m.recorded_by, m.starts, m.log_first_at, m.log_last_at, m.proxy_first_at, m.proxy_last_at, m.span_from, m.span_until, m.lines_lost,
  m.log_first_at is not null as has_log,
  coalesce(m.starts > 0 and m.log_first_at <= m.span_until and m.log_last_at >= m.span_from, false) as log_tells,
  coalesce(m.starts > 0 and m.log_first_at <= m.span_from + l.slack and m.log_last_at >= m.span_until - l.slack, false) as log_covers,
  coalesce(m.proxy_first_at <= m.span_until and m.proxy_last_at >= m.span_from, false) as proxy_tells,
  coalesce(m.proxy_first_at <= m.span_from + l.slack and m.proxy_last_at >= m.span_until - l.slack and not m.has_holes and not m.lines_lost, false) as proxy_covers
from measured m
cross join limits l
