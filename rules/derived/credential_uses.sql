-- row: one use of an account's credentials from inside a session of a person: 4648, or a logon of type 9 (runas /netonly); whose session it was, and whose credentials
-- from: logon_events, account_names, recorded_accounts
with numbers as (
  select network, account_sid, min(account_number) as account_number
  from recorded_accounts
  where account_sid is not null and set_apart is null
  group by network, account_sid
),
-- Logon ids below 1000 are SYSTEM's and the services': the machine itself passes on what somebody typed.
uses as (
  select organisation, network, recorded_by, record_id, occurred_at, event_id, acting_logon_id, acting_sid, logon_id, terminal_address,
    translate(lower(case when event_id = 4648 then account else split_part(outbound_account, '@', 1) end),
      'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９－＿．', 'abcdefghijklmnopqrstuvwxyz0123456789-_.') as name,
    case when event_id = 4648 then lower(coalesce(account_domain, '')) else '' end as domain
  from logon_events
  where event_id in (4624, 4648) and acting_logon_id > 1000 and (event_id = 4648 or logon_type = 9)
)
select u.organisation, u.network, u.recorded_by, upper(substr(split_part(u.recorded_by, '.', 1), 1, 15)) as recorder, u.record_id, u.occurred_at, u.event_id,
  u.acting_logon_id, a.account_number as acting_account_number, u.logon_id, t.account_number
from uses u
join account_names n on n.network = u.network and n.name = u.name and n.domain = u.domain
join numbers t on t.network = n.network and t.account_sid = n.account_sid
join numbers a on a.network = u.network and a.account_sid = u.acting_sid
