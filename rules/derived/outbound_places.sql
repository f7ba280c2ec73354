-- row: one hour in which requests reached a proxy from an address, with the place they count for: the terminal behind it at the first of them, or the address where nobody knows
-- from: outbound_moments, address_terminals
select m.organisation, m.network, m.terminal_address, m.hour, coalesce(s.terminal, m.terminal_address) as place, s.terminal, s.attribution, coalesce(s.certainty, 'unknown') as certainty
from outbound_moments m
left join address_terminals s
  on s.organisation = m.organisation and s.network = m.network and s.terminal_address = m.terminal_address and s.occurred_at = m.occurred_at
