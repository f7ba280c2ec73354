-- row: one thing that nobody can say about what was done on an admin terminal, in the columns of coverage_gaps
-- from: activity_coverage, proxy_inputs, log_changes, settings, period
with limits as (
  select max(case when name = 'coverage_slack_hours' then value end) * interval '1' hour as slack,
    max(case when name = 'silence_hours' then value end) * interval '1' hour as silence
  from settings
),
asked as (
  select max(asked_from) as asked_from, max(asked_until) as asked_until from period
),
uncovered as (
  select * from activity_coverage where not proxy_covers
),
proxy_pieces as (
  select network, first_at as until_at,
    max(last_at) over (partition by network order by first_at, last_at, input rows between unbounded preceding and 1 preceding) as from_at
  from proxy_inputs
  where requests > 0
),
gaps as (
  select network, terminal, case when has_log and starts = 0 then 'no-process-starts' else 'no-terminal-activity' end as code, terminal as about,
    cast(null as timestamp) as from_at, cast(null as timestamp) as until_at, cast(null as bigint) as missing
  from uncovered
  where not log_tells and not proxy_tells
  union all
  select u.network, u.terminal, 'span-short', u.recorded_by, u.span_from, u.log_first_at, null
  from uncovered u
  cross join limits l
  where u.log_tells and u.log_first_at > u.span_from + l.slack
  union all
  select u.network, u.terminal, 'span-short', u.recorded_by, u.log_last_at, u.span_until, null
  from uncovered u
  cross join limits l
  where u.log_tells and u.log_last_at < u.span_until - l.slack
  union all
  select u.network, u.terminal, 'log-cleared', u.recorded_by, c.occurred_at, c.occurred_at, null
  from uncovered u
  cross join asked a
  join log_changes c on c.network = u.network and upper(substr(split_part(c.recorded_by, '.', 1), 1, 15)) = u.terminal
  where u.log_tells and c.event_id = 1102 and c.occurred_at >= coalesce(a.asked_from, c.occurred_at) and c.occurred_at <= coalesce(a.asked_until, c.occurred_at)
  union all
  select u.network, u.terminal, 'proxy-span-short', null, u.span_from, u.proxy_first_at, null
  from uncovered u
  cross join limits l
  where u.proxy_tells and not u.log_covers and u.proxy_first_at > u.span_from + l.slack
  union all
  select u.network, u.terminal, 'proxy-span-short', null, u.proxy_last_at, u.span_until, null
  from uncovered u
  cross join limits l
  where u.proxy_tells and not u.log_covers and u.proxy_last_at < u.span_until - l.slack
  union all
  select u.network, u.terminal, 'proxy-span-short', null, p.from_at, p.until_at, null
  from uncovered u
  cross join limits l
  join proxy_pieces p on p.network = u.network
  where u.proxy_tells and not u.log_covers and p.until_at > p.from_at + l.silence
    and p.until_at > u.span_from and p.from_at < u.span_until
  union all
  select u.network, u.terminal, 'proxy-lines-lost', i.file, null, null, i.bad_lines
  from uncovered u
  join proxy_inputs i on i.network = u.network
  where u.proxy_tells and not u.log_covers and u.lines_lost and i.same_as is null and (i.cut_short or i.bad_lines > 1)
)
select 'admin-terminal-activity' as evidence, network, terminal as recorder, code, about, from_at, until_at, missing
from gaps
