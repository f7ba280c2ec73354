-- row: one service ticket with weak encryption (4769) of an account that asked for so many services as make a roasting, over the period, each within the life of one ticket and never again; at least half of them services that few ask for so. Old programs ask for theirs again and again
-- from: logon_events, period, settings
with limits as (
  select max(case when name = 'roasted_services' then value end) as roasted_services,
    max(case when name = 'fast_members' then value end) as fast_members,
    max(case when name = 'brute_force_minutes' then value end) * interval '1' minute as at_once
  from settings
),
asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
tickets as (
  select organisation, network, lower(account) as account, lower(service) as service, input, recorded_by, record_id, occurred_at
  from logon_events
  where event_id = 4769 and succeeded and ticket_encryption = '0x17' and service not like '%$' and lower(service) not like 'krbtgt%' and account not like '%$'
),
-- In all that was read, weeks before the period too: a habit is one wherever it shows.
pairs as (
  select organisation, network, account, service, min(occurred_at) as first_at, max(occurred_at) as last_at,
    count(*) over (partition by organisation, network, service) as accounts
  from tickets
  group by organisation, network, account, service
),
-- A ticket lives for ten hours.
once as (
  select p.*
  from pairs p
  cross join asked a
  where p.last_at < p.first_at + interval '10' hour and p.first_at >= a.asked_from and p.first_at < a.asked_until
),
gatherers as (
  select o.organisation, o.network, o.account, count(*) as services
  from once o
  cross join limits l
  group by o.organisation, o.network, o.account, l.roasted_services, l.at_once
  having count(*) >= l.roasted_services and count(case when o.accounts <= l.fast_members then 1 end) * 2 >= count(*) and max(o.last_at) > min(o.first_at) + l.at_once
)
select t.organisation, t.network, t.input, t.recorded_by, t.record_id, t.occurred_at, cast(g.services as bigint) as measured
from tickets t
join once o on o.organisation = t.organisation and o.network = t.network and o.account = t.account and o.service = t.service
join gatherers g on g.organisation = t.organisation and g.network = t.network and g.account = t.account
cross join asked a
where t.occurred_at >= a.asked_from and t.occurred_at < a.asked_until
