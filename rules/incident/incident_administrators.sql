-- row: one account with privileges seen at the suspect or on its path, and how: logged on from there (used), failed to (tried), came onto it from elsewhere (came), given privileges on it (4672) although the directory calls it no administrator (privileged), or its credentials put into another's session there by that machine's own log (4648, type 9: credentials), even if no other record names it; or the suspect account itself, put into a group that administers the domain or taken out of it (made, unmade; the place is the recorder)
-- from: spread_places, suspect_accounts, attempts, machine_logons, logon_events, account_names, accounts, recorded_accounts, administrator_changes, administrator_spans, suspects
with asked as (
  select coalesce(max(since_at), timestamp '0001-01-01 00:00:00') as since_at from suspects
),
places as (
  select network, place, min(reached_at) as reached_at, min(hop) as hop, min(follow_key) as follow_key from spread_places group by network, place
),
-- On a server that many use, only the account that came.
used as (
  select a.network, a.account_number, a.place, p.hop, case when a.succeeded then 'used' else 'tried' end as how, a.occurred_at, a.certainty, a.attribution
  from places p
  join attempts a on a.network = p.network and a.place = p.place
  where a.administrator and a.occurred_at >= p.reached_at and (p.follow_key = 0 or p.follow_key = a.account_number)
),
came as (
  select m.network, m.account_number, m.target as place, p.hop, case when m.administrator then 'came' else 'privileged' end as how, m.occurred_at, m.certainty, cast(null as varchar) as attribution
  from places p
  join machine_logons m on m.network = p.network and m.target = p.place
  where m.strength = 'strong' and p.follow_key = 0 and m.occurred_at >= p.reached_at and (m.administrator or m.privileged) and m.account_number is not null
),
suspected as (
  select a.network, a.account_number, a.place, 0 as hop, case when a.succeeded then 'used' else 'tried' end as how, a.occurred_at, a.certainty, a.attribution
  from suspect_accounts s
  join attempts a on a.network = s.network and a.account_number = s.account_number
  cross join asked
  where (s.administrator or a.administrator) and a.occurred_at >= asked.since_at
),
uses as (
  select network, 'terminal ' || upper(substr(split_part(recorded_by, '.', 1), 1, 15)) as place, occurred_at, acting_sid,
    lower(case when event_id = 4648 then split_part(account, '@', 1) else split_part(outbound_account, '@', 1) end) as name
  from logon_events
  where acting_logon_id > 1000 and (event_id = 4648 or (event_id = 4624 and logon_type = 9 and outbound_account is not null))
),
credentials as (
  select u.network, a.account, a.domain as account_domain, a.account_sid, a.privileged_by, a.display_name, p.place, p.hop, u.occurred_at
  from places p
  join uses u on u.network = p.network and u.place = p.place
  join account_names n on n.network = u.network and n.name = u.name and n.domain = ''
  join accounts a on a.network = n.network and a.account_sid = n.account_sid
  where a.administrator and p.follow_key = 0 and u.occurred_at >= p.reached_at and coalesce(u.acting_sid, '') <> a.account_sid
),
every as (
  select * from used union all select * from came union all select * from suspected
),
names as (
  select network, account_number, min(account) as account, min(account_domain) as account_domain, min(account_sid) as account_sid, min(privileged_by) as privileged_by,
    min(display_name) as display_name, bool_or(administrator) as administrator
  from recorded_accounts
  group by network, account_number
),
-- What the logs show of who was an administrator then, whatever the directory says now.
joined as (
  select network, account_number, min(group_name) as group_name from administrator_spans group by network, account_number
),
-- Who was taken out since then had been an administrator until then.
changed as (
  select s.network, s.account_number, s.account, s.account_domain, s.account_sid, c.group_name, s.display_name,
    'terminal ' || upper(substr(split_part(c.recorded_by, '.', 1), 1, 15)) as place,
    case when c.added_at >= asked.since_at then 'made' else 'unmade' end as how,
    case when c.added_at >= asked.since_at then c.added_at else c.removed_at end as occurred_at,
    case when c.added_at >= asked.since_at then c.added_by else c.removed_by end as changed_by
  from suspect_accounts s
  join administrator_changes c on c.network = s.network and c.account_sid = s.account_sid
  cross join asked
  where c.added_at >= asked.since_at or c.removed_at >= asked.since_at
)
select e.network, e.account_number, n.account, n.account_domain, n.account_sid, coalesce(n.privileged_by, j.group_name) as privileged_by, n.display_name,
  n.administrator or j.group_name is not null as administrator, e.place, e.how, cast(null as varchar) as changed_by,
  min(e.hop) as hop, min(e.occurred_at) as first_at, max(e.occurred_at) as last_at, count(distinct e.occurred_at) as records,
  case
    when bool_or(e.certainty = 'certain') then 'certain'
    when bool_or(e.certainty = 'likely') then 'likely'
    when bool_or(e.certainty = 'contradicted') then 'contradicted'
    when bool_or(e.certainty = 'weak') then 'weak'
    else 'unknown'
  end as certainty,
  min(e.attribution) as attribution
from every e
join names n on n.network = e.network and n.account_number = e.account_number
left join joined j on j.network = e.network and j.account_number = e.account_number
group by e.network, e.account_number, n.account, n.account_domain, n.account_sid, n.privileged_by, j.group_name, n.display_name, n.administrator, e.place, e.how
union all
select network, account_number, account, account_domain, account_sid, group_name, display_name, true, place, how, changed_by,
  0, min(occurred_at), max(occurred_at), count(*), 'certain', cast(null as varchar)
from changed
group by network, account_number, account, account_domain, account_sid, group_name, display_name, place, how, changed_by
union all
select network, cast(null as integer), account, account_domain, account_sid, privileged_by, display_name, true, place, 'credentials', cast(null as varchar),
  min(hop), min(occurred_at), max(occurred_at), count(distinct occurred_at), 'certain', cast(null as varchar)
from credentials
group by network, account, account_domain, account_sid, privileged_by, display_name, place
