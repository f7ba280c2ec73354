-- row: one moment at which somebody's account came from an address, with the terminal that stood there and how sure that is; `doubtful` where something says that it may have been another. No row where nothing says
-- from: authentications, address_hours, address_holders, addresses, settings
with limits as (
  select max(case when name = 'holder_hours' then value end) as holder_hours from settings
),
moments as (
  select distinct organisation, network, terminal_address, occurred_at
  from authentications
  where terminal_address is not null and event_id <> 4740
    and (event_id <> 4769 or administrator)
),
-- Moments and the ends of the holders' spans in one line of time, so that no moment is joined to many spans.
line as (
  select organisation, network, terminal_address, occurred_at as happened_at, cast(null as bigint) as holder, 1 as is_moment from moments
  union all
  select organisation, network, terminal_address, first_at, holder, 0 from address_holders
  union all
  select organisation, network, terminal_address, last_at, holder, 0 from address_holders
),
between_holders as (
  select organisation, network, terminal_address, happened_at, is_moment,
    max(holder) over (partition by organisation, network, terminal_address order by happened_at, is_moment rows between unbounded preceding and current row) as holder_before,
    min(holder) over (partition by organisation, network, terminal_address order by happened_at desc, is_moment rows between unbounded preceding and current row) as holder_after
  from line
),
held as (
  select m.organisation, m.network, m.terminal_address, m.happened_at,
    case
      -- Inside one span, or at the very moment of a sighting.
      when m.holder_before >= m.holder_after then b.terminal
      when a.first_at is not null and a.first_at <= m.happened_at + l.holder_hours * interval '1' hour
        and (b.last_at is null or a.first_at - m.happened_at < m.happened_at - b.last_at) then a.terminal
      when b.last_at >= m.happened_at - l.holder_hours * interval '1' hour then b.terminal
    end as terminal,
    -- Between the last sign of one computer and the first of another: the nearer one is taken, and may be wrong.
    coalesce(m.holder_before < m.holder_after and b.terminal <> a.terminal and b.last_at >= m.happened_at - l.holder_hours * interval '1' hour
      and a.first_at <= m.happened_at + l.holder_hours * interval '1' hour, false) as between_two
  from between_holders m
  cross join limits l
  left join address_holders b
    on b.organisation = m.organisation and b.network = m.network and b.terminal_address = m.terminal_address and b.holder = m.holder_before
  left join address_holders a
    on a.organisation = m.organisation and a.network = m.network and a.terminal_address = m.terminal_address and a.holder = m.holder_after
  where m.is_moment = 1
),
shared_addresses as (
  select distinct organisation, network, terminal_address from address_hours where shared
),
stated as (
  select m.organisation, m.network, m.terminal_address, m.occurred_at, min(a.terminal) as terminal, count(distinct a.terminal) as terminals
  from moments m
  join addresses a on a.network = m.network and a.terminal_address = m.terminal_address
  where a.known_by = 'inventory'
    and m.occurred_at >= coalesce(a.held_from, timestamp '0001-01-01 00:00:00')
    and m.occurred_at < coalesce(a.held_until, timestamp '9999-12-31 00:00:00')
  group by m.organisation, m.network, m.terminal_address, m.occurred_at
)
select h.organisation, h.network, h.terminal_address, h.happened_at as occurred_at,
  coalesce(h.terminal, s.terminal) as terminal,
  case when h.terminal is not null then 'computer-account' else 'inventory-address' end as attribution,
  case
    when h.terminal <> s.terminal or s.terminals > 1 or n.terminal_address is not null or h.between_two then 'weak'
    when h.terminal is not null then 'likely'
    else 'certain'
  end as certainty,
  -- A computer's own account outweighs what somebody once wrote into the inventory.
  n.terminal_address is not null or h.between_two or (h.terminal is null and s.terminals > 1) as doubtful
from held h
left join stated s on s.organisation = h.organisation and s.network = h.network and s.terminal_address = h.terminal_address and s.occurred_at = h.happened_at
left join shared_addresses n on n.organisation = h.organisation and n.network = h.network and n.terminal_address = h.terminal_address
where coalesce(h.terminal, s.terminal) is not null
