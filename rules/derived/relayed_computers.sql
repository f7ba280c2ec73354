-- row: one NTLM logon over the network of a computer's own account from an address that is not that computer's: its logon was handed on (relayed); `strength` strong where the address is another computer's, weak where nobody knows it
-- from: logon_events, recorded_accounts, computer_hours, address_shares, addresses, terminals, period
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
logons as (
  select e.organisation, e.network, upper(substr(r.account, 1, length(r.account) - 1)) as computer, e.terminal_address, e.input, e.recorded_by, e.record_id, e.occurred_at
  from logon_events e
  join recorded_accounts r
    on r.network = e.network and r.recorded_name = coalesce(e.account, '') and r.recorded_domain = coalesce(e.account_domain, '') and r.recorded_sid = coalesce(e.account_sid, '')
  cross join asked a
  where e.event_id = 4624 and e.succeeded and e.logon_type = 3 and e.logon_process = 'NtLmSsp' and r.set_apart = 'computer' and e.account like '%$'
    and e.terminal_address is not null and coalesce(e.terminal_address_kind, '') <> 'loopback'
    and upper(substr(split_part(e.recorded_by, '.', 1), 1, 15)) <> upper(substr(r.account, 1, length(r.account) - 1))
    and e.occurred_at >= a.asked_from and e.occurred_at < a.asked_until
),
-- Where a computer proved itself with a ticket, and where a list says it is.
homes as (
  select distinct network, terminal, terminal_address from computer_hours
  union
  select network, terminal, terminal_address from addresses
),
known as (
  select distinct network, terminal from homes
),
strange as (
  select l.*
  from logons l
  join known k on k.network = l.network and k.terminal = l.computer
  left join homes h on h.network = l.network and h.terminal = l.computer and h.terminal_address = l.terminal_address
  where h.terminal is null
),
shared as (
  select distinct s.input, s.recorded_by, s.record_id, s.occurred_at
  from strange s
  join address_shares a on a.organisation = s.organisation and a.network = s.network and a.terminal_address = s.terminal_address
  where s.occurred_at >= a.shared_from and s.occurred_at < a.shared_until
),
held as (
  select s.input, s.recorded_by, s.record_id, s.occurred_at, min(h.terminal) as terminal
  from strange s
  join computer_hours h
    on h.organisation = s.organisation and h.network = s.network and h.terminal_address = s.terminal_address
  where h.hour >= s.occurred_at - interval '13' hour and h.hour <= s.occurred_at + interval '12' hour
  group by s.input, s.recorded_by, s.record_id, s.occurred_at
  having count(distinct h.terminal) = 1
),
listed as (
  select network, terminal_address, min(terminal) as terminal from addresses where known_by = 'inventory' group by network, terminal_address having count(distinct terminal) = 1
),
placed as (
  select s.*, coalesce(h.terminal, i.terminal) as terminal, d.record_id is not null as is_shared
  from strange s
  left join held h on h.input = s.input and h.recorded_by = s.recorded_by and h.record_id = s.record_id and h.occurred_at = s.occurred_at
  left join listed i on i.network = s.network and i.terminal_address = s.terminal_address
  left join shared d on d.input = s.input and d.recorded_by = s.recorded_by and d.record_id = s.record_id and d.occurred_at = s.occurred_at
),
roles as (
  select network, terminal, max(role) as role from terminals group by network, terminal
)
select p.organisation, p.network, p.input, p.recorded_by, p.record_id, p.occurred_at, p.computer, p.terminal_address,
  case when not p.is_shared then p.terminal end as terminal, case when not p.is_shared then r.role end as terminal_role,
  case when p.terminal is not null and not p.is_shared then 'strong' else 'weak' end as strength
from placed p
left join roles r on r.network = p.network and r.terminal = p.terminal
