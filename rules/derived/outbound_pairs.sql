-- row: one host that a proxy was asked for from one seat (an address while it counts for one place), both by number: how often in the period, and when first in the whole log
-- from: proxy_requests, outbound_hosts, outbound_places, period
-- The only model as long as the log where everybody asks for something else: four numbers a row, no more.
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
)
select h.host_number, p.seat, cast(count(*) filter (where r.occurred_at >= a.asked_from and r.occurred_at < a.asked_until) as integer) as requests,
  min(r.occurred_at) as first_at
from proxy_requests r
cross join asked a
join outbound_hosts h on h.host = r.host
join outbound_places p
  on p.organisation = r.organisation and p.network = r.network and p.hour = date_trunc('hour', r.occurred_at)
  and coalesce(p.terminal_address, '') = coalesce(r.terminal_address, '')
where coalesce(r.status, 0) <> 407
group by h.host_number, p.seat
