-- row: one moment at which a failed attempt belongs to a crowd within spray_minutes: many accounts at one place (spray), one account at many places (many-terminals), many names the directory lacks at one place (unknown-names)
-- from: failed_guesses, settings
with limits as (
  select max(case when name = 'spray_accounts' then value end) as spray_accounts,
    max(case when name = 'spray_minutes' then value end) as spray_minutes,
    max(case when name = 'many_terminals' then value end) as many_terminals,
    max(case when name = 'unknown_names' then value end) as unknown_names
  from settings
),
-- `crowd` is what they have in common, `member` what differs. Who mistypes and soon logs on there (`strange` 0) makes no spray, but belongs to one.
members as (
  select 'spray' as because, organisation, network, place as crowd, cast(account_number as varchar) as member, occurred_at,
    case when success_soon then 0 else 1 end as strange
  from failed_guesses
  union all
  select 'many-terminals', organisation, network, cast(account_number as varchar), place, occurred_at, 1 from failed_guesses
  where terminal is not null or terminal_address is not null
  union all
  select 'unknown-names', organisation, network, place, cast(account_number as varchar), occurred_at, 1 from failed_guesses where unknown_name
),
sizes as (
  select 'spray' as because, spray_accounts as least_members, spray_minutes * interval '1' minute as span from limits
  union all
  select 'many-terminals', many_terminals, spray_minutes * interval '1' minute from limits
  union all
  select 'unknown-names', unknown_names, spray_minutes * interval '1' minute from limits
),
-- Few crowds are ever large enough; only those are counted moment by moment.
large_crowds as (
  select m.because, m.organisation, m.network, m.crowd, s.least_members, s.span
  from members m
  join sizes s on s.because = m.because
  group by m.because, m.organisation, m.network, m.crowd, s.least_members, s.span
  having count(distinct m.member) >= s.least_members
),
moments as (
  select m.because, m.organisation, m.network, m.crowd, m.member, m.occurred_at, m.strange, c.least_members, c.span,
    lead(m.occurred_at) over (partition by m.because, m.organisation, m.network, m.crowd, m.member order by m.occurred_at) as again_at
  from members m
  join large_crowds c on c.because = m.because and c.organisation = m.organisation and c.network = m.network and c.crowd = m.crowd
),
-- A member counts from its moment until it is seen again or the span is over: the running sum is the number of different members within the span.
steps as (
  select because, organisation, network, crowd, member, occurred_at as happened_at, 1 as change, strange, 1 as turn, least_members, span from moments
  union all
  select because, organisation, network, crowd, member,
    case when again_at <= occurred_at + span then again_at else occurred_at + span end, -1, -strange,
    case when again_at <= occurred_at + span then 0 else 2 end, least_members, span
  from moments
),
counted as (
  select because, organisation, network, crowd, member, happened_at, change, least_members, span,
    sum(change) over (partition by because, organisation, network, crowd order by happened_at, turn rows between unbounded preceding and current row) as members_now,
    sum(strange) over (partition by because, organisation, network, crowd order by happened_at, turn rows between unbounded preceding and current row) as strange_now
  from steps
),
-- A crowd of those who do not log on afterwards, or in which they are not fewer than those who do.
full_at as (
  select because, organisation, network, crowd, member, happened_at, change, span,
    min(case when change = 1 and members_now >= least_members and (strange_now >= least_members or strange_now * 2 >= members_now) then happened_at end)
      over (partition by because, organisation, network, crowd order by happened_at desc) as next_full_at
  from counted
)
select distinct because, organisation, network,
  case when because = 'many-terminals' then crowd else member end as account_number,
  case when because = 'many-terminals' then member else crowd end as place,
  happened_at as occurred_at
from full_at
where change = 1 and next_full_at <= happened_at + span
