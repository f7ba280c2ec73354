-- row: one record about an attempt, a service ticket or a lockout, not of a computer or system account, with the number of its account
-- from: logon_events, recorded_accounts
select e.organisation, e.network, e.input, e.recorded_by, upper(substr(split_part(e.recorded_by, '.', 1), 1, 15)) as recorder, e.record_id, e.occurred_at,
  e.event_id, e.succeeded, r.identity, r.account_number, r.administrator,
  e.logon_type, e.terminal_address, e.terminal_address_kind, e.terminal_name,
  case
    -- An address written in the place of the name.
    when try_cast(split_part(e.terminal_name, '.', 1) as integer) is not null and try_cast(split_part(e.terminal_name, '.', 4) as integer) is not null then e.terminal_name
    else upper(substr(split_part(e.terminal_name, '.', 1), 1, 15))
  end as named_terminal,
  e.status_code, e.failure_reason, e.service
from logon_events e
join recorded_accounts r
  on r.network = e.network and r.recorded_name = coalesce(e.account, '') and r.recorded_domain = coalesce(e.account_domain, '')
  and r.recorded_sid = coalesce(e.account_sid, '')
where e.event_id in (4624, 4625, 4740, 4768, 4769, 4771, 4776) and r.set_apart is null
