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
    and e.event_id in (4624, 4768, 4769) and e.succeeded and r.set_apart = 'computer'
),
leased_addresses as (
  select distinct network, terminal_address from address_leases
),
-- Leases and the sightings at leased addresses in one line of time.
line as (
  select s.organisation, s.network, s.terminal_address, s.terminal, s.first_at, s.last_at, cast(null as bigint) as device
  from sightings s
  join leased_addresses l on l.network = s.network and l.terminal_address = s.terminal_address
  union all
  select null, network, terminal_address, null, held_from, held_from, device from address_leases
),
under_leases as (
  select organisation, network, terminal_address, terminal, first_at, last_at,
    max(device) over (
      partition by network, terminal_address order by first_at, case when terminal is null then 0 else 1 end rows between unbounded preceding and current row
    ) as device
  from line
),
seen as (
  select organisation, network, terminal_address, terminal, first_at, last_at, coalesce(device, 0) as device from under_leases where terminal is not null
  union all
  select s.organisation, s.network, s.terminal_address, s.terminal, s.first_at, s.last_at, 0
  from sightings s
  left join leased_addresses l on l.network = s.network and l.terminal_address = s.terminal_address
  where l.terminal_address is null
),
told_apart as (
  select organisation, network, terminal_address, terminal, first_at, last_at, device,
    lag(terminal) over (partition by organisation, network, terminal_address order by first_at, terminal) as terminal_before,
    lag(last_at) over (partition by organisation, network, terminal_address order by first_at, terminal) as seen_before,
    lag(device) over (partition by organisation, network, terminal_address order by first_at, terminal) as device_before
  from seen
),
counted as (
  select t.organisation, t.network, t.terminal_address, t.terminal, t.first_at, t.last_at, t.device,
    cast(sum(case when t.terminal = t.terminal_before and t.device = t.device_before and t.first_at <= t.seen_before + 2 * l.holder_hours * interval '1' hour then 0 else 1 end)
      over (
        partition by t.organisation, t.network, t.terminal_address order by t.first_at, t.terminal rows between unbounded preceding and current row
      ) as bigint) as holder
  from told_apart t
  cross join limits l
)
select organisation, network, terminal_address, holder, min(terminal) as terminal, min(device) as device, min(first_at) as first_at, max(last_at) as last_at
from counted
group by organisation, network, terminal_address, holder
