-- row: one sign that what a place (a terminal, or an address) exchanged with a site is suspicious, with up to three numbers that tell how
-- from: outbound_visits, outbound_beacons, outbound_unattended, outbound_indicators, outbound_pairs, outbound_hosts, outbound_places, settings
with limits as (
  select max(case when name = 'upload_megabytes' then value end) as upload_megabytes,
    max(case when name = 'refused_requests' then value end) as refused_requests,
    max(case when name = 'address_hours' then value end) as address_hours,
    max(case when name = 'absent_hours' then value end) as absent_hours
  from settings
),
seats as (
  select seat, min(organisation) as organisation, min(network) as network, min(terminal_address) as terminal_address, min(place) as place from outbound_places group by seat
),
beacons as (
  select distinct b.organisation, b.network, h.site, s.place, b.host, b.terminal_address, b.interval_seconds, b.calls, b.regular_percent, b.hours
  from outbound_beacons b
  join outbound_hosts h on h.host = b.host
  join outbound_pairs p on p.host_number = h.host_number
  join seats s on s.seat = p.seat and s.organisation = b.organisation and s.network = b.network and s.terminal_address = b.terminal_address
  where p.requests > 0
),
beaconing as (
  select b.*, row_number() over (partition by organisation, network, site, place order by calls desc, host, terminal_address) as turn from beacons b
),
-- By days of UTC: what is sent in one night stays together.
sent as (
  select organisation, network, site, place, date_trunc('day', hour) as day, sum(bytes_sent) as bytes_sent
  from outbound_visits
  where bytes_sent is not null and is_rare
  group by organisation, network, site, place, date_trunc('day', hour)
),
visits as (
  select organisation, network, site, place, bool_or(is_address) as is_address, count(distinct hour) as hours, sum(requests) as requests, sum(refused) as refused
  from outbound_visits
  where is_rare
  group by organisation, network, site, place
),
named as (
  select distinct i.organisation, i.network, i.site, s.place, i.host_only
  from outbound_indicators i
  join outbound_hosts h on h.host = i.host
  join outbound_pairs p on p.host_number = h.host_number
  join seats s on s.seat = p.seat and s.organisation = i.organisation and s.network = i.network
  where p.requests > 0
)
select organisation, network, site, place, case when host_only then 'indicator-host-only' else 'indicator' end as sign,
  cast(null as bigint) as first_number, cast(null as bigint) as second_number, cast(null as bigint) as third_number
from named
union all
select organisation, network, site, place, 'regular-interval', interval_seconds, calls, hours from beaconing where turn = 1
union all
select s.organisation, s.network, s.site, s.place, 'large-upload', cast(floor(max(s.bytes_sent) / 1000000) as bigint), null, null
from sent s
cross join limits l
group by s.organisation, s.network, s.site, s.place, l.upload_megabytes
having max(s.bytes_sent) >= l.upload_megabytes * 1000000
union all
select u.organisation, u.network, u.site, u.place, 'unattended', u.hours, l.absent_hours, null
from outbound_unattended u
cross join limits l
-- Where some more go, only beside a regular interval.
left join (select distinct organisation, network, site, place from beacons) b on b.organisation = u.organisation and b.network = u.network and b.site = u.site and b.place = u.place
where u.is_rare or b.place is not null
union all
select v.organisation, v.network, v.site, v.place, 'bare-address', v.hours, null, null
from visits v
cross join limits l
where v.is_address and v.hours >= l.address_hours
union all
select v.organisation, v.network, v.site, v.place, 'refused-again', cast(v.refused as bigint), cast(v.requests as bigint), null
from visits v
cross join limits l
where v.refused >= l.refused_requests and v.refused * 10 >= v.requests * 9
