-- row: one reconnection (4778) to a session of an administrator, or of a person who used an administrator's credentials: the session where its beginning is known, and from which terminal; `session` counts down from -1, so that it is none of logon_sessions
-- from: logon_sessions, authentications, address_terminals, logon_events, settings
with limits as (
  select max(case when name = 'continued_hours' then value end) * interval '1' hour as continued from settings
),
followed_accounts as (
  select account_number from logon_sessions group by account_number
),
reconnects as (
  select a.organisation, a.network, a.recorded_by, a.recorder, a.input, a.record_id, a.occurred_at, a.account_number, a.terminal_address, e.logon_id,
    case when a.terminal_address_kind = 'loopback' then a.recorder else t.terminal end as terminal, coalesce(t.doubtful, false) as doubted
  from authentications a
  join followed_accounts f on f.account_number = a.account_number
  join logon_events e on e.input = a.input and e.record_id = a.record_id and e.occurred_at = a.occurred_at and e.recorded_by = a.recorded_by
  left join address_terminals t
    on t.organisation = a.organisation and t.network = a.network and t.terminal_address = a.terminal_address and t.occurred_at = a.occurred_at
  where a.event_id = 4778 and e.event_id = 4778 and (a.terminal_address is not null or a.terminal_address_kind = 'loopback')
),
-- The logon by remote desktop that opened the door seconds before saw the address; here the client tells its own.
seen as (
  select r.*, s.terminal as seen_terminal, s.terminal_address as seen_address, s.doubted as seen_doubted,
    row_number() over (partition by r.input, r.recorded_by, r.record_id, r.occurred_at order by s.started_at desc, s.session desc) as choice
  from reconnects r
  left join logon_sessions s
    on s.organisation = r.organisation and s.network = r.network and s.recorded_by = r.recorded_by and s.account_number = r.account_number and s.logon_type = 10
    and s.started_at <= r.occurred_at and s.started_at >= r.occurred_at - interval '10' second
),
tokens as (
  select organisation, network, recorded_by, started_at, open_until, logon_id from logon_sessions
  union all
  select organisation, network, recorded_by, started_at, open_until, twin_logon_id from logon_sessions where twin_logon_id is not null
),
opened as (
  select s.*, k.open_until as session_open_until,
    row_number() over (partition by s.input, s.recorded_by, s.record_id, s.occurred_at order by k.started_at desc) as turn
  from seen s
  left join tokens k
    on k.organisation = s.organisation and k.network = s.network and k.recorded_by = s.recorded_by and k.logon_id = s.logon_id
    and k.started_at <= s.occurred_at and k.open_until >= s.occurred_at
  where s.choice = 1
),
-- Until it was connected from somewhere again.
bounded as (
  select o.*,
    coalesce(lead(o.occurred_at) over (partition by o.organisation, o.network, o.recorded_by, o.logon_id order by o.occurred_at, o.record_id), timestamp '9999-12-31 00:00:00') as next_at,
    coalesce(o.session_open_until, o.occurred_at + l.continued) as known_until
  from opened o
  cross join limits l
  where o.turn = 1
)
select 0 - row_number() over (order by occurred_at, organisation, network, recorded_by, record_id, input) as session,
  organisation, network, recorded_by, recorder, account_number, logon_id, occurred_at as started_at,
  case when next_at < known_until then next_at else known_until end as open_until,
  case when seen_address is not null then seen_terminal else terminal end as terminal, coalesce(seen_address, terminal_address) as terminal_address,
  case when seen_address is not null then seen_doubted else doubted end as doubted
from bounded
