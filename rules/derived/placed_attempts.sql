-- row: one record of an attempt to log on (4624, 4625, 4768, 4771, 4776; of administrators also a lone 4769, and a session that was connected again, 4778) with what its address and its recorded name say about the terminal; `attribution`: which of them is taken
-- from: authentications, address_terminals, lone_tickets, terminals
with known_terminals as (
  select network, terminal from terminals group by network, terminal
),
-- Sessions of administrators that were connected again, and their logons by remote desktop.
desktops as (
  select input, recorded_by, record_id, occurred_at, event_id, terminal_address,
    max(case when event_id = 4624 then occurred_at end) over (partition by organisation, network, recorded_by, account_number order by occurred_at) as logon_at
  from authentications
  where administrator and (event_id = 4778 or (event_id = 4624 and logon_type = 10 and terminal_address is not null))
),
tried as (
  select * from authentications where event_id in (4624, 4625, 4768, 4771, 4776) and succeeded is not null
  union all
  select e.*
  from authentications e
  join lone_tickets t on t.input = e.input and t.recorded_by = e.recorded_by and t.record_id = e.record_id and t.occurred_at = e.occurred_at
  where e.event_id = 4769
  union all
  -- Where no logon seconds before tells of it, and saw the address itself.
  select e.*
  from authentications e
  join desktops d on d.input = e.input and d.recorded_by = e.recorded_by and d.record_id = e.record_id and d.occurred_at = e.occurred_at
  where e.event_id = 4778 and d.event_id = 4778 and d.terminal_address is not null and coalesce(d.logon_at < d.occurred_at - interval '10' second, true)
)
select e.organisation, e.network, e.input, e.recorded_by, e.recorder, e.record_id, e.occurred_at, e.event_id, e.succeeded, e.identity, e.account_number, e.administrator, e.administrator_span,
  e.logon_type, e.terminal_address, e.terminal_address_kind, e.terminal_name, case when e.address_named then s.terminal else e.named_terminal end as named_terminal, e.status_code, e.failure_reason,
  case when not e.address_named then s.terminal end as terminal_of_address, case when not e.address_named then s.certainty end as certainty_of_address,
  case when not e.address_named then s.doubtful end as address_is_doubtful, case when not e.address_named then s.contradicted_by end as address_contradicted_by,
  case
    -- An address that the terminal gave of itself is no better than a name: its holder is named.
    when e.address_named then case when s.terminal is not null and s.attribution <> 'shared-address' then 'recorded-name' end
    when e.terminal_address is not null then s.attribution
    -- Remote desktop from loopback is a tunnel: whoever sits behind it, it is not the recorder.
    when e.event_id in (4624, 4625) and e.logon_type = 10 and e.terminal_address_kind = 'loopback' then 'tunnel'
    when e.event_id in (4624, 4625) and e.logon_type in (2, 7, 11, 13) then 'recorder'
    when e.event_id in (4624, 4625) and e.logon_type in (3, 4, 5, 8, 9) and coalesce(e.named_terminal, e.recorder) = e.recorder then 'recorder'
    when e.event_id in (4768, 4771) and e.terminal_address_kind = 'loopback' then 'recorder'
    when n.terminal is not null then 'recorded-name'
  end as attribution
from tried e
left join address_terminals s
  on s.organisation = e.organisation and s.network = e.network and s.terminal_address = e.terminal_address and s.occurred_at = e.occurred_at
left join known_terminals n on n.network = e.network and n.terminal = e.named_terminal
