-- row: one kind of evidence at one machine (recorder NULL: the whole run), and whether the logs, directory and terminals given cover it
-- from: activity_coverage, outbound_coverage, recorders, coverage_gaps, directories, terminals, proxy_requests, period
with asked as (
  select max(asked_from) as asked_from, max(asked_until) as asked_until from period
),
log_lines as (
  select 'logon-successes' as evidence, network, recorder, recorded_by, expected, successes as records, first_at, last_at, export_kind from recorders
  union all
  select 'logon-failures', network, recorder, recorded_by, expected, failures, first_at, last_at, export_kind from recorders
  union all
  -- Where both tell, the one that covers the period.
  select 'admin-terminal-activity', network, terminal, terminal, true, starts,
    case when proxy_covers or (proxy_tells and not log_tells) then proxy_first_at when log_tells then log_first_at end,
    case when proxy_covers or (proxy_tells and not log_tells) then proxy_last_at when log_tells then log_last_at end,
    null
  from activity_coverage
  union all
  select 'proxy-logs', network, 'PROXY', 'proxy', true, requests, case when tells then first_at end, case when tells then last_at end, null from outbound_coverage
),
clipped as (
  select l.evidence, l.network, l.recorder, l.recorded_by, l.expected, l.records, l.export_kind,
    case when l.first_at < a.asked_from then a.asked_from else l.first_at end as covered_from,
    case when l.last_at > a.asked_until then a.asked_until else l.last_at end as covered_until
  from log_lines l
  cross join asked a
),
sizes as (
  select network, count(bytes_sent) as sizes from proxy_requests group by network
),
run_lines as (
  select 'directory' as evidence, network, max(1) as stated, cast(null as bigint) as records from directories group by network
  union all
  select 'admin-terminals', network, 1, count(*) from terminals where admin_terminal group by network
  union all
  select 'user-terminals', network, 1, count(*) from terminals where role = 'user terminal' group by network
  union all
  -- Parts of questions: what could not be asked narrows a question, and does not stop it.
  select q.part, r.network, 1, cast(null as bigint)
  from (select distinct network from recorders) r
  cross join (select 'forged-tickets' as part union all select 'service-tickets' union all select 'unexplained-privileges' union all select 'account-changes'
    union all select 'slow-sprays') q
  union all
  select q.part, o.network, 1, case when q.part = 'large-uploads' then coalesce(s.sizes, 0) end
  from outbound_coverage o
  cross join (select 'large-uploads' as part union all select 'unattended-traffic') q
  left join sizes s on s.network = o.network
  where o.tells
  union all
  -- What is missing in the whole run has a line too.
  select g.evidence, g.network, 0, cast(null as bigint) from coverage_gaps g where g.recorder is null group by g.evidence, g.network
),
whole_run as (
  select evidence, network, max(stated) as stated, max(records) as records from run_lines group by evidence, network
),
gap_sums as (
  select evidence, network, recorder, count(*) as gaps,
    bool_or(code in ('no-recorder-log', 'no-successes-recorded', 'no-failures-recorded', 'no-input', 'no-directory', 'no-terminal-activity', 'no-process-starts', 'no-proxy-log')) as nothing
  from coverage_gaps
  group by evidence, network, recorder
)
select c.evidence, c.network, c.recorder, c.recorded_by, c.expected,
  case
    when g.nothing or (c.expected and (c.covered_from is null or c.covered_from > c.covered_until)) then 'missing'
    when g.gaps > 0 then 'partly'
    else 'covered'
  end as state,
  case when c.covered_from <= c.covered_until then c.covered_from end as covered_from,
  case when c.covered_from <= c.covered_until then c.covered_until end as covered_until,
  c.records, c.export_kind
from clipped c
left join gap_sums g on g.evidence = c.evidence and g.network = c.network and g.recorder = c.recorder
union all
select w.evidence, w.network, null, null, true,
  case when g.gaps > 0 and w.evidence in ('forged-tickets', 'service-tickets', 'unexplained-privileges', 'account-changes', 'slow-sprays', 'large-uploads', 'unattended-traffic') and coalesce(w.records, 0) = 0 then 'missing'
    when w.stated = 1 and g.gaps > 0 then 'partly' when w.stated = 1 then 'covered' when g.nothing and w.network is null then 'missing'
    when w.evidence in ('directory', 'admin-terminals', 'user-terminals') then 'missing' else 'partly' end,
  null, null, w.records, null
from whole_run w
left join gap_sums g on g.evidence = w.evidence and coalesce(g.network, '') = coalesce(w.network, '') and g.recorder is null
