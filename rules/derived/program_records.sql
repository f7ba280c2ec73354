-- row: one sign at one record, with the episode it belongs to: same account, place, both or network, each within program_hours of the one before; `excusable` where a program that everybody knows may leave it
-- from: program_signs, known_automation, settings
with limits as (
  select max(case when name = 'program_hours' then value end) as program_hours, max(case when name = 'program_places' then value end) as program_places from settings
),
named as (
  select s.*, coalesce('number ' || cast(account_number as varchar), 'sid ' || account_sid, 'name ' || lower(account), '') as account_key,
    -- What rhythm, speed and the way of the network say; what counts only beside other signs excuses and accuses nobody.
    coalesce(strength not in ('strong', 'weak'), false) or because in ('regular-interval', 'no-night', 'fast-machines', 'fast-failures', 'brute-force', 'fast-terminals', 'no-session-there',
      'no-ticket-from-there', 'no-machine-name', 'no-session-key', 'no-windows-name', 'unknown-machine', 'contradicted-name', 'ntlm-beside-kerberos', 'built-in-administrator',
      'service-credentials', 'many-names', 'directory-sync') as excusable
  from program_signs s
),
-- What the signs of one record say together.
told as (
  select organisation, network, input, recorded_by, record_id, occurred_at, bool_or(not excusable) as accused, bool_or(unit = 'network') as of_network
  from named
  where not excusable or unit = 'network'
  group by organisation, network, input, recorded_by, record_id, occurred_at
),
-- Listed at some terminals only: its other places stay apart, so that these are not taken for those.
listed as (
  select distinct j.network, j.account_key
  from (select distinct network, account_key, account from named where account is not null) j
  join known_automation k on k.network = j.network and lower(j.account) like lower(coalesce(k.account_like, '%')) escape '!'
  where k.terminal_like is not null
),
-- One program at very many places, such as a monitoring, is one matter.
everywhere as (
  select j.organisation, j.network, j.account_key
  from named j
  cross join limits l
  left join told t
    on t.organisation = j.organisation and t.network = j.network and t.input = j.input and t.recorded_by = j.recorded_by and t.record_id = j.record_id and t.occurred_at = j.occurred_at
  left join listed x on x.network = j.network and x.account_key = j.account_key
  where j.unit = 'both' and not coalesce(t.accused, false) and j.account_key <> '' and x.network is null
  group by j.organisation, j.network, j.account_key, l.program_places
  having count(distinct j.place) >= l.program_places
),
-- A place at which only one account shows what places show is that account at that place.
alone as (
  select organisation, network, place from named where unit = 'place' group by organisation, network, place having count(distinct account_key) = 1
),
judged as (
  select n.*, not coalesce(t.accused, false) as record_excusable, coalesce(t.of_network, false) as of_network
  from named n
  left join told t
    on t.organisation = n.organisation and t.network = n.network and t.input = n.input and t.recorded_by = n.recorded_by and t.record_id = n.record_id and t.occurred_at = n.occurred_at
),
keyed as (
  select j.because, j.strength,
    case when j.of_network then 'network' when j.unit = 'place' and a.place is not null then 'both' when j.unit = 'both' and j.record_excusable and e.account_key is not null then 'account' else j.unit end as unit,
    j.organisation, j.network, j.input, j.recorded_by, j.record_id, j.occurred_at, j.measured, j.within_seconds, j.named, j.identity, j.account_number, j.account, j.account_domain,
    j.account_sid, j.place, j.terminal, j.terminal_role, j.terminal_address, j.terminal_name, j.attribution, j.certainty, j.contradicted_by, j.succeeded, j.logon_type,
    j.status_code, j.failure_reason, j.excusable, j.account_key
  from judged j
  left join everywhere e on e.organisation = j.organisation and e.network = j.network and e.account_key = j.account_key
  left join alone a on a.organisation = j.organisation and a.network = j.network and a.place = j.place
),
placed as (
  select k.*, case when unit in ('place', 'network') then '' else account_key end as episode_account, case when unit in ('account', 'network') then '' else place end as episode_place from keyed k
),
-- Windows over moments alone: over the signs, with all that is known of each, they did not fit in memory.
moments as (
  select distinct organisation, network, unit, episode_account, episode_place, occurred_at from placed
),
started as (
  select m.*,
    case when m.occurred_at <= lag(m.occurred_at) over (partition by m.organisation, m.network, m.unit, m.episode_account, m.episode_place order by m.occurred_at)
      + l.program_hours * interval '1' hour then 0 else 1 end as starts
  from moments m
  cross join limits l
),
runs as (
  select s.*,
    cast(sum(s.starts) over (
      partition by s.organisation, s.network, s.unit, s.episode_account, s.episode_place order by s.occurred_at rows between unbounded preceding and current row
    ) as bigint) as run
  from started s
)
select p.*, r.run
from placed p
join runs r
  on r.organisation = p.organisation and r.network = p.network and r.unit = p.unit and r.episode_account = p.episode_account
  and coalesce(r.episode_place, '') = coalesce(p.episode_place, '') and r.occurred_at = p.occurred_at
