-- row: one site that was asked for through a proxy: how many terminals asked in the whole log, of how many that ask for anything, whether that makes it rare or common, since when it is asked for, whether machines ask for it by themselves
-- from: outbound_hours, outbound_places, background_hosts, settings, period
with limits as (
  select max(case when name = 'rare_terminals' then value end) as rare_terminals,
    max(case when name = 'common_percent' then value end) as common_percent,
    max(case when name = 'proxy_baseline_days' then value end) as baseline_days
  from settings
),
asked as (
  select max(asked_from) as asked_from from period
),
office as (
  select organisation, network, count(distinct place) as office_terminals from outbound_places group by organisation, network
),
days_before as (
  select m.organisation, m.network, count(distinct date_trunc('day', m.hour)) as days
  from outbound_places m
  cross join asked a
  where m.hour < a.asked_from
  group by m.organisation, m.network
),
background as (
  select distinct h.host
  from (select distinct host from outbound_hours) h
  join background_hosts b on h.host like translate(b.pattern, '*', '%')
),
visits as (
  select h.organisation, h.network, h.site, h.host, h.is_address, h.is_internal, coalesce(p.place, '-') as place, min(h.first_at) as first_at
  from outbound_hours h
  left join outbound_places p on p.organisation = h.organisation and p.network = h.network and p.terminal_address = h.terminal_address and p.hour = h.hour
  group by h.organisation, h.network, h.site, h.host, h.is_address, h.is_internal, coalesce(p.place, '-')
),
gathered as (
  select v.organisation, v.network, v.site, bool_or(v.is_address) as is_address, bool_or(v.is_internal) as is_internal,
    count(distinct v.place) as terminals, min(v.first_at) as first_at, bool_and(b.host is not null) as is_background
  from visits v
  left join background b on b.host = v.host
  group by v.organisation, v.network, v.site
)
select g.organisation, g.network, g.site, g.is_address, g.is_internal, g.is_background, g.terminals, o.office_terminals, g.first_at, coalesce(d.days, 0) as days_before,
  g.terminals <= l.rare_terminals as is_rare,
  g.terminals > l.rare_terminals and g.terminals * 100 >= o.office_terminals * l.common_percent as is_common,
  coalesce(d.days >= l.baseline_days and g.first_at >= a.asked_from, false) as is_new
from gathered g
cross join limits l
cross join asked a
left join office o on o.organisation = g.organisation and o.network = g.network
left join days_before d on d.organisation = g.organisation and d.network = g.network
