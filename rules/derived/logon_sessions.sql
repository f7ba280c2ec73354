-- row: one logon session of an administrator, or of a person who used an administrator's credentials: its 4624 with that of its elevated or filtered twin, when it ended (4634, 4647) or what bounds it, whether it got privileges (4672), and the terminal it came from
-- from: attempts, confirmed_attempts, credential_uses, recorders, logon_events, log_changes, settings
with limits as (
  select max(case when name = 'continued_hours' then value end) as continued_hours from settings
),
followed_accounts as (
  select account_number from attempts where administrator and event_id = 4624 group by account_number
  union
  select acting_account_number from credential_uses
),
logons as (
  select a.organisation, a.network, a.recorded_by, a.recorder, a.input, a.record_id, a.occurred_at, a.account_number, a.administrator, a.logon_type,
    a.terminal, a.terminal_role, a.admin_terminal, a.terminal_address, a.doubted and f.occurred_at is null as doubted,
    e.logon_id, e.linked_logon_id, e.acting_logon_id,
    case when e.linked_logon_id < e.logon_id then e.linked_logon_id else e.logon_id end as pair
  from attempts a
  join followed_accounts o on o.account_number = a.account_number
  join logon_events e on e.input = a.input and e.record_id = a.record_id and e.occurred_at = a.occurred_at and e.recorded_by = a.recorded_by
  left join confirmed_attempts f
    on f.organisation = a.organisation and f.network = a.network and f.account_number = a.account_number and f.terminal = a.terminal
    and f.occurred_at = a.occurred_at
  where a.event_id = 4624 and e.event_id = 4624
),
-- Both tokens of a logon are written at once; the same number later is another session, for numbers are given again after a boot.
told_apart as (
  select l.*,
    case
      when logon_id <> lag(logon_id) over same and account_number = lag(account_number) over same
        and occurred_at <= lag(occurred_at) over same + interval '10' second then 0
      else 1
    end as starts
  from logons l
  window same as (partition by organisation, network, recorded_by, pair order by occurred_at, record_id)
),
tokens as (
  select t.*,
    row_number() over (order by occurred_at, organisation, network, recorded_by, record_id, input) as token,
    sum(starts) over (partition by organisation, network, recorded_by, pair order by occurred_at, record_id rows between unbounded preceding and current row) as turn
  from told_apart t
),
known_ids as (
  select organisation, network, recorded_by, logon_id from tokens group by organisation, network, recorded_by, logon_id
),
-- Starts and ends of one number in one line of time: an end belongs to the last start before it.
line as (
  select organisation, network, recorded_by, logon_id, occurred_at as happened_at, token, 1 as is_start from tokens where logon_id is not null
  union all
  select e.organisation, e.network, e.recorded_by, e.logon_id, e.occurred_at, null, 0
  from logon_events e
  join known_ids k on k.logon_id = e.logon_id and k.recorded_by = e.recorded_by and k.network = e.network and k.organisation = e.organisation
  where e.event_id in (4634, 4647)
),
around as (
  select token,
    min(case when is_start = 0 then happened_at end)
      over (partition by organisation, network, recorded_by, logon_id order by happened_at desc) as end_at,
    min(case when is_start = 1 then happened_at end)
      over (partition by organisation, network, recorded_by, logon_id order by happened_at desc, is_start rows between unbounded preceding and 1 preceding) as again_at
  from line
),
boots as (
  select organisation, network, recorded_by, occurred_at as booted_at from log_changes where event_id = 4608
  union
  select organisation, network, recorded_by, timestamp '0001-01-01 00:00:00' from log_changes where event_id = 4608
),
runs as (
  select organisation, network, recorded_by, booted_at,
    coalesce(lead(booted_at) over (partition by organisation, network, recorded_by order by booted_at), timestamp '9999-12-31 00:00:00') as next_boot_at
  from boots
),
-- Written just before its 4624 by domain controllers, just after it by other machines.
privileged_tokens as (
  select distinct t.token
  from tokens t
  join logon_events e
    on e.logon_id = t.logon_id and e.recorded_by = t.recorded_by and e.network = t.network and e.organisation = t.organisation
    and e.occurred_at >= t.occurred_at - interval '10' second and e.occurred_at <= t.occurred_at + interval '10' second
  where e.event_id = 4672
),
bounded as (
  select t.*, p.token is not null as privileged,
    coalesce(r.next_boot_at, timestamp '9999-12-31 00:00:00') as next_boot_at,
    coalesce(a.again_at, timestamp '9999-12-31 00:00:00') as again_at,
    case when a.end_at <= coalesce(a.again_at, a.end_at) and a.end_at <= coalesce(r.next_boot_at, a.end_at) then a.end_at end as end_at
  from tokens t
  left join around a on a.token = t.token
  left join runs r
    on r.organisation = t.organisation and r.network = t.network and r.recorded_by = t.recorded_by
    and t.occurred_at >= r.booted_at and t.occurred_at < r.next_boot_at
  left join privileged_tokens p on p.token = t.token
),
sessions as (
  select organisation, network, recorded_by, recorder, account_number, administrator, pair, turn,
    min(token) as session, min(logon_id) as logon_id, case when count(*) > 1 then max(logon_id) end as twin_logon_id,
    min(acting_logon_id) as acting_logon_id,
    min(logon_type) as logon_type, min(occurred_at) as started_at, max(end_at) as ended_at,
    min(next_boot_at) as next_boot_at, min(again_at) as again_at, bool_or(privileged) as privileged, count(*) as records,
    min(terminal) as terminal, min(terminal_role) as terminal_role, bool_or(admin_terminal) as admin_terminal,
    min(terminal_address) as terminal_address, bool_or(doubted) as doubted
  from bounded
  group by organisation, network, recorded_by, recorder, account_number, administrator, pair, turn
),
-- Machines whose own logs tell of ends, and since when without having been cleared.
ends_recorded as (
  select e.network, upper(substr(split_part(e.recorded_by, '.', 1), 1, 15)) as recorder
  from logon_events e
  where e.event_id in (4634, 4647)
  group by e.network, upper(substr(split_part(e.recorded_by, '.', 1), 1, 15))
),
cleared as (
  select network, upper(substr(split_part(recorded_by, '.', 1), 1, 15)) as recorder, max(occurred_at) as cleared_at
  from log_changes
  where event_id = 1102
  group by network, upper(substr(split_part(recorded_by, '.', 1), 1, 15))
),
watched as (
  select r.network, r.recorder, max(r.last_at) as last_at, max(c.cleared_at) as cleared_at
  from recorders r
  join ends_recorded e on e.network = r.network and e.recorder = r.recorder
  left join cleared c on c.network = r.network and c.recorder = r.recorder
  group by r.network, r.recorder
)
select s.session, s.organisation, s.network, s.recorded_by, s.recorder, s.logon_id, s.twin_logon_id, s.acting_logon_id,
  s.account_number, s.administrator, s.logon_type, s.started_at, s.ended_at,
  -- Where no end is recorded, and none would be, it lasts until the machine starts again, its number is given again, or continued_hours are over.
  case
    when s.ended_at is not null then s.ended_at
    -- A remote desktop that was only disconnected lives on, by a log that tells of ends.
    when s.logon_type = 10 and w.last_at > s.started_at + l.continued_hours * interval '1' hour and coalesce(w.cleared_at < s.started_at, true) then
      case
        when s.next_boot_at <= s.again_at and s.next_boot_at <= w.last_at then s.next_boot_at
        when s.again_at <= w.last_at then s.again_at
        else w.last_at
      end
    when s.next_boot_at <= s.again_at and s.next_boot_at <= s.started_at + l.continued_hours * interval '1' hour then s.next_boot_at
    when s.again_at <= s.started_at + l.continued_hours * interval '1' hour then s.again_at
    else s.started_at + l.continued_hours * interval '1' hour
  end as open_until,
  s.privileged, s.records, s.terminal, s.terminal_role, s.admin_terminal, s.terminal_address, s.doubted
from sessions s
cross join limits l
left join watched w on w.network = s.network and w.recorder = s.recorder
