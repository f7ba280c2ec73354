-- row: one watched host that an address asked for so often in the period that it may be at regular intervals, with a number
-- from: outbound_pairs, outbound_sites, outbound_hosts, outbound_places, settings
with limits as (
  select max(case when name = 'beacon_requests' then value end) as beacon_requests from settings
),
seats as (
  select seat, min(organisation) as organisation, min(network) as network, min(terminal_address) as terminal_address
  from outbound_places
  where terminal_address is not null
  group by seat
),
counted as (
  select seat, organisation, network, terminal_address, count(*) over (partition by organisation, network, terminal_address) as seats from seats
),
-- Whoever asked so often from an address that counted for three places did a third of it, at least, in one of them. Few pairs remain.
often as (
  select p.host_number, s.organisation, s.network, s.terminal_address
  from outbound_pairs p
  cross join limits l
  join counted s on s.seat = p.seat
  where p.requests * s.seats >= l.beacon_requests
  group by p.host_number, s.organisation, s.network, s.terminal_address
),
watched as (
  select w.organisation, w.network, h.host_number, h.host
  from outbound_hosts h
  join outbound_sites w on w.site_number = h.site_number
  where w.is_watched
  group by w.organisation, w.network, h.host_number, h.host
)
select o.organisation, o.network, w.host, o.terminal_address,
  row_number() over (order by o.organisation, o.network, w.host, o.terminal_address) as pair
from often o
join watched w on w.organisation = o.organisation and w.network = o.network and w.host_number = o.host_number
