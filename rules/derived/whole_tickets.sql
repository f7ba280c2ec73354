-- row: one network of which the logs hold every ticket: those of all domain controllers are there, whole, and record them; since when; `issues`: ticket-granting tickets (4768) are recorded, `service_tickets`: those for services (4769)
-- from: recorders, coverage_gaps, logon_events
with counted as (
  select network, recorded_by, count(*) filter (where event_id = 4768) as issues, count(*) filter (where event_id = 4769) as service_tickets
  from logon_events
  where event_id in (4768, 4769) and succeeded
  group by network, recorded_by
),
recorded as (
  select network, upper(substr(split_part(recorded_by, '.', 1), 1, 15)) as recorder, sum(issues) as issues, sum(service_tickets) as service_tickets
  from counted
  group by network, upper(substr(split_part(recorded_by, '.', 1), 1, 15))
),
controllers as (
  select network, recorder, first_at, records, domain_successes from recorders where role = 'domain controller' or domain_successes > 0
),
-- What the order of a domain controller's log lacks, tickets may stand in. What another machine's log lacks, none does.
torn as (
  select distinct g.network
  from coverage_gaps g
  left join controllers c on c.network = g.network and c.recorder = g.recorder
  where g.evidence = 'logon-successes' and (g.recorder is null or c.recorder is not null)
    and g.code in ('no-directory', 'no-recorder-log', 'no-successes-recorded', 'no-domain-successes-recorded', 'log-cleared', 'policy-changed', 'records-damaged', 'file-unreadable', 'span-short',
      'records-missing', 'records-lost-throughout', 'filtered-or-lost')
)
select c.network, max(c.first_at) as first_at, min(coalesce(r.issues, 0)) > 0 as issues, min(coalesce(r.service_tickets, 0)) > 0 as service_tickets
from controllers c
left join recorded r on r.network = c.network and r.recorder = c.recorder
left join torn t on t.network = c.network
where t.network is null
group by c.network
having min(c.records) > 0 and min(c.domain_successes) > 0
