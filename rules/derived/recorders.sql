-- row: one machine whose log was given, or should have been (the directory or the inventory calls it a domain controller, or the configuration expects it), by the short name of its account
-- from: recordings, logon_events, terminals, expected_recorders, period
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until,
    coalesce(max(asked_from) - interval '7' day, timestamp '0001-01-01 00:00:00') as around_from,
    coalesce(max(asked_until) + interval '7' day, timestamp '9999-12-31 00:00:00') as around_until
  from period
),
-- A machine that was renamed writes under one name after the other; where two write at the same time the log is one that others send theirs to.
side_by_side as (
  select input, first_at < max(last_at) over (partition by input order by first_at, recorded_by rows between unbounded preceding and 1 preceding) as at_once
  from recordings
  where records > 0
),
forwarded_inputs as (
  select input from side_by_side where at_once group by input
),
exported as (
  select p.network, upper(substr(split_part(p.recorded_by, '.', 1), 1, 15)) as recorder,
    case
      when count(f.input) > 0 then 'forwarded'
      -- Ids missing all over the file: some kinds of event only. A few holes are something that was lost.
      when bool_or(p.records < p.last_record_id - p.first_record_id + 1 and coalesce(p.id_holes * 100 > p.records, true)) then 'filtered'
      else 'complete'
    end as export_kind
  from recordings p
  left join forwarded_inputs f on f.input = p.input
  where p.records > 0
  group by p.network, upper(substr(split_part(p.recorded_by, '.', 1), 1, 15))
),
recorded as (
  select network, upper(substr(split_part(recorded_by, '.', 1), 1, 15)) as recorder, min(recorded_by) as recorded_by,
    min(first_at) as first_at, max(last_at) as last_at, sum(records) as records
  from recordings
  where records > 0
  group by network, upper(substr(split_part(recorded_by, '.', 1), 1, 15))
),
-- By the name as recorded first, because cutting names costs more than counting.
counted as (
  select e.network, e.recorded_by,
    count(*) filter (where e.succeeded and e.occurred_at >= a.asked_from and e.occurred_at < a.asked_until) as successes,
    count(*) filter (where not e.succeeded and e.occurred_at >= a.asked_from and e.occurred_at < a.asked_until) as failures,
    -- Whether a kind is recorded at all shows in the week before and after as well: a single day may pass without a failure.
    count(*) filter (where e.succeeded) as successes_around, count(*) filter (where not e.succeeded) as failures_around,
    -- What only a domain controller writes for accounts of the domain; a 4625 of its own is written by default, these failures are not.
    count(*) filter (where e.succeeded and e.event_id in (4768, 4776)) as domain_successes,
    count(*) filter (where not e.succeeded and e.event_id in (4768, 4771, 4776)) as domain_failures,
    min(e.account_sid) filter (where e.succeeded and e.event_id = 4768) as first_sid, max(e.account_sid) filter (where e.succeeded and e.event_id = 4768) as last_sid,
    count(*) filter (where e.succeeded is null and e.occurred_at >= a.asked_from and e.occurred_at < a.asked_until) as results_unknown
  from logon_events e
  cross join asked a
  where e.event_id in (4624, 4625, 4768, 4771, 4776) and e.occurred_at >= a.around_from and e.occurred_at < a.around_until
  group by e.network, e.recorded_by
),
attempted as (
  select network, upper(substr(split_part(recorded_by, '.', 1), 1, 15)) as recorder,
    cast(sum(successes) as bigint) as successes, cast(sum(failures) as bigint) as failures,
    cast(sum(successes_around) as bigint) as successes_around, cast(sum(failures_around) as bigint) as failures_around, cast(sum(domain_successes) as bigint) as domain_successes,
    cast(sum(domain_failures) as bigint) as domain_failures, cast(sum(results_unknown) as bigint) as results_unknown,
    min(first_sid) as first_sid, max(last_sid) as last_sid
  from counted
  group by network, upper(substr(split_part(recorded_by, '.', 1), 1, 15))
),
known as (
  select network, terminal as recorder, max(role) as role, max(dns_name) as dns_name
  from terminals
  group by network, terminal
),
-- Whose log must be there: domain controllers, and what the configuration names.
answerable as (
  select network, recorder, dns_name as named, 1 as is_controller from known where role = 'domain controller'
  union all
  select network, recorder, lower(recorded_by), 0 from expected_recorders
),
required as (
  select network, recorder, max(named) as named, max(is_controller) as is_controller from answerable group by network, recorder
),
machines as (
  select coalesce(r.network, q.network) as network, coalesce(r.recorder, q.recorder) as recorder,
    coalesce(r.recorded_by, q.named, q.recorder) as recorded_by,
    q.recorder is not null as is_required, coalesce(q.is_controller, 0) as is_controller, r.first_at, r.last_at, coalesce(r.records, 0) as records
  from recorded r
  full outer join required q on q.network = r.network and q.recorder = r.recorder
),
networks as (
  select network, max(is_controller) as controllers from machines group by network
)
select m.network, m.recorder, m.recorded_by, k.role,
  -- Where nobody names a domain controller, every log is one that the answer rests on.
  m.is_required or n.controllers = 0 as expected,
  cast(m.records as bigint) as records, coalesce(a.successes, 0) as successes, coalesce(a.failures, 0) as failures,
  coalesce(a.successes_around, 0) as successes_around, coalesce(a.failures_around, 0) as failures_around,
  coalesce(a.domain_successes, 0) as domain_successes, coalesce(a.domain_failures, 0) as domain_failures,
  coalesce(a.results_unknown, 0) as results_unknown,
  -- S-1-5-21 and three numbers: the domain of the accounts it gives tickets to.
  case when a.first_sid like 'S-1-5-21-%-%-%-%' and a.last_sid like 'S-1-5-21-' || split_part(a.first_sid, '-', 5) || '-' || split_part(a.first_sid, '-', 6) || '-' || split_part(a.first_sid, '-', 7) || '-%'
    then 'S-1-5-21-' || split_part(a.first_sid, '-', 5) || '-' || split_part(a.first_sid, '-', 6) || '-' || split_part(a.first_sid, '-', 7)
  end as domain_sid,
  m.first_at, m.last_at, x.export_kind
from machines m
join networks n on n.network = m.network
left join attempted a on a.network = m.network and a.recorder = m.recorder
left join known k on k.network = m.network and k.recorder = m.recorder
left join exported x on x.network = m.network and x.recorder = m.recorder
