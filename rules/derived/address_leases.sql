-- row: one span in which a terminal held an address by the log of a DHCP server; `lease` counts up in time at each address, `device` only where another terminal follows
-- from: addresses, settings
with limits as (
  select max(case when name = 'lease_hours' then value end) as lease_hours from settings
),
-- The log does not say how long a lease lasts: what nothing ends, ends lease_hours after its last renewal.
spans as (
  select a.network, a.terminal_address, a.terminal, a.held_from,
    case
      when a.held_until <= coalesce(a.last_seen_at, a.held_from) + l.lease_hours * interval '1' hour then a.held_until
      else coalesce(a.last_seen_at, a.held_from) + l.lease_hours * interval '1' hour
    end as held_until
  from addresses a
  cross join limits l
  where a.known_by = 'dhcp' and a.held_from is not null
),
told_apart as (
  select network, terminal_address, terminal, held_from, held_until,
    case when terminal = lag(terminal) over (partition by network, terminal_address order by held_from, held_until, terminal) then 0 else 1 end as changes
  from spans
)
select network, terminal_address, terminal, held_from, held_until,
  row_number() over (partition by network, terminal_address order by held_from, held_until, terminal) as lease,
  cast(sum(changes) over (
    partition by network, terminal_address order by held_from, held_until, terminal rows between unbounded preceding and current row
  ) as bigint) as device
from told_apart
