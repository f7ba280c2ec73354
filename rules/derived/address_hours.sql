-- row: one hour of the clock in which computers proved an address; more than two make it a shared one (NAT, VPN, terminal server), and no holder of it is believed
-- from: computer_hours
with hourly as (
  select organisation, network, terminal_address, hour, count(*) as computers
  from computer_hours
  group by organisation, network, terminal_address, hour
)
select organisation, network, terminal_address, hour, computers,
  max(computers) over (partition by organisation, network, terminal_address) > 2 as shared
from hourly
