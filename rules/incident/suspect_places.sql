-- row: one place that the suspect stands for: the terminal itself, a terminal that held the address, or one that the account was used at; with the moment from which what comes out of it is followed, and how sure it is
-- from: suspects, suspect_accounts, attempts, logon_events, address_terminals, addresses, terminals, recorders, proxy_requests
with asked as (
  select coalesce(max(since_at), timestamp '0001-01-01 00:00:00') as since_at from suspects
),
seen as (
  select a.network, a.place, min(a.terminal) as terminal, min(a.terminal_address) as terminal_address, min(a.occurred_at) as first_at, max(a.occurred_at) as last_at, count(*) as records
  from attempts a
  cross join asked
  where a.occurred_at >= asked.since_at
  group by a.network, a.place
),
of_terminals as (
  select s.network, 'terminal ' || s.value as place, s.value as terminal from suspects s where s.kind = 'terminal'
  union all
  -- A machine that nobody knows, which only called itself so.
  select s.network, 'name ' || s.value, cast(null as varchar) from suspects s where s.kind = 'terminal'
),
known as (
  select network, terminal from terminals
  union
  select network, recorder from recorders where records > 0
),
-- Credentials used on the machine itself are no attempt of anybody to log on to it, and records of it all the same.
own_uses as (
  select s.network, s.value as terminal, min(e.occurred_at) as first_at, max(e.occurred_at) as last_at, count(*) as records
  from suspects s
  join logon_events e on e.network = s.network and upper(substr(split_part(e.recorded_by, '.', 1), 1, 15)) = s.value
  cross join asked
  where s.kind = 'terminal' and e.event_id = 4648 and e.acting_logon_id > 1000 and e.occurred_at >= asked.since_at
  group by s.network, s.value
),
by_terminal as (
  select o.network, o.place, o.terminal, 'terminal' as kind, 'certain' as certainty, cast(null as varchar) as attribution,
    case when u.first_at < s.first_at or s.first_at is null then u.first_at else s.first_at end as first_at,
    case when u.last_at > s.last_at or s.last_at is null then u.last_at else s.last_at end as last_at,
    coalesce(s.records, 0) + coalesce(u.records, 0) as records
  from of_terminals o
  left join seen s on s.network = o.network and s.place = o.place
  left join known k on k.network = o.network and k.terminal = o.terminal
  left join own_uses u on u.network = o.network and u.terminal = o.terminal
  where s.place is not null or k.terminal is not null
),
held as (
  select t.network, t.terminal, max(t.terminal_address) as terminal_address, min(t.occurred_at) as first_at, max(t.occurred_at) as last_at, count(*) as records,
    min(t.attribution) as attribution,
    case
      when bool_or(t.certainty = 'certain') then 'certain'
      when bool_or(t.certainty = 'likely') then 'likely'
      when bool_or(t.certainty = 'contradicted') then 'contradicted'
      else 'weak'
    end as certainty
  from suspects s
  join address_terminals t on t.network = s.network and t.terminal_address = s.value
  cross join asked
  where s.kind = 'address' and t.occurred_at >= asked.since_at and t.terminal is not null
  group by t.network, t.terminal
),
-- Holders of whom no logon came in that time: only what the inventory, DHCP or DNS says.
listed as (
  select d.network, d.terminal, max(d.terminal_address) as terminal_address, min(d.held_from) as first_at, max(d.held_until) as last_at, min(d.known_by) as known_by
  from suspects s
  join addresses d on d.network = s.network and d.terminal_address = s.value
  cross join asked
  where s.kind = 'address' and coalesce(d.held_until, timestamp '9999-12-31 00:00:00') >= asked.since_at
  group by d.network, d.terminal
),
-- An address that only the proxy's log knows.
requested as (
  select p.network, p.terminal_address, min(p.occurred_at) as first_at, max(p.occurred_at) as last_at, count(*) as records
  from suspects s
  join proxy_requests p on p.network = s.network and p.terminal_address = s.value
  cross join asked
  where s.kind = 'address' and p.occurred_at >= asked.since_at
  group by p.network, p.terminal_address
),
by_address as (
  select h.network, 'terminal ' || h.terminal as place, h.terminal, 'address' as kind, h.certainty, h.attribution, h.first_at, h.last_at, h.records from held h
  union all
  select l.network, 'terminal ' || l.terminal, l.terminal, 'address', 'weak', case l.known_by when 'inventory' then 'inventory-address' when 'dns' then 'dns-record' else l.known_by end,
    l.first_at, l.last_at, 0
  from listed l
  left join held h on h.network = l.network and h.terminal = l.terminal
  where h.terminal is null
  union all
  select s.network, n.place, cast(null as varchar), 'address', 'unknown', cast(null as varchar), n.first_at, n.last_at, n.records
  from suspects s
  join seen n on n.network = s.network and n.place = 'address ' || s.value
  where s.kind = 'address'
  union all
  select q.network, 'address ' || q.terminal_address, cast(null as varchar), 'address', 'unknown', cast(null as varchar), q.first_at, q.last_at, q.records
  from requested q
  left join held h on h.network = q.network
  left join listed l on l.network = q.network
  left join seen n on n.network = q.network and n.place = 'address ' || q.terminal_address
  where h.network is null and l.network is null and n.network is null
),
used as (
  select a.network, a.place, min(a.terminal) as terminal, a.account_number, min(a.occurred_at) as first_at, max(a.occurred_at) as last_at, count(*) as records,
    case
      when bool_or(a.certainty = 'certain') then 'certain'
      when bool_or(a.certainty = 'likely') then 'likely'
      when bool_or(a.certainty = 'contradicted') then 'contradicted'
      when bool_or(a.certainty = 'weak') then 'weak'
      else 'unknown'
    end as certainty,
    row_number() over (partition by a.network order by min(a.occurred_at), a.place, a.account_number) as turn
  from attempts a
  join suspect_accounts s on s.network = a.network and s.account_number = a.account_number
  cross join asked
  where a.succeeded and a.occurred_at >= asked.since_at and a.place <> 'unknown'
  group by a.network, a.place, a.account_number
)
select network, kind, place, terminal, cast(null as bigint) as account_number, certainty, attribution, first_at, last_at, records,
  case when kind = 'address' and first_at > asked.since_at then first_at else asked.since_at end as followed_from
from (select * from by_terminal union all select * from by_address) places
cross join asked
union all
-- So many that a reader can look at.
select network, 'account', place, terminal, account_number, certainty, cast(null as varchar), first_at, last_at, records, first_at
from used
where turn <= 60
