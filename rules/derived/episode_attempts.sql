-- row: one attempt that a check asks about, with the episode it belongs to: same account, place and result, each within episode_minutes of the one before; of folded ones there is one episode (run 0) whatever the account (0) or the place ('')
-- from: attempts, second_looks, crowded_attempts, folded_failures, locked_out_attempts, confirmed_attempts, repeated_attempts, session_origins, settings
with limits as (
  select max(case when name = 'episode_minutes' then value end) as episode_minutes from settings
),
asked as (
  select a.organisation, a.network, a.check_id, a.account_number, a.place, a.input, a.recorded_by, a.record_id, a.occurred_at, a.succeeded, a.identity,
    a.terminal, a.terminal_role, a.admin_terminal, a.terminal_address, a.terminal_name, a.attribution, a.certainty, a.contradicted_by, a.logon_type, a.status_code, a.technical,
    case
      when a.failure_reason <> 'disabled-expired-or-locked' then a.failure_reason
      when l.occurred_at is not null then 'locked-out'
      else a.failure_reason
    end as reason,
    coalesce(l.occurred_at is not null and a.failure_reason = 'wrong-password' and not a.asked_by_controller, false) as led_to_lockout,
    a.asked_by_controller and d.occurred_at is not null as second_look,
    coalesce(c.began = 'admin', false) as continued, c.step as origin_step,
    -- What speaks most against an admin terminal first; at one, the trail that leads on to the machine logged on to.
    case c.began when 'elsewhere' then 4 when 'open' then 2 when 'admin' then 0 end + case when c.machine <> '' then 1 else 0 end as origin_weight,
    f.occurred_at is not null as confirmed,
    -- Such conditions in the join itself, which are about the left side alone, made 0.6 s into 180 s.
    case when not a.succeeded and not a.asked_by_controller then w.folded end as folded,
    p.record_id is not null as repeats
  from attempts a
  left join locked_out_attempts l
    on l.organisation = a.organisation and l.network = a.network and l.account_number = a.account_number and l.occurred_at = a.occurred_at
  left join session_origins c
    on c.kind = 'asked' and c.organisation = a.organisation and c.network = a.network and c.account_number = a.account_number and c.terminal = a.terminal
    and c.occurred_at = a.occurred_at
    and c.machine = case when a.check_id = 'admin-logon-success-elsewhere' then case when a.event_id = 4624 and a.recorder <> a.terminal then a.recorder else '' end end
  left join confirmed_attempts f
    on f.organisation = a.organisation and f.network = a.network and f.account_number = a.account_number and f.terminal = a.terminal
    and f.occurred_at = a.occurred_at
  left join repeated_attempts p on p.input = a.input and p.record_id = a.record_id and p.recorded_by = a.recorded_by
  left join second_looks d
    on d.organisation = a.organisation and d.network = a.network and d.account_number = a.account_number and d.terminal = a.terminal
    and d.recorder = a.recorder and d.occurred_at = a.occurred_at
  left join folded_failures w
    on w.organisation = a.organisation and w.network = a.network and w.check_id = a.check_id and w.account_number = a.account_number and w.place = a.place
    and w.occurred_at = a.occurred_at
  where a.check_id is not null and a.in_period
),
started as (
  select a.*,
    case when a.occurred_at <= lag(a.occurred_at) over (
      partition by a.organisation, a.network, a.check_id, a.account_number, a.place order by a.occurred_at, a.recorded_by, a.record_id, a.input
    ) + l.episode_minutes * interval '1' minute then 0 else 1 end as starts
  from asked a
  cross join limits l
  where a.folded is null
),
told as (
  select s.*, s.account_number as episode_account_number, s.place as episode_place,
    cast(sum(s.starts) over (
      partition by s.organisation, s.network, s.check_id, s.account_number, s.place
      order by s.occurred_at, s.recorded_by, s.record_id, s.input rows between unbounded preceding and current row
    ) as bigint) as run
  from started s
  union all
  select a.*, 0, case when a.folded = 'places' then a.account_number else 0 end, case when a.folded = 'accounts' then a.place else '' end, 0
  from asked a
  where a.folded is not null
),
crowds as (
  select organisation, network, cast(account_number as bigint) as account_number, place, occurred_at,
    bool_or(because = 'spray') as sprayed, bool_or(because = 'many-terminals') as many_terminals, bool_or(because = 'unknown-names') as unknown_names
  from crowded_attempts
  group by organisation, network, account_number, place, occurred_at
)
select t.organisation, t.network, t.check_id, t.episode_account_number, t.episode_place, t.run, t.folded, t.account_number, t.place,
  t.input, t.recorded_by, t.record_id, t.occurred_at, t.succeeded, t.identity, t.terminal, t.terminal_role, t.admin_terminal, t.terminal_address,
  t.terminal_name, t.attribution, t.certainty, t.contradicted_by, t.logon_type, t.status_code, t.reason, t.led_to_lockout, t.second_look, t.technical, t.continued, t.confirmed, t.repeats, t.origin_step, t.origin_weight,
  coalesce(c.sprayed, false) as sprayed, coalesce(c.many_terminals, false) as many_terminals, coalesce(c.unknown_names, false) as unknown_names
from told t
left join crowds c
  on c.organisation = t.organisation and c.network = t.network and c.account_number = t.account_number and c.place = t.place
  and c.occurred_at = t.occurred_at
