-- row: one span in which several computers shared an address (NAT, VPN, terminal server): from holder_hours before the first hour in which more than two proved it to holder_hours after the last, without a pause of more than shared_hours between such hours
-- from: computer_hours, settings
with limits as (
  select max(case when name = 'holder_hours' then value end) as holder_hours,
    max(case when name = 'shared_hours' then value end) as shared_hours
  from settings
),
crowded as (
  select organisation, network, terminal_address, hour, count(*) as computers
  from computer_hours
  group by organisation, network, terminal_address, hour
  having count(*) > 2
),
-- Spans never overlap: a pause that the ends of both would fill is none.
started as (
  select c.*,
    case when c.hour <= lag(c.hour) over same + l.shared_hours * interval '1' hour or c.hour <= lag(c.hour) over same + (2 * l.holder_hours + 1) * interval '1' hour then 0 else 1 end as starts
  from crowded c
  cross join limits l
  window same as (partition by c.organisation, c.network, c.terminal_address order by c.hour)
),
numbered as (
  select organisation, network, terminal_address, hour,
    sum(starts) over (partition by organisation, network, terminal_address order by hour rows between unbounded preceding and current row) as share
  from started
)
select n.organisation, n.network, n.terminal_address,
  min(n.hour) - min(l.holder_hours) * interval '1' hour as shared_from, max(n.hour) + (min(l.holder_hours) + 1) * interval '1' hour as shared_until
from numbered n
cross join limits l
group by n.organisation, n.network, n.terminal_address, n.share
