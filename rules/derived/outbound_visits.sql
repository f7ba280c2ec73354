-- row: requests to one host of a site that is neither common, internal nor asked for by machines themselves, in one hour of the period, from one address, with its place
-- from: outbound_hours, outbound_places, outbound_sites, period
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
)
select h.organisation, h.network, h.site, h.is_address, h.host, h.terminal_address, h.hour, h.requests, h.refused, h.bytes_sent, h.bytes_received, h.first_at, h.last_at,
  coalesce(p.place, '-') as place, p.terminal, s.is_rare
from outbound_hours h
cross join asked a
join outbound_sites s on s.organisation = h.organisation and s.network = h.network and s.site = h.site
left join outbound_places p on p.organisation = h.organisation and p.network = h.network and p.terminal_address = h.terminal_address and p.hour = h.hour
where h.last_at >= a.asked_from and h.first_at < a.asked_until and not s.is_common and not s.is_internal and not s.is_background
