-- row: one hour of the clock in which requests reached a proxy from an address: the moment of the first
-- from: outbound_hours
select organisation, network, terminal_address, hour, min(first_at) as occurred_at
from outbound_hours
where terminal_address is not null
group by organisation, network, terminal_address, hour
