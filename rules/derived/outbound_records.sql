-- row: one line of a proxy's log that belongs to suspicious traffic, with its evidence key (file#proxy#line) and its place in the order of time
-- from: outbound_episodes, outbound_traffic, proxy_requests, proxy_inputs, period
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
hours as (
  select distinct e.episode, t.organisation, t.network, t.host, t.terminal_address, t.hour
  from outbound_traffic t
  join outbound_episodes e on e.organisation = t.organisation and e.network = t.network and e.destination = t.site
)
select h.episode, coalesce(i.file, '') || '#proxy#' || cast(r.line as varchar) as evidence,
  row_number() over (partition by h.episode order by r.occurred_at, r.input, r.line) as position
from proxy_requests r
cross join asked a
join hours h
  on h.organisation = r.organisation and h.network = r.network and h.host = r.host and h.hour = date_trunc('hour', r.occurred_at)
  and coalesce(h.terminal_address, '') = coalesce(r.terminal_address, '')
left join proxy_inputs i on i.input = r.input
where r.occurred_at >= a.asked_from and r.occurred_at < a.asked_until and coalesce(r.status, 0) <> 407
