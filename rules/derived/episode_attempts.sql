-- row: one attempt that a check asks about, with the episode it belongs to: same account, place and result, each within episode_minutes of the one before; of folded ones there is one episode (run 0) whatever the account (0) or the place ('')
-- from: attempts, episode_runs, second_looks, locked_out_attempts, off_hours_attempts, confirmed_attempts, repeated_attempts, session_origins
select a.organisation, a.network, e.check_id,
  case when e.folded = 'accounts' or e.folded = 'both' then 0 else a.account_number end as episode_account_number,
  case when e.folded = 'places' or e.folded = 'both' then '' else a.place end as episode_place, e.run, e.folded,
  a.account_number, a.place, a.input, a.recorded_by, a.record_id, a.occurred_at, a.succeeded, a.identity, a.administrator, a.administrator_span,
  a.terminal, a.terminal_role, a.admin_terminal, a.terminal_address, a.terminal_name, a.attribution, a.certainty, a.contradicted_by,
  a.logon_type, a.status_code, a.technical, a.computer_account,
  case
    when a.failure_reason <> 'disabled-expired-or-locked' then a.failure_reason
    when l.occurred_at is not null then 'locked-out'
    else a.failure_reason
  end as reason,
  coalesce(l.occurred_at is not null and a.failure_reason = 'wrong-password' and not a.asked_by_controller, false) as led_to_lockout,
  a.asked_by_controller and d.occurred_at is not null as second_look,
  coalesce(c.began = 'admin', false) as continued, c.step as origin_step,
  -- What speaks most against an admin terminal first; at one, the trail that leads on to the machine logged on to.
  case c.began when 'elsewhere' then 4 when 'open' then 2 when 'admin' then 0 end + case when c.machine <> '' then 1 else 0 end as origin_weight,
  f.occurred_at is not null as confirmed, a.event_id = 4769 as only_ticket, a.event_id = 4778 as reconnected, e.daily,
  p.record_id is not null as repeats,
  e.sprayed, e.slow_sprayed, e.spread_sprayed, e.many_terminals, e.unknown_names,
  h.occurred_at is not null as off_hours, coalesce(h.usual, false) as off_hours_usual
from attempts a
-- Only those that a check asks about. Said once more in a where, DuckDB takes them for few, and puts whole attempts into hash tables.
join episode_runs e on e.input = a.input and e.recorded_by = a.recorded_by and e.record_id = a.record_id and e.occurred_at = a.occurred_at
left join locked_out_attempts l
  on l.organisation = a.organisation and l.network = a.network and l.account_number = a.account_number and l.occurred_at = a.occurred_at
left join session_origins c
  on c.kind = 'asked' and c.organisation = a.organisation and c.network = a.network and c.account_number = a.account_number and c.terminal = a.terminal
  and c.occurred_at = a.occurred_at
  and c.machine = case when e.check_id in ('admin-logon-success-elsewhere', 'admin-logon-failure-elsewhere') then case when a.event_id in (4624, 4625, 4778) and a.recorder <> a.terminal then a.recorder else '' end end
left join confirmed_attempts f
  on f.organisation = a.organisation and f.network = a.network and f.account_number = a.account_number and f.terminal = a.terminal
  and f.occurred_at = a.occurred_at
left join repeated_attempts p on p.input = a.input and p.record_id = a.record_id and p.recorded_by = a.recorded_by
left join second_looks d
  on d.organisation = a.organisation and d.network = a.network and d.account_number = a.account_number and d.terminal = a.terminal
  and d.recorder = a.recorder and d.occurred_at = a.occurred_at
left join off_hours_attempts h
  on h.organisation = a.organisation and h.network = a.network and h.account_number = a.account_number and h.occurred_at = a.occurred_at
