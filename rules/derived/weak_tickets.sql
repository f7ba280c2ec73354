-- row: one ticket-granting ticket with weak encryption (RC4) for a password or a key of an account that else has strong ones; `strong_there`: from that very address, too; `measured`: how many strong ones. Whoever holds only the hash of a password asks so (overpass-the-hash); old programs do, day by day
-- from: logon_events, accounts, period
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
-- Pre-authentication 2: a time encrypted with the key of the password (RFC 4120, 5.2.7.2).
tickets as (
  select organisation, network, account_sid, coalesce(terminal_address, '') as address, ticket_encryption = '0x17' as weak, input, recorded_by, record_id, occurred_at
  from logon_events
  where event_id = 4768 and succeeded and account_sid like 'S-1-5-21-%' and account not like '%$' and pre_authentication = 2
    and ticket_encryption in ('0x11', '0x12', '0x17')
),
services as (
  select distinct network, account_sid from accounts where kind = 'service'
),
of_accounts as (
  select organisation, network, account_sid, count(case when not weak then 1 end) as strong
  from tickets
  group by organisation, network, account_sid
),
of_places as (
  select organisation, network, account_sid, address, count(case when not weak then 1 end) as strong, count(distinct case when weak then date_trunc('day', occurred_at) end) as weak_days
  from tickets
  group by organisation, network, account_sid, address
)
select t.organisation, t.network, t.input, t.recorded_by, t.record_id, t.occurred_at, a.strong as measured, p.strong > 0 as strong_there
from tickets t
cross join asked d
join of_accounts a on a.organisation = t.organisation and a.network = t.network and a.account_sid = t.account_sid
join of_places p on p.organisation = t.organisation and p.network = t.network and p.account_sid = t.account_sid and p.address = t.address
left join services s on s.network = t.network and s.account_sid = t.account_sid
where t.weak and a.strong > 0 and p.weak_days <= 2 and s.account_sid is null
  and t.occurred_at >= d.asked_from and t.occurred_at < d.asked_until
