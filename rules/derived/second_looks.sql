-- row: one moment at which a domain controller asked another (the PDC emulator) about a password that had just failed at itself: the second look at one attempt
-- from: attempts
with line as (
  select organisation, network, account_number, recorder as asked_first, cast(null as varchar) as recorder, occurred_at as happened_at, 1 as is_first
  from attempts
  where not succeeded and event_id in (4768, 4771, 4776) and not asked_by_controller
  union all
  select organisation, network, account_number, terminal, recorder, occurred_at, 0
  from attempts
  where asked_by_controller
),
seen as (
  select organisation, network, account_number, asked_first, recorder, happened_at, is_first,
    max(case when is_first = 1 then happened_at end) over (partition by organisation, network, account_number, asked_first order by happened_at) as first_before,
    min(case when is_first = 1 then happened_at end) over (partition by organisation, network, account_number, asked_first order by happened_at desc) as first_after
  from line
)
-- The clocks of two domain controllers may differ by seconds.
select distinct organisation, network, account_number, asked_first as terminal, recorder, happened_at as occurred_at
from seen
where is_first = 0 and (first_before >= happened_at - interval '5' second or first_after <= happened_at + interval '5' second)
