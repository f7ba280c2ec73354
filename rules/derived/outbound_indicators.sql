-- row: one host that was asked for through a proxy and that a given indicator names: which indicator, and whether only its host could be compared
-- from: indicators, outbound_pairs, outbound_hosts, outbound_places, proxy_requests
with seats as (
  select seat, min(organisation) as organisation, min(network) as network from outbound_places group by seat
),
asked_hosts as (
  select distinct s.organisation, s.network, p.host_number
  from outbound_pairs p
  join seats s on s.seat = p.seat
),
hosts as (
  select a.organisation, a.network, h.site, h.host, h.is_address
  from asked_hosts a
  join outbound_hosts h on h.host_number = a.host_number
),
servers as (
  select distinct server_address as address from proxy_requests where server_address is not null and host is not null and coalesce(status, 0) <> 407
),
-- The last two labels, three, and so on: whatever a domain of the list may be.
depths as (
  select distinct length(host) - length(translate(host, '.', '')) + 1 as labels from indicators where kind = 'domain'
),
reversed as (
  select distinct host, reverse(host) as backwards, length(host) - length(translate(host, '.', '')) + 1 as labels from hosts where not is_address
),
tails as (
  select r.host, reverse(
    split_part(r.backwards, '.', 1) || '.' || split_part(r.backwards, '.', 2)
      || case when d.labels >= 3 then '.' || split_part(r.backwards, '.', 3) else '' end
      || case when d.labels >= 4 then '.' || split_part(r.backwards, '.', 4) else '' end
      || case when d.labels >= 5 then '.' || split_part(r.backwards, '.', 5) else '' end
      || case when d.labels >= 6 then '.' || split_part(r.backwards, '.', 6) else '' end) as domain
  from reversed r
  join depths d on d.labels <= r.labels
  where d.labels <= 6
),
literals as (
  select distinct address, address_text
  from (
    select host as address, case when is_address then host end as address_text from hosts where is_address
    union all
    select address, address from servers
  ) a
),
-- 192.0.2.7 as 192.000.002.007, so that texts are in the order of addresses.
ordered as (
  select address, lpad(split_part(address, '.', 1), 3, '0') || '.' || lpad(split_part(address, '.', 2), 3, '0') || '.'
    || lpad(split_part(address, '.', 3), 3, '0') || '.' || lpad(split_part(address, '.', 4), 3, '0') as in_order
  from literals
  where address not like '%:%'
),
named_addresses as (
  select l.address, i.kind, i.value, i.note, i.file, i.line
  from literals l
  join indicators i on i.kind = 'address' and i.host = l.address
  union all
  select o.address, i.kind, i.value, i.note, i.file, i.line
  from ordered o
  join indicators i on i.kind = 'range' and o.in_order >= i.first_address and o.in_order <= i.last_address
),
-- Which hosts stood behind a named address: few addresses, so that few requests are looked at.
served as (
  select distinct r.organisation, r.network, r.host, r.server_address
  from proxy_requests r
  join (select distinct address from named_addresses) n on n.address = r.server_address
  where r.host is not null and coalesce(r.status, 0) <> 407
),
asked_urls as (
  select r.organisation, r.network, r.host, i.value, i.note, i.file, i.line,
    bool_or(coalesce(substr(r.path, 1, length(i.path)) = i.path, false)) as path_asked, bool_or(r.path is null) as path_hidden
  from proxy_requests r
  join indicators i on i.kind = 'url' and i.host = r.host
  where coalesce(r.status, 0) <> 407
  group by r.organisation, r.network, r.host, i.value, i.note, i.file, i.line
),
matches as (
  select h.organisation, h.network, h.site, h.host, i.kind, i.value, i.note, i.file, i.line, false as host_only
  from hosts h
  join tails t on t.host = h.host
  join indicators i on i.kind = 'domain' and i.host = t.domain
  union all
  select h.organisation, h.network, h.site, h.host, i.kind, i.value, i.note, i.file, i.line, false
  from hosts h
  join indicators i on i.kind = 'domain' and i.host = h.host and not h.is_address
  union all
  select h.organisation, h.network, h.site, h.host, n.kind, n.value, n.note, n.file, n.line, false
  from hosts h
  join named_addresses n on n.address = h.host
  union all
  select h.organisation, h.network, h.site, h.host, n.kind, n.value, n.note, n.file, n.line, false
  from hosts h
  join served s on s.organisation = h.organisation and s.network = h.network and s.host = h.host
  join named_addresses n on n.address = s.server_address
  union all
  -- Of a tunnel (CONNECT) the proxy sees the host alone.
  select h.organisation, h.network, h.site, h.host, 'url', u.value, u.note, u.file, u.line, not u.path_asked
  from hosts h
  join asked_urls u on u.organisation = h.organisation and u.network = h.network and u.host = h.host
  where u.path_asked or u.path_hidden
),
placed as (
  select m.*, row_number() over (partition by organisation, network, host order by host_only, file, line) as place
  from matches m
)
select organisation, network, site, host, kind, value, note, file, line, host_only
from placed
where place = 1
