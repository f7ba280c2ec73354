-- row: one minute in which requests reached a proxy from an address that an admin terminal held at some time, in the period: the moment of the first
-- from: proxy_requests, address_holders, addresses, terminals, period
with asked as (
  select coalesce(max(asked_from), timestamp '0001-01-01 00:00:00') as asked_from,
    coalesce(max(asked_until), timestamp '9999-12-31 00:00:00') as asked_until
  from period
),
admin_terminals as (
  select distinct network, terminal from terminals where admin_terminal
),
admin_addresses as (
  select h.network, h.terminal_address
  from address_holders h
  join admin_terminals t on t.network = h.network and t.terminal = h.terminal
  union
  select a.network, a.terminal_address
  from addresses a
  join admin_terminals t on t.network = a.network and t.terminal = a.terminal
)
select r.organisation, r.network, r.terminal_address, date_trunc('minute', r.occurred_at) as minute, min(r.occurred_at) as occurred_at
from proxy_requests r
cross join asked
join admin_addresses a on a.network = r.network and a.terminal_address = r.terminal_address
where r.occurred_at >= asked.asked_from and r.occurred_at < asked.asked_until
group by r.organisation, r.network, r.terminal_address, date_trunc('minute', r.occurred_at)
