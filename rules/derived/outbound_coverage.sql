-- row: one network, and from when to when the proxy logs given tell what went out of it
-- from: recorders, directories, terminals, proxy_inputs, period, settings
with limits as (
  select max(case when name = 'silence_hours' then value end) * interval '1' hour as silence from settings
),
asked as (
  select max(asked_from) as asked_from, max(asked_until) as asked_until from period
),
networks as (
  select network from recorders
  union
  select network from directories
  union
  select network from terminals
  union
  select network from proxy_inputs
),
-- Without a period asked for: what the logs of the domain controllers span, and without those the proxy's.
spans as (
  select network, min(first_at) as span_from, max(last_at) as span_until from recorders where expected group by network
),
pieces as (
  select network, first_at, last_at,
    max(last_at) over (partition by network order by first_at, last_at, input rows between unbounded preceding and 1 preceding) as covered_until
  from proxy_inputs
  where requests > 0
),
proxies as (
  select p.network, min(p.first_at) as first_at, max(p.last_at) as last_at, bool_or(coalesce(p.first_at > p.covered_until + l.silence, false)) as has_holes
  from pieces p
  cross join limits l
  group by p.network
),
counted as (
  select network, cast(sum(case when same_as is null then requests else 0 end) as bigint) as requests, bool_or(same_as is null and (cut_short or bad_lines > 1)) as lines_lost
  from proxy_inputs
  group by network
)
select n.network, c.requests, p.first_at, p.last_at, coalesce(p.has_holes, false) as has_holes, coalesce(c.lines_lost, false) as lines_lost,
  coalesce(a.asked_from, s.span_from, p.first_at) as span_from, coalesce(a.asked_until, s.span_until, p.last_at) as span_until,
  coalesce(p.first_at <= coalesce(a.asked_until, s.span_until, p.last_at) and p.last_at >= coalesce(a.asked_from, s.span_from, p.first_at), false) as tells
from networks n
cross join asked a
left join spans s on s.network = n.network
left join proxies p on p.network = n.network
left join counted c on c.network = n.network
