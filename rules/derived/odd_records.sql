-- row: one record that, by itself or with a neighbour, shows what a person's own logon does not; `named`: the name, program or account it shows
-- from: logon_events, account_changes, recorded_accounts, administrator_changes, accounts, groups, directories, terminals, period, settings
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
known_terminals as (
  select network, terminal, max(role) as role from terminals group by network, terminal
),
-- Only domain controllers give tickets.
ticket_givers as (
  select distinct network, recorded_by from logon_events where event_id in (4768, 4769, 4771)
),
directory_networks as (
  select distinct network from directories
),
-- Logons over the network, and the remote desktop that an NTLM logon only opens the door to.
remote_logons as (
  select organisation, network, input, recorded_by, upper(substr(split_part(recorded_by, '.', 1), 1, 15)) as recorder, record_id, occurred_at,
    logon_type, coalesce(logon_process = 'NtLmSsp', false) as by_ntlm, coalesce(authentication_package = 'Kerberos', false) as by_kerberos,
    account, account_sid, logon_id, terminal_name, terminal_address, key_length
  from logon_events
  where event_id = 4624 and logon_type in (3, 10) and terminal_address is not null and account_sid like 'S-1-5-21-%' and account not like '%$'
),
neighbours as (
  select r.*,
    min(case when logon_type = 10 then occurred_at end) over (partition by network, recorded_by, account_sid, terminal_address order by occurred_at desc) as desktop_at,
    max(case when by_kerberos then occurred_at end) over (partition by network, recorded_by, account_sid, terminal_address order by occurred_at) as kerberos_before,
    min(case when by_kerberos then occurred_at end) over (partition by network, recorded_by, account_sid, terminal_address order by occurred_at desc) as kerberos_after
  from remote_logons r
),
network_logons as (
  select * from neighbours where logon_type = 3 and coalesce(desktop_at > occurred_at + interval '30' second, true)
),
-- Computers that were joined to the domain: whoever does it logs on from one that has another name until it starts again.
joined as (
  select distinct c.network, lower(c.acting_account) as account, date_trunc('hour', c.occurred_at) as hour
  from account_changes c
  join known_terminals t on t.network = c.network and t.terminal || '$' = upper(c.account)
  where c.event_id = 4741 and c.acting_account is not null
),
-- Names that NTLM logons gave, and failed ones tried.
names as (
  select e.organisation, e.network, e.input, e.recorded_by, e.record_id, e.occurred_at, e.terminal_name, t.terminal is not null as known, d.network is not null as directory_known,
    j.network is not null as joining
  from logon_events e
  left join known_terminals t on t.network = e.network and t.terminal = upper(substr(split_part(e.terminal_name, '.', 1), 1, 15))
  left join directory_networks d on d.network = e.network
  -- A computer is joined within minutes; those before the full hour count with the next one too.
  left join joined j on j.network = e.network and j.account = lower(e.account) and j.hour = date_trunc('hour', e.occurred_at + interval '5' minute)
  where e.terminal_name is not null and e.terminal_name not like '%.%' and e.terminal_name not like '%:%'
    and upper(substr(e.terminal_name, 1, 15)) <> upper(substr(split_part(e.recorded_by, '.', 1), 1, 15)) and upper(e.terminal_name) <> 'NULL'
    and (e.event_id = 4776 or (e.event_id in (4624, 4625) and e.logon_type = 3 and e.logon_process = 'NtLmSsp'))
),
-- An NTLM logon at a domain controller, and at once a ticket with weak encryption for an account that runs a service.
roast_line as (
  select network, recorded_by, lower(account) as account, terminal_address, occurred_at as happened_at, organisation, input, record_id, cast(null as varchar) as service
  from network_logons
  where by_ntlm
  union all
  select network, recorded_by, lower(account), terminal_address, occurred_at, organisation, input, record_id, service
  from logon_events
  where event_id = 4769 and succeeded and ticket_encryption = '0x17' and service not like '%$' and lower(service) not like 'krbtgt%' and terminal_address is not null
),
roast_seen as (
  select r.*,
    max(case when service is null then happened_at end) over (partition by network, recorded_by, account, terminal_address order by happened_at) as logon_at
  from roast_line r
),
-- Who asks for the same service with weak encryption day by day has an old program, and so has whoever asks for what many do.
roast_habits as (
  select network, lower(account) as account, lower(service) as service, count(distinct date_trunc('day', occurred_at)) as days,
    count(*) over (partition by network, lower(service)) as accounts
  from logon_events
  where event_id = 4769 and succeeded and ticket_encryption = '0x17' and service not like '%$' and lower(service) not like 'krbtgt%' and terminal_address is not null
  group by network, lower(account), lower(service)
),
-- A logon script by the address of a domain controller.
ntlm_habits as (
  select network, lower(account) as account, count(distinct date_trunc('day', occurred_at)) as days from network_logons where by_ntlm group by network, lower(account)
),
old_programs as (
  select h.network, h.account, h.service
  from roast_habits h
  join ntlm_habits n on n.network = h.network and n.account = h.account
  cross join (select max(value) as few from settings where name = 'fast_members') l
  where h.days > 2 or (h.accounts > l.few and (h.days > 1 or n.days > 2))
),
at_keyboard as (
  select network, recorded_by, lower(account) as account, account_sid, occurred_at from logon_events where event_id = 4624 and logon_type in (2, 7, 10, 11)
),
desktop_steps as (
  select organisation, network, input, recorded_by, record_id, occurred_at, event_id, account,
    lag(event_id) over same as event_before, lag(account) over same as account_before, lag(occurred_at) over same as before_at
  from logon_events
  where event_id in (4778, 4779)
  window same as (partition by organisation, network, recorded_by, terminal_address order by occurred_at, record_id)
),
taken_over as (
  select s.organisation, s.network, s.input, s.recorded_by, s.record_id, s.occurred_at, s.account_before, max(e.occurred_at) as typed_at
  from desktop_steps s
  left join at_keyboard e
    on e.network = s.network and e.recorded_by = s.recorded_by and e.account = lower(s.account)
    and e.occurred_at >= s.occurred_at - interval '30' second and e.occurred_at <= s.occurred_at + interval '2' second
  where s.event_id = 4778 and s.event_before = 4779 and lower(s.account_before) <> lower(s.account) and s.before_at >= s.occurred_at - interval '2' second
  group by s.organisation, s.network, s.input, s.recorded_by, s.record_id, s.occurred_at, s.account_before
),
-- Somebody else's name on a SID. People are renamed, the built-in administrator is not between two logons.
other_names as (
  select r.network, r.recorded_name, r.recorded_domain, r.recorded_sid, r.recorded_sid like '%-500' as built_in, a.account
  from recorded_accounts r
  join accounts a on a.network = r.network and a.account_sid = r.recorded_sid
  where r.matched_by = 'sid' and r.set_apart is null and lower(split_part(r.recorded_name, '@', 1)) <> lower(a.account)
    and lower(split_part(r.recorded_name, '@', 1)) <> lower(coalesce(split_part(a.upn, '@', 1), ''))
),
made_accounts as (
  select network, account_sid, min(occurred_at) as made_at, min(account) as account from account_changes where event_id = 4720 and account_sid is not null group by network, account_sid
),
odd as (
  -- Windows always says its name; what speaks NTLM and is not Windows may not.
  select 'no-machine-name' as because, 'weak' as strength, organisation, network, input, recorded_by, record_id, occurred_at, cast(null as varchar) as named
  from network_logons
  where by_ntlm and terminal_name is null
  union all
  select 'no-session-key', 'weak', organisation, network, input, recorded_by, record_id, occurred_at, null
  from network_logons
  where by_ntlm and key_length = 0
  union all
  select 'ntlm-beside-kerberos', 'weak', organisation, network, input, recorded_by, record_id, occurred_at, null
  from network_logons
  where by_ntlm and (kerberos_before >= occurred_at - interval '2' second or kerberos_after <= occurred_at + interval '2' second)
  union all
  select 'built-in-administrator', 'weak', organisation, network, input, recorded_by, record_id, occurred_at, account
  from network_logons
  where account_sid like '%-500'
  union all
  -- A name drawn by lot: capital and small letters and digits in one.
  select 'random-name', 'strong', organisation, network, input, recorded_by, record_id, occurred_at, terminal_name
  from names
  where length(terminal_name) >= 8 and terminal_name <> upper(terminal_name) and terminal_name <> lower(terminal_name)
    and translate(terminal_name, '0123456789', '') <> terminal_name and terminal_name not like '%-%' and not known
  union all
  select 'tool-name', 'strong', organisation, network, input, recorded_by, record_id, occurred_at, terminal_name
  from names
  where lower(terminal_name) in ('kali', 'parrot', 'nmap', 'hydra', 'workstation', 'impacket', 'responder', 'blackarch', 'metasploit', 'nessus', 'openvas', 'rdpscan') and not known
  union all
  -- Windows gives its name in capitals, and no more than 15 of them.
  select 'no-windows-name', 'weak', organisation, network, input, recorded_by, record_id, occurred_at, terminal_name
  from names
  where (terminal_name <> upper(terminal_name) or length(terminal_name) > 15) and not known
  union all
  -- That Windows would not give it is the same said of the same name: it counts once. A Mac or a Linux PC that nobody registered has both.
  select 'unknown-machine', case when joining or terminal_name <> upper(terminal_name) or length(terminal_name) > 15 then 'beside' else 'weak' end, organisation, network, input, recorded_by, record_id, occurred_at, terminal_name
  from names
  where directory_known and not known
  union all
  select 'new-credentials', 'strong', organisation, network, input, recorded_by, record_id, occurred_at, outbound_account
  from logon_events
  where event_id = 4624 and logon_type = 9 and lower(logon_process) = 'seclogo'
  union all
  select 'desktop-tunnel', 'strong', organisation, network, input, recorded_by, record_id, occurred_at, null
  from logon_events
  where event_id = 4624 and logon_type = 10 and terminal_address_kind = 'loopback'
  union all
  select 'restricted-admin', 'weak', organisation, network, input, recorded_by, record_id, occurred_at, null
  from logon_events
  where event_id = 4624 and logon_type = 10 and restricted_admin
  union all
  select 'no-pre-authentication', case when ticket_encryption = '0x17' then 'strong' else 'weak' end, organisation, network, input, recorded_by, record_id, occurred_at, ticket_encryption
  from logon_events
  where event_id = 4768 and succeeded and pre_authentication = 0
  union all
  select 'named-as-controller', 'strong', organisation, network, input, recorded_by, record_id, occurred_at, account
  from logon_events
  where event_id in (4768, 4769) and succeeded and lower(split_part(account, '@', 1)) = lower(split_part(recorded_by, '.', 1))
  union all
  select 'kerberoast', 'strong', r.organisation, r.network, r.input, r.recorded_by, r.record_id, r.happened_at, r.service
  from roast_seen r
  left join old_programs o on o.network = r.network and o.account = r.account and o.service = lower(r.service)
  where r.service is not null and r.logon_at >= r.happened_at - interval '10' second and o.service is null
  union all
  select 'anonymous-loopback', 'strong', organisation, network, input, recorded_by, record_id, occurred_at, null
  from logon_events
  where event_id = 4624 and logon_type = 3 and account_sid = 'S-1-5-7' and terminal_address_kind = 'loopback' and key_length > 0
  union all
  -- Whoever changes places with another at one PC, or takes a session of their own up again, has typed a password just before.
  select 'session-taken-over', 'strong', organisation, network, input, recorded_by, record_id, occurred_at, account_before
  from taken_over
  where typed_at is null
  union all
  -- A web server or database that logs somebody on.
  select 'service-credentials', 'weak', organisation, network, input, recorded_by, record_id, occurred_at, process
  from logon_events
  where event_id = 4648 and acting_logon_id > 1000 and lower(account) <> lower(coalesce(acting_account, ''))
    and (lower(process) like '%\w3wp.exe' or lower(process) like '%\sqlservr.exe' or lower(process) like '%\httpd.exe' or lower(process) like '%\nginx.exe'
      or lower(process) like '%\php-cgi.exe' or lower(process) like '%\tomcat%.exe')
  union all
  select 'name-of-another', case when o.built_in then 'strong' else 'weak' end, e.organisation, e.network, e.input, e.recorded_by, e.record_id, e.occurred_at, o.account
  from other_names o
  join logon_events e
    on e.network = o.network and e.account = o.recorded_name and coalesce(e.account_domain, '') = o.recorded_domain and e.account_sid = o.recorded_sid
  where e.event_id in (4624, 4768)
  union all
  -- Nobody says what the built-in administrator is called: any other name is at least one to ask about.
  select 'built-in-renamed', 'weak', n.organisation, n.network, n.input, n.recorded_by, n.record_id, n.occurred_at, n.account
  from network_logons n
  left join directory_networks d on d.network = n.network
  where d.network is null and n.account_sid like '%-500' and lower(n.account) <> 'administrator'
  union all
  -- A domain controller gives sensitive privileges to those who administer it, and to no others.
  select 'privileged-unexplained', case when a.kind = 'person' then 'strong' else 'weak' end, e.organisation, e.network, coalesce(s.input, e.input), e.recorded_by,
    coalesce(s.record_id, e.record_id), coalesce(s.occurred_at, e.occurred_at), null
  from logon_events e
  join known_terminals t on t.network = e.network and t.terminal = upper(substr(split_part(e.recorded_by, '.', 1), 1, 15))
  join accounts a on a.network = e.network and a.account_sid = e.account_sid
  left join remote_logons s
    on s.organisation = e.organisation and s.network = e.network and s.recorded_by = e.recorded_by and s.logon_id = e.logon_id
    and s.occurred_at >= e.occurred_at - interval '10' second and s.occurred_at <= e.occurred_at + interval '10' second
  left join administrator_changes m on m.network = e.network and m.account_sid = e.account_sid and e.occurred_at >= m.from_at and e.occurred_at < m.until_at
  where e.event_id = 4672 and t.role = 'domain controller' and a.kind in ('person', 'service') and a.privilege is null and not a.administrator
    -- What it was made in the logs explains it; the administrators' checks tell of it.
    and m.account_sid is null
  union all
  -- An account that the directory does not have: deleted since, or, where the snapshot is older, made since.
  select 'privileged-unknown', case when d.taken_at >= e.occurred_at then 'strong' else 'weak' end, e.organisation, e.network, coalesce(s.input, e.input), e.recorded_by,
    coalesce(s.record_id, e.record_id), coalesce(s.occurred_at, e.occurred_at), null
  from logon_events e
  join known_terminals t on t.network = e.network and t.terminal = upper(substr(split_part(e.recorded_by, '.', 1), 1, 15))
  join directories d on d.network = e.network and e.account_sid like d.domain_sid || '-%'
  left join accounts a on a.network = e.network and a.account_sid = e.account_sid
  left join remote_logons s
    on s.organisation = e.organisation and s.network = e.network and s.recorded_by = e.recorded_by and s.logon_id = e.logon_id
    and s.occurred_at >= e.occurred_at - interval '10' second and s.occurred_at <= e.occurred_at + interval '10' second
  left join administrator_changes m on m.network = e.network and m.account_sid = e.account_sid and e.occurred_at >= m.from_at and e.occurred_at < m.until_at
  where e.event_id = 4672 and t.role = 'domain controller' and a.account_sid is null and e.account not like '%$' and m.account_sid is null
  union all
  -- Replication of the directory, passwords' hashes included, by anything but a domain controller. Where the directory gives it the right it may be its own synchronisation.
  select case when a.privileged_by like '%DCSync %' then 'directory-sync' else 'dcsync' end, 'strong', e.organisation, e.network, e.input, e.recorded_by, e.record_id, e.occurred_at, null
  from logon_events e
  left join accounts a on a.network = e.network and a.account_sid = e.account_sid
  left join known_terminals t on t.network = e.network and t.terminal || '$' = upper(e.account)
  left join directory_networks d on d.network = e.network
  where e.event_id = 4662 and coalesce(e.account_sid, '') <> 'S-1-5-18'
    and (lower(e.privileges) like '%1131f6aa-9c07-11d1-f79f-00c04fc2dcd2%' or lower(e.privileges) like '%1131f6ad-9c07-11d1-f79f-00c04fc2dcd2%'
      or lower(e.privileges) like '%89e95b76-444d-4c62-991a-0facbeda640c%')
    and not (coalesce(a.kind = 'computer' and t.role = 'domain controller', false) or (d.network is null and e.account like '%$'))
  union all
  select 'hidden-account', 'strong', organisation, network, input, recorded_by, record_id, occurred_at, account
  from account_changes
  where event_id = 4720 and account like '%$' and coalesce(acting_sid, '') <> 'S-1-5-18'
  union all
  select 'hidden-account', case when m.account_sid is not null then 'strong' else 'weak' end, e.organisation, e.network, e.input, e.recorded_by, e.record_id, e.occurred_at, e.account
  from logon_events e
  join accounts a on a.network = e.network and a.account_sid = e.account_sid
  left join made_accounts m on m.network = e.network and m.account_sid = e.account_sid
  where e.event_id in (4624, 4768) and e.succeeded and a.kind = 'person' and a.account like '%$'
  union all
  select 'computer-renamed', 'strong', organisation, network, input, recorded_by, record_id, occurred_at, account
  from account_changes
  where event_id = 4781 and former_name like '%$' and account not like '%$'
  union all
  -- A SID of one's own domain, or that administers, is brought in by no migration from another domain.
  select 'sid-history', case when c.member_sid is null or d.network is not null or c.member_sid like '%-500' or c.member_sid like '%-512' or c.member_sid like '%-518'
      or c.member_sid like '%-519' or c.member_sid like 'S-1-5-32-%' or c.member_sid like substr(c.account_sid, 1, length(c.account_sid) - length(split_part(c.account_sid, '-', 8))) || '%'
    then 'strong' else 'weak' end,
    c.organisation, c.network, c.input, c.recorded_by, c.record_id, c.occurred_at, coalesce(c.member, c.member_sid, '?') || ' > ' || coalesce(c.account, '?')
  from account_changes c
  left join (select distinct network, domain_sid from directories) d on d.network = c.network and c.member_sid like d.domain_sid || '-%'
  where c.event_id = 4765
  union all
  select 'dsrm-password', 'strong', organisation, network, input, recorded_by, record_id, occurred_at, null
  from account_changes
  where event_id = 4794
  union all
  select 'changed-anonymously', 'strong', organisation, network, input, recorded_by, record_id, occurred_at, account
  from account_changes
  where event_id in (4724, 4738, 4742) and acting_sid = 'S-1-5-7'
  union all
  -- An administrator's password, reset by somebody who is none; where nobody knows who is, the built-in one's. By a computer's account: whoever took that over.
  select 'administrator-reset', case when d.network is not null or c.acting_account like '%$' then 'strong' else 'weak' end,
    c.organisation, c.network, c.input, c.recorded_by, c.record_id, c.occurred_at, coalesce(n.account, c.account)
  from account_changes c
  left join directory_networks d on d.network = c.network
  left join accounts n on n.network = c.network and n.account_sid = c.account_sid
  left join accounts b on b.network = c.network and b.account_sid = c.acting_sid
  left join administrator_changes m on m.network = c.network and m.account_sid = c.acting_sid and c.occurred_at >= m.from_at and c.occurred_at < m.until_at
  where c.event_id = 4724 and coalesce(c.acting_sid, '') not in ('S-1-5-18', 'S-1-5-7', c.account_sid)
    and (c.account_sid like 'S-1-5-21-%-500' or coalesce(n.administrator, false)) and not coalesce(b.administrator, false) and m.account_sid is null
  union all
  -- Kerberos with itself over the network, as the built-in administrator: a relayed ticket (KrbRelayUp). A domain controller asks itself for everything,
  -- and so does the shell of a mail server at which the built-in administrator sits.
  select 'kerberos-loopback', 'strong', e.organisation, e.network, e.input, e.recorded_by, e.record_id, e.occurred_at, e.account
  from logon_events e
  left join ticket_givers g on g.network = e.network and g.recorded_by = e.recorded_by
  left join (
    select distinct k.input, k.recorded_by, k.record_id, k.occurred_at
    from (select * from logon_events where event_id = 4624 and logon_type = 3 and terminal_address_kind = 'loopback' and account_sid like 'S-1-5-21-%-500') k
    join at_keyboard s
      on s.network = k.network and s.recorded_by = k.recorded_by and s.account_sid = k.account_sid
      and s.occurred_at < k.occurred_at and s.occurred_at >= k.occurred_at - interval '12' hour
  ) sits on sits.input = e.input and sits.recorded_by = e.recorded_by and sits.record_id = e.record_id and sits.occurred_at = e.occurred_at
  where e.event_id = 4624 and e.logon_type = 3 and e.authentication_package = 'Kerberos' and e.terminal_address_kind = 'loopback'
    and e.account_sid like 'S-1-5-21-%-500' and g.recorded_by is null and sits.record_id is null
  union all
  -- Guest has no privileges, unless its entry was given the number of an administrator.
  select 'guest-privileged', 'strong', organisation, network, input, recorded_by, record_id, occurred_at, account
  from logon_events
  where event_id = 4672 and account_sid like 'S-1-5-21-%-501'
  union all
  select 'new-administrator',
    case
      when m.made_at >= c.occurred_at - interval '10' minute then 'strong'
      -- Guest is nobody; and who puts itself in was none before.
      when c.member_sid like 'S-1-5-21-%-501' then 'strong'
      when c.member_sid = c.acting_sid and (c.account_sid = 'S-1-5-32-544' or c.account_sid like 'S-1-5-21-%-512') then 'strong'
      else 'weak'
    end,
    c.organisation, c.network, c.input, c.recorded_by, c.record_id, c.occurred_at,
    -- Who was put in, and into what. Of its distinguished name the first part.
    coalesce(n.account, m.account, nullif(split_part(split_part(coalesce(c.member, ''), ',', 1), '=', 2), ''), c.member_sid, '?') || ' > ' || coalesce(c.account, c.account_sid)
  from account_changes c
  left join accounts n on n.network = c.network and n.account_sid = c.member_sid
  left join groups g on g.network = c.network and g.group_sid = c.account_sid
  left join made_accounts m on m.network = c.network and m.account_sid = c.member_sid
  where c.event_id in (4728, 4732, 4756) and coalesce(c.acting_sid, '') <> 'S-1-5-18'
    and (g.privilege = 'administrator' or c.account_sid = 'S-1-5-32-544' or c.account_sid like 'S-1-5-21-%-512' or c.account_sid like 'S-1-5-21-%-518'
      or c.account_sid like 'S-1-5-21-%-519' or c.account_sid like 'S-1-5-21-%-520')
)
select o.because, o.strength, o.organisation, o.network, o.input, o.recorded_by, o.record_id, o.occurred_at, o.named
from odd o
cross join asked a
where o.occurred_at >= a.asked_from and o.occurred_at < a.asked_until
