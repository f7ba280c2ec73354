-- row: one account that logged on from one place in the baseline: first and last time, on how many days (UTC). A place is written as in attempts; an address was that of the computer whose own logon there is nearest, at most holder_hours away, else that of the inventory
-- from: logon_hours, recorded_accounts, accounts, addresses, terminals, settings
with limits as (
  select max(case when name = 'holder_hours' then value end) as holder_hours from settings
),
-- Only what succeeded: whoever tried in vain last week is not at home there.
logons as (
  select h.organisation, h.network, h.hour, h.account, h.account_domain, h.account_sid, h.terminal_address, h.terminal_address_kind, h.logon_type,
    upper(substr(split_part(h.terminal_name, '.', 1), 1, 15)) as named_terminal,
    upper(substr(split_part(h.recorded_by, '.', 1), 1, 15)) as recorder, h.first_at, h.last_at,
    h.account like '%$' and coalesce(a.kind = 'computer', true) as is_computer
  from logon_hours h
  left join accounts a on a.network = h.network and a.account_sid = h.account_sid
  where h.succeeded
),
-- Computers and persons in one line of time, so that no logon is joined to many sightings. A sighting: the hour, then the name.
line as (
  select organisation, network, terminal_address, hour, 0 as turn, max(substr(cast(hour as varchar), 1, 19) || upper(substr(account, 1, length(account) - 1))) as sighting
  from logons
  where is_computer and terminal_address is not null
  group by organisation, network, terminal_address, hour
  union all
  select distinct organisation, network, terminal_address, hour, 1, cast(null as varchar)
  from logons
  where not is_computer and terminal_address is not null
),
between_sightings as (
  select organisation, network, terminal_address, hour, turn,
    max(sighting) over (partition by organisation, network, terminal_address order by hour, turn rows between unbounded preceding and current row) as before,
    min(sighting) over (partition by organisation, network, terminal_address order by hour desc, turn desc rows between unbounded preceding and current row) as after
  from line
),
times as (
  select organisation, network, terminal_address, hour,
    substr(before, 20) as terminal_before, cast(substr(before, 1, 19) as timestamp) as before_at,
    substr(after, 20) as terminal_after, cast(substr(after, 1, 19) as timestamp) as after_at
  from between_sightings
  where turn = 1
),
held as (
  select t.organisation, t.network, t.terminal_address, t.hour,
    case
      when t.before_at >= t.hour - l.holder_hours * interval '1' hour and coalesce(t.hour - t.before_at <= t.after_at - t.hour, true) then t.terminal_before
      when t.after_at <= t.hour + l.holder_hours * interval '1' hour then t.terminal_after
    end as terminal
  from times t
  cross join limits l
),
listed as (
  select network, terminal_address, min(terminal) as terminal
  from addresses
  where known_by = 'inventory'
  group by network, terminal_address
  having count(distinct terminal) = 1
),
known_terminals as (
  select distinct network, terminal from terminals
),
placed as (
  select p.organisation, p.network, date_trunc('day', p.hour) as day, p.account, p.account_domain, p.account_sid, p.first_at, p.last_at,
    case
      when p.terminal_address is not null then coalesce('terminal ' || coalesce(h.terminal, i.terminal), 'address ' || p.terminal_address)
      when p.logon_type in (2, 7, 11, 13) then 'terminal ' || p.recorder
      when p.logon_type in (3, 4, 5, 8, 9) and coalesce(p.named_terminal, p.recorder) = p.recorder then 'terminal ' || p.recorder
      when p.logon_type is null and p.terminal_address_kind = 'loopback' then 'terminal ' || p.recorder
      when k.terminal is not null then 'terminal ' || k.terminal
      when p.named_terminal is not null then 'name ' || p.named_terminal
    end as place
  from logons p
  left join held h on h.organisation = p.organisation and h.network = p.network and h.terminal_address = p.terminal_address and h.hour = p.hour
  left join listed i on i.network = p.network and i.terminal_address = p.terminal_address
  left join known_terminals k on k.network = p.network and k.terminal = p.named_terminal
  where not p.is_computer
),
-- By SID, else by the very name: that of a success has one or the other in common with the records of the period.
by_sid as (
  select network, account_sid, min(account_number) as account_number
  from recorded_accounts
  where account_sid is not null and set_apart is null
  group by network, account_sid
),
numbered as (
  select p.organisation, p.network, p.day, p.place, p.first_at, p.last_at, coalesce(s.account_number, n.account_number) as account_number
  from placed p
  left join by_sid s on s.network = p.network and s.account_sid = p.account_sid
  left join recorded_accounts n
    on n.network = p.network and n.recorded_name = coalesce(p.account, '') and n.recorded_domain = coalesce(p.account_domain, '')
    and n.recorded_sid = coalesce(p.account_sid, '') and n.set_apart is null
  where p.place is not null
)
select organisation, network, account_number, place, min(first_at) as first_at, max(last_at) as last_at, count(distinct day) as days
from numbered
where account_number is not null
group by organisation, network, account_number, place
