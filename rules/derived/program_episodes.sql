-- row: one episode of logons that show signs of a program: of an account at a place, of many accounts at a place, of an account at many places, or of many at many; its class, its signs with their numbers, one a line
-- from: program_records, account_changes, recorded_accounts, administrator_spans, first_seen, accounts, known_automation
with signs as (
  select organisation, network, unit, episode_account, episode_place, run, because,
    max(case strength when 'strong' then 5 when 'weak' then 4 when 'joins' then 3 when 'explained' then 2 else 1 end) as weight,
    bool_and(excusable) as excusable, max(measured) as measured, min(within_seconds) as within_seconds, min(translate(named, chr(9) || chr(10) || chr(13), '   ')) as named, count(distinct named) as names, count(*) as records
  from program_records
  group by organisation, network, unit, episode_account, episode_place, run, because
),
summed as (
  select organisation, network, unit, episode_account, episode_place, run,
    count(case when weight = 5 then 1 end) as strong, count(case when weight = 4 then 1 end) as weak, count(case when weight = 3 then 1 end) as joins,
    count(case when weight = 2 then 1 end) as explained,
    bool_and(excusable) as excusable,
    bool_or(weight > 3 and because in ('brute-force', 'fast-failures', 'fast-terminals')) as guessing,
    array_join(array_sort(array_agg(cast(9 - weight as varchar) || chr(9) || because || chr(9) || coalesce(cast(measured as varchar), '') || chr(9) || coalesce(cast(within_seconds as varchar), '')
      || chr(9) || coalesce(named, '') || chr(9) || cast(records as varchar))), chr(10)) as signs
  from signs
  group by organisation, network, unit, episode_account, episode_place, run
),
records as (
  select distinct organisation, network, unit, episode_account, episode_place, run, input, recorded_by, record_id, occurred_at
  from program_records
),
counts as (
  select organisation, network, unit, episode_account, episode_place, run, count(*) as records from records group by organisation, network, unit, episode_account, episode_place, run
),
gathered as (
  select organisation, network, unit, episode_account, episode_place, run, min(identity) as identity, min(account_number) as account_number, min(account) as account, min(account_domain) as account_domain, min(account_sid) as account_sid,
    min(occurred_at) as first_at, max(occurred_at) as last_at,
    count(distinct lower(coalesce(account, ''))) as accounts, count(distinct place) as places,
    min(terminal) as terminal, min(terminal_role) as terminal_role, min(terminal_address) as terminal_address, min(terminal_name) as terminal_name,
    min(case certainty when 'contradicted' then '0' when 'certain' then '1' when 'likely' then '2' when 'weak' then '3' else '4' end || coalesce(attribution, '')) as surest, min(contradicted_by) as contradicted_by,
    bool_or(succeeded) as succeeded, bool_and(succeeded) as all_succeeded,
    array_join(array_sort(array_agg(distinct recorded_by)), ';') as recorded_by,
    array_join(array_sort(array_agg(distinct logon_type) filter (where logon_type is not null)), ';') as logon_types,
    array_join(array_sort(array_agg(distinct status_code) filter (where status_code is not null)), ';') as reason_codes,
    array_join(array_sort(array_agg(distinct failure_reason) filter (where failure_reason is not null)), ';') as reasons
  from program_records
  group by organisation, network, unit, episode_account, episode_place, run
),
-- Who was changed: the account that stands beside is the one that did it.
changed as (
  select p.organisation, p.network, p.unit, p.episode_account, p.episode_place, p.run, array_join(array_sort(array_agg(distinct c.member_sid)), chr(10)) as changed_sids
  from program_records p
  join account_changes c on c.input = p.input and c.record_id = p.record_id and c.occurred_at = p.occurred_at and c.recorded_by = p.recorded_by
  where p.because = 'new-administrator' and c.member_sid is not null
  group by p.organisation, p.network, p.unit, p.episode_account, p.episode_place, p.run
),
members as (
  select distinct organisation, network, unit, episode_account, episode_place, run, case when unit in ('place', 'network') then account else coalesce(terminal, terminal_address, terminal_name) end as member
  from program_records
  where unit <> 'both'
),
placed as (
  select m.*, row_number() over (partition by organisation, network, unit, episode_account, episode_place, run order by member) as position
  from members m
  where member is not null
),
examples as (
  select organisation, network, unit, episode_account, episode_place, run, array_join(array_sort(array_agg(member)), chr(10)) as examples
  from placed
  where position <= 20
  group by organisation, network, unit, episode_account, episode_place, run
),
-- Whom the logs show as an administrator then, whatever the directory says now.
administered as (
  select g.organisation, g.network, g.unit, g.episode_account, g.episode_place, g.run, min(s.group_name) as group_name
  from gathered g
  join administrator_spans s on s.network = g.network and s.account_number = g.account_number
  where s.from_at <= g.last_at and s.until_at > g.first_at
  group by g.organisation, g.network, g.unit, g.episode_account, g.episode_place, g.run
),
described as (
  select g.*, v.changed_sids, s.strong, s.weak, s.joins, s.explained, s.excusable, s.guessing, s.signs, c.records, x.examples,
    coalesce(g.unit in ('place', 'network') and g.accounts > 1, false) as of_accounts, coalesce(g.unit in ('account', 'network') and g.places > 1, false) as of_places,
    r.account_domain as r_domain, r.matched_by, coalesce(r.administrator, false) or w.group_name is not null as administrator, r.display_name, r.department,
    coalesce(r.privileged_by, w.group_name) as privileged_by, a.kind, n.first_seen, n.first_seen_anywhere, n.known_days, n.known_since
  from gathered g
  join summed s
    on s.organisation = g.organisation and s.network = g.network and s.unit = g.unit and s.episode_account = g.episode_account and s.episode_place = g.episode_place and s.run = g.run
  join counts c
    on c.organisation = g.organisation and c.network = g.network and c.unit = g.unit and c.episode_account = g.episode_account and c.episode_place = g.episode_place and c.run = g.run
  left join examples x
    on x.organisation = g.organisation and x.network = g.network and x.unit = g.unit and x.episode_account = g.episode_account and x.episode_place = g.episode_place and x.run = g.run
  left join changed v
    on v.organisation = g.organisation and v.network = g.network and v.unit = g.unit and v.episode_account = g.episode_account and v.episode_place = g.episode_place and v.run = g.run
  left join administered w
    on w.organisation = g.organisation and w.network = g.network and w.unit = g.unit and w.episode_account = g.episode_account and w.episode_place = g.episode_place and w.run = g.run
  left join recorded_accounts r on r.identity = g.identity
  left join accounts a on a.network = g.network and a.account_sid = g.account_sid
  left join first_seen n
    on n.organisation = g.organisation and n.network = g.network and n.account_number = g.account_number and n.place = g.episode_place
),
-- A program that everybody knows: by the account it uses, the terminal it runs at, or both, as the configuration says.
known as (
  select d.organisation, d.network, d.unit, d.episode_account, d.episode_place, d.run, min(k.purpose) as purpose, bool_or(k.account_like is not null) as by_account
  from described d
  join known_automation k on k.network = d.network
  where not d.of_accounts and (not d.of_places or k.terminal_like is null)
    and coalesce(lower(d.account), '') like lower(coalesce(k.account_like, '%')) escape '!'
    and coalesce(lower(d.terminal), '') like lower(coalesce(k.terminal_like, '%')) escape '!'
  group by d.organisation, d.network, d.unit, d.episode_account, d.episode_place, d.run
),
judged as (
  select d.*, k.purpose as automation,
    case
      -- A terminal alone knows no account: whoever guesses passwords there is not its program.
      when k.purpose is not null and d.excusable and (k.by_account or not d.guessing) then 'known-automation'
      when d.kind = 'service' and d.excusable and d.terminal_role in ('server', 'domain controller') then 'service-account'
      -- A device of the inventory at its fixed address: a printer or a storage, which are not Windows.
      when d.kind = 'service' and d.excusable and d.terminal is not null and d.terminal_role is null and d.surest like '1%' then 'service-account'
      when d.strong > 0 or d.weak > 1 or (d.weak > 0 and d.joins > 0) then 'program-suspected'
      when d.weak > 0 then 'cannot-tell'
      when d.explained > 0 then 'password-just-changed'
    end as level_because
  from described d
  left join known k
    on k.organisation = d.organisation and k.network = d.network and k.unit = d.unit and k.episode_account = d.episode_account and k.episode_place = d.episode_place and k.run = d.run
)
select 'program ' || cast(row_number() over (order by first_at, organisation, network, unit, episode_account, episode_place, run) as varchar) as episode,
  case when level_because = 'program-suspected' then 'review' else 'note' end as level,
  level_because, organisation, network, unit, episode_account, episode_place, run,
  case when of_accounts and of_places then 'both' when of_accounts then 'accounts' when of_places then 'places' end as folded,
  case when of_accounts then accounts else 1 end as accounts, case when of_places then places else 1 end as places, case when of_accounts or of_places then examples end as examples,
  first_at, last_at, records, records as logons,
  case when not of_accounts then account end as account, case when not of_accounts then account_domain end as account_domain, case when not of_accounts then account_sid end as account_sid,
  case when not of_accounts then matched_by end as account_matched_by, case when of_accounts then false else administrator end as administrator,
  case when not of_accounts then display_name end as display_name, case when not of_accounts then department end as department, case when not of_accounts then privileged_by end as privileged_by,
  case when not of_places then terminal end as terminal, case when not of_places then terminal_role end as terminal_role, cast(null as boolean) as admin_terminal,
  case when not of_places then terminal_address end as terminal_address, case when not of_places then terminal_name end as terminal_name,
  case when not of_places then coalesce(terminal, terminal_address, terminal_name) end as seen_from,
  case when not of_places and length(surest) > 1 then substr(surest, 2) end as attribution,
  case case when not of_places then substr(surest, 1, 1) end when '0' then 'contradicted' when '1' then 'certain' when '2' then 'likely' when '3' then 'weak' else 'unknown' end as certainty,
  case when not of_places then contradicted_by end as contradicted_by,
  case when all_succeeded then true when not succeeded then false end as succeeded,
  recorded_by, logon_types, reason_codes, reasons, signs, changed_sids, excusable, automation,
  case when not of_accounts and not of_places then first_seen end as first_seen, case when not of_accounts and not of_places then first_seen_anywhere end as first_seen_anywhere,
  case when not of_accounts and not of_places then known_days end as known_days, case when not of_accounts and not of_places then known_since end as known_since
from judged
where level_because is not null
