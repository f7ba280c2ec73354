-- row: one use of an administrator's credentials from inside another person's session: 4648, a logon of type 9 (runas /netonly), a logon made there (runas), or, at an admin terminal, one made at the prompt for elevation (prompted) in the session that was connected last; whose session it was, and whose credentials
-- from: logon_events, account_names, recorded_accounts, administrator_spans, terminals
with numbers as (
  select network, account_sid, min(account_number) as account_number, bool_or(administrator) as administrator
  from recorded_accounts
  where account_sid is not null and set_apart is null
  group by network, account_sid
),
admin_terminals as (
  select network, terminal from terminals where admin_terminal group by network, terminal
),
-- The prompt for elevation (UAC) logs on for whoever sits there, and the record says only that the system did it.
prompts as (
  select e.organisation, e.network, e.input, e.recorded_by, e.record_id, e.occurred_at, e.event_id, e.logon_type, e.account, e.account_domain
  from logon_events e
  join admin_terminals t on t.network = e.network and t.terminal = upper(substr(split_part(e.recorded_by, '.', 1), 1, 15))
  where e.event_id = 4624 and e.logon_type in (2, 11) and lower(e.process) like '%\consent.exe' and coalesce(e.acting_logon_id, 0) <= 1000
),
-- A PC shows one desktop: that of whoever logged on or connected last.
desktops as (
  select e.organisation, e.network, e.recorded_by, e.occurred_at, e.logon_id,
    max(e.account_sid) over (partition by e.organisation, e.network, e.recorded_by, e.logon_id) as account_sid,
    row_number() over (order by e.occurred_at, e.record_id, e.organisation, e.network, e.recorded_by, e.input) as desktop
  from logon_events e
  join (select distinct organisation, network, recorded_by from prompts) p
    on p.organisation = e.organisation and p.network = e.network and p.recorded_by = e.recorded_by
  where e.event_id = 4778
    or (e.event_id = 4624 and e.logon_type in (2, 7, 10, 11) and (e.account_sid like 'S-1-5-21-%' or e.account_sid like 'S-1-12-1-%')
      and coalesce(e.acting_logon_id, 0) <= 1000 and coalesce(lower(e.process), '') not like '%\consent.exe')
),
prompt_line as (
  select organisation, network, recorded_by, occurred_at as happened_at, desktop, cast(null as bigint) as record_id, cast(null as integer) as input from desktops
  union all
  select organisation, network, recorded_by, occurred_at, null, record_id, input from prompts
),
prompt_seen as (
  select organisation, network, recorded_by, happened_at, record_id, input,
    max(desktop) over (partition by organisation, network, recorded_by order by happened_at) as desktop
  from prompt_line
),
records as (
  select organisation, network, input, recorded_by, record_id, occurred_at, event_id, logon_type, acting_logon_id, acting_sid, target_server, outbound_account,
    account, account_domain, false as prompted
  from logon_events
  where event_id in (4624, 4648) and acting_logon_id > 1000
  union all
  select p.organisation, p.network, p.input, p.recorded_by, p.record_id, p.occurred_at, p.event_id, p.logon_type, d.logon_id, d.account_sid, null, null, p.account, p.account_domain, true
  from prompts p
  join prompt_seen s on s.input = p.input and s.record_id = p.record_id and s.happened_at = p.occurred_at and s.recorded_by = p.recorded_by
  join desktops d on d.desktop = s.desktop
),
-- Logon ids below 1000 are SYSTEM's and the services': the machine itself passes on what somebody typed.
uses as (
  select organisation, network, input, recorded_by, record_id, occurred_at, event_id, logon_type, acting_logon_id, acting_sid, prompted,
    -- Sometimes with the service in front.
    case when event_id = 4648 then case when strpos(target_server, '/') > 0 then split_part(target_server, '/', 2) else target_server end end as target_server,
    translate(lower(case when event_id = 4624 and logon_type = 9 then split_part(outbound_account, '@', 1) else account end),
      'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９－＿．', 'abcdefghijklmnopqrstuvwxyz0123456789-_.') as name,
    case when event_id = 4624 and logon_type = 9 then '' else lower(coalesce(account_domain, '')) end as domain
  from records
),
-- Grouped before the next join: joined all at once, DuckDB pairs every account with every other of the network first (7 s instead of 0.1 s).
of_accounts as (
  select u.organisation, u.network, u.input, u.recorded_by, u.record_id, u.occurred_at, u.event_id, u.logon_type, u.target_server, u.acting_logon_id, u.acting_sid, u.prompted,
    min(t.account_number) as account_number
  from uses u
  join account_names n on n.network = u.network and n.name = u.name and n.domain = u.domain
  join numbers t on t.network = n.network and t.account_sid = n.account_sid
  left join administrator_spans s
    on s.network = t.network and s.account_number = t.account_number and u.occurred_at >= s.from_at and u.occurred_at < s.until_at
  where t.administrator or s.span is not null
  group by u.organisation, u.network, u.input, u.recorded_by, u.record_id, u.occurred_at, u.event_id, u.logon_type, u.target_server, u.acting_logon_id, u.acting_sid, u.prompted
)
select o.organisation, o.network, o.input, o.recorded_by, o.record_id, o.occurred_at, o.event_id, o.logon_type, o.target_server, o.acting_logon_id, a.account_number as acting_account_number, o.account_number, o.prompted
from of_accounts o
join numbers a on a.network = o.network and a.account_sid = o.acting_sid
where a.account_number <> o.account_number
