-- row: one sign at one record that no person made a logon: `because` says which, with its numbers; strength: strong, weak, joins (counts beside a weak one, and nothing alone), beside (told, never counted), explained (a password that had just been changed); `unit`: whether the account, the place or both have it, or all that goes on in the network (tries under ever new accounts from ever new places)
-- from: odd_records, fast_crowds, slow_roasts, weak_tickets, steady_attempts, sessionless_logons, stray_logons, ticketless_logons, relayed_computers, reset_uses, crowded_attempts, stranger_crowds, slow_spread_crowds, attempts, authentications, address_terminals, recorded_accounts, logon_events, account_changes, log_changes, first_seen, known_pairs, accounts, directories, terminals, calendar, period, settings
with limits as (
  select max(case when name = 'log_cleared_minutes' then value end) * interval '1' minute as cleared_around,
    max(case when name = 'log_cleared_minutes' then value end) as log_cleared_minutes,
    max(case when name = 'password_changed_hours' then value end) * interval '1' hour as password_changed,
    max(case when name = 'home_days' then value end) as home_days, max(case when name = 'home_places' then value end) as home_places
  from settings
),
-- Whoever changed or replicated something: the logon that began the session it was done in, as the recorder wrote it.
acts as (
  select distinct o.organisation, o.network, o.recorded_by, c.acting_logon_id as logon_id, o.occurred_at
  from odd_records o
  join account_changes c on c.input = o.input and c.record_id = o.record_id and c.occurred_at = o.occurred_at and c.recorded_by = o.recorded_by
  where o.because in ('new-administrator', 'administrator-reset', 'sid-history', 'dsrm-password') and c.acting_logon_id > 1000
  union
  select o.organisation, o.network, o.recorded_by, e.logon_id, o.occurred_at
  from odd_records o
  join logon_events e on e.input = o.input and e.record_id = o.record_id and e.occurred_at = o.occurred_at and e.recorded_by = o.recorded_by
  where o.because in ('dcsync', 'directory-sync') and e.event_id = 4662 and e.logon_id > 1000
),
act_line as (
  select e.organisation, e.network, e.recorded_by, e.logon_id, e.occurred_at as happened_at, e.input, e.record_id,
    row_number() over (order by e.occurred_at, e.network, e.recorded_by, e.record_id, e.input) as logon
  from logon_events e
  join (select distinct organisation, network, recorded_by, logon_id from acts) w
    on w.organisation = e.organisation and w.network = e.network and w.recorded_by = e.recorded_by and w.logon_id = e.logon_id
  where e.event_id = 4624
  union all
  select organisation, network, recorded_by, logon_id, occurred_at, null, null, null from acts
),
act_seen as (
  select l.*, max(logon) over (partition by organisation, network, recorded_by, logon_id order by happened_at) as begun_by from act_line l
),
act_places as (
  select s.organisation, s.network, s.recorded_by, s.logon_id, s.happened_at as occurred_at, a.identity, a.account_number, a.account, a.account_domain, a.account_sid,
    a.place, a.terminal, a.terminal_role, a.admin_terminal and not a.doubted as at_admin_terminal, a.terminal_address, a.terminal_name, a.attribution, a.certainty, a.contradicted_by
  from act_seen s
  join act_line b on b.logon = s.begun_by
  join attempts a on a.input = b.input and a.record_id = b.record_id and a.occurred_at = b.happened_at and a.recorded_by = b.recorded_by
  where s.logon is null and a.event_id = 4624
),
guesses as (
  select organisation, network, crowd as place, occurred_at from fast_crowds where because = 'fast-accounts'
),
guessed_places as (
  select organisation, network, place, min(occurred_at) as first_at from guesses group by organisation, network, place
),
-- Who logged on there before anybody guessed is at home there, and was not found by guessing.
at_home as (
  select distinct a.organisation, a.network, a.place, a.account_number
  from attempts a
  join guessed_places g on g.organisation = a.organisation and g.network = a.network and g.place = a.place
  where a.succeeded and a.occurred_at < g.first_at - interval '60' second
),
-- Guesses and successes at those places in one line of time.
guess_line as (
  select organisation, network, place, occurred_at as happened_at, occurred_at as guessed_at, cast(null as integer) as input, cast(null as varchar) as recorded_by, cast(null as bigint) as record_id
  from guesses
  union all
  select a.organisation, a.network, a.place, a.occurred_at, null, a.input, a.recorded_by, a.record_id
  from attempts a
  join guessed_places g on g.organisation = a.organisation and g.network = a.network and g.place = a.place
  left join at_home h on h.organisation = a.organisation and h.network = a.network and h.place = a.place and h.account_number = a.account_number
  where a.succeeded and a.in_period and h.place is null
),
guess_seen as (
  select l.*,
    max(guessed_at) over (partition by organisation, network, place order by happened_at) as before_at,
    min(guessed_at) over (partition by organisation, network, place order by happened_at desc) as after_at
  from guess_line l
),
-- One account tried again and again at one place, and its successes there.
brute_forced as (
  select organisation, network, crowd, min(occurred_at) as first_guess_at from fast_crowds where because in ('brute-force', 'fast-failures') group by organisation, network, crowd
),
tried_line as (
  select organisation, network, crowd, occurred_at as happened_at, occurred_at as guessed_at, cast(null as integer) as input, cast(null as varchar) as recorded_by, cast(null as bigint) as record_id
  from fast_crowds
  where because in ('brute-force', 'fast-failures')
  union all
  select a.organisation, a.network, b.crowd, a.occurred_at, null, a.input, a.recorded_by, a.record_id
  from attempts a
  join brute_forced b on b.organisation = a.organisation and b.network = a.network and b.crowd = cast(a.account_number as varchar) || ' ' || a.place
  where a.succeeded
),
tried_seen as (
  select l.*,
    max(guessed_at) over (partition by organisation, network, crowd order by happened_at) as before_at,
    min(guessed_at) over (partition by organisation, network, crowd) as first_guess_at,
    min(case when record_id is not null then happened_at end) over (partition by organisation, network, crowd) as first_success_at
  from tried_line l
),
asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from, coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
known_terminals as (
  select network, terminal, max(role) as role, bool_or(coalesce(admin_terminal, false)) as admin_terminal from terminals group by network, terminal
),
signs as (
  select because, strength, 'both' as unit, organisation, network, input, recorded_by, record_id, occurred_at,
    cast(null as bigint) as measured, cast(null as bigint) as within_seconds, named
  from odd_records
  union all
  select because, case when because = 'fast-changes' then 'weak' else 'strong' end,
    case because when 'fast-accounts' then 'place' when 'many-names' then 'place' when 'fast-terminals' then 'account' when 'kerberoast' then 'account' else 'both' end,
    organisation, network, input, recorded_by, record_id, occurred_at, members, within_seconds, null
  from fast_crowds
  union all
  select because, case when unmistakable then 'strong' else 'weak' end, 'both', organisation, network, input, recorded_by, record_id, occurred_at, measured, within_seconds, null
  from steady_attempts
  union all
  select because, case when because = 'no-ticket-from-there' then 'weak' else 'strong' end, 'both', organisation, network, input, recorded_by, record_id, occurred_at, measured, null, null
  from sessionless_logons
  union all
  select because, 'weak', 'both', organisation, network, input, recorded_by, record_id, occurred_at, measured, null, null
  from stray_logons
  union all
  select 'no-service-ticket', strength, 'both', organisation, network, input, recorded_by, record_id, occurred_at, null, null, null
  from ticketless_logons
  union all
  select 'relayed-computer', strength, 'both', organisation, network, input, recorded_by, record_id, occurred_at, null, null, computer
  from relayed_computers
  union all
  select 'kerberoast-slow', 'strong', 'account', organisation, network, input, recorded_by, record_id, occurred_at, measured, null, null
  from slow_roasts
  union all
  select 'weak-ticket', case when strong_there then 'strong' else 'weak' end, 'both', organisation, network, input, recorded_by, record_id, occurred_at, measured, null, null
  from weak_tickets
  union all
  -- A place that nobody knows is a name or an address that was used once: what is tried from many such is one happening.
  select case when c.at_one_place then 'spray' else 'spread-spray' end, 'strong', case when c.at_one_place or a.place like 'terminal %' then 'place' else 'network' end,
    a.organisation, a.network, a.input, a.recorded_by, a.record_id, a.occurred_at, null, null, null
  from attempts a
  join (select organisation, network, account_number, place, occurred_at, bool_or(because <> 'spread-spray') as at_one_place from (
    select because, organisation, network, cast(account_number as bigint) as account_number, place, occurred_at from crowded_attempts where because = 'spray'
    union all
    select because, organisation, network, account_number, place, occurred_at from stranger_crowds
    union all
    select because, organisation, network, account_number, place, occurred_at from slow_spread_crowds
  ) crowds group by organisation, network, account_number, place, occurred_at) c
    on c.organisation = a.organisation and c.network = a.network and c.account_number = a.account_number and c.place = a.place and c.occurred_at = a.occurred_at
  where not a.succeeded and a.in_period
  union all
  select 'success-amid-guesses', 'strong', 'both', organisation, network, input, recorded_by, record_id, happened_at, null, null, null
  from guess_seen
  where record_id is not null
    and (before_at >= happened_at - interval '60' second or after_at <= happened_at + interval '60' second)
  union all
  -- Who logged on there before the guesses may be at home there: then a program with an old password, or fingers.
  select 'success-after-guesses', case when first_success_at < first_guess_at then 'weak' else 'strong' end, 'both', organisation, network, input, recorded_by, record_id, happened_at, null, null, null
  from tried_seen
  where record_id is not null and before_at >= happened_at - interval '10' minute
  union all
  select 'reset-then-used', case when made_just_before then 'weak' else 'strong' end, 'both', organisation, network, input, recorded_by, record_id, occurred_at, null, null, named
  from reset_uses
  union all
  -- A computer that is being joined to the domain is still called otherwise.
  select 'contradicted-name', case when j.network is not null then 'beside' else 'weak' end, 'both', a.organisation, a.network, a.input, a.recorded_by, a.record_id, a.occurred_at,
    null, null, substr(a.contradicted_by, 15)
  from attempts a
  left join (select distinct network, upper(account) as computer, acting_sid, date_trunc('hour', occurred_at) as hour from account_changes where event_id = 4741) j
    on j.network = a.network and j.computer = a.terminal || '$' and j.acting_sid = a.account_sid and j.hour = date_trunc('hour', a.occurred_at + interval '5' minute)
  where a.succeeded and a.in_period and a.event_id = 4624 and a.logon_type = 3 and a.contradicted_by like 'recorded-name %'
  union all
  -- The built-in administrator of a PC itself, from another user's PC: whoever administers PCs sits at an admin terminal, or uses a server. A password that the PCs have in common
  -- is what an intruder goes on with.
  select 'local-administrator', 'strong', 'both', a.organisation, a.network, a.input, a.recorded_by, a.record_id, a.occurred_at, null, null, a.recorder
  from attempts a
  join known_terminals k on k.network = a.network and k.terminal = a.recorder and k.role = 'user terminal'
  left join (select distinct network, domain_sid || '-500' as account_sid from directories) d on d.network = a.network and d.account_sid = a.account_sid
  where a.succeeded and a.in_period and a.event_id = 4624 and a.logon_type in (3, 8, 10) and a.account_sid like 'S-1-5-21-%-500' and d.account_sid is null
    and a.terminal <> a.recorder and a.terminal_role = 'user terminal' and not a.admin_terminal
),
located as (
  select s.because, s.strength, s.unit, s.organisation, s.network, s.input, s.recorded_by, s.record_id, s.occurred_at, s.measured, s.within_seconds, s.named,
    a.identity, a.account_number, a.account, a.account_domain, a.account_sid, a.place, a.terminal, a.terminal_role, a.admin_terminal and not a.doubted as at_admin_terminal,
    a.terminal_address, a.terminal_name, a.attribution, a.certainty, a.contradicted_by, a.event_id, a.succeeded, a.logon_type, a.status_code, a.failure_reason
  from signs s
  join attempts a on a.input = s.input and a.record_id = s.record_id and a.occurred_at = s.occurred_at and a.recorded_by = s.recorded_by
  where a.event_id <> 4778
  union all
  select s.because, s.strength, s.unit, s.organisation, s.network, s.input, s.recorded_by, s.record_id, s.occurred_at, s.measured, s.within_seconds, s.named,
    e.identity, e.account_number, r.account, r.account_domain, r.account_sid,
    case when t.terminal is not null then 'terminal ' || t.terminal when e.terminal_address is not null then 'address ' || e.terminal_address else 'terminal ' || e.recorder end,
    t.terminal, k.role, coalesce(k.admin_terminal, false) and not coalesce(t.doubtful, false),
    e.terminal_address, e.terminal_name, t.attribution, t.certainty, t.contradicted_by, e.event_id, e.succeeded, e.logon_type, e.status_code, e.failure_reason
  from signs s
  join authentications e on e.input = s.input and e.record_id = s.record_id and e.occurred_at = s.occurred_at and e.recorded_by = s.recorded_by
  join recorded_accounts r on r.identity = e.identity
  left join address_terminals t
    on t.organisation = e.organisation and t.network = e.network and t.terminal_address = e.terminal_address and t.occurred_at = e.occurred_at
  left join known_terminals k on k.network = e.network and k.terminal = t.terminal
  where e.event_id = 4769
  union all
  -- Who replicated the directory, from where its session at that domain controller came.
  select s.because, s.strength, s.unit, s.organisation, s.network, s.input, s.recorded_by, s.record_id, s.occurred_at, s.measured, s.within_seconds, s.named,
    p.identity, p.account_number, coalesce(p.account, e.account), coalesce(p.account_domain, e.account_domain), coalesce(p.account_sid, e.account_sid),
    coalesce(p.place, 'terminal ' || upper(substr(split_part(e.recorded_by, '.', 1), 1, 15))),
    case when p.place is null then upper(substr(split_part(e.recorded_by, '.', 1), 1, 15)) else p.terminal end, case when p.place is null then k.role else p.terminal_role end,
    coalesce(p.at_admin_terminal, false), p.terminal_address, p.terminal_name, case when p.place is null then 'recorder' else p.attribution end, coalesce(p.certainty, 'weak'),
    p.contradicted_by, e.event_id, true, e.logon_type, e.status_code, e.failure_reason
  from signs s
  join logon_events e on e.input = s.input and e.record_id = s.record_id and e.occurred_at = s.occurred_at and e.recorded_by = s.recorded_by
  left join act_places p
    on p.organisation = e.organisation and p.network = e.network and p.recorded_by = e.recorded_by and p.logon_id = e.logon_id and p.occurred_at = e.occurred_at
  left join known_terminals k on k.network = e.network and k.terminal = upper(substr(split_part(e.recorded_by, '.', 1), 1, 15))
  where e.event_id = 4662
  union all
  -- A computer's own account, from where somebody handed its logon on.
  select s.because, s.strength, s.unit, s.organisation, s.network, s.input, s.recorded_by, s.record_id, s.occurred_at, s.measured, s.within_seconds, s.named,
    null, null, e.account, e.account_domain, e.account_sid, case when c.terminal is not null then 'terminal ' || c.terminal else 'address ' || c.terminal_address end,
    c.terminal, c.terminal_role, false, c.terminal_address, e.terminal_name, case when c.terminal is not null then 'computer-account' end,
    case when c.terminal is not null then 'likely' else 'unknown' end, null, e.event_id, true, e.logon_type, e.status_code, e.failure_reason
  from signs s
  join logon_events e on e.input = s.input and e.record_id = s.record_id and e.occurred_at = s.occurred_at and e.recorded_by = s.recorded_by
  join relayed_computers c on c.input = s.input and c.record_id = s.record_id and c.occurred_at = s.occurred_at and c.recorded_by = s.recorded_by
  where s.because = 'relayed-computer'
  union all
  -- Records of no attempt, and those of the system.
  select s.because, s.strength, s.unit, s.organisation, s.network, s.input, s.recorded_by, s.record_id, s.occurred_at, s.measured, s.within_seconds, s.named,
    null, null, case when s.because = 'credentials' then e.acting_account else e.account end, case when s.because = 'credentials' then e.acting_domain else e.account_domain end,
    case when s.because = 'credentials' then e.acting_sid else e.account_sid end,
    case when e.event_id = 4778 and e.terminal_address is not null then 'address ' || e.terminal_address else 'terminal ' || upper(substr(split_part(e.recorded_by, '.', 1), 1, 15)) end,
    case when e.event_id <> 4778 or e.terminal_address is null then upper(substr(split_part(e.recorded_by, '.', 1), 1, 15)) end, k.role, false,
    case when e.event_id = 4778 then e.terminal_address end, case when e.event_id = 4778 then e.terminal_name end,
    case when e.event_id <> 4778 or e.terminal_address is null then 'recorder' end, case when e.event_id <> 4778 or e.terminal_address is null then 'likely' else 'unknown' end,
    null, e.event_id, true, e.logon_type, e.status_code, e.failure_reason
  from signs s
  join logon_events e on e.input = s.input and e.record_id = s.record_id and e.occurred_at = s.occurred_at and e.recorded_by = s.recorded_by
  left join known_terminals k on k.network = e.network and k.terminal = upper(substr(split_part(e.recorded_by, '.', 1), 1, 15))
  where e.event_id in (4648, 4672, 4778) or (e.event_id = 4624 and e.account_sid = 'S-1-5-7')
  union all
  select s.because, s.strength, s.unit, s.organisation, s.network, s.input, s.recorded_by, s.record_id, s.occurred_at, s.measured, s.within_seconds, s.named,
    p.identity, p.account_number,
    -- Who did it; what was changed stands in the sign.
    case when s.because in ('fast-changes', 'new-administrator', 'administrator-reset', 'sid-history', 'dsrm-password') then coalesce(p.account, c.acting_account) else c.account end,
    case when s.because in ('fast-changes', 'new-administrator', 'administrator-reset', 'sid-history', 'dsrm-password') then coalesce(p.account_domain, c.acting_domain) else c.account_domain end,
    case when s.because in ('fast-changes', 'new-administrator', 'administrator-reset', 'sid-history', 'dsrm-password') then coalesce(p.account_sid, c.acting_sid) else c.account_sid end,
    coalesce(p.place, 'terminal ' || upper(substr(split_part(c.recorded_by, '.', 1), 1, 15))),
    case when p.place is null then upper(substr(split_part(c.recorded_by, '.', 1), 1, 15)) else p.terminal end, case when p.place is null then k.role else p.terminal_role end,
    coalesce(p.at_admin_terminal, false), p.terminal_address, p.terminal_name, case when p.place is null then 'recorder' else p.attribution end, coalesce(p.certainty, 'likely'),
    p.contradicted_by, c.event_id, true, null, null, null
  from signs s
  join account_changes c on c.input = s.input and c.record_id = s.record_id and c.occurred_at = s.occurred_at and c.recorded_by = s.recorded_by
  left join act_places p
    on p.organisation = c.organisation and p.network = c.network and p.recorded_by = c.recorded_by and p.logon_id = c.acting_logon_id
    and p.occurred_at = c.occurred_at
  left join known_terminals k on k.network = c.network and k.terminal = upper(substr(split_part(c.recorded_by, '.', 1), 1, 15))
),
weighed as (
  select l.because,
    case
      when l.because in ('fast-failures', 'brute-force', 'fast-terminals', 'regular-interval') and l.failure_reason = 'wrong-password'
        and r.password_set_at <= l.occurred_at and r.password_set_at >= l.occurred_at - x.password_changed then 'explained'
      when l.because = 'success-after-guesses' and r.password_set_at <= l.occurred_at and r.password_set_at >= l.occurred_at - x.password_changed then 'explained'
      -- At a server or a terminal that administrators use, whoever resets passwords may try them; behind an address that many share, at home by VPN, may be both of them.
      when l.because = 'reset-then-used' and (l.at_admin_terminal or l.terminal_role in ('server', 'domain controller') or l.attribution = 'shared-address') then 'weak'
      -- Whoever looks after databases asks for each; whoever looks after domain controllers sets their passwords.
      when l.because in ('kerberoast-slow', 'dsrm-password') and l.at_admin_terminal then 'weak'
      -- A mail or web server asks for many people.
      when l.because in ('spray', 'fast-accounts') and l.terminal_role in ('server', 'domain controller') then 'weak'
      -- Exchange looks after its own mailboxes round the clock, with accounts that it makes for that.
      when l.because in ('regular-interval', 'no-night') and l.succeeded and l.terminal_role = 'server' and lower(l.account) like 'healthmailbox%' and r.matched_by = 'sid' then 'beside'
      -- Whoever logs on anew every time is a program; whoever is asked again over one connection need not be.
      when l.because = 'regular-interval' and (not l.succeeded or (l.event_id <> 4776 and coalesce(l.logon_type, 0) <> 3 and coalesce(l.terminal_role, '') <> 'server')) then 'strong'
      when l.because in ('new-credentials', 'restricted-admin', 'built-in-administrator') and l.at_admin_terminal then 'beside'
      -- What is no computer of the domain (a Mac, a printer that scans to a folder) has no tickets, whoever sits at it.
      when l.because = 'no-ticket-from-there' and l.terminal_role is null then 'beside'
      else l.strength
    end as strength,
    -- Who tries many accounts under one name is one happening.
    case when l.because in ('random-name', 'tool-name', 'no-windows-name', 'unknown-machine') and not l.succeeded then 'place' else l.unit end as unit,
    l.organisation, l.network, l.input, l.recorded_by, l.record_id, l.occurred_at, l.measured, l.within_seconds, l.named,
    l.identity, l.account_number, l.account, l.account_domain, l.account_sid, l.place, l.terminal, l.terminal_role, l.terminal_address, l.terminal_name,
    l.attribution, l.certainty, l.contradicted_by, l.succeeded, l.logon_type, l.status_code, l.failure_reason
  from located l
  cross join limits x
  cross join asked p
  left join recorded_accounts r on r.identity = l.identity
  -- What the weeks before show is no finding of this one.
  where l.occurred_at >= p.asked_from and l.occurred_at < p.asked_until
),
-- Whoever has a home, and was at it in the period too, at another's terminal or a server. New and moved people have none, who helps everybody has many, and a
-- terminal server or a counter is everybody's: being there the first time says nothing. A storage or printer is no computer of the domain, and uses what it was told.
first_times as (
  select f.organisation, f.network, f.account_number, f.place, f.known_places, f.baseline_days, case when f.home like 'terminal %' then substr(f.home, 10) else f.home end as home,
    f.busiest_days_there >= l.home_days as of_another
  from first_seen f
  cross join limits l
  where f.first_seen and f.at_home_too and f.home_days >= l.home_days and f.known_places <= l.home_places and f.accounts_known_there <= l.home_places
),
domain_servers as (
  select distinct t.network, t.terminal
  from terminals t
  join accounts a on a.network = t.network and lower(a.account) = lower(t.terminal) || '$'
  where t.role in ('server', 'domain controller') and a.kind = 'computer'
),
cleared as (
  select organisation, network, recorded_by, occurred_at as cleared_at, coalesce(acting_domain || '\', '') || acting_account as cleared_by from log_changes where event_id = 1102
)
select * from weighed
union all
select distinct 'log-cleared', 'joins', w.unit, w.organisation, w.network, w.input, w.recorded_by, w.record_id, w.occurred_at, x.log_cleared_minutes, cast(null as bigint),
  c.cleared_by,
  w.identity, w.account_number, w.account, w.account_domain, w.account_sid, w.place, w.terminal, w.terminal_role, w.terminal_address, w.terminal_name,
  w.attribution, w.certainty, w.contradicted_by, w.succeeded, w.logon_type, w.status_code, w.failure_reason
from weighed w
cross join limits x
join cleared c
  on c.organisation = w.organisation and c.network = w.network and c.recorded_by = w.recorded_by
  and c.cleared_at >= w.occurred_at - x.cleared_around and c.cleared_at <= w.occurred_at + x.cleared_around
union all
select distinct 'out-of-hours', 'beside', w.unit, w.organisation, w.network, w.input, w.recorded_by, w.record_id, w.occurred_at, cast(null as bigint), cast(null as bigint), cast(null as varchar),
  w.identity, w.account_number, w.account, w.account_domain, w.account_sid, w.place, w.terminal, w.terminal_role, w.terminal_address, w.terminal_name,
  w.attribution, w.certainty, w.contradicted_by, w.succeeded, w.logon_type, w.status_code, w.failure_reason
from weighed w
join calendar d on w.occurred_at >= d.starts_at and w.occurred_at < d.ends_at
where d.work_from_at is null or w.occurred_at < d.work_from_at or w.occurred_at >= d.work_until_at
union all
-- Where sources disagree, it may be a terminal that the account knows.
select distinct 'first-time', 'joins', w.unit, w.organisation, w.network, w.input, w.recorded_by, w.record_id, w.occurred_at, f.known_places, f.baseline_days, f.home,
  w.identity, w.account_number, w.account, w.account_domain, w.account_sid, w.place, w.terminal, w.terminal_role, w.terminal_address, w.terminal_name,
  w.attribution, w.certainty, w.contradicted_by, w.succeeded, w.logon_type, w.status_code, w.failure_reason
from weighed w
join first_times f on f.organisation = w.organisation and f.network = w.network and f.account_number = w.account_number and f.place = w.place
left join domain_servers s on s.network = w.network and s.terminal = w.terminal
left join known_pairs k
  on k.organisation = w.organisation and k.network = w.network and k.account_number = w.account_number
  and k.place = 'terminal ' || split_part(w.contradicted_by, ' ', 2)
where w.unit = 'both' and w.succeeded and w.certainty in ('certain', 'likely', 'contradicted') and k.place is null and (f.of_another or s.terminal is not null)
