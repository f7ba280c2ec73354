-- row: one program that may be listed as known automation: an account at a terminal; `reasons`: why it is not proposed, one a line, its parts set apart by tabs (empty: proposed); how many findings of program_episodes the entry would label, and how many of them were to be reviewed
-- from: learn_uses, learn_rhythms, learn_signs, episodes, program_episodes, known_automation
with known as (
  select distinct u.organisation, u.network, u.account_number, u.place
  from learn_uses u
  join known_automation k on k.network = u.network
  where lower(u.account) like lower(coalesce(k.account_like, '%')) escape '!'
    and coalesce(lower(u.terminal), '') like lower(coalesce(k.terminal_like, '%')) escape '!'
),
account_places as (
  select organisation, network, account_number, count(*) as places from learn_uses group by organisation, network, account_number
),
both_ways as (
  select u.organisation, u.network, u.account_number, u.place, s.because, s.measured, s.within_seconds, s.named, s.records
  from learn_uses u
  join learn_signs s on s.organisation = u.organisation and s.network = u.network and s.account_number = u.account_number
  where coalesce(s.place, u.place) = u.place
  union all
  select u.organisation, u.network, u.account_number, u.place, s.because, s.measured, s.within_seconds, s.named, s.records
  from learn_uses u
  join learn_signs s on s.organisation = u.organisation and s.network = u.network and s.place = u.place
  where s.account_number is null
),
signs as (
  select organisation, network, account_number, place, because, max(measured) as measured, min(within_seconds) as within_seconds,
    min(translate(named, chr(9) || chr(10) || chr(13), '   ')) as named, max(records) as records
  from both_ways
  group by organisation, network, account_number, place, because
),
-- What a check asks about is cleared up first, whoever it is about: the account anywhere, or anybody at the terminal.
asked_about as (
  select distinct network, lower(account) as account, lower(terminal) as terminal from episodes where level = 'review'
),
reviews as (
  select distinct u.organisation, u.network, u.account_number, u.place
  from learn_uses u
  join asked_about a on a.network = u.network and a.account = lower(u.account)
  union
  select distinct u.organisation, u.network, u.account_number, u.place
  from learn_uses u
  join asked_about a on a.network = u.network and a.terminal = lower(u.terminal)
),
reasons as (
  select organisation, network, account_number, place, '1' || chr(9) || 'administrator' as reason from learn_uses where administrator
  union all
  select organisation, network, account_number, place, '1' || chr(9) || 'privileged' from learn_uses where not administrator and privilege is not null
  union all
  select organisation, network, account_number, place,
    '2' || chr(9) || 'sign' || chr(9) || because || chr(9) || coalesce(cast(measured as varchar), '') || chr(9) || coalesce(cast(within_seconds as varchar), '')
      || chr(9) || coalesce(named, '') || chr(9) || cast(records as varchar)
  from signs
  union all
  select organisation, network, account_number, place, '2' || chr(9) || 'to-review' from reviews
  union all
  select organisation, network, account_number, place, '3' || chr(9) || 'not-in-directory' from learn_uses where not in_directory
  union all
  select organisation, network, account_number, place, '4' || chr(9) || 'place-unknown' from learn_uses where terminal is null
  union all
  select organisation, network, account_number, place, '5' || chr(9) || 'place-doubted' from learn_uses where terminal is not null and doubted_records * 10 > records
  union all
  select organisation, network, account_number, place, '6' || chr(9) || 'fails-often' from learn_uses where failures * 10 > records
  union all
  select organisation, network, account_number, place, '7' || chr(9) || 'person-too' from learn_uses where persons_logons > 0
  union all
  select a.organisation, a.network, a.account_number, u.place, '8' || chr(9) || 'many-places'
  from account_places a
  join learn_uses u on u.organisation = a.organisation and u.network = a.network and u.account_number = a.account_number
  where a.places > 10
),
joined as (
  select organisation, network, account_number, place, array_join(array_sort(array_agg(distinct reason)), chr(10)) as reasons
  from reasons
  group by organisation, network, account_number, place
),
effects as (
  select u.organisation, u.network, u.account_number, u.place, count(*) as labelled, count(case when e.level = 'review' then 1 end) as labelled_reviews
  from learn_uses u
  join program_episodes e
    on e.organisation = u.organisation and e.network = u.network and lower(e.account) = lower(u.account) and lower(e.terminal) = lower(u.terminal)
  where e.folded is null and e.excusable
  group by u.organisation, u.network, u.account_number, u.place
)
select u.organisation, u.network, u.account, u.account_domain, u.account_sid, u.kind, u.display_name, u.privileged_by, u.place, u.terminal, u.terminal_role, u.targets, u.logon_types,
  r.rhythm, r.interval_seconds, r.minute_of_day, u.days, u.recorded_days, u.records, u.failures, u.first_at, u.last_at, u.looks_like,
  coalesce(j.reasons, '') as reasons, k.account_number is not null as already_known, coalesce(e.labelled, 0) as labelled, coalesce(e.labelled_reviews, 0) as labelled_reviews,
  row_number() over (order by case when j.reasons is null then 0 else 1 end, u.network, lower(u.account), u.account_domain, u.place, u.organisation, u.account_number) as candidate
from learn_uses u
join learn_rhythms r on r.organisation = u.organisation and r.network = u.network and r.account_number = u.account_number and r.place = u.place
left join joined j on j.organisation = u.organisation and j.network = u.network and j.account_number = u.account_number and j.place = u.place
left join known k on k.organisation = u.organisation and k.network = u.network and k.account_number = u.account_number and k.place = u.place
left join effects e on e.organisation = u.organisation and e.network = u.network and e.account_number = u.account_number and e.place = u.place
where r.rhythm <> 'days' or u.looks_like in ('service-account', 'batch-logon')
