-- row: one account that the suspect may mean, with the directory's or the records' own names for it; account_number is NULL where no record names it
-- from: suspects, account_names, accounts, recorded_accounts
with asked as (
  select network, coalesce(domain, '') as domain,
    translate(lower(value), 'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９－＿．', 'abcdefghijklmnopqrstuvwxyz0123456789-_.') as name
  from suspects
  where kind = 'account'
),
of_directory as (
  select distinct n.network, n.account_sid
  from asked a
  join account_names n on n.network = a.network and n.name = a.name and n.domain = a.domain
),
numbers as (
  select network, account_number, min(account) as account, min(account_domain) as account_domain, min(account_sid) as account_sid,
    bool_or(administrator) as administrator, min(privileged_by) as privileged_by, min(display_name) as display_name, min(department) as department,
    min(lower(recorded_name)) as name, min(lower(recorded_domain)) as domain
  from recorded_accounts
  where set_apart is null
  group by network, account_number
),
-- Names that the directory does not know: local accounts, other domains, and what somebody only typed.
by_name as (
  select r.network, r.account_number
  from asked a
  join recorded_accounts r
    on r.network = a.network
    and translate(lower(r.recorded_name), 'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９－＿．', 'abcdefghijklmnopqrstuvwxyz0123456789-_.') = a.name
  where r.set_apart is null and (a.domain = '' or lower(r.recorded_domain) = a.domain or lower(r.account_domain) = a.domain)
),
chosen as (
  select n.network, n.account_number from of_directory d join numbers n on n.network = d.network and n.account_sid = d.account_sid
  union
  select network, account_number from by_name
)
select n.network, n.account_number, n.account, n.account_domain, n.account_sid, n.administrator, n.privileged_by, n.display_name, n.department
from chosen c
join numbers n on n.network = c.network and n.account_number = c.account_number
union all
select a.network, cast(null as bigint), a.account, a.domain, a.account_sid, coalesce(a.administrator, false), a.privileged_by, a.display_name, a.department
from of_directory d
join accounts a on a.network = d.network and a.account_sid = d.account_sid
left join numbers n on n.network = d.network and n.account_sid = d.account_sid
where n.network is null and a.kind <> 'computer'
