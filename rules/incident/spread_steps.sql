-- row: one account's logons of one kind from one reached place onto another machine, from the moment the place was reached; hop counts from the suspect, 1 first; 0: onto the suspect machine itself, from where nothing of this path came. At most 40 targets of a place stand here; `targets` says how many there are; `first_seen`: by the baseline the account never logged on at the source before, NULL: it cannot be said
-- from: spread_places, suspect_places, machine_logons, first_seen, inputs
with everybody as (
  select network, place, min(reached_at) as reached_at, min(hop) as hop from spread_places where follow_key = 0 group by network, place
),
somebody as (
  select p.network, p.place, p.follow_key, min(p.reached_at) as reached_at, min(p.hop) as hop
  from spread_places p
  left join everybody e on e.network = p.network and e.place = p.place
  where p.follow_key <> 0 and e.place is null
  group by p.network, p.place, p.follow_key
),
suspect_machines as (
  select network, place from suspect_places where kind <> 'account' group by network, place
),
reached as (
  select network, place from spread_places group by network, place
),
followed as (
  select m.*, e.hop
  from machine_logons m
  join everybody e on e.network = m.network and e.place = m.source
  left join suspect_machines s on s.network = m.network and s.place = m.source
  where m.occurred_at > e.reached_at and (s.place is not null or coalesce(m.source_role, '') not in ('server', 'domain controller'))
  union all
  select m.*, e.hop
  from machine_logons m
  join somebody e on e.network = m.network and e.place = m.source and e.follow_key = coalesce(m.acting_number, m.account_number, -1)
  where m.occurred_at >= e.reached_at
  union all
  -- Where it may have come from: one step back, and no further.
  select m.*, -1
  from machine_logons m
  join suspect_machines s on s.network = m.network and s.place = m.target
  left join reached r on r.network = m.network and r.place = m.source
  where m.strength = 'strong' and r.place is null
),
-- The first record of each, as evidence.
numbered as (
  select f.*, i.file || '#' || f.recorded_by || '#' || cast(f.record_id as varchar) as record_key,
    row_number() over (
      partition by f.network, f.source, f.source_role, f.target, f.target_role, f.account_number, f.account, f.account_domain, f.kind, f.strength
      order by f.occurred_at, f.input, f.recorded_by, f.record_id
    ) as turn
  from followed f
  left join inputs i on i.input = f.input
),
grouped as (
  select network, source, source_role, target, target_role, account_number, account, account_domain, kind, strength,
    bool_or(administrator) as administrator, bool_or(privileged) as privileged, bool_or(inferred) as inferred,
    min(hop) + 1 as hop, min(occurred_at) as first_at, max(occurred_at) as last_at, count(*) as logons,
    max(case when turn = 1 then record_key end) as evidence,
    case
      when bool_or(certainty = 'certain') then 'certain'
      when bool_or(certainty = 'likely') then 'likely'
      when bool_or(certainty = 'contradicted') then 'contradicted'
      when bool_or(certainty = 'weak') then 'weak'
      else 'unknown'
    end as certainty
  from numbered
  group by network, source, source_role, target, target_role, account_number, account, account_domain, kind, strength
),
pairs as (
  select network, account_number, place, bool_and(first_seen) as first_seen from first_seen group by network, account_number, place
),
ranked as (
  select network, source, target,
    row_number() over (partition by network, source order by min(case strength when 'strong' then 0 when 'weak' then 1 else 2 end), min(first_at), target) as turn,
    count(*) over (partition by network, source) as targets
  from grouped
  group by network, source, target
)
select g.*, r.targets, n.first_seen
from grouped g
join ranked r on r.network = g.network and r.source = g.source and r.target = g.target
left join pairs n on n.network = g.network and n.account_number = g.account_number and n.place = g.source
where r.turn <= 40
