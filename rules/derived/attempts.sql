-- row: one attempt to log on (4624, 4625, 4768, 4771, 4776; of administrators also a lone 4769, and a session that was connected again, 4778) not by a system account, and by a computer only where it failed: who, from which terminal, how sure that is, and the one check that asks about it; `doubted` where the evidence is too weak to take the terminal for an admin terminal, or its sources disagree on that
-- from: placed_attempts, seen_attempts, computer_hours, recorded_accounts, recorders, terminals, period
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
known_terminals as (
  select network, terminal, max(role) as role, bool_or(coalesce(admin_terminal, false)) as admin_terminal,
    bool_or(coalesce(admin_disputed, false)) as admin_disputed
  from terminals
  group by network, terminal
),
-- Without any admin terminal "elsewhere" means nothing: an administrator's failures then stay under the checks of failures.
judging_networks as (
  select network from known_terminals where admin_terminal group by network
),
own_logs as (
  select network, recorder, first_at, last_at from recorders where records > 0 and failures_around > 0
),
-- Nobody knows who stood at the address, but the computer whose name was given was just then at work at another one, and never at this (a second card, IPv6).
named_hours as (
  select distinct organisation, network, named_terminal, terminal_address, date_trunc('hour', occurred_at) as hour
  from placed_attempts
  where event_id in (4624, 4625) and terminal_address is not null and attribution is null and named_terminal is not null and named_terminal <> recorder
),
named_elsewhere as (
  select n.organisation, n.network, n.named_terminal, n.terminal_address, n.hour
  from named_hours n
  join computer_hours c on c.organisation = n.organisation and c.network = n.network and c.terminal = n.named_terminal
  left join (select distinct organisation, network, terminal, terminal_address from computer_hours) h
    on h.organisation = n.organisation and h.network = n.network and h.terminal = n.named_terminal and h.terminal_address = n.terminal_address
  where h.terminal is null and c.hour >= n.hour - interval '1' hour and c.hour <= n.hour + interval '1' hour
  group by n.organisation, n.network, n.named_terminal, n.terminal_address, n.hour
),
compared as (
  select p.*,
    -- A bad password is asked again of the PDC emulator by the domain controller that was asked first: everyone's failures seem to come from there.
    coalesce(not p.succeeded and t.role = 'domain controller' and t.terminal <> p.recorder, false) as by_controller,
    -- Where it was made, only that one's own log says.
    coalesce(not p.succeeded and t.role = 'domain controller' and t.terminal <> p.recorder, false) and o.recorder is null as origin_lost,
    t.terminal as controller,
    p.attribution = 'recorded-name' and s.occurred_at is not null as seen_there,
    -- The name never wins against the address. A server writes its own name for remote desktop; an address in the place of the name says nothing.
    coalesce(n.named_terminal is not null and p.attribution is null and p.event_id in (4624, 4625), false) or p.event_id in (4624, 4625, 4778) and p.attribution <> 'shared-address' and p.named_terminal <> p.terminal_of_address and p.named_terminal <> p.recorder
      and p.named_terminal <> 'NULL' and p.named_terminal not like '%.%' and p.named_terminal not like '%:%' as named_otherwise
  from placed_attempts p
  left join seen_attempts s
    on s.organisation = p.organisation and s.network = p.network and s.account_number = p.account_number and s.terminal = p.named_terminal
    and s.occurred_at = p.occurred_at
  left join known_terminals t
    on t.network = p.network and t.role = 'domain controller'
    and t.terminal = case when p.event_id in (4768, 4771) then p.terminal_of_address when p.event_id = 4776 and p.attribution = 'recorded-name' then p.named_terminal end
  left join named_elsewhere n
    on n.organisation = p.organisation and n.network = p.network and n.named_terminal = p.named_terminal and n.terminal_address = p.terminal_address
    and n.hour = date_trunc('hour', p.occurred_at)
  left join own_logs o on o.network = t.network and o.recorder = t.terminal and p.occurred_at >= o.first_at and p.occurred_at <= o.last_at
),
placed as (
  select a.*,
    case case when a.origin_lost then 'asked-by-controller' else a.attribution end
      when 'asked-by-controller' then null
      when 'recorder' then a.recorder
      when 'recorded-name' then a.named_terminal
      when 'tunnel' then null
      else a.terminal_of_address
    end as terminal,
    case
      when a.origin_lost then 'unknown'
      when a.attribution = 'recorder' and a.logon_type in (2, 7, 11, 13) then 'certain'
      -- Remote desktop with NLA fails as type 3, without an address or, through a tunnel, from loopback.
      when a.attribution = 'recorder' and a.logon_type in (3, 8) and a.terminal_address_kind <> 'loopback' then 'weak'
      when a.attribution = 'recorder' then 'likely'
      when a.attribution = 'recorded-name' then case when a.seen_there then 'likely' else 'weak' end
      when a.named_otherwise then 'contradicted'
      -- That the ticket was not issued there is inferred.
      when a.event_id = 4769 then 'likely'
      else coalesce(a.certainty_of_address, 'unknown')
    end as certainty,
    -- Anybody may call a terminal by an admin terminal's name: that is not enough for not looking.
    case
      when a.attribution = 'recorded-name' then true
      when a.attribution = 'recorder' then coalesce(a.logon_type in (3, 8), false)
      else coalesce(a.address_is_doubtful, false) or coalesce(a.named_otherwise, false)
    end as doubted,
    case
      when a.terminal_address is not null then coalesce(a.address_contradicted_by, case when a.named_otherwise then 'recorded-name ' || a.named_terminal end)
    end as contradicted_by
  from compared a
)
select p.organisation, p.network, p.input, p.recorded_by, p.recorder, p.record_id, p.occurred_at,
  p.occurred_at >= asked.asked_from and p.occurred_at < asked.asked_until as in_period,
  p.event_id, p.succeeded, p.identity, p.account_number,
  r.account, r.account_domain, r.account_sid, r.matched_by as account_matched_by, p.administrator, p.administrator_span,
  r.set_apart is not null as computer_account,
  p.terminal, t.role as terminal_role,
  case when p.terminal is not null then coalesce(t.admin_terminal, false) end as admin_terminal,
  p.terminal_address, case when p.origin_lost then p.controller else p.terminal_name end as terminal_name,
  case when p.origin_lost then 'asked-by-controller' when p.seen_there then 'recorded-name+account-seen' else p.attribution end as attribution, p.certainty, p.contradicted_by, p.doubted or coalesce(t.admin_disputed, false) as doubted,
  case
    when p.terminal is not null then 'terminal ' || p.terminal
    when p.terminal_address is not null then 'address ' || p.terminal_address
    when p.attribution = 'tunnel' then 'tunnel ' || p.recorder
    when p.named_terminal is not null then 'name ' || p.named_terminal
    else 'unknown'
  end as place,
  p.logon_type, p.status_code, p.failure_reason,
  -- A computer's password is no person's guess: it differs after a restore, or where its account was made again.
  r.set_apart is not null or coalesce(p.failure_reason in ('clocks-differ', 'no-logon-server', 'ticket-integrity', 'no-such-service'), false) as technical,
  -- Not so by a name alone, which anybody may give: guesses under it stay guesses.
  p.by_controller and p.event_id in (4768, 4771) as asked_by_controller,
  case
    when p.administrator and j.network is not null and not (coalesce(t.admin_terminal and not t.admin_disputed, false) and not p.doubted)
      then case when p.succeeded then 'admin-logon-success-elsewhere' else 'admin-logon-failure-elsewhere' end
    when p.succeeded then null
    when t.role = 'user terminal' and not t.admin_terminal then 'user-terminal-logon-failure'
    else 'logon-failure-elsewhere'
  end as check_id
from placed p
cross join asked
join recorded_accounts r on r.identity = p.identity
left join known_terminals t on t.network = p.network and t.terminal = p.terminal
left join judging_networks j on j.network = p.network
