-- row: one record about an attempt, a reconnected session (4778), a service ticket or a lockout, not of a system account, and of a computer only where it failed, with the number of its account; an NTLM check of a domain controller (4776) with the address that the server saw, where the server's own record of that logon was given, else with an address that stands in the place of the name (address_named)
-- from: logon_events, recorded_accounts, administrator_spans
with recorded as (
  select e.organisation, e.network, e.input, e.recorded_by, upper(substr(split_part(e.recorded_by, '.', 1), 1, 15)) as recorder, e.record_id, e.occurred_at,
    e.event_id, case when e.event_id = 4778 then true else e.succeeded end as succeeded, r.identity, r.account_number, (r.administrator or s.span is not null) and r.set_apart is null as administrator,
    case when r.set_apart is null then s.span end as administrator_span,
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
  left join administrator_spans s
    on s.network = r.network and s.account_number = r.account_number and e.occurred_at >= s.from_at and e.occurred_at < s.until_at
  where e.event_id in (4624, 4625, 4740, 4768, 4769, 4771, 4776, 4778)
    and (r.set_apart is null or (r.set_apart = 'computer' and not e.succeeded and e.event_id in (4625, 4768, 4771, 4776)))
),
-- The server that was logged on to writes name and address; the domain controller that it asks, the name alone.
ntlm_line as (
  select organisation, network, account_number, succeeded, named_terminal, occurred_at as happened_at, event_id = 4776 as asks, case when event_id <> 4776 then occurred_at end as seen_at
  from recorded
  where named_terminal is not null and (event_id = 4776 or (event_id in (4624, 4625) and terminal_address is not null))
),
ntlm_seen as (
  select organisation, network, account_number, succeeded, named_terminal, happened_at, asks,
    max(seen_at) over (partition by organisation, network, account_number, succeeded, named_terminal order by happened_at) as seen_before,
    min(seen_at) over (partition by organisation, network, account_number, succeeded, named_terminal order by happened_at desc) as seen_after
  from ntlm_line
),
ntlm_nearest as (
  select distinct organisation, network, account_number, succeeded, named_terminal, happened_at,
    case when seen_after is null or happened_at - seen_before <= seen_after - happened_at then seen_before else seen_after end as seen_at
  from ntlm_seen
  where asks and (seen_before >= happened_at - interval '5' second or seen_after <= happened_at + interval '5' second)
),
ntlm_addresses as (
  select n.organisation, n.network, n.account_number, n.succeeded, n.named_terminal, n.happened_at, min(s.terminal_address) as terminal_address
  from ntlm_nearest n
  join recorded s
    on s.organisation = n.organisation and s.network = n.network and s.account_number = n.account_number and s.succeeded = n.succeeded
    and s.named_terminal = n.named_terminal and s.occurred_at = n.seen_at
  where s.event_id in (4624, 4625) and s.terminal_address is not null
  group by n.organisation, n.network, n.account_number, n.succeeded, n.named_terminal, n.happened_at
  -- Two addresses that give the same name in one moment: neither is taken.
  having count(distinct s.terminal_address) = 1
)
select organisation, network, input, recorded_by, recorder, record_id, occurred_at, event_id, succeeded, identity, account_number, administrator, administrator_span,
  logon_type, terminal_address, terminal_address_kind, terminal_name, named_terminal, status_code, failure_reason, service, false as address_named
from recorded
where event_id <> 4776
union all
select r.organisation, r.network, r.input, r.recorded_by, r.recorder, r.record_id, r.occurred_at, r.event_id, r.succeeded, r.identity, r.account_number, r.administrator, r.administrator_span,
  r.logon_type, coalesce(r.terminal_address, a.terminal_address, case when r.named_terminal like '%.%.%.%' then r.named_terminal end),
  r.terminal_address_kind, r.terminal_name, r.named_terminal, r.status_code, r.failure_reason, r.service,
  coalesce(r.terminal_address, a.terminal_address) is null and coalesce(r.named_terminal like '%.%.%.%', false)
from recorded r
left join ntlm_addresses a
  on a.organisation = r.organisation and a.network = r.network and a.account_number = r.account_number and a.succeeded = r.succeeded
  and a.named_terminal = r.named_terminal and a.happened_at = r.occurred_at
where r.event_id = 4776
