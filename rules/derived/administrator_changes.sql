-- row: one span in which an account was in a group that administers the domain, by the changes recorded in the logs (4728, 4732, 4756; 4729, 4733, 4757), whatever the directory says now; added_at is NULL where only the removal is recorded. A group that was put in brings its members; nesting is as the snapshot has it
-- from: account_changes, groups, memberships, terminals
with known_terminals as (
  select network, terminal, max(role) as role from terminals group by network, terminal
),
-- Groups inside groups, four deep.
nested as (
  select m.network, m.member_sid as group_sid, m.group_sid as outer_sid
  from memberships m
  join groups g on g.network = m.network and g.group_sid = m.member_sid
  group by m.network, m.member_sid, m.group_sid
),
inside_one as (
  select network, group_sid, group_sid as outer_sid from groups
  union
  select network, group_sid, outer_sid from nested
),
inside_two as (
  select network, group_sid, outer_sid from inside_one
  union
  select o.network, o.group_sid, n.outer_sid from inside_one o join nested n on n.network = o.network and n.group_sid = o.outer_sid
),
inside as (
  select network, group_sid, outer_sid from inside_two
  union
  select o.network, o.group_sid, n.outer_sid from inside_two o join inside_two n on n.network = o.network and n.group_sid = o.outer_sid
),
administering as (
  select i.network, i.group_sid
  from inside i
  join groups g on g.network = i.network and g.group_sid = i.outer_sid
  where g.privilege = 'administrator'
  group by i.network, i.group_sid
),
changes as (
  select c.network, c.account_sid as group_sid, coalesce(c.account, c.account_sid) as group_name, c.member_sid, c.occurred_at, c.recorded_by, c.record_id, c.input,
    c.event_id in (4728, 4732, 4756) as adds, coalesce(c.acting_domain || '\', '') || coalesce(c.acting_account, c.acting_sid, '') as changed_by
  from account_changes c
  left join administering a on a.network = c.network and a.group_sid = c.account_sid
  left join known_terminals t on t.network = c.network and t.terminal = upper(substr(split_part(c.recorded_by, '.', 1), 1, 15))
  where c.event_id in (4728, 4729, 4732, 4733, 4756, 4757) and c.member_sid is not null
    -- Every PC has Administrators of its own under the same SID.
    and (c.account_sid not like 'S-1-5-32-%' or coalesce(t.role, '') = 'domain controller')
    and (a.group_sid is not null or c.account_sid = 'S-1-5-32-544' or c.account_sid like 'S-1-5-21-%-512' or c.account_sid like 'S-1-5-21-%-518'
      or c.account_sid like 'S-1-5-21-%-519' or c.account_sid like 'S-1-5-21-%-520')
),
ordered as (
  select c.*,
    lag(adds) over same as adds_before, lag(occurred_at) over same as before_at,
    lead(adds) over same as adds_after, lead(occurred_at) over same as after_at, lead(changed_by) over same as after_by,
    row_number() over same as position
  from changes c
  window same as (partition by network, group_sid, member_sid order by occurred_at, recorded_by, record_id, input)
),
-- Who is put in and taken out again and again counts as an administrator from the hundredth change on.
spans as (
  select network, group_sid, group_name, member_sid, recorded_by,
    case when adds then occurred_at else coalesce(before_at, timestamp '0001-01-01 00:00:00') end as from_at,
    case when position = 100 then timestamp '9999-12-31 00:00:00' when adds then coalesce(after_at, timestamp '9999-12-31 00:00:00') else occurred_at end as until_at,
    case when adds then occurred_at end as added_at, case when adds then changed_by end as added_by,
    case when position = 100 then null when not adds then occurred_at when not adds_after then after_at end as removed_at,
    case when position = 100 then null when not adds then changed_by when not adds_after then after_by end as removed_by
  from ordered
  where position <= 100 and (adds or coalesce(not adds_before, true))
)
select network, member_sid as account_sid, group_sid, group_name, from_at, until_at, added_at, added_by, removed_at, removed_by, recorded_by
from spans
union all
select s.network, m.member_sid, s.group_sid, g.group_name || ' > ' || s.group_name, s.from_at, s.until_at, s.added_at, s.added_by, s.removed_at, s.removed_by, s.recorded_by
from spans s
join inside i on i.network = s.network and i.outer_sid = s.member_sid
join groups g on g.network = i.network and g.group_sid = i.group_sid
join memberships m on m.network = i.network and m.group_sid = i.group_sid
