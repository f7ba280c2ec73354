-- row: one request that an admin terminal sent through a proxy in the period: who, to which host, and whether Windows asks that host by itself
-- from: proxy_requests, proxied_minutes, address_terminals, terminals, background_hosts, account_names
with admin_terminals as (
  select network, terminal, max(role) as role from terminals where admin_terminal group by network, terminal
),
-- Which terminal stood behind the address is asked once a minute.
placed_minutes as (
  select m.organisation, m.network, m.terminal_address, m.minute, s.terminal, t.role as terminal_role, s.attribution, s.certainty, s.contradicted_by, s.doubtful
  from proxied_minutes m
  join address_terminals s
    on s.organisation = m.organisation and s.network = m.network and s.terminal_address = m.terminal_address and s.occurred_at = m.occurred_at
  join admin_terminals t on t.network = s.network and t.terminal = s.terminal
),
requests as (
  select r.organisation, r.network, r.input, r.line, r.occurred_at, r.terminal_address, r.account, r.account_domain, r.host, r.action, r.status,
    m.terminal, m.terminal_role, m.attribution, m.certainty, m.contradicted_by, m.doubtful
  from proxy_requests r
  join placed_minutes m
    on m.organisation = r.organisation and m.network = r.network and m.terminal_address = r.terminal_address
    and m.minute = date_trunc('minute', r.occurred_at)
),
hosts as (
  select distinct host from requests
),
background as (
  select distinct h.host
  from hosts h
  join background_hosts b on h.host like translate(b.pattern, '*', '%')
)
select r.organisation, r.network, r.input, r.line, r.occurred_at, r.terminal_address, r.account, r.account_domain, n.account_sid, r.host,
  r.terminal, r.terminal_role, r.attribution, r.certainty, r.contradicted_by,
  case
    when b.host is not null then 'windows-itself'
    -- 407 asks who it is, and comes before the request that counts. A line without a host is no request that led anywhere.
    when r.host is null or r.status = 407 or upper(r.action) like '%DENIED%' then 'refused-by-proxy'
    when r.doubtful then 'web-use-doubted'
    else 'web-use'
  end as because
from requests r
left join background b on b.host = r.host
left join account_names n on n.network = r.network and n.name = lower(r.account) and n.domain = lower(coalesce(r.account_domain, ''))
