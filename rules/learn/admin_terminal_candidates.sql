-- row: one terminal, no server and not said to be an admin terminal, from which administrators logged on, on at least three days: it may be one, or one that is misused
-- from: attempts, calendar
with logons as (
  select network, terminal, terminal_role, date_trunc('hour', occurred_at) as hour_at, account_number, bool_or(administrator) as administrator, count(*) as records
  from attempts
  where in_period and succeeded and terminal is not null and not doubted and not coalesce(admin_terminal, false) and coalesce(terminal_role, 'user terminal') = 'user terminal'
  group by network, terminal, terminal_role, date_trunc('hour', occurred_at), account_number
)
select l.network, l.terminal,
  count(distinct case when l.administrator then l.account_number end) as administrators, count(distinct case when not l.administrator then l.account_number end) as others,
  count(distinct case when l.administrator then d.local_day end) as days, sum(case when l.administrator then l.records else 0 end) as records
from logons l
join calendar d on l.hour_at >= d.starts_at and l.hour_at < d.ends_at
group by l.network, l.terminal
having count(distinct case when l.administrator then d.local_day end) >= 3
