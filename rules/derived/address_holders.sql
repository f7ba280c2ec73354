-- row: one span in which one computer held an address: its own account was seen there, no other computer's in between, never silent for twice holder_hours, and no other device leased the address; `device` of the lease it was seen under (0: none)
-- from: logon_events, recorded_accounts, computer_hours, address_hours, address_leases, settings
with limits as (
  select max(case when name = 'holder_hours' then value end) as holder_hours from settings
),
-- Where one computer was alone in an hour, the hour is one sighting; where two met, every record is one.
sightings as (
  select c.organisation, c.network, c.terminal_address, c.terminal, c.first_at, c.last_at
  from computer_hours c
  join address_hours h on h.organisation = c.organisation and h.network = c.network and h.terminal_address = c.terminal_address and h.hour = c.hour
  where not h.shared and h.computers = 1
  union all
  select e.organisation, e.network, e.terminal_address, upper(substr(r.account, 1, length(r.account) - 1)), e.occurred_at, e.occurred_at
  from logon_events e
  join address_hours h
    on h.organisation = e.organisation and h.network = e.network and h.terminal_address = e.terminal_address
    and h.hour = date_trunc('hour', e.occurred_at)
  join recorded_accounts r
    on r.network = e.network and r.recorded_name = coalesce(e.account, '') and r.recorded_domain = coalesce(e.account_domain, '')
    and r.recorded_sid = coalesce(e.account_sid, '')
  where not h.shared and h.computers = 2
    and e.event_id in (4624, 4768, 4769) and e.succeeded and coalesce(e.logon_process, '') <> 'NtLmSsp' and r.set_apart = 'computer'
),
organisations as (
  select distinct organisation, network from computer_hours
),
-- A lease of another device stands between the sightings before and after it.
line as (
  select organisation, network, terminal_address, terminal, first_at, last_at, cast(0 as bigint) as device from sightings
  union all
  select o.organisation, l.network, l.terminal_address, '', min(l.held_from), min(l.held_from), l.device
  from address_leases l
  join organisations o on o.network = l.network
  group by o.organisation, l.network, l.terminal_address, l.device
),
told_apart as (
  select organisation, network, terminal_address, terminal, first_at, last_at,
    max(device) over (partition by organisation, network, terminal_address order by first_at, terminal rows between unbounded preceding and current row) as device,
    lag(terminal) over (partition by organisation, network, terminal_address order by first_at, terminal) as terminal_before,
    lag(last_at) over (partition by organisation, network, terminal_address order by first_at, terminal) as seen_before
  from line
),
counted as (
  select t.organisation, t.network, t.terminal_address, t.terminal, t.first_at, t.last_at, t.device,
    cast(sum(case when t.terminal = t.terminal_before and t.first_at <= t.seen_before + 2 * l.holder_hours * interval '1' hour then 0 else 1 end)
      over (
        partition by t.organisation, t.network, t.terminal_address order by t.first_at, t.terminal rows between unbounded preceding and current row
      ) as bigint) as holder
  from told_apart t
  cross join limits l
)
select organisation, network, terminal_address, holder, min(terminal) as terminal, min(device) as device, min(first_at) as first_at, max(last_at) as last_at
from counted
where terminal <> ''
group by organisation, network, terminal_address, holder
