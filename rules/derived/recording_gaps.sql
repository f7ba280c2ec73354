-- row: one span or number of records that the logs of an expected machine lack (damaged, overwritten, removed, silent), in the columns of coverage_gaps
-- from: damage, inputs, log_changes, logon_events, period, recorders, recordings, settings
with limits as (
  select max(case when name = 'coverage_slack_hours' then value end) * interval '1' hour as slack,
    max(case when name = 'silence_hours' then value end) * interval '1' hour as silence
  from settings
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
-- What each file holds of an expected machine, beside what the files before it hold.
pieces as (
  select p.network, r.recorder, r.recorded_by, p.recorded_by as recorded_in, p.input, p.first_at, p.last_at, p.first_record_id, p.records,
    max(p.last_at) over (partition by p.network, r.recorder order by p.first_at, p.first_record_id, p.input rows between unbounded preceding and 1 preceding) as covered_until,
    max(p.last_record_id) over (partition by p.network, r.recorder order by p.first_at, p.first_record_id, p.input rows between unbounded preceding and 1 preceding) as last_record_id,
    p.holes_from_at, p.holes_until_at, p.last_record_id - p.first_record_id + 1 - p.records as missing_inside,
    -- A filtered export skips record ids all over: then ids prove nothing about what is missing.
    case when p.records < p.last_record_id - p.first_record_id + 1 and coalesce(p.id_holes * 100 > p.records, true) then 1 else 0 end as full_of_holes,
    min(case when p.records < p.last_record_id - p.first_record_id + 1 and coalesce(p.id_holes * 100 > p.records, true) then 0 else 1 end)
      over (partition by p.network, r.recorder) as unfiltered
  from recordings p
  join recorders r on r.network = p.network and r.recorder = upper(substr(split_part(p.recorded_by, '.', 1), 1, 15))
  where r.expected and p.records > 0
),
-- A filter drops kinds of event wholly. Windows writes the privileges of a session (4672) together with its logon (4624): where both kinds were exported, one
-- without the other was lost. Sessions of the system itself (below 1000) were begun at boot.
privileges as (
  select e.network, e.recorded_by, e.input, e.logon_id
  from logon_events e
  join (select distinct network, recorded_in, input from pieces where full_of_holes = 1) p
    on p.network = e.network and p.recorded_in = e.recorded_by and p.input = e.input
  where e.event_id = 4672 and e.logon_id >= 1000
),
begun as (
  select network, recorded_by, logon_id
  from logon_events
  where event_id = 4624 and exists (select 1 from pieces where full_of_holes = 1)
  group by network, recorded_by, logon_id
),
pairs as (
  select p.network, p.recorded_by, p.input, count(*) as privileges, count(b.logon_id) as whole, count(*) - count(b.logon_id) as torn
  from privileges p
  left join begun b on b.network = p.network and b.recorded_by = p.recorded_by and b.logon_id = p.logon_id
  group by p.network, p.recorded_by, p.input
),
-- One is torn where the export was cut, by time, between the two.
full_of_holes as (
  select p.network, p.recorder, p.recorded_by, p.recorded_in, p.missing_inside,
    coalesce(p.holes_from_at, p.first_at) as from_at, coalesce(p.holes_until_at, p.last_at) as until_at,
    case
      when t.whole > 0 and t.torn > 2 and t.torn * 100 > t.privileges then 'records-lost-throughout'
      when t.whole > 0 and t.torn = 2 then 'filtered-or-lost'
      -- Kinds that we did not ask for came along, and the pairs are too few: had the holes been losses, fewer than five of them would be torn.
      when i.out_of_scope > 0 and coalesce(t.whole, 0) * p.missing_inside < 5 * (p.records + p.missing_inside) then 'filtered-or-lost'
    end as code
  from pieces p
  left join pairs t on t.network = p.network and t.recorded_by = p.recorded_in and t.input = p.input
  left join inputs i on i.input = p.input
  where p.full_of_holes = 1
),
-- Of what is cut off or does not begin as it should, nobody can say how much it held.
lost as (
  select i.input, i.file, max(i.damaged) as damaged, sum(coalesce(d.records_lost, 0)) as records_lost,
    bool_or(coalesce(d.kind in ('file-cut-short', 'chunk-cut-short', 'chunk-signature'), false)) as cut
  from inputs i
  left join damage d on d.input = i.input
  group by i.input, i.file
),
lost_by_machine as (
  select l.file, p.network, upper(substr(split_part(p.recorded_by, '.', 1), 1, 15)) as recorder,
    nullif(max(case when l.damaged > l.records_lost then l.damaged else l.records_lost end), 0) as records_lost
  from lost l
  left join recordings p on p.input = l.input and p.records > 0
  where l.damaged > 0 or l.records_lost > 0 or l.cut
  group by l.file, p.network, upper(substr(split_part(p.recorded_by, '.', 1), 1, 15))
),
-- Where ids prove nothing: hours in which the machine recorded any logon event, to find silence within one file too.
hours_by_name as (
  select e.network, e.recorded_by, date_trunc('hour', e.occurred_at) as hour, min(e.occurred_at) as first_at, max(e.occurred_at) as last_at
  from logon_events e
  where exists (select 1 from pieces p where p.unfiltered = 0)
  group by e.network, e.recorded_by, date_trunc('hour', e.occurred_at)
),
recorded_hours as (
  select network, upper(substr(split_part(recorded_by, '.', 1), 1, 15)) as recorder, hour, min(first_at) as first_at, max(last_at) as last_at
  from hours_by_name
  group by network, upper(substr(split_part(recorded_by, '.', 1), 1, 15)), hour
),
silences as (
  select h.network, h.recorder, h.first_at as until_at,
    lag(h.last_at) over (partition by h.network, h.recorder order by h.hour) as from_at
  from recorded_hours h
  join (select distinct network, recorder from pieces where unfiltered = 0) f on f.network = h.network and f.recorder = h.recorder
),
-- What a log begins with: 1 is a new machine, or a log made anew; a higher id has records before it that are not here.
first_records as (
  select network, recorder, min(first_record_id) as first_record_id from pieces group by network, recorder
),
cleared_first as (
  select distinct r.network, r.recorder
  from recorders r
  join log_changes c on c.network = r.network and upper(substr(split_part(c.recorded_by, '.', 1), 1, 15)) = r.recorder
  where c.event_id = 1102 and c.occurred_at >= r.first_at - interval '1' minute and c.occurred_at <= r.first_at + interval '1' minute
),
late_logs as (
  select r.network, r.recorder, r.recorded_by, s.span_from, case when r.first_at < s.span_until then r.first_at else s.span_until end as first_at,
    -- Of a filtered export, a forwarded log and one that was cleared nobody can say that it was overwritten.
    case when r.export_kind = 'complete' and f.first_record_id > 1 and x.recorder is null then f.first_record_id - 1 end as records_before
  from recorders r
  cross join limits l
  join spans s on s.network = r.network
  left join first_records f on f.network = r.network and f.recorder = r.recorder
  left join cleared_first x on x.network = r.network and x.recorder = r.recorder
  where r.expected and r.records > 0 and r.first_at > s.span_from + l.slack
),
gaps as (
  select k.evidence, l.network, l.recorder, 'records-damaged' as code, l.file as about, cast(null as timestamp) as from_at, cast(null as timestamp) as until_at,
    cast(l.records_lost as bigint) as missing
  from log_kinds k
  cross join lost_by_machine l
  union all
  select k.evidence, t.network, t.recorder, case when t.records_before is null then 'span-short' else 'log-wrapped' end, t.recorded_by, t.span_from, t.first_at, t.records_before
  from log_kinds k
  cross join late_logs t
  union all
  select k.evidence, r.network, r.recorder, 'span-short', r.recorded_by,
    case when r.last_at > s.span_from then r.last_at else s.span_from end, s.span_until, null
  from log_kinds k
  cross join recorders r
  cross join limits l
  join spans s on s.network = r.network
  where r.expected and r.records > 0 and r.last_at < s.span_until - l.slack
  union all
  -- Between files: record ids that nobody gave, or a silence longer than the slack.
  select k.evidence, p.network, p.recorder, 'span-short', p.recorded_by, p.covered_until, p.first_at,
    case when p.first_record_id > p.last_record_id + 1 then p.first_record_id - p.last_record_id - 1 end
  from log_kinds k
  cross join pieces p
  cross join limits l
  cross join asked a
  where p.unfiltered = 1
    and (p.first_record_id > p.last_record_id + 1 or (p.first_record_id <= p.last_record_id and p.first_at > p.covered_until + l.slack))
    and p.first_at > p.covered_until
    and p.first_at > coalesce(a.asked_from, p.covered_until) and p.covered_until < coalesce(a.asked_until, p.first_at)
  union all
  -- Inside a file that is no filtered export: a few holes in the record ids.
  select k.evidence, p.network, p.recorder, 'records-missing', p.recorded_by, p.holes_from_at, p.holes_until_at, cast(p.missing_inside as bigint)
  from log_kinds k
  cross join pieces p
  cross join asked a
  where p.unfiltered = 1 and p.missing_inside > 0
    and not exists (
      select 1 from recordings o
      where o.network = p.network and o.recorded_by = p.recorded_in and o.id_holes = 0 and o.first_at <= p.holes_from_at and o.last_at >= p.holes_until_at
    )
    and p.holes_until_at > coalesce(a.asked_from, p.holes_from_at) and p.holes_from_at < coalesce(a.asked_until, p.holes_until_at)
  union all
  select k.evidence, h.network, h.recorder, h.code, h.recorded_by, h.from_at, h.until_at, cast(h.missing_inside as bigint)
  from log_kinds k
  cross join full_of_holes h
  cross join asked a
  where h.code is not null
    and not exists (
      select 1 from recordings o
      where o.network = h.network and o.recorded_by = h.recorded_in and o.id_holes = 0 and o.first_at <= h.from_at and o.last_at >= h.until_at
    )
    and h.until_at > coalesce(a.asked_from, h.from_at) and h.from_at < coalesce(a.asked_until, h.until_at)
  union all
  select k.evidence, s.network, s.recorder, 'span-short', r.recorded_by, s.from_at, s.until_at, null
  from log_kinds k
  cross join silences s
  join recorders r on r.network = s.network and r.recorder = s.recorder
  cross join limits l
  cross join asked a
  where s.until_at > s.from_at + l.silence
    and s.until_at > coalesce(a.asked_from, s.from_at) and s.from_at < coalesce(a.asked_until, s.until_at)
)
select distinct evidence, network, recorder, code, about, from_at, until_at, missing
from gaps
