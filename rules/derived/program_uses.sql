-- row: one start of a browser or mail program (4688) that an admin terminal recorded in the period: who, and whether a person, Windows or the program itself started it
-- from: process_starts, terminals, watched_programs, period
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
admin_terminals as (
  select network, terminal, max(role) as role from terminals where admin_terminal group by network, terminal
),
named as (
  select p.*, upper(substr(split_part(p.recorded_by, '.', 1), 1, 15)) as terminal,
    lower(reverse(split_part(reverse(p.process), '\', 1))) as program,
    lower(reverse(split_part(reverse(p.parent_process), '\', 1))) as parent_program,
    lower(p.command_line) as command,
    -- The target is written only where it is another than whoever asked.
    case when p.account is not null then p.account else p.acting_account end as runs_as,
    case when p.account is not null then p.account_domain else p.acting_domain end as runs_as_domain,
    case when p.account is not null then p.account_sid else p.acting_sid end as runs_as_sid
  from process_starts p
)
select n.organisation, n.network, n.input, n.recorded_by, n.record_id, n.occurred_at, n.terminal, t.role as terminal_role,
  n.runs_as as account, n.runs_as_domain as account_domain, n.runs_as_sid as account_sid, w.use, n.program,
  case
    when n.runs_as_sid in ('S-1-5-18', 'S-1-5-19', 'S-1-5-20') then 'started-by-windows'
    -- Edge at the start of Windows without a window; another program that uses Internet Explorer or Outlook as a part of its own.
    when n.command like '%--no-startup-window%' or n.command like '%-embedding%' or n.command like '%/embedding%' then 'started-by-windows'
    -- Every page and part of a browser is a process of its own.
    when n.command like '%--type=%' or n.parent_program = n.program then 'helper-process'
    else 'program-used'
  end as because
from named n
cross join asked
join watched_programs w on w.program = n.program
join admin_terminals t on t.network = n.network and t.terminal = n.terminal
where n.occurred_at >= asked.asked_from and n.occurred_at < asked.asked_until
