-- row: one moment at which an administrator logged on from a server after reaching for that server from an admin terminal within continued_hours
-- from: attempts, authentications, address_terminals, terminals, settings
with limits as (
  select max(case when name = 'continued_hours' then value end) as continued_hours from settings
),
admin_terminals as (
  select distinct network, terminal from terminals where admin_terminal
),
-- A service ticket for the server (4769, SERVER$), or a logon at the server, both from an admin terminal.
reaches as (
  select e.organisation, e.network, e.account_number, upper(substr(e.service, 1, length(e.service) - 1)) as terminal, e.occurred_at
  from authentications e
  join address_terminals s
    on s.organisation = e.organisation and s.network = e.network and s.terminal_address = e.terminal_address and s.occurred_at = e.occurred_at
  join admin_terminals t on t.network = s.network and t.terminal = s.terminal
  where e.event_id = 4769 and e.succeeded and e.administrator and e.service like '%$' and not s.doubtful
  union all
  select organisation, network, account_number, recorder, occurred_at
  from attempts
  where event_id = 4624 and succeeded and administrator and admin_terminal and not doubted
),
line as (
  select organisation, network, account_number, terminal, occurred_at as happened_at, 0 as is_attempt from reaches
  union all
  select organisation, network, account_number, terminal, occurred_at, 1
  from attempts
  where check_id = 'admin-logon-success-elsewhere' and terminal_role in ('server', 'domain controller')
),
reached as (
  select organisation, network, account_number, terminal, happened_at, is_attempt,
    max(case when is_attempt = 0 then happened_at end) over (partition by organisation, network, account_number, terminal order by happened_at) as reached_at
  from line
)
select distinct r.organisation, r.network, r.account_number, r.terminal, r.happened_at as occurred_at
from reached r
cross join limits l
where r.is_attempt = 1 and r.reached_at >= r.happened_at - l.continued_hours * interval '1' hour
