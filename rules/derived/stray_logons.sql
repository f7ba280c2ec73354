-- row: one sign at one use of a person's account from a user terminal that is somebody else's, where the account was never given a ticket nor had a session, though it was elsewhere: `account-of-another`, and beside it what is missing (no-ticket-from-there for NTLM, ticket-not-issued-there for Kerberos); only of the first day on which it was used there
-- from: attempts, authentications, logon_events, address_terminals, accounts, whole_tickets, settings
with limits as (
  select max(case when name = 'session_days' then value end) as session_days, max(case when name = 'home_places' then value end) as home_places from settings
),
persons as (
  select distinct network, account_sid from accounts where kind = 'person'
),
-- From when on the logs say who had a ticket: whoever holds one from before uses it within the day, or it is over.
whole as (
  select network, first_at, first_at + interval '1' day as judged_from from whole_tickets where issues
),
tried as (
  select a.organisation, a.network, a.account_number, a.terminal, a.terminal_role, a.terminal_address, a.input, a.recorded_by, a.record_id, a.occurred_at, a.event_id, a.logon_type,
    a.recorder, a.in_period, a.admin_terminal,
    a.certainty in ('certain', 'likely') or (a.certainty = 'contradicted' and a.contradicted_by like 'recorded-name %') as placed
  from attempts a
  join persons p on p.network = a.network and p.account_sid = a.account_sid
  where a.succeeded and a.terminal is not null and a.event_id in (4624, 4768)
),
-- Where an account was given a ticket, or sat.
at_home as (
  select organisation, network, account_number, terminal, min(occurred_at) as first_at
  from tried
  where event_id = 4768 or (event_id = 4624 and logon_type in (2, 4, 5, 7, 9, 10, 11, 13))
  group by organisation, network, account_number, terminal
),
-- A PC to which more people came, over three days or more, is nobody's: a counter, a meeting room.
owned as (
  select organisation, network, terminal, count(*) as accounts, count(distinct date_trunc('day', first_at)) as days, min(account_number) as one_account, min(first_at) as first_at
  from at_home group by organisation, network, terminal
),
somewhere as (
  select organisation, network, account_number, min(first_at) as first_at from at_home group by organisation, network, account_number
),
network_logons as (
  select t.*, e.logon_process = 'Kerberos' as by_kerberos
  from tried t
  join logon_events e on e.input = t.input and e.record_id = t.record_id and e.occurred_at = t.occurred_at and e.recorded_by = t.recorded_by
  where t.event_id = 4624 and t.logon_type = 3 and t.terminal_role = 'user terminal' and t.placed and t.terminal <> t.recorder
    and e.logon_process in ('NtLmSsp', 'Kerberos')
),
-- Tickets for services: an administrator's are uses of their own, anybody's show that there is a ticket to use.
strangers as (
  select n.organisation, n.network, n.account_number, n.terminal, min(n.occurred_at) as first_at
  from network_logons n
  left join at_home h on h.organisation = n.organisation and h.network = n.network and h.account_number = n.account_number and h.terminal = n.terminal
  group by n.organisation, n.network, n.account_number, n.terminal
  having coalesce(min(h.first_at) > min(n.occurred_at) + interval '10' minute, min(h.first_at) is null)
),
ticket_accounts as (
  select distinct organisation, network, account_number from strangers
),
service_tickets as (
  select e.organisation, e.network, e.account_number, s.terminal, e.administrator, lower(e.service) like 'krbtgt%' as is_issue, e.input, e.recorded_by, e.record_id, e.occurred_at,
    s.certainty in ('certain', 'likely') and not s.doubtful as placed
  from authentications e
  join address_terminals s
    on s.organisation = e.organisation and s.network = e.network and s.terminal_address = e.terminal_address and s.occurred_at = e.occurred_at
  left join ticket_accounts k on k.organisation = e.organisation and k.network = e.network and k.account_number = e.account_number
  where e.event_id = 4769 and e.succeeded and s.terminal is not null and (e.administrator or k.account_number is not null)
),
user_terminals as (
  select distinct network, terminal from tried where terminal_role = 'user terminal'
),
uses as (
  select organisation, network, account_number, terminal, by_kerberos, in_period, input, recorded_by, record_id, occurred_at from network_logons
  union all
  select s.organisation, s.network, s.account_number, s.terminal, true, null, s.input, s.recorded_by, s.record_id, s.occurred_at
  from service_tickets s
  join user_terminals u on u.network = s.network and u.terminal = s.terminal
  where s.administrator and s.placed and not s.is_issue
),
first_uses as (
  select organisation, network, account_number, terminal, min(occurred_at) as first_at from uses group by organisation, network, account_number, terminal
),
-- An NTLM logon needs no ticket, but whoever sits there has some.
ticketed as (
  select organisation, network, account_number, terminal, min(occurred_at) as first_at, min(case when is_issue then occurred_at end) as issued_at
  from service_tickets
  group by organisation, network, account_number, terminal
),
judged as (
  -- Of how many days of logs it is said.
  select u.*,
    cast(case
      when u.occurred_at >= w.first_at + l.session_days * interval '1' day then l.session_days
      when u.occurred_at >= w.first_at + interval '6' day then 6 when u.occurred_at >= w.first_at + interval '5' day then 5 when u.occurred_at >= w.first_at + interval '4' day then 4
      when u.occurred_at >= w.first_at + interval '3' day then 3 when u.occurred_at >= w.first_at + interval '2' day then 2 else 1
    end as bigint) as days
  from uses u
  cross join limits l
  join first_uses f on f.organisation = u.organisation and f.network = u.network and f.account_number = u.account_number and f.terminal = u.terminal
  join whole w on w.network = u.network
  join owned o on o.organisation = u.organisation and o.network = u.network and o.terminal = u.terminal
  join somewhere e on e.organisation = u.organisation and e.network = u.network and e.account_number = u.account_number
  left join at_home h on h.organisation = u.organisation and h.network = u.network and h.account_number = u.account_number and h.terminal = u.terminal
  left join ticketed t on t.organisation = u.organisation and t.network = u.network and t.account_number = u.account_number and t.terminal = u.terminal
  where f.first_at >= w.judged_from and u.occurred_at < f.first_at + interval '12' hour
    and coalesce(h.first_at > f.first_at + interval '10' minute, h.first_at is null)
    and coalesce(t.issued_at > f.first_at + interval '10' minute, t.issued_at is null)
    and (u.by_kerberos or coalesce(t.first_at > f.first_at + interval '10' minute, t.first_at is null))
    and o.first_at < f.first_at and e.first_at < f.first_at and (o.accounts > 1 or o.one_account <> u.account_number)
    and (o.accounts <= l.home_places or o.days < 3)
),
signs as (
  select 'account-of-another' as because, organisation, network, input, recorded_by, record_id, occurred_at, cast(null as bigint) as measured from judged
  union all
  select 'ticket-not-issued-there', organisation, network, input, recorded_by, record_id, occurred_at, days from judged where by_kerberos
  union all
  -- From session_days of logs on, sessionless_logons says so of any place.
  select 'no-ticket-from-there', j.organisation, j.network, j.input, j.recorded_by, j.record_id, j.occurred_at, j.days
  from judged j
  cross join limits l
  where not j.by_kerberos and j.days < l.session_days
)
select s.because, s.organisation, s.network, s.input, s.recorded_by, s.record_id, s.occurred_at, s.measured from signs s
