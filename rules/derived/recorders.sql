-- row: one machine whose log was given, or should have been: the directory or the inventory calls it a domain controller
-- from: recordings, logon_events, terminals, period
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
recorded as (
  select network, upper(split_part(recorded_by, '.', 1)) as recorder, min(recorded_by) as recorded_by,
    min(first_at) as first_at, max(last_at) as last_at, sum(records) as records
  from recordings
  where records > 0
  group by network, upper(split_part(recorded_by, '.', 1))
),
attempted as (
  select e.network, upper(split_part(e.recorded_by, '.', 1)) as recorder,
    count(*) filter (where e.succeeded) as successes, count(*) filter (where not e.succeeded) as failures
  from logon_events e
  cross join asked a
  where e.event_id in (4624, 4625, 4768, 4771, 4776) and e.occurred_at >= a.asked_from and e.occurred_at < a.asked_until
  group by e.network, upper(split_part(e.recorded_by, '.', 1))
),
known as (
  select network, terminal as recorder, max(role) as role, max(dns_name) as dns_name
  from terminals
  group by network, terminal
),
controllers as (
  select network, recorder, dns_name from known where role = 'domain controller'
),
machines as (
  select coalesce(r.network, c.network) as network, coalesce(r.recorder, c.recorder) as recorder,
    coalesce(r.recorded_by, c.dns_name, c.recorder) as recorded_by,
    c.recorder is not null as is_controller, r.first_at, r.last_at, coalesce(r.records, 0) as records
  from recorded r
  full outer join controllers c on c.network = r.network and c.recorder = r.recorder
),
networks as (
  select network, bool_or(is_controller) as has_controllers from machines group by network
)
select m.network, m.recorder, m.recorded_by, k.role,
  -- Where nobody names a domain controller, every log is one that the answer rests on.
  m.is_controller or not n.has_controllers as expected,
  cast(m.records as bigint) as records, coalesce(a.successes, 0) as successes, coalesce(a.failures, 0) as failures,
  m.first_at, m.last_at
from machines m
join networks n on n.network = m.network
left join attempted a on a.network = m.network and a.recorder = m.recorder
left join known k on k.network = m.network and k.recorder = m.recorder
