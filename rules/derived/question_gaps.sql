-- row: one part of a question that could not be asked in a network, in the columns of coverage_gaps: its evidence is the part
-- from: recorders, directories, logon_events, account_changes, outbound_coverage, proxy_inputs, proxy_requests, settings, period
with limits as (
  select max(case when name = 'session_days' then value end) as session_days,
    max(case when name = 'session_days' then value end) * interval '1' day as session_age
  from settings
),
asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
networks as (
  select network, max(case when expected and records > 0 then 1 else 0 end) as has_log from recorders group by network
),
known as (
  select distinct network from directories
),
controllers as (
  select network, recorder, recorded_by, first_at, last_at, records, domain_successes
  from recorders
  where role = 'domain controller' or domain_successes > 0
),
-- How far back their logs tell who was given a ticket.
ticket_logs as (
  select network, max(first_at) as first_at, max(last_at) as last_at, min(records) as fewest, min(domain_successes) as tickets from controllers group by network
),
kinds_by_name as (
  select network, recorded_by, count(*) filter (where event_id = 4769 and succeeded) as service_tickets, count(*) filter (where event_id = 4672) as privileged_sessions
  from logon_events
  where event_id in (4672, 4769)
  group by network, recorded_by
),
kinds as (
  select network, upper(substr(split_part(recorded_by, '.', 1), 1, 15)) as recorder, sum(service_tickets) as service_tickets, sum(privileged_sessions) as privileged_sessions
  from kinds_by_name
  group by network, upper(substr(split_part(recorded_by, '.', 1), 1, 15))
),
-- Of every domain controller: one that records none hides what was asked of it. Without any, of nobody.
recorded_kinds as (
  select n.network, c.recorded_by, coalesce(k.service_tickets, 0) as service_tickets, coalesce(k.privileged_sessions, 0) as privileged_sessions
  from networks n
  left join controllers c on c.network = n.network
  left join kinds k on k.network = c.network and k.recorder = c.recorder
),
-- Passwords are changed every week where accounts are managed at all: not one change of any kind means that changes are not audited, or were left out.
changes as (
  select network, count(*) as account_changes from account_changes group by network
),
successes as (
  select network, sum(successes_around) as successes, sum(failures_around) as failures from recorders group by network
),
-- What the proxy refused was not sent.
passed as (
  select r.network, r.input, count(*) as requests, count(r.bytes_sent) as sizes
  from proxy_requests r
  cross join asked a
  where r.occurred_at >= a.asked_from and r.occurred_at < a.asked_until and coalesce(r.status, 0) < 400
  group by r.network, r.input
),
gaps as (
  -- Every ticket must be known for as long as one may be renewed.
  select 'forged-tickets' as evidence, n.network, 'forged-tickets-not-sought' as code, cast(null as varchar) as about, cast(l.session_days as bigint) as missing
  from networks n
  cross join limits l
  left join ticket_logs t on t.network = n.network
  left join known d on d.network = n.network
  where d.network is null or t.network is null or t.fewest = 0 or t.tickets = 0 or t.first_at > t.last_at - l.session_age
  union all
  select 'service-tickets', network, 'service-tickets-not-recorded', recorded_by, null from recorded_kinds where service_tickets = 0
  union all
  select 'unexplained-privileges', k.network, 'privileged-sessions-not-recorded', k.recorded_by, null
  from recorded_kinds k
  left join known d on d.network = k.network
  where k.privileged_sessions = 0 or d.network is null
  union all
  select 'account-changes', n.network, 'account-changes-not-recorded', null, null
  from networks n
  left join changes c on c.network = n.network
  where coalesce(c.account_changes, 0) = 0
  union all
  -- At servers strangers are told from people by where these log on.
  select 'slow-sprays', s.network, 'slow-sprays-not-sought', null, null from successes s where s.successes = 0 and s.failures > 0
  union all
  -- A few lines lack the size in any log; one in ten is a kind of line that never has it, or a setting that was changed.
  select 'large-uploads', p.network, 'uploads-not-logged', i.file, p.requests - p.sizes
  from passed p
  join proxy_inputs i on i.input = p.input
  where (p.requests - p.sizes) * 10 >= p.requests
  union all
  -- That nobody was at a terminal shows in logons alone.
  select 'unattended-traffic', o.network, 'presence-not-known', null, null
  from outbound_coverage o
  left join networks n on n.network = o.network
  where o.tells and coalesce(n.has_log, 0) = 0
)
select evidence, network, cast(null as varchar) as recorder, code, about, cast(null as timestamp) as from_at, cast(null as timestamp) as until_at, missing
from gaps
