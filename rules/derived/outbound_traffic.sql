-- row: requests to one host of a site that a suspicious sign stands for, in one hour of the period, from one address of a place with such a sign
-- from: proxy_requests, outbound_signs, outbound_hosts, outbound_places, period
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
-- Outside the period NULL, as in outbound_visits.
requests as (
  select r.organisation, r.network, r.host, r.terminal_address, r.account, r.bytes_sent, r.bytes_received,
    case when r.occurred_at >= a.asked_from and r.occurred_at < a.asked_until then r.occurred_at end as occurred_at
  from proxy_requests r
  cross join asked a
  where coalesce(r.status, 0) <> 407
),
signed as (
  select distinct organisation, network, site, place from outbound_signs
),
hosts as (
  select distinct s.organisation, s.network, s.site, h.host
  from signed s
  join outbound_hosts h on h.site = s.site
),
-- The few hosts first: only what went to them is looked at.
hours as (
  select r.organisation, r.network, k.site, r.host, r.terminal_address, date_trunc('hour', r.occurred_at) as hour, count(*) as requests,
    cast(sum(r.bytes_sent) as bigint) as bytes_sent, cast(sum(r.bytes_received) as bigint) as bytes_received, min(r.occurred_at) as first_at,
    max(r.occurred_at) as last_at, min(lower(r.account)) as account, max(lower(r.account)) as last_account
  from requests r
  join hosts k on k.organisation = r.organisation and k.network = r.network and k.host = r.host
  group by r.organisation, r.network, k.site, r.host, r.terminal_address, date_trunc('hour', r.occurred_at)
)
select h.organisation, h.network, h.site, p.place, p.terminal, p.certainty, p.attribution, h.host, h.terminal_address, h.hour, h.requests, h.bytes_sent, h.bytes_received,
  h.first_at, h.last_at, h.account, h.last_account
from hours h
join outbound_places p
  on p.organisation = h.organisation and p.network = h.network and p.hour = h.hour and coalesce(p.terminal_address, '') = coalesce(h.terminal_address, '')
join signed s on s.organisation = h.organisation and s.network = h.network and s.site = h.site and s.place = p.place
