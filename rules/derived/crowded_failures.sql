-- row: one moment of an account's failure at a place that belongs to a crowd (which: sprayed, slow_sprayed, spread_sprayed, many_terminals, unknown_names), or is told in one episode with others because there are too many for an episode each: `folded` says of what (accounts at one place, places of one account, both)
-- from: attempts, crowded_attempts, stranger_crowds, slow_spread_crowds, settings
with limits as (
  select max(case when name = 'folded_accounts' then value end) as folded_accounts,
    max(case when name = 'folded_places' then value end) as folded_places,
    max(case when name = 'folded_unknown_places' then value end) as folded_unknown_places,
    max(case when name = 'spread_accounts' then value end) as spread_accounts
  from settings
),
successes as (
  select organisation, network, account_number, place, max(occurred_at) as last_success_at
  from attempts
  where succeeded
  group by organisation, network, account_number, place
),
crowds as (
  select organisation, network, account_number, place, occurred_at,
    bool_or(because = 'spray') as sprayed, bool_or(because = 'slow-spray') as slow_sprayed, bool_or(because = 'spread-spray') as spread_sprayed,
    bool_or(because = 'many-terminals') as many_terminals, bool_or(because = 'unknown-names') as unknown_names
  from (
    select because, organisation, network, cast(account_number as bigint) as account_number, place, occurred_at from crowded_attempts
    union all
    select because, organisation, network, account_number, place, occurred_at from stranger_crowds
    union all
    select because, organisation, network, account_number, place, occurred_at from slow_spread_crowds
  ) members
  group by organisation, network, account_number, place, occurred_at
),
-- An administrator's failure, and one that the same account's success followed at the same place, stand alone whatever happened around them.
moments as (
  select a.organisation, a.network, a.check_id, a.account_number, a.place, a.occurred_at, a.place not like 'terminal %' as unknown_place,
    bool_or(coalesce(c.sprayed, false)) as sprayed, bool_or(coalesce(c.slow_sprayed, false)) as slow_sprayed,
    bool_or(coalesce(c.spread_sprayed, false)) as spread_sprayed, bool_or(coalesce(c.many_terminals, false)) as many_terminals,
    bool_or(coalesce(c.unknown_names, false)) as unknown_names,
    bool_or(not a.administrator and not a.asked_by_controller and coalesce(s.last_success_at < a.occurred_at, true)) as may_fold
  from attempts a
  left join successes s
    on s.organisation = a.organisation and s.network = a.network and s.account_number = a.account_number and s.place = a.place
  left join crowds c
    on c.organisation = a.organisation and c.network = a.network and c.account_number = a.account_number and c.place = a.place
    and c.occurred_at = a.occurred_at
  where a.check_id is not null and a.in_period and not a.succeeded
  group by a.organisation, a.network, a.check_id, a.account_number, a.place, a.occurred_at
),
large_places as (
  select organisation, network, check_id, place
  from (select distinct organisation, network, check_id, place, account_number from moments where (sprayed or slow_sprayed) and may_fold) tried
  cross join limits
  group by organisation, network, check_id, place, folded_accounts
  having count(*) >= folded_accounts
),
at_places as (
  select m.organisation, m.network, m.check_id, m.account_number, m.place, m.occurred_at, m.unknown_place, m.sprayed, m.slow_sprayed, m.spread_sprayed, m.many_terminals, m.unknown_names, m.may_fold,
    m.may_fold and (m.sprayed or m.slow_sprayed) and p.place is not null as at_large_place
  from moments m
  left join large_places p on p.organisation = m.organisation and p.network = m.network and p.check_id = m.check_id and p.place = m.place
),
large_accounts as (
  select organisation, network, check_id, account_number
  from (select distinct organisation, network, check_id, account_number, place from at_places where may_fold and many_terminals and not at_large_place) tried
  cross join limits
  group by organisation, network, check_id, account_number, folded_places
  having count(*) >= folded_places
),
of_accounts as (
  select p.organisation, p.network, p.check_id, p.account_number, p.place, p.occurred_at, p.sprayed, p.slow_sprayed, p.spread_sprayed, p.many_terminals, p.unknown_names,
    p.may_fold and p.unknown_place as may_scatter, p.may_fold and p.spread_sprayed as may_spread,
    case when p.at_large_place then 'accounts' when p.may_fold and p.many_terminals and a.account_number is not null then 'places' end as folded
  from at_places p
  left join large_accounts a
    on a.organisation = p.organisation and a.network = p.network and a.check_id = p.check_id and a.account_number = p.account_number
),
-- What neither a place nor an account has in common: ever new accounts from ever new places, all of which nobody knows.
scattered as (
  select organisation, network, check_id
  from (select distinct organisation, network, check_id, place from of_accounts where folded is null and may_scatter) tried
  cross join limits
  group by organisation, network, check_id, folded_unknown_places
  having count(*) >= folded_unknown_places
),
-- A spray over so many places that neither one of them nor one account stands for it.
large_spreads as (
  select organisation, network, check_id
  from (select distinct organisation, network, check_id, account_number from of_accounts where folded is null and may_spread) tried
  cross join limits
  group by organisation, network, check_id, folded_accounts
  having count(*) >= folded_accounts
),
-- Names that were used once, of computers that nobody knows, tell nothing by a row each.
nameless_spreads as (
  select organisation, network, check_id
  from (select distinct organisation, network, check_id, account_number from of_accounts where folded is null and may_spread and may_scatter) tried
  cross join limits
  group by organisation, network, check_id, spread_accounts
  having count(*) >= spread_accounts
)
select o.organisation, o.network, o.check_id, o.account_number, o.place, o.occurred_at, o.sprayed, o.slow_sprayed, o.spread_sprayed, o.many_terminals, o.unknown_names,
  case when o.folded is not null then o.folded when o.may_scatter and s.check_id is not null then 'both' when o.may_spread and w.check_id is not null then 'both'
    when o.may_spread and o.may_scatter and u.check_id is not null then 'both' end as folded
from of_accounts o
left join scattered s on s.organisation = o.organisation and s.network = o.network and s.check_id = o.check_id
left join large_spreads w on w.organisation = o.organisation and w.network = o.network and w.check_id = o.check_id
left join nameless_spreads u on u.organisation = o.organisation and u.network = o.network and u.check_id = o.check_id
where o.folded is not null or o.sprayed or o.slow_sprayed or o.spread_sprayed or o.many_terminals or o.unknown_names or (o.may_scatter and s.check_id is not null)
