-- row: one moment at which an account failed at a place where it never logs on, one of many such: within hours at that place (slow-spray), or within seconds over several places (spread-spray). A slow spray has those with it who logged on there first after they had failed
-- from: failed_guesses, crowded_attempts, known_pairs, attempts, settings
with limits as (
  select max(case when name = 'slow_spray_accounts' then value end) as slow_spray_accounts,
    max(case when name = 'slow_spray_hours' then value end) as slow_spray_hours,
    max(case when name = 'slow_spray_percent' then value end) as slow_spray_percent,
    max(case when name = 'moved_minutes' then value end) as moved_minutes,
    max(case when name = 'spread_accounts' then value end) as spread_accounts,
    max(case when name = 'spread_terminals' then value end) as spread_terminals,
    max(case when name = 'spread_seconds' then value end) as spread_seconds
  from settings
),
told as (
  select organisation, network, cast(account_number as bigint) as account_number, place, occurred_at from crowded_attempts where because = 'spray'
),
-- What a spray of crowded_attempts tells already needs no second look, so that hundreds of thousands of guesses from one place are not counted again.
strangers as (
  select g.organisation, g.network, g.account_number, g.place, g.occurred_at,
    g.first_success_at is null and not g.often_that_day as strange,
    -- Where many people log on, mistyped names are of every day.
    g.terminal_role = 'user terminal' as at_user_terminal, g.unknown_name
  from failed_guesses g
  left join told t
    on t.organisation = g.organisation and t.network = g.network and t.account_number = g.account_number and t.place = g.place
    and t.occurred_at = g.occurred_at
  -- Whoever was at home there in the weeks before, and has only failed there since, is no stranger.
  left join known_pairs k
    on k.organisation = g.organisation and k.network = g.network and k.account_number = g.account_number and k.place = g.place
  where t.place is null and k.place is null and coalesce(g.first_success_at > g.occurred_at, true)
),
crowded_places as (
  select organisation, network, place, coalesce(bool_or(at_user_terminal), false) as at_user_terminal
  from strangers
  cross join limits
  where strange and (coalesce(at_user_terminal, false) or not unknown_name)
  group by organisation, network, place, slow_spray_accounts
  having count(distinct account_number) >= slow_spray_accounts
),
-- Of hundreds who log on at a mail server or behind one address, some give up every day.
at_home as (
  select a.organisation, a.network, a.place, count(distinct a.account_number) as accounts
  from attempts a
  join crowded_places p on p.organisation = a.organisation and p.network = a.network and p.place = a.place
  where a.succeeded
  group by a.organisation, a.network, a.place
),
at_crowded_places as (
  select s.organisation, s.network, s.place, s.account_number, s.occurred_at, s.strange, s.unknown_name, p.at_user_terminal
  from strangers s
  join crowded_places p on p.organisation = s.organisation and p.network = s.network and p.place = s.place
),
guessed_accounts as (
  select organisation, network, account_number from at_crowded_places where strange group by organisation, network, account_number
),
-- Their failures, and what they typed rightly anywhere, in one line of time. What goes on by itself all day (a 4776, a network logon) shows nobody typing.
typed_line as (
  select organisation, network, account_number, place, occurred_at as happened_at, cast(null as timestamp) as typed_at
  from at_crowded_places
  where strange
  union all
  select a.organisation, a.network, a.account_number, cast(null as varchar), a.occurred_at, a.occurred_at
  from attempts a
  join guessed_accounts g on g.organisation = a.organisation and g.network = a.network and g.account_number = a.account_number
  where a.succeeded and (a.event_id = 4768 or a.event_id = 4624 and a.logon_type in (2, 7, 10, 11))
),
typed_next as (
  select organisation, network, account_number, place, happened_at,
    min(typed_at) over (partition by organisation, network, account_number order by happened_at desc) as typed_at
  from typed_line
),
-- Gave up there and went to another terminal.
moved as (
  select n.organisation, n.network, n.account_number, n.place, n.happened_at
  from typed_next n
  cross join limits l
  where n.place is not null and n.typed_at <= n.happened_at + l.moved_minutes * interval '1' minute
  group by n.organisation, n.network, n.account_number, n.place, n.happened_at
),
-- Without any success nobody can be told from a stranger.
recorded_networks as (
  select organisation, network from attempts where succeeded group by organisation, network
),
members as (
  select 'slow-spray' as because, s.organisation, s.network, s.place as crowd, s.account_number as member, s.account_number, s.place, s.occurred_at,
    case when s.strange and m.place is null then 1 else 0 end as strange,
    case when h.accounts * l.slow_spray_percent > l.slow_spray_accounts * 100 then h.accounts * l.slow_spray_percent * 0.01 else l.slow_spray_accounts end as least_members,
    l.slow_spray_hours * interval '1' hour as span
  from at_crowded_places s
  cross join limits l
  left join moved m
    on m.organisation = s.organisation and m.network = s.network and m.account_number = s.account_number and m.place = s.place
    and m.happened_at = s.occurred_at
  left join at_home h on h.organisation = s.organisation and h.network = s.network and h.place = s.place
  left join recorded_networks n on n.organisation = s.organisation and n.network = s.network
  where (s.at_user_terminal or not s.unknown_name) and (s.at_user_terminal or n.network is not null)
  union all
  select 'spread-spray', s.organisation, s.network, '', s.account_number, s.account_number, s.place, s.occurred_at, 1,
    l.spread_accounts, l.spread_seconds * interval '1' second
  from strangers s
  cross join limits l
  where s.strange and s.place <> 'unknown'
  union all
  select 'spread-places', s.organisation, s.network, '', dense_rank() over (order by s.organisation, s.network, s.place), s.account_number, s.place, s.occurred_at, 1,
    l.spread_terminals, l.spread_seconds * interval '1' second
  from strangers s
  cross join limits l
  where s.strange and s.place <> 'unknown'
),
-- A member counts from its moment until it is seen again or the span is over: the running sum is the number of different members within the span.
moments as (
  select m.*,
    lead(m.occurred_at) over (partition by m.because, m.organisation, m.network, m.crowd, m.member order by m.occurred_at, m.account_number, m.place) as again_at
  from members m
),
steps as (
  select because, organisation, network, crowd, account_number, place, occurred_at as happened_at, 1 as is_moment, strange as change, 1 as turn, least_members, span
  from moments
  union all
  select because, organisation, network, crowd, account_number, place,
    case when again_at <= occurred_at + span then again_at else occurred_at + span end, 0, -strange,
    case when again_at <= occurred_at + span then 0 else 2 end, least_members, span
  from moments
),
counted as (
  select because, organisation, network, crowd, account_number, place, happened_at, is_moment, least_members, span,
    sum(change) over (partition by because, organisation, network, crowd order by happened_at, turn rows between unbounded preceding and current row) as members_now
  from steps
),
full_at as (
  select because, organisation, network, account_number, place, happened_at, is_moment, span,
    min(case when is_moment = 1 and members_now >= least_members then happened_at end)
      over (partition by because, organisation, network, crowd order by happened_at desc) as next_full_at
  from counted
),
-- A spray over several places: both so many accounts and so many places.
crowds as (
  select organisation, network, account_number, place, happened_at as occurred_at, bool_or(because = 'slow-spray') as slow_sprayed,
    bool_or(because = 'spread-spray') as many_accounts, bool_or(because = 'spread-places') as many_places
  from full_at
  where is_moment = 1 and next_full_at <= happened_at + span
  group by organisation, network, account_number, place, happened_at
)
select 'slow-spray' as because, organisation, network, account_number, place, occurred_at from crowds where slow_sprayed
union all
select 'spread-spray', organisation, network, account_number, place, occurred_at from crowds where many_accounts and many_places
