-- row: one terminal (or address, where nobody knows the terminal) that exchanged suspicious traffic with a destination in the period: from when to when, why, at which level
-- from: outbound_episodes, outbound_signs, outbound_traffic
with reasons as (
  select organisation, network, site, place, array_join(array_sort(array_agg(sign)), ';') as reasons from outbound_signs group by organisation, network, site, place
),
traffic as (
  select organisation, network, site, place, min(terminal) as terminal, min(terminal_address) as terminal_address, min(first_at) as first_at, max(last_at) as last_at,
    cast(sum(requests) as bigint) as requests,
    max(case certainty when 'certain' then '1' when 'likely' then '2' when 'weak' then '3' when 'contradicted' then '4' else '5' end) as least_sure
  from outbound_traffic
  group by organisation, network, site, place
)
select t.organisation, t.network, coalesce(t.terminal, t.place) as terminal, t.terminal is not null as is_known, t.terminal_address,
  case t.least_sure when '1' then 'certain' when '2' then 'likely' when '3' then 'weak' when '4' then 'contradicted' else 'unknown' end as certainty,
  e.destination, t.first_at, t.last_at, t.requests, r.reasons, e.level, e.level_because, e.episode
from traffic t
join reasons r on r.organisation = t.organisation and r.network = t.network and r.site = t.site and r.place = t.place
join outbound_episodes e on e.organisation = t.organisation and e.network = t.network and e.destination = t.site
