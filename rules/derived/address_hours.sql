-- row: one hour of the clock in which computers proved an address; within a span in which it is shared, no holder of it is believed
-- from: computer_hours, address_shares
with hourly as (
  select organisation, network, terminal_address, hour, count(*) as computers
  from computer_hours
  group by organisation, network, terminal_address, hour
)
select h.organisation, h.network, h.terminal_address, h.hour, h.computers, s.terminal_address is not null as shared
from hourly h
left join address_shares s
  on s.organisation = h.organisation and s.network = h.network and s.terminal_address = h.terminal_address
  and h.hour >= s.shared_from and h.hour < s.shared_until
