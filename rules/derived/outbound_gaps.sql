-- row: one thing that nobody can say about what went out of a network, in the columns of coverage_gaps
-- from: outbound_coverage, proxy_inputs, settings
with limits as (
  select max(case when name = 'coverage_slack_hours' then value end) * interval '1' hour as slack,
    max(case when name = 'silence_hours' then value end) * interval '1' hour as silence
  from settings
),
pieces as (
  select network, first_at as until_at,
    max(last_at) over (partition by network order by first_at, last_at, input rows between unbounded preceding and 1 preceding) as from_at
  from proxy_inputs
  where requests > 0
),
gaps as (
  select network, 'no-proxy-log' as code, cast(null as varchar) as about, cast(null as timestamp) as from_at, cast(null as timestamp) as until_at, cast(null as bigint) as missing
  from outbound_coverage
  where not tells
  union all
  select o.network, 'proxy-span-short', null, o.span_from, o.first_at, null
  from outbound_coverage o
  cross join limits l
  where o.tells and o.first_at > o.span_from + l.slack
  union all
  select o.network, 'proxy-span-short', null, o.last_at, o.span_until, null
  from outbound_coverage o
  cross join limits l
  where o.tells and o.last_at < o.span_until - l.slack
  union all
  select o.network, 'proxy-span-short', null, p.from_at, p.until_at, null
  from outbound_coverage o
  cross join limits l
  join pieces p on p.network = o.network
  where o.tells and p.until_at > p.from_at + l.silence and p.until_at > o.span_from and p.from_at < o.span_until
  union all
  select o.network, 'proxy-lines-lost', i.file, null, null, i.bad_lines
  from outbound_coverage o
  join proxy_inputs i on i.network = o.network
  where o.tells and i.same_as is null and (i.cut_short or i.bad_lines > 1)
)
select 'proxy-logs' as evidence, network, 'PROXY' as recorder, code, about, from_at, until_at, missing
from gaps
