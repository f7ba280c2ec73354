-- row: one attempt that a check asks about, with the run of attempts it belongs to: same account, place and result, each within episode_minutes of the one before
-- from: attempts, second_looks, crowded_attempts, locked_out_attempts, confirmed_attempts, session_origins, settings
with limits as (
  select max(case when name = 'episode_minutes' then value end) as episode_minutes from settings
),
asked as (
  select a.*,
    case
      when a.failure_reason <> 'disabled-expired-or-locked' then a.failure_reason
      when l.occurred_at is not null then 'locked-out'
      else a.failure_reason
    end as reason,
    l.occurred_at is not null and a.failure_reason = 'wrong-password' and not a.asked_by_controller as led_to_lockout,
    d.occurred_at is not null as second_look,
    coalesce(c.began = 'admin', false) as continued, c.step as origin_step,
    -- What speaks most against an admin terminal first; at one, the trail that leads on to the machine logged on to.
    case c.began when 'elsewhere' then 4 when 'open' then 2 when 'admin' then 0 end + case when c.machine <> '' then 1 else 0 end as origin_weight,
    f.occurred_at is not null as confirmed
  from attempts a
  left join locked_out_attempts l
    on l.organisation = a.organisation and l.network = a.network and l.account_number = a.account_number and l.occurred_at = a.occurred_at
  left join session_origins c
    on c.kind = 'asked' and c.organisation = a.organisation and c.network = a.network and c.account_number = a.account_number and c.terminal = a.terminal
    and c.occurred_at = a.occurred_at and c.machine = case when a.event_id = 4624 and a.recorder <> a.terminal then a.recorder else '' end
    and a.check_id = 'admin-logon-success-elsewhere'
  left join confirmed_attempts f
    on f.organisation = a.organisation and f.network = a.network and f.account_number = a.account_number and f.terminal = a.terminal
    and f.occurred_at = a.occurred_at
  left join second_looks d
    on d.organisation = a.organisation and d.network = a.network and d.account_number = a.account_number and d.terminal = a.terminal
    and d.recorder = a.recorder and d.occurred_at = a.occurred_at and a.asked_by_controller
  where a.check_id is not null and a.in_period
),
started as (
  select a.*,
    case when a.occurred_at <= lag(a.occurred_at) over (
      partition by a.organisation, a.network, a.check_id, a.account_number, a.place order by a.occurred_at, a.recorded_by, a.record_id, a.input
    ) + l.episode_minutes * interval '1' minute then 0 else 1 end as starts
  from asked a
  cross join limits l
),
crowds as (
  select organisation, network, cast(account_number as bigint) as account_number, place, occurred_at,
    bool_or(because = 'spray') as sprayed, bool_or(because = 'many-terminals') as many_terminals, bool_or(because = 'unknown-names') as unknown_names
  from crowded_attempts
  group by organisation, network, account_number, place, occurred_at
)
select s.organisation, s.network, s.check_id, s.account_number, s.place,
  cast(sum(s.starts) over (
    partition by s.organisation, s.network, s.check_id, s.account_number, s.place
    order by s.occurred_at, s.recorded_by, s.record_id, s.input rows between unbounded preceding and current row
  ) as bigint) as run,
  s.input, s.recorded_by, s.record_id, s.occurred_at, s.succeeded, s.identity, s.terminal, s.terminal_role, s.admin_terminal, s.terminal_address,
  s.terminal_name, s.attribution, s.certainty, s.contradicted_by, s.logon_type, s.status_code, s.reason, coalesce(s.led_to_lockout, false) as led_to_lockout, s.second_look, s.technical, s.continued, s.confirmed, s.origin_step, s.origin_weight,
  coalesce(c.sprayed, false) as sprayed, coalesce(c.many_terminals, false) as many_terminals, coalesce(c.unknown_names, false) as unknown_names
from started s
left join crowds c
  on c.organisation = s.organisation and c.network = s.network and c.account_number = s.account_number and c.place = s.place
  and c.occurred_at = s.occurred_at
