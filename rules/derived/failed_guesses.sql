-- row: one failed attempt that may be a guess, and what it shows of the account: `unknown_name` (the directory lacks it); when it first logged on at that place, if ever; whether it did so soon after (within success_minutes); whether it failed there often that day
-- from: attempts, recorded_accounts, settings
with limits as (
  select max(case when name = 'password_changed_hours' then value end) as password_changed_hours,
    max(case when name = 'success_minutes' then value end) as success_minutes,
    max(case when name = 'stranger_failures' then value end) as stranger_failures
  from settings
),
-- Technical failures are no guesses: a clock that is wrong makes everyone at a terminal fail. Those of a computer's account at another one's terminal may be.
failed as (
  select a.organisation, a.network, a.account_number, a.place, a.terminal, a.terminal_address, a.terminal_role, a.occurred_at,
    case when r.directory_known then r.matched_by is null else a.failure_reason = 'no-such-account' end as unknown_name
  from attempts a
  join recorded_accounts r on r.identity = a.identity
  cross join limits l
  where not a.succeeded and a.in_period and a.account is not null
    and (not a.technical or (a.computer_account and a.failure_reason = 'wrong-password' and a.terminal_role = 'user terminal'
      and a.certainty in ('certain', 'likely') and upper(a.account) <> a.terminal || '$'))
    and not a.asked_by_controller
    -- On a day of new passwords many telephones go on with the old one through one mail server. At a user terminal nothing excuses a crowd.
    and not coalesce(a.terminal_role = 'server' and a.failure_reason = 'wrong-password' and r.password_set_at <= a.occurred_at
      and r.password_set_at >= a.occurred_at - l.password_changed_hours * interval '1' hour, false)
),
pairs as (
  select organisation, network, account_number, place from failed group by organisation, network, account_number, place
),
successes as (
  select a.organisation, a.network, a.account_number, a.place, a.occurred_at
  from attempts a
  join pairs p on p.organisation = a.organisation and p.network = a.network and p.account_number = a.account_number and p.place = a.place
  where a.succeeded
),
at_home as (
  select organisation, network, account_number, place, min(occurred_at) as first_success_at
  from successes
  group by organisation, network, account_number, place
),
-- Only where there is a success at all: of a spray, hardly anywhere.
line as (
  select f.organisation, f.network, f.account_number, f.place, f.occurred_at as happened_at, cast(null as timestamp) as success_at, 1 as is_failure
  from failed f
  join at_home h on h.organisation = f.organisation and h.network = f.network and h.account_number = f.account_number and h.place = f.place
  union all
  select organisation, network, account_number, place, occurred_at, occurred_at, 0 from successes
),
followed as (
  select organisation, network, account_number, place, happened_at, is_failure,
    min(success_at) over (partition by organisation, network, account_number, place order by happened_at desc) as next_success_at
  from line
),
soon as (
  select f.organisation, f.network, f.account_number, f.place, f.happened_at
  from followed f
  cross join limits l
  where f.is_failure = 1 and f.next_success_at <= f.happened_at + l.success_minutes * interval '1' minute
  group by f.organisation, f.network, f.account_number, f.place, f.happened_at
),
often as (
  select organisation, network, account_number, place, date_trunc('day', occurred_at) as utc_day
  from failed
  cross join limits
  group by organisation, network, account_number, place, date_trunc('day', occurred_at), stranger_failures
  having count(*) > stranger_failures
)
select f.organisation, f.network, f.account_number, f.place, f.terminal, f.terminal_address, f.terminal_role, f.occurred_at, f.unknown_name,
  h.first_success_at, s.happened_at is not null as success_soon, o.utc_day is not null as often_that_day
from failed f
left join at_home h on h.organisation = f.organisation and h.network = f.network and h.account_number = f.account_number and h.place = f.place
left join soon s
  on s.organisation = f.organisation and s.network = f.network and s.account_number = f.account_number and s.place = f.place
  and s.happened_at = f.occurred_at
left join often o
  on o.organisation = f.organisation and o.network = f.network and o.account_number = f.account_number and o.place = f.place
  and o.utc_day = date_trunc('day', f.occurred_at)
