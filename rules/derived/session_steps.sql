-- row: one step of an administrator: onto a machine by a logon session recorded there or connected again (4778), or by a service ticket for it (4769; inferred, where the machine's own log is not given), or into the account by credentials used in another's session (use); or one moment at which a check asks about a success (asked)
-- from: logon_sessions, session_reconnects, credential_uses, attempts, authentications, address_terminals, terminals, recorders, settings
with limits as (
  select max(case when name = 'continued_hours' then value end) as continued_hours from settings
),
known_terminals as (
  select network, terminal, max(role) as role, bool_or(coalesce(admin_terminal, false)) as admin_terminal,
    bool_or(coalesce(admin_disputed, false)) as admin_disputed
  from terminals
  group by network, terminal
),
admin_terminals as (
  select network, terminal from known_terminals where admin_terminal
),
-- Who came to these machines, their own logs say.
own_logs as (
  select network, recorder, first_at, last_at from recorders where records > 0 and successes_around > 0
),
-- The session from inside which another was made, or other credentials used: the latest of that number begun before.
tokens as (
  select session, organisation, network, recorded_by, recorder, account_number, started_at, open_until, logon_id from logon_sessions
  union all
  select session, organisation, network, recorded_by, recorder, account_number, started_at, open_until, twin_logon_id from logon_sessions where twin_logon_id is not null
  union all
  -- Whoever connected to it last sits where that came from.
  select session, organisation, network, recorded_by, recorder, account_number, started_at, open_until, logon_id from session_reconnects
),
made_sessions as (
  select session, organisation, network, recorded_by, started_at, acting_logon_id from logon_sessions where acting_logon_id > 1000
  union all
  select s.session, s.organisation, s.network, s.recorded_by, s.started_at, u.acting_logon_id
  from logon_sessions s
  join credential_uses u
    on u.organisation = s.organisation and u.network = s.network and u.recorded_by = s.recorded_by and u.account_number = s.account_number and u.occurred_at = s.started_at
  where u.prompted
),
acting as (
  select s.session as made, a.session as acting_session, row_number() over (partition by s.session order by a.started_at desc, a.session desc) as choice
  from made_sessions s
  join tokens a
    on a.organisation = s.organisation and a.network = s.network and a.recorded_by = s.recorded_by and a.logon_id = s.acting_logon_id
  where a.started_at < s.started_at and a.open_until >= s.started_at and s.session <> a.session
),
uses as (
  select u.organisation, u.network, u.account_number, a.recorder, u.occurred_at, a.open_until, a.session,
    row_number() over (partition by u.organisation, u.network, u.recorded_by, u.record_id, u.occurred_at, u.account_number order by a.started_at desc, a.session desc) as choice
  from credential_uses u
  join tokens a
    on a.organisation = u.organisation and a.network = u.network and a.recorded_by = u.recorded_by and a.logon_id = u.acting_logon_id
    and a.account_number = u.acting_account_number
  where a.started_at <= u.occurred_at and a.open_until >= u.occurred_at
),
tickets as (
  select e.organisation, e.network, e.account_number, e.occurred_at, e.terminal_address,
    upper(substr(split_part(case when e.service like '%$' then substr(e.service, 1, length(e.service) - 1) else split_part(e.service, '/', 2) end, '.', 1), 1, 15)) as machine,
    case when e.terminal_address_kind = 'loopback' then e.recorder else s.terminal end as terminal, coalesce(s.doubtful, false) as doubted
  from authentications e
  left join address_terminals s
    on s.organisation = e.organisation and s.network = e.network and s.terminal_address = e.terminal_address and s.occurred_at = e.occurred_at
  where e.event_id = 4769 and e.succeeded and e.administrator and (e.service like '%$' or upper(e.service) like 'TERMSRV/%')
),
every as (
  select 'session' as kind, s.organisation, s.network, s.account_number, s.recorder as machine, s.started_at, s.open_until,
    s.terminal, s.terminal_address, s.doubted, s.session, a.acting_session,
    -- At the keyboard. Tasks, services, unlocking and what a machine does with itself bring nobody to it, nor do shares that are opened on an admin terminal.
    (s.terminal <> s.recorder or s.terminal is null or coalesce(s.logon_type in (2, 11), false) or a.acting_session is not null)
      and not (m.terminal is not null and coalesce(s.logon_type in (3, 8), false)) as offers
  from logon_sessions s
  left join acting a on a.made = s.session and a.choice = 1
  left join admin_terminals m on m.network = s.network and m.terminal = s.recorder
  union all
  select 'session', organisation, network, account_number, recorder, started_at, open_until, terminal, terminal_address, doubted, session, cast(null as bigint), true
  from session_reconnects
  union all
  select 'use', organisation, network, account_number, recorder, occurred_at, open_until, recorder, null, false, null, session, true
  from uses
  where choice = 1
  union all
  select distinct 'ticket', t.organisation, t.network, t.account_number, t.machine, t.occurred_at, t.occurred_at + l.continued_hours * interval '1' hour,
    t.terminal, t.terminal_address, t.doubted, cast(null as bigint), cast(null as bigint), true
  from tickets t
  cross join limits l
  left join own_logs o on o.network = t.network and o.recorder = t.machine and t.occurred_at >= o.first_at and t.occurred_at <= o.last_at
  left join admin_terminals m on m.network = t.network and m.terminal = t.machine
  -- Who sits at an admin terminal is not told by a ticket for it: its shares are asked for too.
  where o.recorder is null and coalesce(t.terminal, '') <> t.machine and m.terminal is null
  union all
  select distinct 'asked', organisation, network, account_number, case when event_id in (4624, 4778) and recorder <> terminal then recorder else '' end,
    occurred_at, occurred_at, terminal, null, false, cast(null as bigint), cast(null as bigint), false
  from attempts
  where check_id = 'admin-logon-success-elsewhere' and terminal is not null and not admin_terminal
),
reached as (
  select organisation, network, machine, account_number from every where offers group by organisation, network, machine, account_number
),
-- Failures only at servers that somebody with that account had reached: the others were made where they were made.
with_failures as (
  select * from every
  union all
  select distinct 'asked', a.organisation, a.network, a.account_number, case when a.event_id = 4625 and a.recorder <> a.terminal then a.recorder else '' end,
    a.occurred_at, a.occurred_at, a.terminal, null, false, cast(null as bigint), cast(null as bigint), false
  from attempts a
  join reached r on r.organisation = a.organisation and r.network = a.network and r.machine = a.terminal and r.account_number = a.account_number
  where a.check_id = 'admin-logon-failure-elsewhere' and a.terminal_role in ('server', 'domain controller') and not a.admin_terminal and a.in_period
),
placed as (
  select e.kind, e.organisation, e.network, e.account_number, e.machine, e.started_at, e.open_until, e.terminal,
    coalesce(e.terminal, e.terminal_address, '?') as terminal_shown, e.session, e.acting_session, e.offers,
    case
      when e.terminal is null then 'unknown'
      when t.admin_terminal and (e.doubted or t.admin_disputed) then 'doubted-admin-terminal'
      when t.admin_terminal then 'admin-terminal'
      when t.role in ('server', 'domain controller') then case when o.recorder is null then 'server-without-log' else 'server' end
      else 'user-terminal'
    end as seen_at
  from with_failures e
  left join known_terminals t on t.network = e.network and t.terminal = e.terminal
  left join own_logs o on o.network = e.network and o.recorder = e.terminal
),
-- Admin terminals to which an administrator came from elsewhere, or in another's session: who is at work there need not sit there.
visited as (
  select p.organisation, p.network, p.machine, p.account_number
  from placed p
  join admin_terminals t on t.network = p.network and t.terminal = p.machine
  where p.offers and (p.acting_session is not null or p.kind = 'use' or p.terminal is null or p.terminal <> p.machine)
  group by p.organisation, p.network, p.machine, p.account_number
),
-- Successes there, of which no check would ask otherwise.
led as (
  select distinct 'asked' as kind, a.organisation, a.network, a.account_number, case when a.event_id in (4624, 4778) and a.recorder <> a.terminal then a.recorder else '' end as machine,
    a.occurred_at as started_at, a.occurred_at as open_until, a.terminal, a.terminal as terminal_shown, cast(null as bigint) as session, cast(null as bigint) as acting_session,
    false as offers, 'admin-terminal' as seen_at
  from attempts a
  join visited v on v.organisation = a.organisation and v.network = a.network and v.machine = a.terminal and v.account_number = a.account_number
  where a.succeeded and a.administrator and a.admin_terminal and a.check_id is null and a.in_period
),
every_step as (
  select kind, organisation, network, account_number, machine, started_at, open_until, terminal, terminal_shown, session, acting_session, offers, seen_at from placed
  union all
  select * from led
),
following as (
  select s.*, v.machine is not null as at_visited,
    s.acting_session is null and (s.machine <> s.terminal or s.kind = 'asked')
      and (s.seen_at in ('server', 'server-without-log', 'user-terminal') or (s.seen_at = 'admin-terminal' and v.machine is not null)) as follows
  from every_step s
  left join visited v on v.organisation = s.organisation and v.network = s.network and v.machine = s.terminal and v.account_number = s.account_number
),
-- Only steps to where the account then goes on from matter.
origins_wanted as (
  select organisation, network, terminal as machine, account_number from following where follows group by organisation, network, terminal, account_number
),
acting_wanted as (
  select acting_session from placed where acting_session is not null group by acting_session
)
select row_number() over (order by p.started_at, p.organisation, p.network, p.kind, p.account_number, p.machine, p.terminal_shown, p.session, p.acting_session) as step,
  p.kind, p.organisation, p.network, p.account_number, p.machine, p.started_at, p.open_until, p.terminal, p.terminal_shown, p.seen_at,
  p.session, p.acting_session, p.offers, p.follows
from following p
left join origins_wanted w
  on w.organisation = p.organisation and w.network = p.network and w.machine = p.machine and w.account_number = p.account_number
left join acting_wanted a on a.acting_session = p.session
where p.kind = 'asked' or w.machine is not null or a.acting_session is not null or (p.kind = 'use' and p.at_visited)
