-- row: one hour of the clock in which one computer's own account logged on with a ticket, or asked for tickets, from an address: first and last time. NTLM proves nothing: its logons can be handed on by whoever made the computer call (relay)
-- from: logon_events, recorded_accounts
with computers as (
  select network, recorded_name, recorded_domain, recorded_sid, upper(substr(account, 1, length(account) - 1)) as terminal
  from recorded_accounts
  where set_apart = 'computer'
)
select e.organisation, e.network, e.terminal_address, date_trunc('hour', e.occurred_at) as hour, c.terminal,
  min(e.occurred_at) as first_at, max(e.occurred_at) as last_at
from logon_events e
join computers c
  on c.network = e.network and c.recorded_name = coalesce(e.account, '') and c.recorded_domain = coalesce(e.account_domain, '')
  and c.recorded_sid = coalesce(e.account_sid, '')
where e.event_id in (4624, 4768, 4769) and e.succeeded and e.terminal_address is not null and coalesce(e.logon_process, '') <> 'NtLmSsp'
group by e.organisation, e.network, e.terminal_address, date_trunc('hour', e.occurred_at), c.terminal
