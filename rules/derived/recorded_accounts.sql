-- row: one account as records name it (name, domain and SID as recorded), numbered, with whom the directory takes it for; one account_number is one account
-- from: logon_events, accounts, account_names, directories, terminals, period
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
known_terminals as (
  select network, lower(terminal) as terminal, max(role) as role from terminals group by network, lower(terminal)
),
named_by_machine as (
  select e.network, coalesce(e.account, '') as recorded_name, coalesce(e.account_domain, '') as recorded_domain, coalesce(e.account_sid, '') as recorded_sid,
    e.recorded_by,
    bool_or(coalesce(e.succeeded, false)) as ever_succeeded, bool_or(coalesce(e.failure_reason = 'no-such-account', false)) as refused_as_unknown,
    bool_or(e.event_id in (4768, 4771, 4776)) as asked_for_tickets,
    bool_or(e.occurred_at >= a.asked_from and e.occurred_at < a.asked_until) as in_period
  from logon_events e
  cross join asked a
  where e.event_id in (4624, 4625, 4740, 4768, 4769, 4771, 4776, 4778)
  group by e.network, coalesce(e.account, ''), coalesce(e.account_domain, ''), coalesce(e.account_sid, ''), e.recorded_by
),
named as (
  select n.network, n.recorded_name, n.recorded_domain, n.recorded_sid,
    translate(lower(n.recorded_name), 'ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ０１２３４５６７８９－＿．', 'abcdefghijklmnopqrstuvwxyz0123456789-_.') as name,
    lower(n.recorded_domain) as domain,
    bool_or(n.ever_succeeded) as ever_succeeded, bool_or(n.refused_as_unknown) as refused_as_unknown, bool_or(n.in_period) as in_period,
    -- A domain controller tries its own accounts when it does not know the domain; any other machine its local ones.
    bool_or(n.asked_for_tickets or coalesce(r.role = 'domain controller', false)
      or (d.terminal is null and lower(n.recorded_domain) not in ('.', lower(substr(split_part(n.recorded_by, '.', 1), 1, 15))))) as asks_directory
  from named_by_machine n
  left join known_terminals r on r.network = n.network and r.terminal = lower(substr(split_part(n.recorded_by, '.', 1), 1, 15))
  left join known_terminals d on d.network = n.network and d.terminal = lower(n.recorded_domain)
  group by n.network, n.recorded_name, n.recorded_domain, n.recorded_sid
),
-- Domains whose accounts must be matched with their domain or not at all; `ours` are those a snapshot was given of.
domain_names as (
  select network, lower(domain) as domain, 1 as ours from directories
  union all
  select network, lower(domain_dns), 1 from directories
  union all
  select network, lower(domain), 0 from accounts where kind = 'foreign'
),
domains as (
  select network, domain, max(ours) as ours from domain_names where domain is not null group by network, domain
),
-- By SID where the record has one: then a name that looks alike proves nothing. Failures have none (S-1-0-0): by name.
resolved as (
  select n.network, n.recorded_name, n.recorded_domain, n.recorded_sid, n.ever_succeeded, n.refused_as_unknown, n.in_period, n.name, n.domain,
    coalesce(o.ours, 0) = 1 as domain_is_ours,
    case
      when n.recorded_sid <> '' then s.account_sid
      when m.account_sid is not null then m.account_sid
      when o.domain is null and n.asks_directory then b.account_sid
    end as directory_sid,
    case
      when n.recorded_sid <> '' then case when s.account_sid is not null then 'sid' end
      when m.account_sid is not null then m.matched_by
      when o.domain is null and n.asks_directory then b.matched_by
    end as matched_by
  from named n
  left join accounts s on s.network = n.network and s.account_sid = n.recorded_sid
  left join account_names m on m.network = n.network and m.name = n.name and m.domain = n.domain
  left join account_names b on b.network = n.network and b.name = n.name and b.domain = ''
  left join domains o on o.network = n.network and o.domain = n.domain
),
directory_networks as (
  select distinct network from directories
),
computers as (
  select a.network, lower(a.account) as name, d.domain_sid
  from accounts a
  join directories d on d.network = a.network and lower(d.domain) = lower(a.domain)
  where a.kind = 'computer'
),
described as (
  select r.network, r.recorded_name, r.recorded_domain, r.recorded_sid, r.in_period, r.refused_as_unknown,
    r.directory_sid is not null or r.recorded_sid <> '' or r.ever_succeeded as exists_somewhere,
    -- A computer that was set up anew: its account was deleted, and made again under the same name with another SID.
    coalesce(r.matched_by, case when c.name is not null then 'computer-name' end) as matched_by,
    case
      when r.recorded_sid in ('S-1-5-18', 'S-1-5-19', 'S-1-5-20', 'S-1-5-7', 'S-1-5-17') then 'system'
      -- Services, IIS pools, virtual machines, window managers (DWM-n), font drivers (UMFD-n).
      when r.recorded_sid like 'S-1-5-80-%' or r.recorded_sid like 'S-1-5-82-%' or r.recorded_sid like 'S-1-5-83-%'
        or r.recorded_sid like 'S-1-5-90-%' or r.recorded_sid like 'S-1-5-96-%' then 'system'
      -- Without a SID anybody may have typed the domain: only the names that Windows itself uses.
      when r.recorded_sid = '' and r.domain = 'nt authority' and r.name in ('system', 'local service', 'network service', 'anonymous logon', 'iusr') then 'system'
      when r.recorded_sid = '' and (r.domain = 'window manager' and r.name like 'dwm-%' or r.domain = 'font driver host' and r.name like 'umfd-%') then 'system'
      when a.kind = 'computer' or a.kind is null and c.name is not null then 'computer'
      -- A trailing $ proves nothing where a directory can be asked. Without any directory, a name with $ that did log on is taken for a computer:
      -- otherwise nine rows in ten would be attempts of computers.
      when d.network is null and r.name like '%$' and r.ever_succeeded then 'computer'
    end as set_apart,
    -- A name the directory lacks is one account with and without the domain: events of one attempt differ in that.
    coalesce('sid ' || r.directory_sid, 'name ' || r.name || ' ' || case when r.domain_is_ours then '' else r.domain end) as account_key,
    d.network is not null as directory_known,
    case when r.name <> '' then coalesce(a.account, r.recorded_name) end as account,
    coalesce(a.domain, case when r.recorded_domain <> '' and not r.domain_is_ours then r.recorded_domain end) as account_domain,
    coalesce(r.directory_sid, case when r.recorded_sid <> '' then r.recorded_sid end) as account_sid,
    coalesce(a.administrator, false) as administrator, a.kind as account_kind, a.enabled as account_enabled, a.expires_at as account_expires_at,
    a.privileged_by, a.display_name, a.department, a.password_set_at
  from resolved r
  left join accounts a on a.network = r.network and a.account_sid = r.directory_sid
  left join directory_networks d on d.network = r.network
  left join computers c on c.network = r.network and c.name = r.name and r.recorded_sid like c.domain_sid || '-%'
)
select row_number() over (order by network, recorded_name, recorded_domain, recorded_sid) as identity,
  dense_rank() over (order by network, account_key) as account_number,
  network, recorded_name, recorded_domain, recorded_sid, matched_by, set_apart, in_period, directory_known,
  -- Nothing shows that there is such an account: it may be a password that was typed into the wrong box.
  not bool_or(exists_somewhere) over (partition by network, account_key)
    and (directory_known or bool_or(refused_as_unknown) over (partition by network, account_key)) as name_unknown,
  account, account_domain, account_sid, administrator, account_kind, account_enabled, account_expires_at, privileged_by, display_name, department, password_set_at
from described
