-- row: one sign that what a place (a terminal, or an address) exchanged with a site is suspicious, with up to three numbers that tell how
-- from: outbound_visits, outbound_beacons, outbound_unattended, outbound_indicators, outbound_hours, outbound_places, settings, period
with limits as (
  select max(case when name = 'upload_megabytes' then value end) as upload_megabytes,
    max(case when name = 'refused_requests' then value end) as refused_requests,
    max(case when name = 'address_hours' then value end) as address_hours,
    max(case when name = 'absent_hours' then value end) as absent_hours
  from settings
),
asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
beaconing as (
  select v.organisation, v.network, v.site, v.place, b.host, b.terminal_address, b.interval_seconds, b.calls, b.regular_percent, b.hours,
    row_number() over (partition by v.organisation, v.network, v.site, v.place order by b.calls desc, b.host, b.terminal_address) as turn
  from (select distinct organisation, network, site, place, host, terminal_address from outbound_visits) v
  join outbound_beacons b on b.organisation = v.organisation and b.network = v.network and b.host = v.host and b.terminal_address = v.terminal_address
),
-- By days of UTC: what is sent in one night stays together.
sent as (
  select organisation, network, site, place, date_trunc('day', hour) as day, sum(bytes_sent) as bytes_sent
  from outbound_visits
  where is_rare and bytes_sent is not null
  group by organisation, network, site, place, date_trunc('day', hour)
),
visits as (
  select organisation, network, site, place, bool_or(is_address) as is_address, count(distinct hour) as hours, sum(requests) as requests, sum(refused) as refused
  from outbound_visits
  where is_rare
  group by organisation, network, site, place
),
named as (
  select distinct h.organisation, h.network, h.site, coalesce(p.place, '-') as place, i.host_only
  from outbound_indicators i
  cross join asked a
  join outbound_hours h on h.organisation = i.organisation and h.network = i.network and h.host = i.host
  left join outbound_places p on p.organisation = h.organisation and p.network = h.network and p.terminal_address = h.terminal_address and p.hour = h.hour
  where h.last_at >= a.asked_from and h.first_at < a.asked_until
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
