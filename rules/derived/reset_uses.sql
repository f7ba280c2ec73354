-- row: one logon of an account within the hour after somebody else reset its password (4724), from the place that somebody's session came from; `named`: who reset it, `made_just_before`: the account had been made within the day, by whoever prepares a new employee's
-- from: account_changes, logon_events, attempts
with resets as (
  select organisation, network, recorded_by, acting_logon_id as logon_id, acting_account, account_sid, occurred_at
  from account_changes
  where event_id = 4724 and acting_logon_id > 1000 and account_sid like 'S-1-5-21-%' and coalesce(acting_sid, '') <> account_sid
),
-- The logon that began the session in which it was reset: the last with that id before it.
begun as (
  select r.organisation, r.network, r.acting_account, r.account_sid, r.occurred_at, a.place,
    row_number() over (partition by r.organisation, r.network, r.recorded_by, r.logon_id, r.account_sid, r.occurred_at order by e.occurred_at desc, e.record_id desc, e.input) as turn
  from resets r
  join logon_events e
    on e.organisation = r.organisation and e.network = r.network and e.recorded_by = r.recorded_by and e.logon_id = r.logon_id
    and e.event_id = 4624 and e.occurred_at <= r.occurred_at
  join attempts a on a.input = e.input and a.record_id = e.record_id and a.occurred_at = e.occurred_at and a.recorded_by = e.recorded_by
),
made as (
  select organisation, network, account_sid, max(occurred_at) as made_at from account_changes where event_id = 4720 and account_sid is not null group by organisation, network, account_sid
)
select a.organisation, a.network, a.input, a.recorded_by, a.record_id, a.occurred_at, min(b.acting_account) as named,
  bool_or(coalesce(m.made_at <= b.occurred_at + interval '1' minute and m.made_at >= b.occurred_at - interval '1' day, false)) as made_just_before
from begun b
left join made m on m.organisation = b.organisation and m.network = b.network and m.account_sid = b.account_sid
join attempts a
  on a.organisation = b.organisation and a.network = b.network and a.account_sid = b.account_sid and a.place = b.place
  and a.occurred_at > b.occurred_at and a.occurred_at <= b.occurred_at + interval '60' minute
where b.turn = 1 and a.succeeded and a.in_period and a.place <> 'unknown'
group by a.organisation, a.network, a.input, a.recorded_by, a.record_id, a.occurred_at
