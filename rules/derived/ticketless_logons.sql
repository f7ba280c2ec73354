-- row: one Kerberos logon over the network (4624) of an account that was given no ticket for that machine (4769) in a day before, by the logs of all domain controllers: made with the machine's own key (silver ticket); `strength` strong, weak where the machine may be reached under another name or on somebody's behalf, beside where others' logons there show that it is
-- from: attempts, authentications, logon_events, accounts, whole_tickets
with persons as (
  select distinct network, account_sid from accounts where kind in ('person', 'service')
),
whole as (
  select network, first_at + interval '1' day as judged_from from whole_tickets where issues and service_tickets
),
uses as (
  select a.organisation, a.network, a.account_number, a.recorder as machine, a.terminal_address, a.terminal_role, a.input, a.recorded_by, a.record_id, a.occurred_at, date_trunc('hour', a.occurred_at) as hour
  from attempts a
  join whole w on w.network = a.network
  join persons p on p.network = a.network and p.account_sid = a.account_sid
  join logon_events e on e.input = a.input and e.record_id = a.record_id and e.occurred_at = a.occurred_at and e.recorded_by = a.recorded_by
  where a.event_id = 4624 and a.logon_type = 3 and a.in_period and a.terminal_address is not null and a.occurred_at >= w.judged_from
    and (a.terminal is null or a.terminal <> a.recorder) and e.logon_process = 'Kerberos'
),
-- By the hour: a ticket of the same hour, or within ten more minutes of the next one by another clock, counts as one before.
ticket_hours as (
  select organisation, network, account_number, case when service like '%$' then upper(substr(service, 1, length(service) - 1)) else '' end as machine,
    date_trunc('hour', occurred_at - interval '10' minute) as hour
  from authentications
  where event_id = 4769 and succeeded and service is not null and lower(service) not like 'krbtgt%'
  group by organisation, network, account_number, case when service like '%$' then upper(substr(service, 1, length(service) - 1)) else '' end, date_trunc('hour', occurred_at - interval '10' minute)
),
line as (
  select organisation, network, account_number, machine, hour, hour as ticket_hour, 0 as turn from ticket_hours
  union all
  select distinct organisation, network, account_number, machine, hour, cast(null as timestamp), 1 from uses
),
seen as (
  select organisation, network, account_number, machine, hour, turn,
    max(ticket_hour) over (partition by organisation, network, account_number, machine order by hour, turn rows between unbounded preceding and current row) as ticket_hour
  from line
),
lacking as (
  select organisation, network, account_number, machine, hour
  from seen
  where turn = 1 and coalesce(ticket_hour < hour - interval '25' hour, true)
),
-- Where many lack one the machine is reached under another name: a cluster, a service of its own account.
machines as (
  select u.organisation, u.network, u.machine, count(distinct u.account_number) as accounts, count(distinct l.account_number) as lacking
  from uses u
  left join lacking l on l.organisation = u.organisation and l.network = u.network and l.account_number = u.account_number and l.machine = u.machine and l.hour = u.hour
  group by u.organisation, u.network, u.machine
),
-- A server that goes on for several people (delegation).
helpers as (
  select u.organisation, u.network, u.machine, u.terminal_address
  from uses u
  join lacking l on l.organisation = u.organisation and l.network = u.network and l.account_number = u.account_number and l.machine = u.machine and l.hour = u.hour
  where u.terminal_role in ('server', 'domain controller')
  group by u.organisation, u.network, u.machine, u.terminal_address
  having count(distinct u.account_number) > 2
),
found as (
  select u.*, coalesce(u.terminal_role in ('server', 'domain controller'), false) or (m.lacking > 2 and m.lacking * 20 > m.accounts) as explained,
    m.lacking > 2 and m.lacking * 20 > m.accounts as otherwise_named, h.machine is not null as on_behalf
  from uses u
  join lacking l on l.organisation = u.organisation and l.network = u.network and l.account_number = u.account_number and l.machine = u.machine and l.hour = u.hour
  join machines m on m.organisation = u.organisation and m.network = u.network and m.machine = u.machine
  left join helpers h on h.organisation = u.organisation and h.network = u.network and h.machine = u.machine and h.terminal_address = u.terminal_address
),
-- Whatever else the account asked for from there, or for a service with an account of its own.
other_tickets as (
  select distinct f.input, f.recorded_by, f.record_id, f.occurred_at
  from found f
  join authentications e on e.organisation = f.organisation and e.network = f.network and e.account_number = f.account_number
  where not f.explained and e.succeeded and e.event_id in (4768, 4769)
    and (e.terminal_address = f.terminal_address or (e.event_id = 4769 and e.service not like '%$' and lower(e.service) not like 'krbtgt%'))
    and e.occurred_at >= f.occurred_at - interval '1' day and e.occurred_at <= f.occurred_at + interval '10' minute
),
-- A ticket for a service with an account of its own, asked for from there before: a Web site, where the machine is one that many reach so.
service_named as (
  select distinct f.input, f.recorded_by, f.record_id, f.occurred_at
  from found f
  join authentications e
    on e.organisation = f.organisation and e.network = f.network and e.account_number = f.account_number and e.terminal_address = f.terminal_address
  where f.otherwise_named and e.succeeded and e.event_id = 4769 and e.service not like '%$' and lower(e.service) not like 'krbtgt%'
    and e.occurred_at >= f.occurred_at - interval '1' day and e.occurred_at <= f.occurred_at + interval '10' minute
)
select f.organisation, f.network, f.input, f.recorded_by, f.record_id, f.occurred_at,
  case when f.on_behalf or s.record_id is not null then 'beside' when f.explained or o.record_id is not null then 'weak' else 'strong' end as strength
from found f
left join service_named s on s.input = f.input and s.recorded_by = f.recorded_by and s.record_id = f.record_id and s.occurred_at = f.occurred_at
left join other_tickets o on o.input = f.input and o.recorded_by = f.recorded_by and o.record_id = f.record_id and o.occurred_at = f.occurred_at
