-- row: one account as records name it (name, domain and SID as recorded), numbered, with whom the directory takes it for; one account_number is one account
-- from: logon_events, accounts, account_names, directories
with named as (
  select network, coalesce(account, '') as recorded_name,
    coalesce(account_domain, '') as recorded_domain,
    coalesce(account_sid, '') as recorded_sid,
    bool_or(coalesce(succeeded, false)) as ever_succeeded
  from logon_events
  where event_id in (4624, 4625, 4740, 4768, 4769, 4771, 4776)
  group by network, coalesce(account, ''), coalesce(account_domain, ''), coalesce(account_sid, '')
),
-- By SID where the record has one: then a name that looks alike proves nothing. Failures have none (S-1-0-0): by name.
resolved as (
  select n.network, n.recorded_name, n.recorded_domain, n.recorded_sid, n.ever_succeeded,
    lower(n.recorded_name) as name, lower(n.recorded_domain) as domain,
    case when n.recorded_sid <> '' then s.account_sid else m.account_sid end as directory_sid,
    case when n.recorded_sid = '' then m.matched_by when s.account_sid is not null then 'sid' end as matched_by
  from named n
  left join accounts s on s.network = n.network and s.account_sid = n.recorded_sid
  left join account_names m on m.network = n.network and m.name = lower(n.recorded_name) and m.domain = lower(n.recorded_domain)
),
directory_networks as (
  select distinct network from directories
),
described as (
  select r.network, r.recorded_name, r.recorded_domain, r.recorded_sid, r.matched_by,
    case
      when r.recorded_sid in ('S-1-5-18', 'S-1-5-19', 'S-1-5-20', 'S-1-5-7', 'S-1-5-17') then 'system'
      -- Services, IIS pools, virtual machines, window managers (DWM-n), font drivers (UMFD-n).
      when r.recorded_sid like 'S-1-5-80-%' or r.recorded_sid like 'S-1-5-82-%' or r.recorded_sid like 'S-1-5-83-%'
        or r.recorded_sid like 'S-1-5-90-%' or r.recorded_sid like 'S-1-5-96-%' then 'system'
      when r.recorded_sid = '' and r.domain in ('nt authority', 'window manager', 'font driver host', 'nt service', 'iis apppool') then 'system'
      when a.kind = 'computer' then 'computer'
      -- A trailing $ proves nothing where a directory can be asked. Without any directory, a name with $ that did log on is taken for a computer:
      -- otherwise nine rows in ten would be attempts of computers.
      when d.network is null and r.name like '%$' and r.ever_succeeded then 'computer'
    end as set_apart,
    coalesce('sid ' || r.directory_sid, 'name ' || r.name || ' ' || r.domain) as account_key,
    d.network is not null as directory_known,
    case when r.name <> '' then coalesce(a.account, r.recorded_name) end as account,
    coalesce(a.domain, case when r.recorded_domain <> '' then r.recorded_domain end) as account_domain,
    coalesce(r.directory_sid, case when r.recorded_sid <> '' then r.recorded_sid end) as account_sid,
    coalesce(a.administrator, false) as administrator,
    a.privileged_by, a.display_name, a.department, a.password_set_at
  from resolved r
  left join accounts a on a.network = r.network and a.account_sid = r.directory_sid
  left join directory_networks d on d.network = r.network
)
select row_number() over (order by network, recorded_name, recorded_domain, recorded_sid) as identity,
  dense_rank() over (order by network, account_key) as account_number,
  network, recorded_name, recorded_domain, recorded_sid, matched_by, set_apart, directory_known,
  account, account_domain, account_sid, administrator, privileged_by, display_name, department, password_set_at
from described
