-- row: requests to one watched site that is rare, or used by few, in one hour of the period, from one place
-- from: proxy_requests, outbound_sites, outbound_hosts, outbound_places, period
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
-- Outside the period the hour is NULL, and nothing stands for it: as a condition the period makes DuckDB expect few requests and build its table from them.
requests as (
  select r.organisation, r.network, r.host, r.terminal_address, r.action, r.bytes_sent,
    case when r.occurred_at >= a.asked_from and r.occurred_at < a.asked_until then date_trunc('hour', r.occurred_at) end as hour
  from proxy_requests r
  cross join asked a
  where coalesce(r.status, 0) <> 407
),
few as (
  select s.organisation, s.network, s.site, s.is_address, s.is_rare, h.host
  from outbound_sites s
  join outbound_hosts h on h.site_number = s.site_number
  where s.is_watched and s.is_few
),
-- These hosts first: nothing else is looked at hour by hour.
hours as (
  select r.organisation, r.network, k.site, k.is_address, k.is_rare, r.terminal_address, r.hour, count(*) as requests,
    count(*) filter (where upper(r.action) like '%DENIED%') as refused, sum(r.bytes_sent) as bytes_sent
  from requests r
  join few k on k.organisation = r.organisation and k.network = r.network and k.host = r.host
  group by r.organisation, r.network, k.site, k.is_address, k.is_rare, r.terminal_address, r.hour
)
select h.organisation, h.network, h.site, h.is_address, h.is_rare, p.place, p.terminal, p.hour, cast(sum(h.requests) as bigint) as requests,
  cast(sum(h.refused) as bigint) as refused, cast(sum(h.bytes_sent) as bigint) as bytes_sent
from hours h
join outbound_places p
  on p.organisation = h.organisation and p.network = h.network and p.hour = h.hour and coalesce(p.terminal_address, '') = coalesce(h.terminal_address, '')
group by h.organisation, h.network, h.site, h.is_address, h.is_rare, p.place, p.terminal, p.hour
