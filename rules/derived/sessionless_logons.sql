-- row: one use of an account that nothing before it explains: an NTLM logon over the network from a terminal at which the account has no session by that terminal's own log (no-session-there) or no ticket by those of the domain controllers (no-ticket-from-there); a Kerberos logon or service ticket without any ticket issued to the account (ticket-never-issued)
-- from: attempts, authentications, logon_events, recorded_accounts, accounts, recorders, whole_tickets, directories, settings
with limits as (
  select max(case when name = 'session_days' then value end) * interval '1' day as session_age,
    max(case when name = 'session_days' then value end) as session_days,
    max(case when name = 'clock_minutes' then value end) * interval '1' minute as clock_tolerance
  from settings
),
ntlm as (
  select a.organisation, a.network, a.account_number, a.terminal, a.terminal_address, a.recorder, a.input, a.recorded_by, a.record_id, a.occurred_at
  from attempts a
  join logon_events e on e.input = a.input and e.record_id = a.record_id and e.occurred_at = a.occurred_at and e.recorded_by = a.recorded_by
  where a.event_id = 4624 and a.logon_type = 3 and a.in_period and a.terminal_address is not null
    and e.event_id = 4624 and e.logon_type = 3 and e.logon_process = 'NtLmSsp'
    -- An account of the machine itself has no session elsewhere.
    and upper(coalesce(a.account_domain, '')) <> a.recorder
),
-- Accounts of another domain: its domain controllers give them their tickets.
foreign_accounts as (
  select r.network, r.account_number
  from recorded_accounts r
  left join directories d on d.network = r.network and r.recorded_sid like d.domain_sid || '-%'
  where r.directory_known and r.matched_by is null and r.recorded_sid like 'S-1-5-21-%'
  group by r.network, r.account_number
  having count(d.network) = 0
),
own_logs as (
  select network, recorder, first_at, last_at from recorders where records > 0 and successes_around > 0
),
session_line as (
  select organisation, network, account_number, recorder as machine, occurred_at as happened_at, 1 as is_session, input, recorded_by, record_id
  from attempts
  where event_id = 4624 and succeeded and logon_type in (2, 4, 5, 7, 9, 10, 11, 13)
  union all
  select n.organisation, n.network, n.account_number, n.terminal, n.occurred_at, 0, n.input, n.recorded_by, n.record_id
  from ntlm n
  join own_logs o on o.network = n.network and o.recorder = n.terminal
  cross join limits l
  where n.terminal <> n.recorder and o.first_at <= n.occurred_at - l.session_age and o.last_at >= n.occurred_at
),
session_seen as (
  select s.*, max(case when is_session = 1 then happened_at end) over (partition by organisation, network, account_number, machine order by happened_at) as seen_at
  from session_line s
),
ticket_line as (
  select organisation, network, account_number, terminal_address, occurred_at as happened_at, 1 as is_ticket, input, recorded_by, record_id
  from authentications
  where event_id in (4768, 4769) and succeeded and terminal_address is not null
  union all
  select n.organisation, n.network, n.account_number, n.terminal_address, n.occurred_at, 0, n.input, n.recorded_by, n.record_id
  from ntlm n
  join whole_tickets t on t.network = n.network
  cross join limits l
  left join foreign_accounts f on f.network = n.network and f.account_number = n.account_number
  where t.issues and t.first_at <= n.occurred_at - l.session_age and f.account_number is null
),
ticket_seen as (
  select t.*,
    max(case when is_ticket = 1 then happened_at end) over (partition by organisation, network, account_number, terminal_address order by happened_at) as seen_at
  from ticket_line t
),
-- A ticket may be renewed for seven days, which is not among what is read. A ticket for the ticket-granting service itself is one as well (it came from another domain or from the cloud).
kerberos_uses as (
  select organisation, network, identity, account_number, terminal_address, input, recorded_by, record_id, occurred_at
  from authentications
  where event_id = 4769 and succeeded and lower(service) not like 'krbtgt%'
  union all
  select a.organisation, a.network, a.identity, a.account_number, a.terminal_address, a.input, a.recorded_by, a.record_id, a.occurred_at
  from attempts a
  join logon_events e on e.input = a.input and e.record_id = a.record_id and e.occurred_at = a.occurred_at and e.recorded_by = a.recorded_by
  where a.event_id = 4624 and a.logon_type = 3 and a.in_period and a.terminal_address is not null
    and e.event_id = 4624 and e.logon_type = 3 and e.logon_process = 'Kerberos'
),
-- Where an account is given tickets on two days or more it sits: a session from before the logs, whose ticket is renewed for seven days, goes on by itself there.
ticket_homes as (
  select organisation, network, account_number, terminal_address
  from authentications
  where event_id = 4768 and succeeded and terminal_address is not null
  group by organisation, network, account_number, terminal_address
  having count(distinct date_trunc('day', occurred_at)) > 1
),
issue_line as (
  select organisation, network, account_number, occurred_at as happened_at, 1 as is_issue, cast(null as timestamp) as logs_from, false as of_person, input, recorded_by, record_id
  from authentications
  where succeeded and (event_id = 4768 or (event_id = 4769 and lower(service) like 'krbtgt%'))
  union all
  select e.organisation, e.network, e.account_number, e.occurred_at, 0, t.first_at, coalesce(a.kind = 'person' and h.terminal_address is null, false), e.input, e.recorded_by, e.record_id
  from kerberos_uses e
  join whole_tickets t on t.network = e.network
  join recorded_accounts r on r.identity = e.identity
  left join accounts a on a.network = e.network and a.account_sid = r.account_sid
  left join foreign_accounts f on f.network = e.network and f.account_number = e.account_number
  left join ticket_homes h on h.organisation = e.organisation and h.network = e.network and h.account_number = e.account_number and h.terminal_address = e.terminal_address
  where t.issues and f.account_number is null
),
issue_seen as (
  select i.*, max(case when is_issue = 1 then happened_at end) over (partition by organisation, network, account_number order by happened_at) as seen_at,
    min(case when is_issue = 1 then happened_at end) over (partition by organisation, network, account_number order by happened_at desc) as issued_after,
    min(case when is_issue = 0 then happened_at end) over (partition by organisation, network, account_number) as first_used_at
  from issue_line i
),
-- Whoever holds a ticket from before the logs uses it within the day, or it is over: a person's account first used later than that was given one here.
unissued as (
  select i.*, case when i.logs_from <= i.happened_at - l.session_age then l.session_days else 1 end as measured
  from issue_seen i
  cross join limits l
  where i.is_issue = 0
    -- A server's clock may be behind that of the domain controller by what Kerberos tolerates.
    and coalesce(i.issued_after > i.happened_at + l.clock_tolerance, true)
    and case when i.logs_from <= i.happened_at - l.session_age then coalesce(i.seen_at < i.happened_at - l.session_age, true)
      else i.of_person and i.seen_at is null and i.first_used_at >= i.logs_from + interval '1' day end
)
select 'no-session-there' as because, s.organisation, s.network, s.input, s.recorded_by, s.record_id, s.happened_at as occurred_at, l.session_days as measured
from session_seen s
cross join limits l
where s.is_session = 0 and coalesce(s.seen_at < s.happened_at - l.session_age, true)
union all
select 'no-ticket-from-there', s.organisation, s.network, s.input, s.recorded_by, s.record_id, s.happened_at, l.session_days
from ticket_seen s
cross join limits l
where s.is_ticket = 0 and coalesce(s.seen_at < s.happened_at - l.session_age, true)
union all
select 'ticket-never-issued', organisation, network, input, recorded_by, record_id, happened_at, measured
from unissued
