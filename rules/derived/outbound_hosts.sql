-- row: one host that a proxy was asked for, with a number for it and one for its site, and whether machines ask for it by themselves
-- from: sites, background_hosts
-- Numbers, because there are millions of pairs of hosts and addresses, and names would not fit in memory.
with background as (
  select distinct s.host
  from sites s
  join background_hosts b on s.host like translate(b.pattern, '*', '%')
)
select cast(row_number() over (order by s.host) as integer) as host_number, cast(dense_rank() over (order by s.site) as integer) as site_number,
  s.host, s.site, s.is_address, s.is_internal, b.host is not null as is_background
from sites s
left join background b on b.host = s.host
