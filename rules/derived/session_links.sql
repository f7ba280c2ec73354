-- row: one step of an administrator and one that it may have gone on from: the session it was made in, or, of each kind of source, a session of the same account that was open then on the machine it came from and began strictly earlier
-- from: session_steps
with offering as (
  select s.organisation, s.network, s.machine, s.account_number, s.step, s.started_at, s.open_until,
    -- By kind of source, and by server, so that one that leads to a user's PC is not hidden behind another.
    case
      when s.acting_session is not null then 'used ' || coalesce(a.seen_at, '') || case when a.seen_at like 'server%' then a.terminal else '' end
      when s.machine = s.terminal then 'keyboard'
      when s.seen_at like 'server%' then 'server ' || s.terminal
      else s.seen_at
    end as came_from,
    row_number() over (order by s.open_until, s.step) as lasting
  from session_steps s
  left join session_steps a on a.session = s.acting_session
  where s.offers
),
ways as (
  select organisation, network, machine, account_number, came_from from offering group by organisation, network, machine, account_number, came_from
),
-- Sessions and those who may have gone on from them in one line of time, so that no step is joined to many sessions.
-- The request for an administrator's tickets may stand before the session it is for, and the clock of the domain controller behind that of the server.
line as (
  select organisation, network, machine, account_number, came_from, started_at as happened_at, 1 as turn, lasting, cast(null as bigint) as step, cast(null as timestamp) as open_at
  from offering
  union all
  select s.organisation, s.network, s.terminal, s.account_number, w.came_from,
    case when s.kind = 'asked' then s.started_at + interval '2' minute else s.started_at end, 0, null, s.step, s.started_at - interval '5' second
  from session_steps s
  join ways w on w.organisation = s.organisation and w.network = s.network and w.machine = s.terminal and w.account_number = s.account_number
  where s.follows
),
seen as (
  select step, open_at,
    max(lasting) over (partition by organisation, network, machine, account_number, came_from order by happened_at, turn rows between unbounded preceding and current row) as lasting
  from line
)
select s.step, o.step as parent, false as made_in, false as credentials_changed, f.seen_at = 'admin-terminal' as at_admin_terminal
from seen s
join offering o on o.lasting = s.lasting
join session_steps f on f.step = s.step
where s.step is not null and o.open_until >= s.open_at
union all
select s.step, a.step, true, s.account_number <> a.account_number, s.seen_at = 'admin-terminal'
from session_steps s
join session_steps a on a.session = s.acting_session
