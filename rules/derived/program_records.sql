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
judged as (
  select n.*, bool_and(n.excusable) over (partition by n.organisation, n.network, n.input, n.recorded_by, n.record_id, n.occurred_at) as record_excusable,
    bool_or(n.unit = 'network') over (partition by n.organisation, n.network, n.input, n.recorded_by, n.record_id, n.occurred_at) as of_network
  from named n
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
  from judged j
  cross join limits l
  left join listed x on x.network = j.network and x.account_key = j.account_key
  where j.unit = 'both' and j.record_excusable and j.account_key <> '' and x.network is null
  group by j.organisation, j.network, j.account_key, l.program_places
  having count(distinct j.place) >= l.program_places
),
-- A place at which only one account shows what places show is that account at that place.
alone as (
  select organisation, network, place from named where unit = 'place' group by organisation, network, place having count(distinct account_key) = 1
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
started as (
  select p.*,
    case when p.occurred_at <= lag(p.occurred_at) over (
      partition by p.organisation, p.network, p.unit, p.episode_account, p.episode_place order by p.occurred_at, p.recorded_by, p.record_id, p.input, p.because
    ) + l.program_hours * interval '1' hour then 0 else 1 end as starts
  from placed p
  cross join limits l
)
select s.*,
  cast(sum(s.starts) over (
    partition by s.organisation, s.network, s.unit, s.episode_account, s.episode_place
    order by s.occurred_at, s.recorded_by, s.record_id, s.input, s.because rows between unbounded preceding and current row
  ) as bigint) as run
from started s
