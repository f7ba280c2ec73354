-- row: one account and one place of the attempts of the period; `first_seen`: it never logged on there in the baseline, `first_seen_anywhere`: nor anywhere; NULL where the baseline is not enough to say, or the place is unknown
-- from: attempts, known_pairs, baseline
with pairs as (
  select organisation, network, account_number, place, min(occurred_at) as first_at
  from attempts
  where in_period and not computer_account
  group by organisation, network, account_number, place
),
known_accounts as (
  select organisation, network, account_number from known_pairs group by organisation, network, account_number
)
select p.organisation, p.network, p.account_number, p.place, p.first_at, k.first_at as known_since, coalesce(k.days, 0) as known_days,
  case when b.enough and p.place <> 'unknown' then k.account_number is null end as first_seen,
  case when b.enough then a.account_number is null end as first_seen_anywhere
from pairs p
left join baseline b on b.organisation = p.organisation and b.network = p.network
left join known_pairs k
  on k.organisation = p.organisation and k.network = p.network and k.account_number = p.account_number and k.place = p.place
left join known_accounts a on a.organisation = p.organisation and a.network = p.network and a.account_number = p.account_number
