-- row: one span in which a recorded account was an administrator by the changes of groups in the logs; spans of one account do not overlap, and tell of the first change in them
-- from: administrator_changes, account_changes, recorded_accounts
with names as (
  select network, account_sid, lower(account) as name
  from account_changes
  where event_id in (4720, 4722, 4724, 4725, 4726, 4738) and account_sid is not null and account is not null
  group by network, account_sid, lower(account)
),
-- Failures have no SID: of an account that the directory lacks, the records that made or changed it know the name.
numbers as (
  select network, account_number, account_sid from recorded_accounts where account_sid is not null and set_apart is null
  union
  select r.network, r.account_number, n.account_sid
  from names n
  join recorded_accounts r on r.network = n.network and lower(r.recorded_name) = n.name
  where r.account_sid is null and r.set_apart is null
),
every as (
  select n.account_number, c.*
  from administrator_changes c
  join numbers n on n.network = c.network and n.account_sid = c.account_sid
),
started as (
  select e.*,
    case
      when from_at <= max(until_at) over (
        partition by network, account_number order by from_at, until_at, group_sid, group_name, account_sid rows between unbounded preceding and 1 preceding
      ) then 0
      else 1
    end as starts
  from every e
),
numbered as (
  select s.*,
    sum(starts) over (
      partition by network, account_number order by from_at, until_at, group_sid, group_name, account_sid rows between unbounded preceding and current row
    ) as island
  from started s
),
placed as (
  select n.*,
    max(until_at) over (partition by network, account_number, island) as last_until_at,
    row_number() over (partition by network, account_number, island order by from_at, until_at, group_sid, group_name, account_sid) as position
  from numbered n
)
select row_number() over (order by network, account_number, from_at) as span, network, account_number, from_at, last_until_at as until_at,
  group_name, added_at, added_by, case when until_at = last_until_at then removed_at end as removed_at, case when until_at = last_until_at then removed_by end as removed_by
from placed
where position = 1
