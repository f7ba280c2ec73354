-- row: one moment at which a successful logon (4624) from an address named a known terminal, where all logons from there name that one, none from anywhere else does, and nothing better says where it stands; anybody may invent a name
-- from: authentications, terminals, computer_hours, addresses
with named as (
  select e.organisation, e.network, e.terminal_address, e.named_terminal as terminal, date_trunc('hour', e.occurred_at) as hour,
    min(e.occurred_at) as first_at, max(e.occurred_at) as last_at
  from authentications e
  where e.event_id = 4624 and e.succeeded and e.terminal_address is not null and e.named_terminal is not null and e.named_terminal <> e.recorder
  group by e.organisation, e.network, e.terminal_address, e.named_terminal, date_trunc('hour', e.occurred_at)
),
alone as (
  select organisation, network, terminal_address, min(terminal) as terminal
  from named
  group by organisation, network, terminal_address
  having count(distinct terminal) = 1
),
named_once as (
  select organisation, network, terminal
  from named
  group by organisation, network, terminal
  having count(distinct terminal_address) = 1
),
known_terminals as (
  select distinct network, terminal from terminals
),
-- Terminals that their own accounts, the inventory or DHCP put somewhere: here, and the name adds nothing, or elsewhere, and it is doubtful.
better_known as (
  select network, terminal from computer_hours
  union
  select network, terminal from addresses where known_by in ('inventory', 'dhcp')
),
believed as (
  select a.organisation, a.network, a.terminal_address, a.terminal
  from alone a
  join named_once o on o.organisation = a.organisation and o.network = a.network and o.terminal = a.terminal
  join known_terminals k on k.network = a.network and k.terminal = a.terminal
  left join better_known b on b.network = a.network and b.terminal = a.terminal
  where b.terminal is null
)
select b.organisation, b.network, b.terminal_address, b.terminal, n.first_at as named_at
from believed b
join named n on n.organisation = b.organisation and n.network = b.network and n.terminal_address = b.terminal_address
union
select b.organisation, b.network, b.terminal_address, b.terminal, n.last_at
from believed b
join named n on n.organisation = b.organisation and n.network = b.network and n.terminal_address = b.terminal_address
