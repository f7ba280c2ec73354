-- row: one moment at which only weak evidence puts an administrator at an admin terminal, where better evidence had that account within continued_hours before or success_minutes after
-- from: attempts, settings
with limits as (
  select max(case when name = 'continued_hours' then value end) as continued_hours,
    max(case when name = 'success_minutes' then value end) as success_minutes
  from settings
),
line as (
  select organisation, network, account_number, terminal, occurred_at as happened_at, case when doubted then 1 else 0 end as is_doubted
  from attempts
  where administrator and admin_terminal and (doubted or succeeded)
),
seen as (
  select organisation, network, account_number, terminal, happened_at, is_doubted,
    max(case when is_doubted = 0 then happened_at end) over (partition by organisation, network, account_number, terminal order by happened_at) as seen_before,
    min(case when is_doubted = 0 then happened_at end) over (partition by organisation, network, account_number, terminal order by happened_at desc) as seen_after
  from line
)
select distinct s.organisation, s.network, s.account_number, s.terminal, s.happened_at as occurred_at
from seen s
cross join limits l
where s.is_doubted = 1
  and (s.seen_before >= s.happened_at - l.continued_hours * interval '1' hour or s.seen_after <= s.happened_at + l.success_minutes * interval '1' minute)
