-- row: one use of an administrator's credentials from inside another person's session: 4648, a logon of type 9 (runas /netonly), or a logon made there (runas); whose session it was, and whose credentials
-- from: logon_events, account_names, recorded_accounts, administrator_spans
with numbers as (
  select network, account_sid, min(account_number) as account_number, bool_or(administrator) as administrator
  from recorded_accounts
  where account_sid is not null and set_apart is null
  group by network, account_sid
),
-- Logon ids below 1000 are SYSTEM's and the services': the machine itself passes on what somebody typed.
uses as (
  select organisation, network, input, recorded_by, record_id, occurred_at, event_id, logon_type, acting_logon_id, acting_sid,
    -- Sometimes with the service in front.
    case when event_id = 4648 then case when strpos(target_server, '/') > 0 then split_part(target_server, '/', 2) else target_server end end as target_server,
    translate(lower(case when event_id = 4624 and logon_type = 9 then split_part(outbound_account, '@', 1) else account end),
      'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９－＿．', 'abcdefghijklmnopqrstuvwxyz0123456789-_.') as name,
    case when event_id = 4624 and logon_type = 9 then '' else lower(coalesce(account_domain, '')) end as domain
  from logon_events
  where event_id in (4624, 4648) and acting_logon_id > 1000
),
-- Grouped before the next join: joined all at once, DuckDB pairs every account with every other of the network first (7 s instead of 0.1 s).
of_accounts as (
  select u.organisation, u.network, u.input, u.recorded_by, u.record_id, u.occurred_at, u.event_id, u.logon_type, u.target_server, u.acting_logon_id, u.acting_sid,
    min(t.account_number) as account_number
  from uses u
  join account_names n on n.network = u.network and n.name = u.name and n.domain = u.domain
  join numbers t on t.network = n.network and t.account_sid = n.account_sid
  left join administrator_spans s
    on s.network = t.network and s.account_number = t.account_number and u.occurred_at >= s.from_at and u.occurred_at < s.until_at
  where t.administrator or s.span is not null
  group by u.organisation, u.network, u.input, u.recorded_by, u.record_id, u.occurred_at, u.event_id, u.logon_type, u.target_server, u.acting_logon_id, u.acting_sid
)
select o.organisation, o.network, o.input, o.recorded_by, o.record_id, o.occurred_at, o.event_id, o.logon_type, o.target_server, o.acting_logon_id, a.account_number as acting_account_number, o.account_number
from of_accounts o
join numbers a on a.network = o.network and a.account_sid = o.acting_sid
where a.account_number <> o.account_number
