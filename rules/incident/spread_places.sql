-- row: one place that the suspect may have reached: by strong logons that follow one another strictly in time, at most six; with the earliest moment, and whose further logons from there are followed (0: everybody's; on servers that many use, only those of the account that came, or of the suspect account)
-- from: suspect_places, suspect_accounts, machine_logons
with suspect_machines as (
  select network, place from suspect_places where kind <> 'account' group by network, place
),
suspect_numbers as (
  select network, account_number from suspect_accounts where account_number is not null group by network, account_number
),
-- Each logon under the key of whoever may have made it: anybody at a PC or at a suspect machine, the account itself on a server.
keyed as (
  select m.network, m.source, m.target, m.occurred_at, cast(0 as bigint) as follow_key,
    case when m.target_role in ('server', 'domain controller') then coalesce(m.account_number, -1) else 0 end as target_key
  from machine_logons m
  left join suspect_machines s on s.network = m.network and s.place = m.source
  where m.strength = 'strong' and (s.place is not null or coalesce(m.source_role, '') not in ('server', 'domain controller'))
  union all
  select m.network, m.source, m.target, m.occurred_at, coalesce(m.acting_number, m.account_number, -1),
    case when m.target_role in ('server', 'domain controller') then coalesce(m.account_number, -1) else 0 end
  from machine_logons m
  left join suspect_machines s on s.network = m.network and s.place = m.source
  left join suspect_numbers n on n.network = m.network and n.account_number = coalesce(m.acting_number, m.account_number)
  where m.strength = 'strong' and s.place is null and (m.source_role in ('server', 'domain controller') or n.account_number is not null)
),
after_none as (
  select network, place, coalesce(account_number, 0) as follow_key, min(followed_from) as reached_at, 0 as hop
  from suspect_places
  group by network, place, coalesce(account_number, 0)
),
-- Six times the same: so many hops, and no recursion. More than 300 places nobody reads.
after_one as (
  select network, place, follow_key, min(reached_at) as reached_at, min(hop) as hop
  from (
    select network, place, follow_key, reached_at, hop from after_none
    union all
    select k.network, k.target, k.target_key, k.occurred_at, r.hop + 1
    from after_none r
    join keyed k on k.network = r.network and k.source = r.place and k.follow_key = r.follow_key
    where k.occurred_at > r.reached_at
  ) found
  group by network, place, follow_key
  order by min(reached_at), network, place, follow_key
  limit 300
),
after_two as (
  select network, place, follow_key, min(reached_at) as reached_at, min(hop) as hop
  from (
    select network, place, follow_key, reached_at, hop from after_one
    union all
    select k.network, k.target, k.target_key, k.occurred_at, r.hop + 1
    from after_one r
    join keyed k on k.network = r.network and k.source = r.place and k.follow_key = r.follow_key
    where k.occurred_at > r.reached_at
  ) found
  group by network, place, follow_key
  order by min(reached_at), network, place, follow_key
  limit 300
),
after_three as (
  select network, place, follow_key, min(reached_at) as reached_at, min(hop) as hop
  from (
    select network, place, follow_key, reached_at, hop from after_two
    union all
    select k.network, k.target, k.target_key, k.occurred_at, r.hop + 1
    from after_two r
    join keyed k on k.network = r.network and k.source = r.place and k.follow_key = r.follow_key
    where k.occurred_at > r.reached_at
  ) found
  group by network, place, follow_key
  order by min(reached_at), network, place, follow_key
  limit 300
),
after_four as (
  select network, place, follow_key, min(reached_at) as reached_at, min(hop) as hop
  from (
    select network, place, follow_key, reached_at, hop from after_three
    union all
    select k.network, k.target, k.target_key, k.occurred_at, r.hop + 1
    from after_three r
    join keyed k on k.network = r.network and k.source = r.place and k.follow_key = r.follow_key
    where k.occurred_at > r.reached_at
  ) found
  group by network, place, follow_key
  order by min(reached_at), network, place, follow_key
  limit 300
),
after_five as (
  select network, place, follow_key, min(reached_at) as reached_at, min(hop) as hop
  from (
    select network, place, follow_key, reached_at, hop from after_four
    union all
    select k.network, k.target, k.target_key, k.occurred_at, r.hop + 1
    from after_four r
    join keyed k on k.network = r.network and k.source = r.place and k.follow_key = r.follow_key
    where k.occurred_at > r.reached_at
  ) found
  group by network, place, follow_key
  order by min(reached_at), network, place, follow_key
  limit 300
),
after_six as (
  select network, place, follow_key, min(reached_at) as reached_at, min(hop) as hop
  from (
    select network, place, follow_key, reached_at, hop from after_five
    union all
    select k.network, k.target, k.target_key, k.occurred_at, r.hop + 1
    from after_five r
    join keyed k on k.network = r.network and k.source = r.place and k.follow_key = r.follow_key
    where k.occurred_at > r.reached_at
  ) found
  group by network, place, follow_key
  order by min(reached_at), network, place, follow_key
  limit 300
)
select network, place, follow_key, reached_at, hop from after_six
