-- row: one record of an attempt of which another record tells already: the machine's own (4624, 4625) beside a domain controller's, the second token or the second 4625 of one logon, the same failure at a second domain controller, and what a logon brings with it (network logons within ten seconds)
-- from: attempts, led_attempts
with every as (
  select organisation, account_number, place, succeeded, occurred_at, input, recorded_by, record_id, logon_type, event_id
  from attempts
  where check_id is not null and in_period
  union all
  select organisation, account_number, place, true, occurred_at, input, recorded_by, record_id, logon_type, event_id
  from led_attempts
),
asked as (
  select organisation, account_number, place, succeeded, occurred_at, input, recorded_by, record_id, logon_type,
    case when event_id in (4768, 4771, 4776) then 'controller' when succeeded and (logon_type = 3 or event_id in (4769, 4778)) then 'access' else 'machine' end as told_by
  from every
),
-- Nobody types twice in a second: a workstation that asks a second domain controller, or writes both kinds of one attempt (types 11 and 2).
before as (
  select a.*,
    lag(occurred_at) over same as told_at, lag(recorded_by) over same as told_by_machine, lag(logon_type) over same as told_type,
    case when occurred_at <= lag(occurred_at) over (
      partition by organisation, account_number, place, succeeded order by occurred_at, recorded_by, record_id, input
    ) + case when succeeded then interval '10' second else interval '5' second end then 0 else 1 end as starts
  from asked a
  window same as (partition by organisation, account_number, place, succeeded, told_by order by occurred_at, recorded_by, record_id, input)
),
weighed as (
  select b.*,
    case
      -- At one keyboard nobody logs on twice in five seconds: with the password that the machine remembers (11), and as it was told that it is right (2).
      when succeeded and told_by = 'machine' and recorded_by = told_by_machine and logon_type in (2, 11) and told_type in (2, 11) and logon_type <> told_type
        and occurred_at <= told_at + interval '5' second then 'again'
      when told_at is null or occurred_at > told_at + interval '1' second then told_by
      when told_by = 'controller' and recorded_by <> told_by_machine then 'again'
      when told_by = 'machine' and recorded_by = told_by_machine and (succeeded or logon_type <> told_type) then 'again'
      else told_by
    end as tells,
    sum(starts) over (
      partition by organisation, account_number, place, succeeded order by occurred_at, recorded_by, record_id, input
      rows between unbounded preceding and current row
    ) as moment
  from before b
),
-- Of what happens within seconds, each record of a domain controller is an attempt, and of the machines' own those that are more.
placed as (
  select input, recorded_by, record_id, tells,
    row_number() over (
      partition by organisation, account_number, place, succeeded, moment, tells order by occurred_at, recorded_by, record_id, input
    ) as position,
    count(case when tells = 'controller' then 1 end) over (partition by organisation, account_number, place, succeeded, moment) as by_controllers,
    count(case when tells = 'machine' then 1 end) over (partition by organisation, account_number, place, succeeded, moment) as by_machines
  from weighed
)
select input, recorded_by, record_id
from placed
where case tells
    when 'controller' then false
    when 'machine' then position <= by_controllers
    when 'access' then by_controllers > 0 or by_machines > 0 or position > 1
    else true
  end
