-- row: one episode: what one account did at one terminal (or address, where no terminal is known) with one result, close in time, or the folded failures of many, and the level its facts give it
-- from: episode_attempts, session_origins, attempts, recorded_accounts, administrator_spans, first_seen, terminals, settings
with limits as (
  select max(case when name = 'many_failures' then value end) as many_failures,
    max(case when name = 'many_retries' then value end) as many_retries,
    max(case when name = 'success_minutes' then value end) as success_minutes,
    max(case when name = 'password_changed_hours' then value end) as password_changed_hours
  from settings
),
gathered as (
  select organisation, network, check_id, episode_account_number as account_number, episode_place as place, run, min(folded) as folded, min(identity) as identity,
    min(occurred_at) as first_at, max(occurred_at) as last_at, count(*) as records, count(case when not repeats then 1 end) as logons,
    min(terminal) as terminal, min(terminal_role) as terminal_role, bool_or(admin_terminal) as admin_terminal,
    min(terminal_address) as terminal_address, min(terminal_name) as terminal_name,
    -- A contradiction is shown; otherwise the surest of its records says how sure the episode's terminal is.
    min(case certainty when 'contradicted' then '0' when 'certain' then '1' when 'likely' then '2' when 'weak' then '3' else '4' end || coalesce(attribution, '')) as surest, min(contradicted_by) as contradicted_by,
    bool_or(succeeded) as succeeded, bool_or(administrator) as administrator, min(administrator_span) as administrator_span,
    array_join(array_sort(array_agg(distinct recorded_by)), ';') as recorded_by,
    array_join(array_sort(array_agg(distinct logon_type) filter (where logon_type is not null)), ';') as logon_types,
    array_join(array_sort(array_agg(distinct status_code) filter (where status_code is not null)), ';') as reason_codes,
    array_join(array_sort(array_agg(distinct reason) filter (where reason is not null)), ';') as reasons,
    bool_and(technical) as technical, bool_or(computer_account) as computer_account, bool_and(second_look) as second_look, bool_and(continued) as continued, bool_and(confirmed) as confirmed, bool_and(only_ticket) as only_ticket, bool_and(reconnected) as reconnected,
    count(distinct case when daily then date_trunc('day', occurred_at) end) as daily_days,
    max_by(origin_step, origin_weight * 1000000000000 - origin_step) as origin_step,
    bool_or(sprayed) as sprayed, bool_or(slow_sprayed) as slow_sprayed, bool_or(spread_sprayed) as spread_sprayed, bool_or(many_terminals) as many_terminals, bool_or(unknown_names) as unknown_names,
    bool_and(coalesce(reason in ('account-disabled', 'account-expired'), false)) as said_disabled,
    bool_and(coalesce(reason in ('account-disabled', 'account-expired', 'disabled-expired-or-locked'), false)) as perhaps_disabled,
    bool_or(coalesce(reason in ('account-disabled', 'account-expired', 'disabled-expired-or-locked', 'terminal-not-permitted',
      'logon-type-not-granted', 'authentication-firewall', 'account-restriction', 'outside-permitted-hours', 'policy-forbids'), false)) as refused,
    bool_or(coalesce(reason = 'locked-out', false) or led_to_lockout) as locked_out,
    bool_and(coalesce(reason = 'wrong-password', false)) as wrong_password,
    -- Between the old password and the new one Windows says that it must be changed.
    bool_and(coalesce(reason in ('wrong-password', 'password-expired', 'must-change-password'), false)) and bool_or(coalesce(reason = 'wrong-password', false)) as stale_password,
    bool_and(coalesce(reason in ('password-expired', 'must-change-password'), false)) as password_expired,
    bool_and(off_hours) as off_hours, bool_or(off_hours_usual) as off_hours_usual
  from episode_attempts
  group by organisation, network, check_id, episode_account_number, episode_place, run
),
-- Who and where, of those that are folded.
members as (
  select organisation, network, check_id, episode_account_number, episode_place, folded, account_number, place, min(identity) as identity,
    min(occurred_at) as first_at, min(coalesce(terminal, terminal_address, terminal_name)) as seen_from
  from episode_attempts
  where folded is not null
  group by organisation, network, check_id, episode_account_number, episode_place, folded, account_number, place
),
sizes as (
  select organisation, network, check_id, episode_account_number, episode_place, count(distinct account_number) as accounts, count(distinct place) as places
  from members
  group by organisation, network, check_id, episode_account_number, episode_place
),
earliest as (
  select organisation, network, check_id, episode_account_number, episode_place, folded, identity, seen_from,
    row_number() over (
      partition by organisation, network, check_id, episode_account_number, episode_place order by first_at, account_number, place
    ) as position
  from members
),
examples as (
  select e.organisation, e.network, e.check_id, e.episode_account_number, e.episode_place,
    array_join(array_sort(array_agg(distinct case when e.folded = 'places' then e.seen_from else r.account end)
      filter (where case when e.folded = 'places' then e.seen_from else r.account end is not null)), chr(10)) as examples
  from earliest e
  join recorded_accounts r on r.identity = e.identity
  where e.position <= 20
  group by e.organisation, e.network, e.check_id, e.episode_account_number, e.episode_place
),
-- Ends of failing episodes and successes in one line of time, so that no episode is joined to many successes.
line as (
  select organisation, network, account_number, place, last_at as happened_at, 1 as is_episode, check_id, run
  from gathered
  where not succeeded and folded is null
  union all
  select organisation, network, account_number, place, occurred_at, 0, null, null
  from attempts
  where succeeded and account_number in (select account_number from gathered where not succeeded and folded is null)
),
followed as (
  select organisation, network, account_number, place, check_id, run, is_episode,
    min(case when is_episode = 0 then happened_at end) over (partition by organisation, network, account_number, place order by happened_at desc) as success_at,
    min(case when is_episode = 0 then happened_at end) over (partition by organisation, network, account_number, place) as first_success_at
  from line
),
known_terminals as (
  select distinct network, terminal from terminals
),
described as (
  select g.organisation, g.network, g.check_id, g.account_number, g.place, g.run, g.folded, g.first_at, g.last_at, g.records, g.logons,
    coalesce(z.accounts, 1) as accounts, coalesce(z.places, 1) as places, x.examples,
    r.account, r.account_domain, r.account_sid, r.matched_by as account_matched_by, g.administrator, r.display_name, r.department,
    coalesce(r.privileged_by, s.group_name) as privileged_by, s.group_name as joined_group, s.added_at, s.added_by, s.removed_at, s.removed_by,
    case when g.place <> '' then g.terminal end as terminal, case when g.place <> '' then g.terminal_role end as terminal_role,
    case when g.place <> '' then g.admin_terminal end as admin_terminal, case when g.place <> '' then g.terminal_address end as terminal_address,
    case when g.place <> '' then g.terminal_name end as terminal_name,
    case when g.place <> '' and length(g.surest) > 1 then substr(g.surest, 2) end as attribution,
    case case when g.place <> '' then substr(g.surest, 1, 1) end when '0' then 'contradicted' when '1' then 'certain' when '2' then 'likely' when '3' then 'weak' else 'unknown' end as certainty,
    case when g.place <> '' then g.contradicted_by end as contradicted_by,
    g.succeeded, g.recorded_by, g.logon_types, g.reason_codes, g.reasons, g.continued, g.confirmed, g.only_ticket, g.reconnected, g.daily_days,
    o.origin_terminal, o.trail_end, o.hops as origin_hops, o.inferred as origin_inferred, o.credentials_changed, o.chain,
    o.began, o.perhaps_admin, g.technical, g.computer_account, g.second_look,
    g.sprayed, g.slow_sprayed, g.spread_sprayed, g.many_terminals, g.unknown_names, g.wrong_password, g.refused, g.locked_out, g.password_expired, f.success_at,
    -- Kerberos has one code for disabled, expired, locked and outside the permitted hours: the directory says which.
    g.said_disabled or (g.perhaps_disabled and coalesce(not r.account_enabled or r.account_expires_at <= g.last_at, false)) as disabled,
    coalesce(f.first_success_at < g.first_at, false) as at_its_terminal, r.account_kind,
    coalesce(g.off_hours and r.account_kind = 'person', false) as off_hours, g.off_hours_usual,
    coalesce(r.account_kind = 'service' and g.wrong_password, false) as service_retrying,
    k.terminal is not null as terminal_known, n.first_seen, n.first_seen_anywhere, n.known_days, n.known_since, coalesce(r.name_unknown, false) as name_unknown,
    g.logons >= l.many_failures as many_failures, g.logons >= l.many_retries as many_retries,
    coalesce(f.success_at <= g.last_at + l.success_minutes * interval '1' minute, false) as success_followed,
    coalesce(g.stale_password and r.password_set_at <= g.last_at
      and r.password_set_at >= g.last_at - l.password_changed_hours * interval '1' hour, false) as password_just_changed
  from gathered g
  cross join limits l
  left join recorded_accounts r on r.identity = case when g.account_number <> 0 then g.identity end
  left join administrator_spans s on s.span = case when g.account_number <> 0 then g.administrator_span end
  left join sizes z
    on z.organisation = g.organisation and z.network = g.network and z.check_id = g.check_id and z.episode_account_number = g.account_number
    and z.episode_place = g.place
  left join examples x
    on x.organisation = g.organisation and x.network = g.network and x.check_id = g.check_id and x.episode_account_number = g.account_number
    and x.episode_place = g.place
  left join session_origins o on o.step = g.origin_step
  left join first_seen n on n.organisation = g.organisation and n.network = g.network and n.account_number = g.account_number and n.place = g.place
  left join known_terminals k on k.network = g.network and k.terminal = g.terminal
  left join followed f
    on f.is_episode = 1 and f.organisation = g.organisation and f.network = g.network and f.check_id = g.check_id
    and f.account_number = g.account_number and f.place = g.place and f.run = g.run
),
-- At a server a person's failure is mostly a program's: only where people sit is the hour a reason.
weighed as (
  select d.*,
    off_hours and not succeeded and terminal_role = 'user terminal' and not technical and not second_look and not success_followed
      and not (password_just_changed and not many_retries) as outside_hours
  from described d
),
timed as (
  select w.*,
    coalesce(sum(case when outside_hours then 1 else 0 end) over (
      partition by organisation, network, account_number, place order by first_at, check_id, run rows between unbounded preceding and 1 preceding
    ), 0) > 0 as outside_before
  from weighed w
),
-- The stated rules, first that applies.
judged as (
  select t.*,
    case
      when check_id = 'admin-logon-success-elsewhere' then
        case
          when continued then 'continued-from-admin-terminal'
          when confirmed then 'admin-terminal-confirmed'
          when admin_terminal and began = 'elsewhere' and perhaps_admin then 'origin-doubted'
          when admin_terminal and began in ('elsewhere', 'open') then 'began-elsewhere'
          when admin_terminal then 'admin-terminal-doubted'
          when terminal is null then 'unknown-terminal'
          when only_ticket then 'ticket-not-issued-there'
          when terminal_role <> 'user terminal' and began = 'elsewhere' and perhaps_admin then 'origin-doubted'
          when terminal_role <> 'user terminal' and began = 'elsewhere' and origin_hops > 0 then 'began-elsewhere'
          else 'not-an-admin-terminal'
        end
      when check_id = 'admin-logon-failure-elsewhere' then
        case
          when technical then 'technical'
          when second_look then 'second-look'
          when continued and not many_failures then 'continued-from-admin-terminal'
          when confirmed and not many_failures then 'admin-terminal-confirmed'
          when admin_terminal then 'admin-terminal-doubted'
          when terminal_role <> 'user terminal' and began = 'elsewhere' and perhaps_admin then 'origin-doubted'
          when terminal_role <> 'user terminal' and began = 'elsewhere' and origin_hops > 0 then 'began-elsewhere'
          else 'administrator'
        end
      when folded = 'accounts' then case when sprayed then 'spray' else 'slow-spray' end
      when folded = 'places' then 'many-terminals'
      when folded = 'both' then case when spread_sprayed then 'spread-spray' else 'unknown-terminal' end
      when second_look then 'second-look'
      when (sprayed or slow_sprayed) and success_at is not null then 'spray-then-success'
      when sprayed then 'spray'
      when spread_sprayed then 'spread-spray'
      when slow_sprayed then 'slow-spray'
      when many_terminals then 'many-terminals'
      when computer_account and not (many_retries and wrong_password) then 'computer-account'
      when computer_account then 'many-failures'
      when technical then 'technical'
      when disabled and at_its_terminal then 'disabled-at-its-terminal'
      when disabled then 'disabled-elsewhere'
      when refused then 'refused'
      when locked_out then 'locked-out'
      -- A guess that came true from a place nobody knows looks like a mistyped password too. A device that only the DHCP server has a name of is not known
      -- either; behind an address where several computers of the domain stand at once (home offices, VPN) people mistype as anywhere, and a telephone goes on
      -- with the old password where it logged on with it before. Of Wi-Fi (RADIUS) the domain controller writes no name at all: who logged on so before has mistyped.
      when (terminal is null or not terminal_known) and coalesce(attribution, '') <> 'asked-by-controller' and not (coalesce(attribution = 'shared-address', false) and success_followed and not many_failures)
        and not (password_just_changed and at_its_terminal and not many_retries)
        and not (terminal_address is null and at_its_terminal and success_followed and not many_failures)
        then 'unknown-terminal'
      when success_followed and not many_failures then 'mistyped-then-success'
      when password_just_changed and not many_retries then 'password-just-changed'
      -- Whoever is told that the password has expired has typed the right one.
      when outside_hours and not off_hours_usual and not outside_before and (password_expired or not many_failures) then 'outside-hours'
      when password_expired then 'password-expired'
      when service_retrying and many_failures then 'service-retrying'
      when many_failures then 'many-failures'
      when unknown_names then 'unknown-names'
      when outside_hours and off_hours_usual then 'outside-hours-usual'
      when outside_hours then 'outside-hours-again'
      else 'few-failures'
    end as level_because
  from timed t
),
-- What else speaks for or against it, each between semicolons.
all_told as (
  select j.*,
    case when not succeeded and sprayed and level_because <> 'spray-then-success' then ';spray' else '' end
    || case when not succeeded and spread_sprayed then ';spread-spray' else '' end
    || case when not succeeded and slow_sprayed and level_because <> 'spray-then-success' then ';slow-spray' else '' end
    || case when not succeeded and many_terminals then ';many-terminals' else '' end
    || case when not succeeded and computer_account then ';computer-account' when not succeeded and technical then ';technical' else '' end
    || case when not succeeded and disabled and at_its_terminal then ';disabled-at-its-terminal' else '' end
    || case when not succeeded and disabled and not at_its_terminal then ';disabled-elsewhere' else '' end
    || case when not succeeded and refused and not disabled then ';refused' else '' end
    || case when not succeeded and locked_out then ';locked-out' else '' end
    || case when (terminal is null or not terminal_known) and place <> '' then ';unknown-terminal' else '' end
    || case when not succeeded and success_followed and not sprayed and not slow_sprayed then ';mistyped-then-success' else '' end
    || case when not succeeded and password_just_changed then ';password-just-changed' else '' end
    || case when not succeeded and password_expired then ';password-expired' else '' end
    || case when not succeeded and service_retrying and many_failures then ';service-retrying' else '' end
    || case when not succeeded and many_failures then ';many-failures' else '' end
    || case when not succeeded and unknown_names then ';unknown-names' else '' end
    || case when off_hours and off_hours_usual then ';outside-hours-usual' when off_hours and level_because <> 'outside-hours-again' then ';outside-hours' else '' end
    || ';' as all_because
  from judged j
),
told as (
  select w.*, replace(all_because, ';' || level_because || ';', ';') as others_because from all_told w
)
select row_number() over (order by first_at, check_id, organisation, network, account_number, place, run) as episode,
  case when level_because in ('continued-from-admin-terminal', 'admin-terminal-confirmed', 'second-look', 'computer-account', 'technical', 'mistyped-then-success', 'password-just-changed', 'password-expired', 'outside-hours-usual', 'outside-hours-again', 'few-failures')
    then 'note' else 'review' end as level,
  level_because, case when length(others_because) > 1 then substr(others_because, 2, length(others_because) - 2) end as also_because,
  organisation, network, check_id, account_number, place, run, folded, accounts, places, examples, first_at, last_at, records, logons,
  account, account_domain, account_sid, account_matched_by, administrator, display_name, department, privileged_by,
  joined_group, added_at, added_by, removed_at, removed_by,
  terminal, terminal_role, admin_terminal, terminal_address, terminal_name, coalesce(terminal, terminal_address, terminal_name) as seen_from,
  attribution, certainty, contradicted_by, succeeded, reconnected, daily_days, success_at, recorded_by, logon_types, reason_codes, reasons,
  origin_terminal, trail_end, origin_hops, origin_inferred, credentials_changed, chain,
  -- A name that nobody has is at home nowhere; a second look is not made where it was tried.
  case when not second_look and not name_unknown then first_seen end as first_seen, case when not second_look and not name_unknown then first_seen_anywhere end as first_seen_anywhere,
  case when not second_look and not name_unknown then known_days end as known_days, case when not second_look and not name_unknown then known_since end as known_since
from told
