-- row: one logon from one place onto another machine, since the incident may have begun: recorded there, by credentials used at the place itself (4648), or inferred from a service ticket (4769); strong where somebody could act there, weak where everybody does it, attempted where it failed
-- from: suspects, attempts, authentications, logon_events, account_names, accounts, recorded_accounts, address_terminals, terminals, recorders
with asked as (
  select coalesce(max(since_at), timestamp '0001-01-01 00:00:00') as since_at from suspects
),
roles as (
  select network, terminal, max(role) as role from terminals group by network, terminal
),
own_logs as (
  select network, recorder, first_at, last_at from recorders where records > 0 and successes_around > 0
),
arrived as (
  select a.organisation, a.network, a.place as source, a.recorder as target, a.occurred_at, a.account_number, a.account, a.account_domain, a.administrator, a.logon_type,
    a.succeeded, a.certainty, a.input, a.record_id, a.recorded_by
  from attempts a
  cross join asked
  where a.event_id in (4624, 4625) and a.occurred_at >= asked.since_at and a.place <> 'terminal ' || a.recorder and a.place <> 'unknown'
    and a.place <> 'name ' || a.recorder and a.place not like 'tunnel %' and a.logon_type not in (2, 4, 5, 9, 11)
    and not a.computer_account
),
-- Privileges on that machine, written within seconds of its logon.
special as (
  select network, recorded_by, logon_id, occurred_at as given_at from logon_events where event_id = 4672 and logon_id > 1000
),
privileged_logons as (
  select distinct e.input, e.recorded_by, e.record_id
  from logon_events e
  join special s
    on s.logon_id = e.logon_id and s.recorded_by = e.recorded_by and s.network = e.network
    and s.given_at >= e.occurred_at - interval '10' second and s.given_at <= e.occurred_at + interval '10' second
  cross join asked
  where e.event_id = 4624 and e.occurred_at >= asked.since_at
),
recorded as (
  select a.network, a.source, a.target, a.occurred_at, a.account_number, cast(null as bigint) as acting_number, a.account, a.account_domain, a.administrator, a.logon_type,
    a.succeeded, a.certainty, p.input is not null as privileged, false as inferred, a.input, a.recorded_by, a.record_id,
    case
      when not a.succeeded then 'failed'
      when a.logon_type in (7, 10, 12) then 'remote-desktop'
      when p.input is not null then 'privileged-network'
      else 'network'
    end as kind
  from arrived a
  left join privileged_logons p on p.input = a.input and p.recorded_by = a.recorded_by and p.record_id = a.record_id
),
numbers as (
  select network, account_sid, min(account_number) as account_number, min(account) as account, min(account_domain) as account_domain, bool_or(administrator) as administrator
  from recorded_accounts
  where account_sid is not null and set_apart is null
  group by network, account_sid
),
used as (
  select e.network, e.recorder, e.target, e.occurred_at, e.acting_sid, e.account, e.account_domain, e.input, e.recorded_by, e.record_id, min(n.account_sid) as account_sid
  from (
    select l.network, upper(substr(split_part(l.recorded_by, '.', 1), 1, 15)) as recorder,
      -- Sometimes with the service in front: TERMSRV/PC-001.
      upper(substr(split_part(case when strpos(l.target_server, '/') > 0 then split_part(l.target_server, '/', 2) else l.target_server end, '.', 1), 1, 15)) as target,
      l.occurred_at, l.input, l.recorded_by, l.record_id, l.acting_sid, l.account, l.account_domain, lower(l.account) as name, lower(coalesce(l.account_domain, '')) as domain
    from logon_events l
    cross join asked
    where l.event_id = 4648 and l.acting_logon_id > 1000 and l.target_server is not null and l.occurred_at >= asked.since_at
  ) e
  left join account_names n on n.network = e.network and n.name = e.name and n.domain = e.domain
  where e.target not in ('LOCALHOST', '127', '', e.recorder)
  group by e.network, e.recorder, e.target, e.occurred_at, e.acting_sid, e.account, e.account_domain, e.input, e.recorded_by, e.record_id
),
explicit as (
  select u.network, 'terminal ' || u.recorder as source, u.target, u.occurred_at, t.account_number, a.account_number as acting_number,
    coalesce(t.account, u.account) as account, coalesce(t.account_domain, d.domain, u.account_domain) as account_domain, coalesce(d.administrator, false) as administrator,
    cast(null as integer) as logon_type, true as succeeded, 'certain' as certainty, false as privileged, false as inferred, u.input, u.recorded_by, u.record_id,
    'credentials-used' as kind
  from used u
  left join numbers t on t.network = u.network and t.account_sid = u.account_sid
  left join numbers a on a.network = u.network and a.account_sid = u.acting_sid
  left join accounts d on d.network = u.network and d.account_sid = u.account_sid
),
requested as (
  select e.organisation, e.network, e.terminal_address,
    upper(substr(split_part(case when e.service like '%$' then substr(e.service, 1, length(e.service) - 1) else split_part(e.service, '/', 2) end, '.', 1), 1, 15)) as target,
    e.occurred_at, e.account_number, e.administrator, e.identity, e.input, e.recorded_by, e.record_id
  from authentications e
  cross join asked
  where e.event_id = 4769 and e.succeeded and e.occurred_at >= asked.since_at and e.terminal_address is not null
    and (e.service like '%$' or e.service like '%/%') and lower(e.service) not like 'krbtgt%'
),
-- Who came to a machine whose own log was given, that log says.
wanted as (
  select q.*
  from requested q
  left join roles r on r.network = q.network and r.terminal = q.target
  left join own_logs o on o.network = q.network and o.recorder = q.target and q.occurred_at >= o.first_at and q.occurred_at <= o.last_at
  where o.recorder is null and coalesce(r.role, '') <> 'domain controller'
),
-- Who stood behind an address is known for the moments of logons: for a ticket, the last of those, of the same half day.
line as (
  select organisation, network, terminal_address, occurred_at as happened_at, occurred_at as known_at, cast(null as bigint) as identity, cast(null as bigint) as account_number,
    false as administrator, cast(null as varchar) as target, cast(null as integer) as input, cast(null as varchar) as recorded_by, cast(null as bigint) as record_id
  from address_terminals
  union all
  select organisation, network, terminal_address, occurred_at, null, identity, account_number, administrator, target, input, recorded_by, record_id from wanted
),
placed as (
  select l.*, max(known_at) over (partition by organisation, network, terminal_address order by happened_at) as last_known_at from line l
),
tickets as (
  select p.network, coalesce('terminal ' || s.terminal, 'address ' || p.terminal_address) as source, p.target, p.happened_at as occurred_at, p.account_number,
    cast(null as bigint) as acting_number, r.account, r.account_domain, p.administrator,
    cast(null as integer) as logon_type, true as succeeded, coalesce(s.certainty, 'unknown') as certainty, false as privileged, true as inferred, p.input, p.recorded_by, p.record_id,
    'ticket' as kind
  from placed p
  join recorded_accounts r on r.identity = p.identity
  left join address_terminals s
    on s.organisation = p.organisation and s.network = p.network and s.terminal_address = p.terminal_address and s.occurred_at = p.last_known_at
    and s.occurred_at >= p.happened_at - interval '12' hour
  where coalesce(s.terminal, '') <> p.target
),
every as (
  select * from recorded union all select * from explicit union all select * from tickets
)
select e.network, e.source, t.role as source_role, 'terminal ' || e.target as target, r.role as target_role, e.occurred_at, e.account_number, e.acting_number,
  e.account, e.account_domain, e.administrator, e.logon_type, e.certainty, e.privileged, e.inferred, e.input, e.recorded_by, e.record_id, e.kind,
  case
    when e.kind = 'failed' then 'attempted'
    when e.kind in ('remote-desktop', 'credentials-used') then 'strong'
    -- Every administrator's logon anywhere leaves one of these at a domain controller.
    when e.kind = 'privileged-network' then case when r.role = 'domain controller' then 'weak' else 'strong' end
    when e.kind = 'ticket' and r.role = 'user terminal' then 'strong'
    else 'weak'
  end as strength
from every e
left join roles r on r.network = e.network and r.terminal = e.target
left join roles t on t.network = e.network and 'terminal ' || t.terminal = e.source
-- What everybody does at a domain controller, all day.
where not (coalesce(r.role, '') = 'domain controller' and e.kind in ('network', 'ticket'))
