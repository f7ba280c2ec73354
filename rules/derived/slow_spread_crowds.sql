-- row: one moment at which an account failed at a user terminal where it never logs on, one of many such within hours, a few at each of several terminals (spread-spray), of which no other crowd tells
-- from: failed_guesses, crowded_attempts, stranger_crowds, known_pairs, attempts, settings
with limits as (
  select max(case when name = 'slow_spread_accounts' then value end) as least_accounts,
    max(case when name = 'spread_terminals' then value end) as least_places,
    max(case when name = 'slow_spray_percent' then value end) as percent,
    max(case when name = 'slow_spray_hours' then value end) * interval '1' hour as span,
    max(case when name = 'moved_minutes' then value end) * interval '1' minute as moved
  from settings
),
told as (
  select organisation, network, cast(account_number as bigint) as account_number, place, occurred_at from crowded_attempts
  union
  select organisation, network, account_number, place, occurred_at from stranger_crowds
),
-- Names that nobody has are mistyped at every terminal every day.
strangers as (
  select distinct g.organisation, g.network, g.account_number, g.place, g.occurred_at
  from failed_guesses g
  left join told t
    on t.organisation = g.organisation and t.network = g.network and t.account_number = g.account_number and t.place = g.place
    and t.occurred_at = g.occurred_at
  left join known_pairs k
    on k.organisation = g.organisation and k.network = g.network and k.account_number = g.account_number and k.place = g.place
  where t.place is null and k.place is null and g.terminal_role = 'user terminal' and g.first_success_at is null and not g.unknown_name and not g.often_that_day
),
tried_networks as (
  select organisation, network
  from strangers
  cross join limits
  group by organisation, network, least_accounts, least_places
  having count(distinct account_number) >= least_accounts and count(distinct place) >= least_places
),
tried as (
  select s.organisation, s.network, s.account_number, s.place, s.occurred_at
  from strangers s
  join tried_networks n on n.organisation = s.organisation and n.network = s.network
),
-- Of thousands of people some give up at a colleague's terminal every day.
people as (
  select a.organisation, a.network, count(distinct a.account_number) as accounts
  from attempts a
  join tried_networks n on n.organisation = a.organisation and n.network = a.network
  where a.succeeded and a.terminal_role = 'user terminal'
  group by a.organisation, a.network
),
tried_accounts as (
  select distinct organisation, network, account_number from tried
),
-- Their failures, and what they typed rightly anywhere, in one line of time.
typed_line as (
  select organisation, network, account_number, place, occurred_at as happened_at, cast(null as timestamp) as typed_at from tried
  union all
  select a.organisation, a.network, a.account_number, cast(null as varchar), a.occurred_at, a.occurred_at
  from attempts a
  join tried_accounts t on t.organisation = a.organisation and t.network = a.network and t.account_number = a.account_number
  where a.succeeded and (a.event_id = 4768 or a.event_id = 4624 and a.logon_type in (2, 7, 10, 11))
),
typed_next as (
  select organisation, network, account_number, place, happened_at,
    min(typed_at) over (partition by organisation, network, account_number order by happened_at desc) as typed_at
  from typed_line
),
-- Whoever gave up there and logged on elsewhere at once was a person.
members as (
  select t.organisation, t.network, t.account_number, t.place, t.happened_at as occurred_at,
    case when p.accounts * l.percent > l.least_accounts * 100 then p.accounts * l.percent * 0.01 else l.least_accounts end as least_accounts
  from typed_next t
  cross join limits l
  left join people p on p.organisation = t.organisation and p.network = t.network
  where t.place is not null and coalesce(t.typed_at > t.happened_at + l.moved, true)
),
counted_by as (
  select 'account' as what, organisation, network, account_number as member, account_number, place, occurred_at, least_accounts as least from members
  union all
  select 'place', m.organisation, m.network, dense_rank() over (order by m.organisation, m.network, m.place), m.account_number, m.place, m.occurred_at, l.least_places
  from members m
  cross join limits l
),
-- A member counts from its moment until it is seen again or the span is over: the running sum is the number of different members within the span.
moments as (
  select c.*, lead(c.occurred_at) over (partition by c.what, c.organisation, c.network, c.member order by c.occurred_at, c.account_number, c.place) as again_at
  from counted_by c
),
steps as (
  select what, organisation, network, account_number, place, occurred_at as happened_at, 1 as change, 1 as turn, least from moments
  union all
  select m.what, m.organisation, m.network, m.account_number, m.place,
    case when m.again_at <= m.occurred_at + l.span then m.again_at else m.occurred_at + l.span end, -1,
    case when m.again_at <= m.occurred_at + l.span then 0 else 2 end, m.least
  from moments m
  cross join limits l
),
counted as (
  select what, organisation, network, account_number, place, happened_at, change, least,
    sum(change) over (partition by what, organisation, network order by happened_at, turn rows between unbounded preceding and current row) as members_now
  from steps
),
full_at as (
  select what, organisation, network, account_number, place, happened_at, change,
    min(case when change = 1 and members_now >= least then happened_at end) over (partition by what, organisation, network order by happened_at desc) as next_full_at
  from counted
)
-- Both so many accounts and so many places.
select 'spread-spray' as because, f.organisation, f.network, f.account_number, f.place, f.happened_at as occurred_at
from full_at f
cross join limits l
where f.change = 1 and f.next_full_at <= f.happened_at + l.span
group by f.organisation, f.network, f.account_number, f.place, f.happened_at
having count(distinct f.what) = 2
