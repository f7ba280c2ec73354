-- row: one moment at which somebody's account, or an admin terminal's request to a proxy, or the first of an hour from any address, came from an address, with the terminal that stood there, what says so, how sure that is and what says otherwise; `doubtful` where it may have been another. No row where nothing says; no terminal while several computers share the address
-- from: authentications, proxied_minutes, outbound_moments, address_shares, address_holders, address_leases, address_names, addresses, directories, settings
with limits as (
  select max(case when name = 'holder_hours' then value end) as holder_hours,
    max(case when name = 'lease_hours' then value end) as lease_hours
  from settings
),
moments as (
  select distinct organisation, network, terminal_address, occurred_at
  from authentications
  where terminal_address is not null and event_id <> 4740
  union
  select organisation, network, terminal_address, occurred_at from proxied_minutes
  union
  select organisation, network, terminal_address, occurred_at from outbound_moments
),
organisations as (
  select distinct organisation, network from moments
),
-- Moments, the ends of the holders' spans, leases and names in one line of time, so that no moment is joined to many spans.
line as (
  select organisation, network, terminal_address, occurred_at as happened_at, cast(null as bigint) as holder, cast(null as bigint) as lease, 1 as turn from moments
  union all
  select organisation, network, terminal_address, first_at, holder, null, 0 from address_holders
  union all
  select organisation, network, terminal_address, last_at, holder, null, 0 from address_holders
  union all
  select o.organisation, l.network, l.terminal_address, l.held_from, null, l.lease, 0 from address_leases l join organisations o on o.network = l.network
  union all
  select organisation, network, terminal_address, named_at, null, null, 2 from address_names
),
between_holders as (
  select organisation, network, terminal_address, happened_at, turn,
    max(holder) over (partition by organisation, network, terminal_address order by happened_at, turn rows between unbounded preceding and current row) as holder_before,
    max(lease) over (partition by organisation, network, terminal_address order by happened_at, turn rows between unbounded preceding and current row) as lease,
    max(case when turn = 2 then happened_at end) over (
      partition by organisation, network, terminal_address order by happened_at, turn rows between unbounded preceding and current row
    ) as named_before,
    min(holder) over (partition by organisation, network, terminal_address order by happened_at desc, turn rows between unbounded preceding and current row) as holder_after,
    min(case when turn = 2 then happened_at end) over (partition by organisation, network, terminal_address order by happened_at desc) as named_after
  from line
),
around as (
  select m.organisation, m.network, m.terminal_address, m.happened_at,
    -- Inside one span, or at the very moment of a sighting.
    coalesce(m.holder_before >= m.holder_after, false) as inside,
    case when m.holder_before >= m.holder_after or b.last_at >= m.happened_at - l.holder_hours * interval '1' hour then b.terminal end as before, b.last_at, b.device as device_before,
    case when coalesce(m.holder_before < m.holder_after, true) and a.first_at <= m.happened_at + l.holder_hours * interval '1' hour then a.terminal end as after, a.first_at, a.device as device_after,
    case when d.held_until > m.happened_at then d.terminal end as leased_to, d.device,
    coalesce(m.named_before >= m.happened_at - l.holder_hours * interval '1' hour or m.named_after <= m.happened_at + l.holder_hours * interval '1' hour, false) as named
  from between_holders m
  cross join limits l
  left join address_holders b
    on b.organisation = m.organisation and b.network = m.network and b.terminal_address = m.terminal_address and b.holder = m.holder_before
  left join address_holders a
    on a.organisation = m.organisation and a.network = m.network and a.terminal_address = m.terminal_address and a.holder = m.holder_after
  left join address_leases d on d.network = m.network and d.terminal_address = m.terminal_address and d.lease = m.lease
  where m.turn = 1
),
-- A computer seen while another device than now had the lease proves nothing about now.
still_there as (
  select organisation, network, terminal_address, happened_at, inside, leased_to, named,
    case when leased_to <> before and device_before <> device then null else before end as before,
    case when leased_to <> after and device_after <> device then null else after end as after,
    coalesce(first_at - happened_at < happened_at - last_at, last_at is null) as after_is_nearer
  from around
),
held as (
  select organisation, network, terminal_address, happened_at, leased_to, named,
    case
      when inside then before
      when after = leased_to then after
      when before = leased_to then before
      when after_is_nearer then coalesce(after, before)
      else coalesce(before, after)
    end as terminal,
    -- Between the last sign of one computer and the first of another, and no lease tells: the nearer one is taken, and may be wrong.
    coalesce(not inside and before <> after and coalesce(leased_to <> before and leased_to <> after, true), false) as between_two
  from still_there
),
inventory as (
  select network, terminal_address, min(terminal) as terminal, max(terminal) as last_terminal, count(distinct terminal) as terminals
  from addresses
  where known_by = 'inventory'
  group by network, terminal_address
),
names as (
  select organisation, network, terminal_address, min(terminal) as terminal from address_names group by organisation, network, terminal_address
),
taken as (
  select network, max(taken_at) as taken_at from directories group by network
),
-- A record of DNS is known to have been true from its last refresh to the snapshot; one without a refresh was written by hand.
records as (
  select a.network, a.terminal_address, min(a.terminal) as terminal, count(distinct a.terminal) as terminals, max(a.held_from) as refreshed_at, max(t.taken_at) as taken_at
  from addresses a
  left join taken t on t.network = a.network
  where a.known_by = 'dns'
  group by a.network, a.terminal_address
),
said as (
  select h.organisation, h.network, h.terminal_address, h.happened_at, h.between_two, case when s.terminal_address is null then h.terminal end as proven, h.leased_to,
    i.terminal as listed, coalesce(i.terminals, 0) as listed_terminals, i.last_terminal as listed_last,
    case when h.named then n.terminal end as named,
    case when r.terminals = 1 and (r.refreshed_at is null or h.happened_at >= r.refreshed_at - l.lease_hours * interval '1' hour and h.happened_at <= r.taken_at + l.lease_hours * interval '1' hour)
      then r.terminal end as registered,
    s.terminal_address is not null as shared
  from held h
  cross join limits l
  left join inventory i on i.network = h.network and i.terminal_address = h.terminal_address
  left join names n on n.organisation = h.organisation and n.network = h.network and n.terminal_address = h.terminal_address
  left join records r on r.network = h.network and r.terminal_address = h.terminal_address
  left join address_shares s
    on s.organisation = h.organisation and s.network = h.network and s.terminal_address = h.terminal_address
    and h.happened_at >= s.shared_from and h.happened_at < s.shared_until
),
-- The most trusted that says anything; and the most trusted that says otherwise.
believed as (
  select *,
    coalesce(proven, leased_to, listed, named, registered) as terminal,
    case
      when proven <> leased_to then 'dhcp ' || leased_to
      when listed_terminals = 1 and coalesce(proven, leased_to) <> listed then 'inventory-address ' || listed
      when listed_terminals > 1 and coalesce(proven, leased_to) <> listed and coalesce(proven, leased_to) <> listed_last then 'inventory-address ' || listed
      when proven is null and leased_to is null and listed_terminals = 1 and registered <> listed then 'dns-record ' || registered
    end as contradicted_by
  from said
)
select organisation, network, terminal_address, happened_at as occurred_at, terminal,
  case
    when shared then 'shared-address'
    when proven is not null then 'computer-account' || case when leased_to = proven then '+dhcp' else '' end
      || case when listed_terminals = 1 and listed = proven then '+inventory-address' else '' end
    when leased_to is not null then 'dhcp' || case when listed_terminals = 1 and listed = leased_to then '+inventory-address' else '' end
    when listed is not null then 'inventory-address'
    when named is not null then 'logon-name'
    else 'dns-record'
  end as attribution,
  case
    when shared then case when terminal is null then 'unknown' else 'weak' end
    when contradicted_by is not null then 'contradicted'
    when between_two then 'weak'
    -- Two that know nothing of each other.
    when proven = leased_to or listed_terminals = 1 and coalesce(proven, leased_to) = listed then 'certain'
    when coalesce(proven, leased_to) is not null then 'likely'
    -- A fixed address, and nothing says otherwise.
    when listed_terminals = 1 then 'certain'
    else 'weak'
  end as certainty,
  case when not shared then contradicted_by end as contradicted_by,
  case
    when shared or between_two then true
    -- A computer's own account outweighs what somebody once wrote into the inventory.
    when proven is not null then coalesce(proven <> leased_to, false)
    -- A device tells the DHCP server any name it likes; the inventory must say the same.
    when leased_to is not null then not coalesce(listed_terminals = 1 and listed = leased_to, false)
    else listed_terminals <> 1 or contradicted_by is not null
  end as doubtful
from believed
where terminal is not null or shared
