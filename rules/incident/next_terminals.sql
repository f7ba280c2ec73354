-- row: one machine to look at next, with the best reason for it; rank 1 first
-- from: suspect_places, suspect_accounts, spread_places, spread_steps, attempts, terminals
with reached as (
  select network, place, min(reached_at) as reached_at, min(hop) as hop, min(follow_key) as follow_key from spread_places group by network, place
),
-- Whose credentials lay on a reached machine: whoever logged on there. Of servers only those who came by the path.
exposed as (
  select a.network, a.account_number, min(a.account) as account, min(a.account_domain) as account_domain, bool_or(a.administrator) as administrator, min(a.occurred_at) as exposed_at
  from reached r
  join attempts a on a.network = r.network and a.place = r.place
  where a.succeeded and a.occurred_at >= r.reached_at and (r.follow_key = 0 or r.follow_key = a.account_number)
  group by a.network, a.account_number
),
seen_elsewhere as (
  select a.network, a.place as target, e.account, e.account_domain, e.administrator, min(a.occurred_at) as first_at, max(a.occurred_at) as last_at, count(*) as logons
  from exposed e
  join attempts a on a.network = e.network and a.account_number = e.account_number
  left join reached r on r.network = a.network and r.place = a.place
  where a.succeeded and a.occurred_at > e.exposed_at and r.place is null and a.place like 'terminal %'
  group by a.network, a.place, e.account, e.account_domain, e.administrator
),
reasons as (
  select s.network, case when s.hop = 0 then s.source else s.target end as target, case when s.hop = 0 then s.target else s.source end as source,
    s.account, s.account_domain, s.first_at, s.last_at, s.logons, s.certainty, s.inferred,
    case
      when s.hop = 0 then 'came-from'
      when s.strength = 'strong' and (s.administrator or s.privileged) and not s.inferred then 'strong-administrator'
      when s.strength = 'strong' and not s.inferred then 'strong'
      when s.strength = 'strong' then 'inferred'
      when s.strength = 'weak' and s.privileged then 'controller-privileged'
      when s.strength = 'attempted' then 'attempted'
      when coalesce(s.target_role, '') in ('server', 'domain controller') then 'server'
      else 'network'
    end as reason,
    s.hop
  from spread_steps s
  union all
  select network, target, cast(null as varchar), account, account_domain, first_at, last_at, logons, cast(null as varchar), true,
    case when administrator then 'exposed-administrator' else 'exposed-account' end, 1
  from seen_elsewhere
  union all
  select p.network, p.place, cast(null as varchar), a.account, a.account_domain, p.first_at, p.last_at, p.records, p.certainty, false, 'suspect-account', 0
  from suspect_places p
  join suspect_accounts a on a.network = p.network and a.account_number = p.account_number
  where p.kind = 'account'
),
suspect_machines as (
  select network, place from suspect_places where kind <> 'account' group by network, place
),
weighed as (
  select *,
    case reason
      when 'strong-administrator' then 1
      when 'strong' then 2
      when 'came-from' then 3
      when 'suspect-account' then 3
      when 'inferred' then 4
      when 'exposed-administrator' then 5
      when 'controller-privileged' then 6
      when 'network' then 7
      when 'attempted' then 8
      when 'exposed-account' then 9
      else 10
    end as weight
  from reasons
),
best as (
  select *, row_number() over (partition by network, target order by weight, hop, first_at, source, account, account_domain) as choice,
    count(*) over (partition by network, target) as reasons
  from weighed
),
roles as (
  select network, terminal, max(role) as role, max(segment) as segment, max(department) as department, bool_or(coalesce(admin_terminal, false)) as admin_terminal
  from terminals
  group by network, terminal
)
select b.network, b.target as place, t.role, t.segment, t.department, coalesce(t.admin_terminal, false) as admin_terminal, b.reason, b.weight, b.source, b.account, b.account_domain,
  b.first_at, b.last_at, b.logons, b.certainty, b.inferred, b.hop, b.reasons,
  row_number() over (order by b.weight, b.hop, b.first_at, b.network, b.target) as place_rank
from best b
left join suspect_machines r on r.network = b.network and r.place = b.target
left join roles t on t.network = b.network and 'terminal ' || t.terminal = b.target
where b.choice = 1 and r.place is null
