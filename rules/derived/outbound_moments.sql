-- row: one hour of the clock in which requests reached a proxy from an address: the moment of the first
-- from: proxy_requests
-- 407 asks who it is and comes before the request that counts; a line without a host led nowhere.
select organisation, network, terminal_address, date_trunc('hour', occurred_at) as hour, min(occurred_at) as occurred_at
from proxy_requests
where terminal_address is not null and host is not null and coalesce(status, 0) <> 407
group by organisation, network, terminal_address, date_trunc('hour', occurred_at)
