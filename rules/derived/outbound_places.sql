-- row: one hour in which requests reached a proxy from an address (NULL: from lines that name none), with the place they count for: the terminal behind it at the first of them, or the address where nobody knows; `seat`: number of this address while it counts for this place
-- from: outbound_moments, address_terminals, proxy_requests
with places as (
  select m.organisation, m.network, m.terminal_address, m.hour, coalesce(s.terminal, m.terminal_address) as place, s.terminal, s.attribution, coalesce(s.certainty, 'unknown') as certainty
  from outbound_moments m
  left join address_terminals s
    on s.organisation = m.organisation and s.network = m.network and s.terminal_address = m.terminal_address and s.occurred_at = m.occurred_at
  union all
  select distinct organisation, network, terminal_address, date_trunc('hour', occurred_at), '-', cast(null as varchar), cast(null as varchar), 'unknown'
  from proxy_requests
  where terminal_address is null and host is not null and coalesce(status, 0) <> 407
)
select organisation, network, terminal_address, hour, place, terminal, attribution, certainty,
  cast(dense_rank() over (order by organisation, network, coalesce(terminal_address, ''), place) as integer) as seat,
  cast(dense_rank() over (order by organisation, network, place) as integer) as place_number
from places
