-- row: one span in which something logged on at a place of the incident: sessions at its own keyboard or by remote desktop with their ends, and logons close in time that others recorded, by account and kind; the first 60 of a place
-- from: suspects, spread_places, attempts, logon_events
with asked as (
  select coalesce(max(since_at), timestamp '0001-01-01 00:00:00') as since_at from suspects
),
reached as (
  select network, place, min(hop) as hop, min(reached_at) as reached_at from spread_places group by network, place
),
places as (
  select network, place, hop from reached order by hop, reached_at, network, place limit 40
),
at_place as (
  select p.network, p.place, a.occurred_at, a.account_number, a.account, a.account_domain, a.administrator, a.input, a.recorded_by, a.record_id, a.logon_type,
    case
      when not a.succeeded then 'failed'
      when a.event_id = 4624 and 'terminal ' || a.recorder = p.place and a.logon_type in (2, 7, 11) then 'keyboard'
      when a.event_id = 4624 and 'terminal ' || a.recorder = p.place then 'program'
      when a.event_id = 4624 then 'onward'
      else 'ticket'
    end as kind
  from places p
  join attempts a on a.network = p.network and a.place = p.place
  cross join asked
  where a.occurred_at >= asked.since_at and not a.computer_account
  union all
  select p.network, p.place, a.occurred_at, a.account_number, a.account, a.account_domain, a.administrator, a.input, a.recorded_by, a.record_id, a.logon_type,
    case when not a.succeeded then 'failed-in' when a.logon_type in (7, 10, 12) then 'remote' else 'arrived' end
  from places p
  join attempts a on a.network = p.network and 'terminal ' || a.recorder = p.place
  cross join asked
  where a.occurred_at >= asked.since_at and not a.computer_account and a.event_id in (4624, 4625) and a.place <> p.place and p.hop <= 6
    -- Everybody comes to a domain controller.
    and coalesce(a.logon_type, 3) in (7, 10, 12)
  union all
  -- Other credentials used there; a number for the account is not needed, and 4648 has none.
  select p.network, p.place, e.occurred_at, cast(null as bigint), e.account, e.account_domain, false, e.input, e.recorded_by, e.record_id, e.logon_type, 'credentials'
  from places p
  join logon_events e on e.network = p.network and 'terminal ' || upper(substr(split_part(e.recorded_by, '.', 1), 1, 15)) = p.place
  cross join asked
  where e.event_id = 4648 and e.acting_logon_id > 1000 and e.occurred_at >= asked.since_at
),
starts as (
  select s.*, e.logon_id
  from at_place s
  join logon_events e on e.input = s.input and e.recorded_by = s.recorded_by and e.record_id = s.record_id and e.occurred_at = s.occurred_at
  where s.kind in ('keyboard', 'remote') and e.event_id = 4624
),
ended as (
  select s.network, s.place, s.input, s.recorded_by, s.record_id, min(e.occurred_at) as ended_at
  from starts s
  join logon_events e on e.network = s.network and e.recorded_by = s.recorded_by and e.logon_id = s.logon_id
  where e.event_id in (4634, 4647) and e.occurred_at >= s.occurred_at
  group by s.network, s.place, s.input, s.recorded_by, s.record_id
),
timed as (
  select a.network, a.place, a.account_number, a.account, a.account_domain, a.administrator, a.kind, a.occurred_at as from_at, coalesce(e.ended_at, a.occurred_at) as until_at, e.ended_at is not null as has_end
  from at_place a
  left join ended e on e.network = a.network and e.place = a.place and e.input = a.input and e.recorded_by = a.recorded_by and e.record_id = a.record_id
),
marked as (
  select t.*,
    case when from_at <= max(until_at) over (partition by network, place, account_number, account, kind order by from_at, until_at rows between unbounded preceding and 1 preceding) + interval '30' minute
      then 0 else 1 end as begins
  from timed t
),
numbered as (
  select m.*, sum(begins) over (partition by network, place, account_number, account, kind order by from_at, until_at rows between unbounded preceding and current row) as span
  from marked m
),
spans as (
  select network, place, account_number, account, min(account_domain) as account_domain, bool_or(administrator) as administrator, kind, span,
    min(from_at) as from_at, max(until_at) as until_at, bool_or(has_end) as has_end, count(*) as records
  from numbered
  group by network, place, account_number, account, kind, span
),
ranked as (
  select s.*, row_number() over (partition by network, place order by from_at, kind, account_number, account, span) as turn, count(*) over (partition by network, place) as spans
  from spans s
)
select network, place, account, account_domain, administrator, kind, from_at, until_at, has_end, records, spans
from ranked
where turn <= 60
