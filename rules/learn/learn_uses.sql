-- row: one account at one place whose successful logons look like a program's: on at least three days and on more than half of those with records; `looks_like`: what says that it is one (service-account, batch-logon, around-the-clock, named-so)
-- from: attempts, accounts, calendar, settings
with limits as (
  select max(case when name = 'night_hours' then value end) as night_hours from settings
),
asked as (
  select organisation, network, account_number, place, occurred_at, succeeded, event_id, logon_type, recorded_by, account, account_domain, account_sid, account_matched_by, administrator,
    terminal, terminal_role, admin_terminal, certainty, doubted
  from attempts
  where in_period and not asked_by_controller and not technical and account is not null
),
-- Days with records at all, by hours: a year has 8,760 of them.
recorded_hours as (
  select network, date_trunc('hour', occurred_at) as hour_at from asked group by network, date_trunc('hour', occurred_at)
),
recorded_days as (
  select h.network, count(distinct d.local_day) as recorded_days
  from recorded_hours h
  join calendar d on h.hour_at >= d.starts_at and h.hour_at < d.ends_at
  group by h.network
),
pair_hours as (
  select organisation, network, account_number, place, date_trunc('hour', occurred_at) as hour_at, count(*) as records
  from asked
  where succeeded and place <> 'unknown'
  group by organisation, network, account_number, place, date_trunc('hour', occurred_at)
),
pair_days as (
  select h.organisation, h.network, h.account_number, h.place, d.local_day, count(*) as hours, sum(h.records) as records
  from pair_hours h
  join calendar d on h.hour_at >= d.starts_at and h.hour_at < d.ends_at
  group by h.organisation, h.network, h.account_number, h.place, d.local_day
),
on_most_days as (
  select p.organisation, p.network, p.account_number, p.place, r.recorded_days, count(*) as days, sum(p.records) as records,
    count(case when p.hours >= l.night_hours then 1 end) as nightless_days
  from pair_days p
  join recorded_days r on r.network = p.network
  cross join limits l
  group by p.organisation, p.network, p.account_number, p.place, r.recorded_days
  having count(*) >= 3 and count(*) * 2 > r.recorded_days
),
described as (
  select m.organisation, m.network, m.account_number, m.place, m.recorded_days, m.days, m.nightless_days,
    min(a.account) as account, min(a.account_domain) as account_domain, min(a.account_sid) as account_sid, bool_or(a.administrator) as administrator,
    bool_and(a.account_matched_by is not null) as in_directory,
    min(a.terminal) as terminal, min(a.terminal_role) as terminal_role, bool_or(coalesce(a.admin_terminal, false)) as admin_terminal,
    min(a.occurred_at) filter (where a.succeeded) as first_at, max(a.occurred_at) filter (where a.succeeded) as last_at,
    count(*) filter (where a.succeeded) as records, count(*) filter (where not a.succeeded) as failures,
    -- A name alone, a shared address or sources that contradict each other: anybody could be there.
    count(*) filter (where a.succeeded and a.doubted) as doubted_records,
    count(*) filter (where a.succeeded and a.logon_type in (4, 5)) as batch_logons,
    count(*) filter (where a.succeeded and a.logon_type in (2, 7, 10, 11, 13)) as persons_logons,
    array_join(array_sort(array_agg(distinct cast(a.logon_type as varchar)) filter (where a.succeeded and a.logon_type is not null)), ';') as logon_types,
    array_join(array_sort(array_agg(distinct upper(substr(split_part(a.recorded_by, '.', 1), 1, 15))) filter (where a.succeeded and a.event_id = 4624)), ';') as targets
  from on_most_days m
  join asked a
    on a.organisation = m.organisation and a.network = m.network and a.account_number = m.account_number and a.place = m.place
  group by m.organisation, m.network, m.account_number, m.place, m.recorded_days, m.days, m.nightless_days
),
-- By the first or last part of its name, or anywhere for words that are part of no family name.
named as (
  select d.*, translate(lower(d.account), '-.$', '___') as name from described d
),
kinds as (
  select network, account_sid, max(kind) as kind, max(display_name) as display_name, max(privileged_by) as privileged_by, max(privilege) as privilege
  from accounts
  group by network, account_sid
),
judged as (
  select n.*, k.kind, k.display_name, k.privileged_by, k.privilege,
    case
      when k.kind = 'service' then 'service-account'
      when n.batch_logons > 0 then 'batch-logon'
      when n.nightless_days * 2 > n.recorded_days then 'around-the-clock'
      when n.name like 'svc%' or n.name like '%service%' or n.name like '%backup%' or n.name like 'bk!_%' escape '!' or n.name like '%!_bk' escape '!' or n.name like '%bkup%'
        or n.name like '%monitor%' or n.name like '%zabbix%' or n.name like '%nagios%' or n.name like '%hinemos%' or n.name like '%batch%' or n.name like 'task%' or n.name like '%!_task' escape '!'
        or n.name like '%scan%' or n.name like '%wsus%' or n.name like 'sql%' or n.name like '%!_sql' escape '!' or n.name like '%renkei%' or n.name like '%kanshi%' then 'named-so'
    end as looks_like
  from named n
  left join kinds k on k.network = n.network and k.account_sid = n.account_sid
)
select organisation, network, account_number, place, account, account_domain, account_sid, kind, display_name, administrator, privileged_by, privilege, in_directory, terminal, terminal_role, admin_terminal,
  recorded_days, days, first_at, last_at, records, failures, doubted_records, persons_logons, logon_types, targets, looks_like
from judged
where looks_like is not null
