-- row: one account and one place of the attempts of the period, where the store's baseline is enough to say something (else there are no rows: ask baseline). `first_seen`: it never logged on there in the baseline, `first_seen_anywhere`: nor anywhere. NULL where it cannot be said: no terminal is known there, the baseline has the account at that address without knowing of which terminal, or not the logs that tell of it. `home`: where else it was on most days
-- from: attempts, known_pairs, baseline, recorders, stored_days, settings
with limits as (
  select max(case when name = 'baseline_days' then value end) as baseline_days from settings
),
told as (
  select organisation, network, days from baseline where enough
),
-- Whose own log the baseline has: what a machine recorded whose log came only now is new to the store, and need not be to anybody else.
compared as (
  select s.organisation, s.network, upper(substr(split_part(s.recorded_by, '.', 1), 1, 15)) as recorder
  from stored_days s
  cross join limits l
  group by s.organisation, s.network, upper(substr(split_part(s.recorded_by, '.', 1), 1, 15)), l.baseline_days
  having count(distinct s.day) >= l.baseline_days
),
-- Any domain controller may have answered in the weeks before.
uncompared as (
  select distinct r.network
  from recorders r
  left join compared c on c.network = r.network and c.recorder = r.recorder
  where r.role = 'domain controller' and r.records > 0 and c.recorder is null
),
tried as (
  select a.organisation, a.network, a.account_number, a.place, a.terminal_address, a.recorder, t.days, min(a.occurred_at) as first_at, bool_or(a.succeeded) as succeeded
  from attempts a
  -- Without a baseline there is nothing to read.
  join told t on t.organisation = a.organisation and t.network = a.network
  where a.in_period and not a.computer_account
  group by a.organisation, a.network, a.account_number, a.place, a.terminal_address, a.recorder, t.days
),
pairs as (
  select t.organisation, t.network, t.account_number, t.place, min(t.days) as baseline_days, min(t.first_at) as first_at, bool_or(t.succeeded) as succeeded,
    bool_or(c.recorder is not null) and not bool_or(u.network is not null) as comparable, bool_or(k.place is not null) as address_known
  from tried t
  left join compared c on c.organisation = t.organisation and c.network = t.network and c.recorder = t.recorder
  left join uncompared u on u.network = t.network
  left join known_pairs k
    on k.organisation = t.organisation and k.network = t.network and k.account_number = t.account_number and k.place = 'address ' || t.terminal_address
  group by t.organisation, t.network, t.account_number, t.place
),
ranked as (
  select k.*, row_number() over (partition by k.organisation, k.network, k.account_number order by k.days desc, k.place) as turn
  from known_pairs k
),
accounts_known as (
  select organisation, network, account_number, count(*) as known_places, max(case when turn = 1 then place end) as home, max(case when turn = 1 then days end) as home_days
  from ranked
  group by organisation, network, account_number
),
places_known as (
  select organisation, network, place, count(*) as known_accounts, max(days) as busiest_days from known_pairs group by organisation, network, place
),
still_there as (
  select p.organisation, p.network, p.account_number
  from pairs p
  join accounts_known a on a.organisation = p.organisation and a.network = p.network and a.account_number = p.account_number and a.home = p.place
  where p.succeeded
)
select p.organisation, p.network, p.account_number, p.place, p.first_at, k.first_at as known_since, coalesce(k.days, 0) as known_days,
  case
    when k.place is not null then false
    when (p.place like 'terminal %' or p.place like 'name %') and p.comparable and not p.address_known then true
  end as first_seen,
  case when a.account_number is not null then false when p.comparable then true end as first_seen_anywhere,
  p.baseline_days, a.home, coalesce(a.home_days, 0) as home_days, coalesce(a.known_places, 0) as known_places, s.account_number is not null as at_home_too,
  coalesce(w.known_accounts, 0) as accounts_known_there, coalesce(w.busiest_days, 0) as busiest_days_there
from pairs p
left join known_pairs k
  on k.organisation = p.organisation and k.network = p.network and k.account_number = p.account_number and k.place = p.place
left join accounts_known a on a.organisation = p.organisation and a.network = p.network and a.account_number = p.account_number
left join places_known w on w.organisation = p.organisation and w.network = p.network and w.place = p.place
left join still_there s on s.organisation = p.organisation and s.network = p.network and s.account_number = p.account_number
