-- row: one kind of sign, with its numbers, that speaks against taking an account, or what goes on at a place, for a program that everybody knows: `because` says which; with account_number NULL it is the place's, with place NULL the account's
-- from: program_signs, attempts, log_changes, learn_uses, settings
with limits as (
  select max(case when name = 'log_cleared_minutes' then value end) * interval '1' minute as cleared_around,
    max(case when name = 'log_cleared_minutes' then value end) as log_cleared_minutes
  from settings
),
-- Rhythm, and many machines in a row, are what a program is known by, as long as it gets in.
against as (
  select s.* from program_signs s
  where s.because not in ('out-of-hours', 'no-night') and s.strength not in ('explained', 'beside')
    and not (coalesce(s.succeeded, true) and s.because in ('regular-interval', 'fast-machines', 'no-ticket-from-there'))
),
cleared as (
  select distinct organisation, network, recorded_by, occurred_at as cleared_at from log_changes where event_id = 1102
),
cleared_uses as (
  select distinct u.organisation, u.network, u.account_number, u.place
  from learn_uses u
  join attempts a on a.organisation = u.organisation and a.network = u.network and a.account_number = u.account_number and a.place = u.place
  cross join limits l
  join cleared c
    on c.organisation = a.organisation and c.network = a.network and c.recorded_by = a.recorded_by
    and c.cleared_at >= a.occurred_at - l.cleared_around and c.cleared_at <= a.occurred_at + l.cleared_around
)
select organisation, network, cast(account_number as bigint) as account_number, cast(null as varchar) as place, because,
  max(measured) as measured, min(within_seconds) as within_seconds, min(named) as named, count(*) as records
from against
where account_number is not null
group by organisation, network, cast(account_number as bigint), because
union all
select organisation, network, cast(null as bigint), place, because, max(measured), min(within_seconds), min(named), count(*)
from against
where place <> 'unknown'
group by organisation, network, place, because
union all
select c.organisation, c.network, cast(c.account_number as bigint), c.place, 'log-cleared', l.log_cleared_minutes, cast(null as bigint), cast(null as varchar), cast(1 as bigint)
from cleared_uses c
cross join limits l
