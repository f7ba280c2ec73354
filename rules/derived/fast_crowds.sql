-- row: one record that belongs to more than a person's hands do in the time: so many different accounts, terminals, machines, services or names, or so many failures, within `within_seconds`; `members`: the most there were around it
-- from: attempts, repeated_attempts, authentications, logon_events, account_changes, terminals, settings
with limits as (
  select max(case when name = 'fast_members' then value end) as fast_members,
    max(case when name = 'fast_seconds' then value end) as fast_seconds,
    max(case when name = 'fast_machines' then value end) as fast_machines,
    max(case when name = 'brute_force_failures' then value end) as brute_force_failures,
    max(case when name = 'brute_force_minutes' then value end) as brute_force_minutes,
    max(case when name = 'roasted_services' then value end) as roasted_services,
    max(case when name = 'many_names' then value end) as many_names
  from settings
),
controllers as (
  select network, terminal from terminals where role = 'domain controller' group by network, terminal
),
-- What is one attempt, and might be a guess: a refusal in spite of the right password, or a cause that makes everyone fail, is none.
failed as (
  select a.organisation, a.network, a.account_number, a.place, a.terminal, a.terminal_address, a.input, a.recorded_by, a.record_id, a.occurred_at
  from attempts a
  left join repeated_attempts p on p.input = a.input and p.record_id = a.record_id and p.recorded_by = a.recorded_by
  where not a.succeeded and a.in_period and not a.asked_by_controller and not a.computer_account and p.record_id is null
    and coalesce(a.failure_reason, '') in ('wrong-password', 'no-such-account', 'wrong-account-or-password', 'locked-out', 'disabled-expired-or-locked', 'account-disabled', 'unlisted-code')
),
-- Tickets for a domain controller come with every logon.
visits as (
  select organisation, network, account_number, place, recorder as machine, input, recorded_by, record_id, occurred_at
  from attempts
  where event_id = 4624 and logon_type = 3 and succeeded and in_period and (terminal is null or terminal <> recorder)
  union all
  select organisation, network, account_number, 'address ' || terminal_address, upper(substr(service, 1, length(service) - 1)), input, recorded_by, record_id, occurred_at
  from authentications
  where event_id = 4769 and succeeded and service like '%$' and terminal_address is not null
),
-- `crowd` is what they have in common, `member` what differs.
members as (
  select 'fast-accounts' as because, organisation, network, place as crowd, cast(account_number as varchar) as member, input, recorded_by, record_id, occurred_at from failed
  union all
  select 'fast-terminals', organisation, network, cast(account_number as varchar), place, input, recorded_by, record_id, occurred_at
  from failed
  where terminal is not null or terminal_address is not null
  union all
  select 'fast-failures', organisation, network, cast(account_number as varchar) || ' ' || place, recorded_by || ' ' || cast(record_id as varchar), input, recorded_by, record_id, occurred_at from failed
  union all
  select 'brute-force', organisation, network, cast(account_number as varchar) || ' ' || place, recorded_by || ' ' || cast(record_id as varchar), input, recorded_by, record_id, occurred_at from failed
  union all
  select 'fast-machines', v.organisation, v.network, cast(v.account_number as varchar) || ' ' || v.place, v.machine, v.input, v.recorded_by, v.record_id, v.occurred_at
  from visits v
  left join controllers c on c.network = v.network and c.terminal = v.machine
  where c.terminal is null
  union all
  select 'kerberoast', organisation, network, lower(account), lower(service), input, recorded_by, record_id, occurred_at
  from logon_events
  where event_id = 4769 and succeeded and ticket_encryption = '0x17' and service not like '%$' and lower(service) not like 'krbtgt%' and account not like '%$'
  union all
  -- With the encryption that Windows itself would ask for: only who asks for many at once.
  select 'kerberoast-at-once', organisation, network, lower(account), lower(service), input, recorded_by, record_id, occurred_at
  from logon_events
  where event_id = 4769 and succeeded and coalesce(ticket_encryption, '') <> '0x17' and service not like '%$' and lower(service) not like 'krbtgt%' and account not like '%$'
  union all
  select 'many-names', organisation, network, terminal_address, upper(terminal_name), input, recorded_by, record_id, occurred_at
  from attempts
  where terminal_address is not null and terminal_name is not null and in_period and event_id in (4624, 4625) and logon_type = 3
  union all
  select 'credentials', organisation, network, recorded_by || ' ' || acting_sid, lower(account), input, recorded_by, record_id, occurred_at
  from logon_events
  where event_id = 4648 and acting_logon_id > 1000 and account is not null
  union all
  select 'fast-changes', organisation, network, recorded_by || ' ' || acting_sid, account_sid || ' ' || coalesce(member_sid, ''), input, recorded_by, record_id, occurred_at
  from account_changes
  where event_id in (4728, 4732, 4756) and acting_logon_id > 1000 and account_sid is not null
),
sizes as (
  select 'fast-accounts' as because, fast_members as least_members, fast_seconds as within_seconds from limits
  union all
  select 'fast-terminals', fast_members, fast_seconds from limits
  union all
  select 'fast-failures', fast_members, fast_seconds from limits
  union all
  select 'credentials', fast_members, fast_seconds from limits
  union all
  select 'fast-changes', fast_members, fast_seconds from limits
  union all
  select 'fast-machines', fast_machines, fast_seconds * 6 from limits
  union all
  select 'brute-force', brute_force_failures, brute_force_minutes * 60 from limits
  union all
  select 'kerberoast', roasted_services, brute_force_minutes * 60 from limits
  union all
  select 'kerberoast-at-once', roasted_services, fast_seconds from limits
  union all
  select 'many-names', many_names, brute_force_minutes * 60 from limits
),
-- Few crowds are ever large enough; only those are counted moment by moment.
large_crowds as (
  select m.because, m.organisation, m.network, m.crowd, s.least_members, s.within_seconds, s.within_seconds * interval '1' second as span
  from members m
  join sizes s on s.because = m.because
  group by m.because, m.organisation, m.network, m.crowd, s.least_members, s.within_seconds
  having count(distinct m.member) >= s.least_members
),
moments as (
  select m.because, m.organisation, m.network, m.crowd, m.member, m.input, m.recorded_by, m.record_id, m.occurred_at, c.least_members, c.within_seconds, c.span,
    lead(m.occurred_at) over (
      partition by m.because, m.organisation, m.network, m.crowd, m.member order by m.occurred_at, m.recorded_by, m.record_id, m.input
    ) as again_at
  from members m
  join large_crowds c on c.because = m.because and c.organisation = m.organisation and c.network = m.network and c.crowd = m.crowd
),
-- A member counts from its moment until it is seen again or the span is over: the running sum is the number of different members within the span.
steps as (
  select because, organisation, network, crowd, input, recorded_by, record_id, occurred_at as happened_at, 1 as change, 1 as turn, least_members, within_seconds, span
  from moments
  union all
  select because, organisation, network, crowd, null, null, null,
    case when again_at <= occurred_at + span then again_at else occurred_at + span end, -1,
    case when again_at <= occurred_at + span then 0 else 2 end, least_members, within_seconds, span
  from moments
),
counted as (
  select because, organisation, network, crowd, input, recorded_by, record_id, happened_at, change, least_members, within_seconds, span,
    sum(change) over (
      partition by because, organisation, network, crowd order by happened_at, turn, recorded_by, record_id, input
      rows between unbounded preceding and current row
    ) as members_now
  from steps
),
full_at as (
  select because, organisation, network, crowd, input, recorded_by, record_id, happened_at, change, within_seconds, span, members_now,
    min(case when change = 1 and members_now >= least_members then happened_at end)
      over (partition by because, organisation, network, crowd order by happened_at desc) as next_full_at
  from counted
),
largest as (
  select because, organisation, network, crowd, max(members_now) as members from full_at group by because, organisation, network, crowd
)
select case f.because when 'kerberoast-at-once' then 'kerberoast' else f.because end as because, f.organisation, f.network, f.crowd, f.input, f.recorded_by, f.record_id, f.happened_at as occurred_at,
  cast(g.members as bigint) as members, f.within_seconds
from full_at f
join largest g on g.because = f.because and g.organisation = f.organisation and g.network = f.network and g.crowd = f.crowd
where f.change = 1 and f.next_full_at <= f.happened_at + f.span
