-- row: one use of a program, or of the Web through a proxy, at an admin terminal by one account, with its level
-- from: terminal_uses, accounts
with ranked as (
  select *, case because when 'program-used' then 1 when 'started-by-windows' then 2 when 'helper-process' then 3 else 1 end as rank
  from terminal_uses
),
-- What a person did decides; the processes that a browser starts for itself are not counted beside it.
deciding as (
  select r.*, min(r.rank) over (partition by r.organisation, r.network, r.terminal, r.use, r.what, r.who, r.run) as best
  from ranked r
),
counted as (
  select organisation, network, terminal, use, what, who, run, used, count(*) as records
  from deciding
  where rank = best
  group by organisation, network, terminal, use, what, who, run, used
),
-- Hosts have no end: three are named, the most asked ones.
placed as (
  select organisation, network, terminal, use, what, who, run, used,
    row_number() over (partition by organisation, network, terminal, use, what, who, run order by records desc, used) as place
  from counted
),
named as (
  select organisation, network, terminal, use, what, who, run,
    array_join(array_sort(array_agg(used) filter (where place <= 3)), ', ') as used, max(place) as others
  from placed
  group by organisation, network, terminal, use, what, who, run
),
gathered as (
  select organisation, network, terminal, use, what, who, run, min(because) as because, min(occurred_at) as first_at, max(occurred_at) as last_at,
    count(*) as records, max(terminal_role) as terminal_role, min(account) as account, min(account_domain) as account_domain, min(account_sid) as account_sid,
    min(terminal_address) as terminal_address, min(recorded_by) as recorded_by,
    -- A contradiction is shown; otherwise the surest of its records says how sure the terminal is.
    min(case certainty when 'contradicted' then '0' when 'certain' then '1' when 'likely' then '2' when 'weak' then '3' else '4' end || coalesce(attribution, '')) as surest, min(contradicted_by) as contradicted_by
  from deciding
  where rank = best
  group by organisation, network, terminal, use, what, who, run
)
select 'use ' || cast(row_number() over (order by g.first_at, g.organisation, g.network, g.terminal, g.use, g.what, g.who, g.run) as varchar) as episode,
  case when g.because in ('program-used', 'web-use', 'web-use-doubted') then 'review' else 'note' end as level,
  g.because as level_because, g.organisation, g.network, g.terminal, g.use, g.what, g.who, g.run, g.first_at, g.last_at, g.records,
  g.terminal_role, true as admin_terminal, g.terminal_address, g.account, g.account_domain, g.account_sid, a.display_name, a.department, a.privileged_by,
  case when length(g.surest) > 1 then substr(g.surest, 2) end as attribution,
  case substr(g.surest, 1, 1) when '0' then 'contradicted' when '1' then 'certain' when '2' then 'likely' when '3' then 'weak' else 'unknown' end as certainty, g.contradicted_by,
  g.recorded_by, n.used || case when n.others > 3 then ' (+' || cast(n.others - 3 as varchar) || ')' else '' end as used
from gathered g
join named n
  on n.organisation = g.organisation and n.network = g.network and n.terminal = g.terminal and n.use = g.use and n.what = g.what
  and n.who = g.who and n.run = g.run
left join accounts a on a.network = g.network and a.account_sid = g.account_sid
