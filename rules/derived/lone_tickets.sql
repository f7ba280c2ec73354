-- row: one service ticket (4769) that an administrator's ticket was used for at a user terminal where no such ticket was issued to it (4768) in session_days before, and where no record of a logon says the same within ten minutes: brought there (pass-the-ticket), or issued before the logs begin
-- from: authentications, address_terminals, terminals, settings
with limits as (
  select max(case when name = 'session_days' then value end) * interval '1' day as session_age from settings
),
-- At servers and admin terminals the steps of session_steps say where it began.
user_terminals as (
  select network, terminal
  from terminals
  group by network, terminal
  having max(role) = 'user terminal' and not bool_or(coalesce(admin_terminal, false))
),
told as (
  select e.organisation, e.network, e.account_number, e.input, e.recorded_by, e.record_id, e.occurred_at, e.event_id, e.service,
    case when e.terminal_address is null and e.logon_type in (2, 7, 11) then e.recorder else s.terminal end as terminal,
    s.certainty in ('certain', 'likely') and not s.doubtful as proven
  from authentications e
  left join address_terminals s
    on s.organisation = e.organisation and s.network = e.network and s.terminal_address = e.terminal_address and s.occurred_at = e.occurred_at
  where e.administrator and e.succeeded and e.event_id in (4624, 4768, 4769)
),
seen as (
  select t.*,
    max(case when event_id = 4768 then occurred_at end) over same as issued_at,
    max(case when event_id <> 4769 then occurred_at end) over same as logon_before,
    min(case when event_id <> 4769 then occurred_at end) over (partition by t.organisation, t.network, t.account_number, t.terminal order by occurred_at desc) as logon_after
  from told t
  join user_terminals u on u.network = t.network and u.terminal = t.terminal
  window same as (partition by t.organisation, t.network, t.account_number, t.terminal order by occurred_at)
)
select s.organisation, s.network, s.input, s.recorded_by, s.record_id, s.occurred_at
from seen s
cross join limits l
where s.event_id = 4769 and s.proven and coalesce(lower(s.service), '') not like 'krbtgt%'
  and coalesce(s.issued_at < s.occurred_at - l.session_age, true)
  and coalesce(s.logon_before < s.occurred_at - interval '10' minute, true)
  and coalesce(s.logon_after > s.occurred_at + interval '10' minute, true)
