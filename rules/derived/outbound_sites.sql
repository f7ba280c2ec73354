-- row: one site that was asked for through a proxy: how many terminals asked in the whole log, of how many that ask for anything, whether that makes it rare, used by few, or common, since when it is asked for, whether machines ask for it by themselves; `is_watched`: neither common, internal nor asked for by machines
-- from: outbound_pairs, outbound_hosts, outbound_places, settings, period
with limits as (
  select max(case when name = 'rare_terminals' then value end) as rare_terminals,
    max(case when name = 'common_percent' then value end) as common_percent,
    max(case when name = 'few_percent' then value end) as few_percent,
    max(case when name = 'proxy_baseline_days' then value end) as baseline_days
  from settings
),
asked as (
  select max(asked_from) as asked_from from period
),
office as (
  select organisation, network, count(distinct place) as office_terminals
  from outbound_places
  where terminal_address is not null
  group by organisation, network
),
days_before as (
  select m.organisation, m.network, count(distinct date_trunc('day', m.hour)) as days
  from outbound_places m
  cross join asked a
  where m.hour < a.asked_from and m.terminal_address is not null
  group by m.organisation, m.network
),
seats as (
  select seat, min(place_number) as place_number from outbound_places group by seat
),
places as (
  select place_number, min(organisation) as organisation, min(network) as network from outbound_places group by place_number
),
visits as (
  select h.site_number, s.place_number, min(p.first_at) as first_at, bool_and(h.is_background) as is_background
  from outbound_pairs p
  join outbound_hosts h on h.host_number = p.host_number
  join seats s on s.seat = p.seat
  group by h.site_number, s.place_number
),
gathered as (
  select p.organisation, p.network, v.site_number, count(*) as terminals, min(v.first_at) as first_at, bool_and(v.is_background) as is_background
  from visits v
  join places p on p.place_number = v.place_number
  group by p.organisation, p.network, v.site_number
),
sites as (
  select site_number, min(site) as site, bool_or(is_address) as is_address, bool_or(is_internal) as is_internal from outbound_hosts group by site_number
),
judged as (
  select g.organisation, g.network, t.site, g.site_number, t.is_address, t.is_internal, g.is_background, g.terminals, o.office_terminals, g.first_at,
    coalesce(d.days, 0) as days_before, g.terminals <= l.rare_terminals as is_rare,
    g.terminals <= l.rare_terminals or (g.terminals <= 3 * l.rare_terminals and g.terminals * 100 <= o.office_terminals * l.few_percent) as is_few,
    g.terminals > l.rare_terminals and g.terminals * 100 >= o.office_terminals * l.common_percent as is_common,
    coalesce(d.days >= l.baseline_days and g.first_at >= a.asked_from, false) as is_new
  from gathered g
  cross join limits l
  cross join asked a
  join sites t on t.site_number = g.site_number
  left join office o on o.organisation = g.organisation and o.network = g.network
  left join days_before d on d.organisation = g.organisation and d.network = g.network
)
select organisation, network, site, site_number, is_address, is_internal, is_background, terminals, office_terminals, first_at, days_before, is_rare, coalesce(is_few, is_rare) as is_few, is_common, is_new,
  not is_common and not is_internal and not is_background as is_watched
from judged
