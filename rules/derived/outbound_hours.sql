-- row: requests to one host that reached a proxy from one address in one hour of the clock, in the whole log: how many, how many it refused, bytes, first and last, the site of the host
-- from: proxy_requests, sites
-- 407 asks who it is and comes before the request that counts; a line without a host led nowhere.
with hours as (
  select organisation, network, host, terminal_address, date_trunc('hour', occurred_at) as hour, count(*) as requests,
    count(*) filter (where upper(action) like '%DENIED%') as refused, cast(sum(bytes_sent) as bigint) as bytes_sent, cast(sum(bytes_received) as bigint) as bytes_received,
    min(occurred_at) as first_at, max(occurred_at) as last_at, min(server_address) as server_address,
    min(lower(account)) as account, max(lower(account)) as last_account
  from proxy_requests
  where host is not null and coalesce(status, 0) <> 407
  group by organisation, network, host, terminal_address, date_trunc('hour', occurred_at)
)
select h.organisation, h.network, s.site, s.is_address, s.is_internal, h.host, h.terminal_address, h.hour, h.requests, h.refused, h.bytes_sent, h.bytes_received,
  h.first_at, h.last_at, h.server_address, h.account, h.last_account
from hours h
join sites s on s.host = h.host
