-- row: one episode in which an administrator's credentials were used from inside another person's session (4648, type 9) at a machine that is no server, by its own log; at a proven admin terminal only where that session did not begin at one; where no attempt of that administrator from there within episode_minutes tells of it already
-- from: credential_uses, attempts, led_attempts, session_origins, recorded_accounts, administrator_spans, terminals, period, settings
with limits as (
  select max(case when name = 'episode_minutes' then value end) * interval '1' minute as apart from settings
),
asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
known_terminals as (
  select network, terminal, max(role) as role, bool_or(coalesce(admin_terminal, false)) as admin_terminal, bool_or(coalesce(admin_disputed, false)) as admin_disputed
  from terminals
  group by network, terminal
),
judging_networks as (
  select network from known_terminals where admin_terminal group by network
),
used_elsewhere as (
  select organisation, network, account_number, machine, occurred_at, min(step) as step
  from session_origins
  where kind = 'use' and began <> 'admin'
  group by organisation, network, account_number, machine, occurred_at
),
uses as (
  select u.organisation, u.network, u.input, u.recorded_by, u.record_id, u.occurred_at, u.account_number, u.acting_account_number, u.target_server, u.logon_type,
    t.terminal as known_terminal, t.role, t.admin_terminal, coalesce(t.admin_terminal and not t.admin_disputed, false) as proven, case when t.admin_terminal and not t.admin_disputed then o.step end as origin_step, upper(substr(split_part(u.recorded_by, '.', 1), 1, 15)) as terminal
  from credential_uses u
  join judging_networks j on j.network = u.network
  cross join asked a
  left join known_terminals t on t.network = u.network and t.terminal = upper(substr(split_part(u.recorded_by, '.', 1), 1, 15))
  left join used_elsewhere o
    on o.organisation = u.organisation and o.network = u.network and o.account_number = u.account_number and o.occurred_at = u.occurred_at
    and o.machine = upper(substr(split_part(u.recorded_by, '.', 1), 1, 15))
  where u.occurred_at >= a.asked_from and u.occurred_at < a.asked_until and (u.event_id = 4648 or u.logon_type = 9)
    -- On servers administrators go on from where they came; session_steps follows them.
    and coalesce(t.role, 'user terminal') = 'user terminal' and (not coalesce(t.admin_terminal and not t.admin_disputed, false) or o.step is not null)
),
told as (
  select organisation, network, account_number, terminal, occurred_at from attempts where check_id in ('admin-logon-success-elsewhere', 'admin-logon-failure-elsewhere')
  union all
  select organisation, network, account_number, terminal, occurred_at from led_attempts
),
-- Attempts of that administrator from there, and the uses, in one line of time.
line as (
  select a.organisation, a.network, a.account_number, a.terminal, a.occurred_at as happened_at, a.occurred_at as told_at, cast(null as bigint) as record_id, cast(null as varchar) as recorded_by,
    cast(null as integer) as input
  from told a
  join (select distinct organisation, network, account_number, terminal from uses) w
    on w.organisation = a.organisation and w.network = a.network and w.account_number = a.account_number and w.terminal = a.terminal
  union all
  select distinct organisation, network, account_number, terminal, occurred_at, cast(null as timestamp), record_id, recorded_by, input from uses
),
seen as (
  select l.*,
    max(told_at) over (partition by organisation, network, account_number, terminal order by happened_at) as told_before,
    min(told_at) over (partition by organisation, network, account_number, terminal order by happened_at desc) as told_after
  from line l
),
untold as (
  select s.organisation, s.network, s.account_number, s.input, s.recorded_by, s.record_id, s.happened_at
  from seen s
  cross join limits l
  where s.record_id is not null and not coalesce(s.told_before >= s.happened_at - l.apart, false) and not coalesce(s.told_after <= s.happened_at + l.apart, false)
),
started as (
  select u.*,
    case when u.occurred_at <= lag(u.occurred_at) over (
      partition by u.organisation, u.network, u.account_number, u.acting_account_number, u.terminal order by u.occurred_at, u.record_id, u.input
    ) + l.apart then 0 else 1 end as starts
  from uses u
  join untold n
    on n.organisation = u.organisation and n.network = u.network and n.account_number = u.account_number and n.input = u.input and n.recorded_by = u.recorded_by
    and n.record_id = u.record_id and n.happened_at = u.occurred_at
  cross join limits l
),
numbered as (
  select s.*,
    sum(starts) over (
      partition by organisation, network, account_number, acting_account_number, terminal order by occurred_at, record_id, input
      rows between unbounded preceding and current row
    ) as run
  from started s
),
gathered as (
  select organisation, network, account_number, acting_account_number, terminal, run, min(occurred_at) as first_at, max(occurred_at) as last_at, count(*) as records,
    min(role) as terminal_role, bool_or(coalesce(admin_terminal, false)) as admin_terminal, bool_or(proven) as proven, min(origin_step) as origin_step, min(recorded_by) as recorded_by,
    array_join(array_sort(array_agg(distinct target_server) filter (where target_server is not null)), ';') as used_for,
    array_join(array_sort(array_agg(distinct logon_type) filter (where logon_type is not null)), ';') as logon_types
  from numbered
  group by organisation, network, account_number, acting_account_number, terminal, run
),
names as (
  select network, account_number, min(account) as account, min(account_domain) as account_domain, min(account_sid) as account_sid, min(display_name) as display_name,
    min(department) as department, min(privileged_by) as privileged_by
  from recorded_accounts
  where set_apart is null
  group by network, account_number
),
joined as (
  select network, account_number, min(group_name) as group_name from administrator_spans group by network, account_number
)
-- Their numbers go down from -1, so that they are none of those of episodes.
select 0 - row_number() over (order by g.first_at, g.organisation, g.network, g.account_number, g.acting_account_number, g.terminal, g.run) as episode,
  'review' as level, case when g.proven then 'began-elsewhere' else 'credentials-used' end as level_because, g.organisation, g.network, g.account_number, g.acting_account_number, g.first_at, g.last_at, g.records,
  n.account, n.account_domain, n.account_sid, n.display_name, n.department, coalesce(n.privileged_by, j.group_name) as privileged_by,
  coalesce(b.account_domain || '\', '') || b.account as used_by, case when g.used_for <> '' then g.used_for end as used_for,
  g.terminal, g.terminal_role, g.admin_terminal, g.recorded_by, g.logon_types,
  o.origin_terminal, o.trail_end, o.hops as origin_hops, o.inferred as origin_inferred, o.credentials_changed, o.chain
from gathered g
join names n on n.network = g.network and n.account_number = g.account_number
join names b on b.network = g.network and b.account_number = g.acting_account_number
left join joined j on j.network = g.network and j.account_number = g.account_number
left join session_origins o on o.step = g.origin_step
