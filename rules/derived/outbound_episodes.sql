-- row: one site that suspicious traffic went to in the period, with its level: from how many places, which signs, how much, whose account the proxy knew
-- from: outbound_signs, outbound_traffic, outbound_sites, outbound_indicators, terminals
-- The largest numbers of any place.
with signs as (
  select organisation, network, site, sign, max(first_number) as first_number, max(second_number) as second_number, max(third_number) as third_number
  from outbound_signs
  group by organisation, network, site, sign
),
signed as (
  select organisation, network, site,
    bool_or(sign = 'indicator') as is_named, bool_or(sign = 'indicator-host-only') as host_is_named, bool_or(sign = 'regular-interval') as is_regular,
    bool_or(sign = 'large-upload') as is_upload, bool_or(sign = 'unattended') as is_unattended, bool_or(sign = 'bare-address') as is_bare,
    bool_or(sign = 'refused-again') as is_refused,
    array_join(array_sort(array_agg(
      case sign when 'indicator' then '1' when 'indicator-host-only' then '2' when 'regular-interval' then '3' when 'large-upload' then '4' when 'unattended' then '5'
        when 'bare-address' then '6' else '7' end
      || sign || ':' || coalesce(cast(first_number as varchar), '') || ':' || coalesce(cast(second_number as varchar), '') || ':' || coalesce(cast(third_number as varchar), ''))), ';') as signs
  from signs
  group by organisation, network, site
),
places as (
  select distinct organisation, network, site, place from outbound_signs
),
gathered as (
  select organisation, network, site, count(distinct place) as places, min(first_at) as first_at, max(last_at) as last_at, cast(sum(requests) as bigint) as records,
    cast(sum(bytes_sent) as bigint) as bytes_sent, cast(sum(bytes_received) as bigint) as bytes_received,
    min(terminal) as terminal, min(terminal_address) as terminal_address, max(terminal_address) as last_address, min(account) as account, max(last_account) as last_account,
    -- Of several the least sure one.
    max(case certainty when 'certain' then '1' when 'likely' then '2' when 'weak' then '3' when 'contradicted' then '4' else '5' end || coalesce(attribution, '')) as least_sure
  from outbound_traffic
  group by organisation, network, site
),
-- Twenty examples are enough, in order of name.
listed as (
  select organisation, network, site, place, row_number() over (partition by organisation, network, site order by place) as turn from places
),
examples as (
  select organisation, network, site, array_join(array_sort(array_agg(place)), chr(10)) as examples from listed where turn <= 20 group by organisation, network, site
),
indicator as (
  select organisation, network, site, value, note, file, line, host_only,
    row_number() over (partition by organisation, network, site order by host_only, file, line) as turn
  from outbound_indicators
),
known as (
  select network, terminal, max(role) as role, bool_or(coalesce(admin_terminal, false)) as admin_terminal from terminals group by network, terminal
),
judged as (
  select g.*, s.signs, i.value as indicator, i.note as indicator_note, i.file as indicator_file, i.line as indicator_line,
    t.terminals, t.office_terminals, t.is_rare, t.is_common, t.is_new, t.days_before, e.examples,
    case
      when s.is_named then 'known-bad-destination'
      when s.host_is_named and not t.is_common then 'known-bad-host'
      when s.is_regular and t.is_rare then 'regular-and-rare'
      when s.is_regular and (t.is_new or s.is_unattended or s.is_bare or s.is_refused) then 'regular-and-more'
      when s.is_upload then 'large-upload'
      when s.is_unattended and (t.is_new or s.is_bare) then 'unattended-and-more'
      when s.is_regular then 'regular-interval'
      when s.is_unattended then 'unattended'
      when s.is_bare then 'bare-address'
      when s.is_refused then 'refused-again'
      else 'known-bad-host-common'
    end as because
  from gathered g
  join signed s on s.organisation = g.organisation and s.network = g.network and s.site = g.site
  join outbound_sites t on t.organisation = g.organisation and t.network = g.network and t.site = g.site
  join examples e on e.organisation = g.organisation and e.network = g.network and e.site = g.site
  left join indicator i on i.organisation = g.organisation and i.network = g.network and i.site = g.site and i.turn = 1
)
select 'outbound ' || cast(row_number() over (order by j.first_at, j.organisation, j.network, j.site) as varchar) as episode,
  case when j.because in ('known-bad-destination', 'known-bad-host', 'regular-and-rare', 'regular-and-more', 'large-upload', 'unattended-and-more') then 'review' else 'note' end as level,
  j.because as level_because, j.organisation, j.network, j.site as destination, j.first_at, j.last_at, j.records, j.bytes_sent, j.bytes_received,
  case when j.places > 1 then 'places' end as folded, 1 as accounts, j.places, j.examples,
  case when j.places = 1 then j.terminal end as terminal, case when j.places = 1 and j.terminal_address = j.last_address then j.terminal_address end as terminal_address,
  case when j.places = 1 then k.role end as terminal_role, case when j.places = 1 then k.admin_terminal end as admin_terminal,
  case when length(j.least_sure) > 1 then substr(j.least_sure, 2) end as attribution,
  case substr(j.least_sure, 1, 1) when '1' then 'certain' when '2' then 'likely' when '3' then 'weak' when '4' then 'contradicted' else 'unknown' end as certainty,
  case when j.places = 1 and j.account = j.last_account then j.account end as account, coalesce(j.places > 1 or j.account <> j.last_account, false) as several_accounts,
  j.signs || case when j.is_rare then ';8rare:' || cast(j.terminals as varchar) || ':' || cast(j.office_terminals as varchar) || ':' else '' end
    || case when j.is_new then ';9new:' || cast(j.days_before as varchar) || '::' else '' end as outbound_signs,
  j.indicator, j.indicator_note, j.indicator_file, j.indicator_line
from judged j
left join known k on k.network = j.network and k.terminal = j.terminal
