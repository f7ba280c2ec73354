-- row: one network, and what the store holds of the baseline_weeks before the period: first and last day (UTC), days with records, and whether they are enough to call anything new
-- from: recordings, stored_days, settings
with limits as (
  select max(case when name = 'baseline_days' then value end) as baseline_days from settings
),
networks as (
  select distinct organisation, network from recordings
),
held as (
  select organisation, network, min(day) as from_day, max(day) as until_day, count(distinct day) as days
  from stored_days
  group by organisation, network
)
select n.organisation, n.network, h.from_day, h.until_day, coalesce(h.days, 0) as days, coalesce(h.days >= l.baseline_days, false) as enough
from networks n
cross join limits l
left join held h on h.organisation = n.organisation and h.network = n.network
