-- row: one thing that the evidence does not cover: kind of evidence, machine (NULL: the whole run), code, span, number, and the account that did it (NULL: nobody is known to have)
-- from: account_changes, activity_gaps, directories, directory_gaps, expected_recorders, inputs, log_change_gaps, log_changes, outbound_gaps, period, proxy_inputs, question_gaps, recorded_accounts, recorders, recording_gaps, recordings, settings, terminals
with limits as (
  select max(case when name = 'directory_days' then value end) * interval '1' day as directory_age from settings
),
asked as (
  select max(asked_from) as asked_from, max(asked_until) as asked_until from period
),
log_kinds as (
  select 'logon-successes' as evidence
  union all
  select 'logon-failures'
),
spans as (
  select r.network, coalesce(max(a.asked_from), min(r.first_at)) as span_from, coalesce(max(a.asked_until), max(r.last_at)) as span_until
  from recorders r
  cross join asked a
  where r.expected
  group by r.network
),
networks as (
  select network from recorders
  union
  select network from directories
  union
  select network from terminals
  union
  select network from proxy_inputs
),
-- What a snapshot lacks, by the evidence it would have been. Addresses of DNS tell user terminals; a list of computers that is not whole may lack a domain controller.
incomplete as (
  select 'directory' as evidence, network, domain from directory_gaps where affects = 'administrators'
  union all
  select 'admin-terminals', network, domain from directory_gaps where affects = 'terminals'
  union all
  select 'user-terminals', network, domain from directory_gaps where affects in ('terminals', 'addresses')
  union all
  select k.evidence, g.network, g.domain from log_kinds k cross join directory_gaps g where g.affects = 'terminals'
),
-- Who did what makes a gap; one of them where several did at the same moment.
doers as (
  select network, upper(substr(split_part(recorded_by, '.', 1), 1, 15)) as recorder, occurred_at,
    case event_id when 1102 then 'log-cleared' when 4719 then 'policy-changed' else 'clock-changed' end as code,
    min(coalesce(acting_domain || '\', '') || acting_account) as acting_account
  from log_changes
  where event_id in (1102, 4616, 4719) and acting_account is not null
  group by network, upper(substr(split_part(recorded_by, '.', 1), 1, 15)), occurred_at,
    case event_id when 1102 then 'log-cleared' when 4719 then 'policy-changed' else 'clock-changed' end
),
gaps as (
  select 'directory' as evidence, n.network, cast(null as varchar) as recorder, 'no-directory' as code, cast(null as varchar) as about,
    cast(null as timestamp) as from_at, cast(null as timestamp) as until_at, cast(null as bigint) as missing
  from networks n
  left join directories d on d.network = n.network
  where d.network is null
  union all
  select evidence, network, null, 'directory-incomplete', domain, null, null, null
  from incomplete
  union all
  -- Whoever became an administrator since then is not known.
  select 'directory', d.network, null, 'directory-too-old', d.domain, d.taken_at, s.span_until, null
  from directories d
  join spans s on s.network = d.network
  cross join limits l
  where d.taken_at < s.span_until - l.directory_age
  union all
  -- A domain controller gives tickets to accounts of its own domain only.
  select 'directory', r.network, null, 'directory-of-another-domain', r.recorded_by, null, null, null
  from recorders r
  where r.domain_sid is not null
    and exists (select 1 from directories d where d.network = r.network)
    and not exists (select 1 from directories d where d.network = r.network and d.domain_sid = r.domain_sid)
  union all
  -- Made after the snapshot, or deleted before it: nobody can say whether it was an administrator, unless its whole life is in the logs.
  select 'directory', r.network, null, 'accounts-not-in-directory', d.domain, null, null, count(distinct r.recorded_sid)
  from recorded_accounts r
  join directories d on d.network = r.network and r.recorded_sid like d.domain_sid || '-%'
  left join (select distinct network, account_sid from account_changes where event_id = 4720) m on m.network = r.network and m.account_sid = r.recorded_sid
  where r.matched_by is null and r.in_period and m.account_sid is null
  group by r.network, d.domain
  union all
  select 'admin-terminals', n.network, null, 'no-admin-terminals', null, null, null, null
  from networks n
  left join terminals t on t.network = n.network and t.admin_terminal
  where t.network is null
  union all
  select 'user-terminals', n.network, null, 'no-user-terminals', null, null, null, null
  from networks n
  left join terminals t on t.network = n.network and t.role = 'user terminal'
  where t.network is null
  union all
  select k.evidence, null, null, 'no-input', null, null, null, null
  from log_kinds k
  where not exists (select 1 from recordings where records > 0)
  union all
  select k.evidence, null, null, 'file-unreadable', i.file, null, null, null
  from log_kinds k
  cross join inputs i
  where not i.readable
  union all
  -- Nobody says which domain controllers there are, nor whose logs to expect, so that nobody can say that none is missing.
  select k.evidence, n.network, null, 'no-directory', null, null, null, null
  from log_kinds k
  cross join networks n
  left join directories d on d.network = n.network
  left join (select distinct network from expected_recorders) x on x.network = n.network
  where d.network is null and x.network is null
  union all
  select k.evidence, r.network, r.recorder, 'no-recorder-log', r.recorded_by, null, null, null
  from log_kinds k
  cross join recorders r
  where r.expected and r.records = 0
  union all
  select 'logon-successes', r.network, r.recorder, 'no-successes-recorded', r.recorded_by, null, null, null
  from recorders r
  join spans s on s.network = r.network
  where r.expected and r.records > 0 and r.successes_around = 0 and r.first_at <= s.span_until and r.last_at >= s.span_from
  union all
  -- In a whole period somebody mistypes: not a single failure means that failures are probably not audited.
  select 'logon-failures', r.network, r.recorder, 'no-failures-recorded', r.recorded_by, null, null, null
  from recorders r
  join spans s on s.network = r.network
  where r.expected and r.records > 0 and r.failures_around = 0 and r.first_at <= s.span_until and r.last_at >= s.span_from
  union all
  -- By default a domain controller records its own failed logons (4625), but not those it answers for (4768, 4771, 4776).
  select 'logon-failures', r.network, r.recorder, 'no-domain-failures-recorded', r.recorded_by, null, null, null
  from recorders r
  where r.expected and r.failures_around > 0 and r.domain_failures = 0 and (coalesce(r.role = 'domain controller', false) or r.domain_successes > 0)
  union all
  select 'logon-successes', r.network, r.recorder, 'no-domain-successes-recorded', r.recorded_by, null, null, null
  from recorders r
  where r.expected and r.successes_around > 0 and r.domain_successes = 0 and (coalesce(r.role = 'domain controller', false) or r.domain_failures > 0)
  union all
  select k.evidence, r.network, r.recorder, 'results-unknown', r.recorded_by, null, null, r.results_unknown
  from log_kinds k
  cross join recorders r
  where r.results_unknown > 0
  union all
  select evidence, network, recorder, code, about, from_at, until_at, missing from recording_gaps
  union all
  select evidence, network, recorder, code, about, from_at, until_at, null from log_change_gaps
  union all
  select evidence, network, recorder, code, about, from_at, until_at, missing from activity_gaps
  union all
  select evidence, network, recorder, code, about, from_at, until_at, missing from question_gaps
  union all
  select evidence, network, recorder, code, about, from_at, until_at, missing from outbound_gaps
)
select distinct g.evidence, g.network, g.recorder, g.code, g.about, g.from_at, g.until_at, g.missing, d.acting_account as done_by
from gaps g
left join doers d on d.network = g.network and d.recorder = g.recorder and d.code = g.code and d.occurred_at = g.from_at
