-- row: one success of an administrator at an admin terminal that did not begin there: by remote desktop, or in another's session, from something that is none
-- from: attempts, session_origins
select a.organisation, a.network, a.account_number, a.terminal, a.place, a.input, a.recorded_by, a.record_id, a.occurred_at, a.event_id, a.logon_type
from attempts a
join session_origins o
  on o.kind = 'asked' and o.organisation = a.organisation and o.network = a.network and o.account_number = a.account_number and o.terminal = a.terminal
  and o.occurred_at = a.occurred_at and o.machine = case when a.event_id in (4624, 4778) and a.recorder <> a.terminal then a.recorder else '' end
where a.check_id is null and a.succeeded and a.administrator and a.admin_terminal and a.in_period and o.began <> 'admin'
