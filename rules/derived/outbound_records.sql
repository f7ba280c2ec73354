-- row: one line of a proxy's log that belongs to suspicious traffic, with its evidence key (file#proxy#line) and its place in the order of time
-- from: outbound_episodes, outbound_signs, outbound_hours, outbound_places, proxy_requests, proxy_inputs, period
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
places as (
  select distinct organisation, network, site, place from outbound_signs
),
hours as (
  select e.episode, h.organisation, h.network, h.host, h.terminal_address, h.hour
  from outbound_hours h
  left join outbound_places p on p.organisation = h.organisation and p.network = h.network and p.terminal_address = h.terminal_address and p.hour = h.hour
  join places s on s.organisation = h.organisation and s.network = h.network and s.site = h.site and s.place = coalesce(p.place, '-')
  join outbound_episodes e on e.organisation = h.organisation and e.network = h.network and e.destination = h.site
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
