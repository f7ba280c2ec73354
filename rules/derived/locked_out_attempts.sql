-- row: one moment at which an attempt has to do with a lockout (4740) of its account: refused as "disabled, expired or locked" (Kerberos 0x12) within an hour of it, or a wrong password in the ten minutes before it
-- from: authentications
with line as (
  select organisation, network, account_number, occurred_at as happened_at, 1 as is_attempt, failure_reason = 'wrong-password' as wrong_password
  from authentications
  where failure_reason in ('disabled-expired-or-locked', 'wrong-password')
  union all
  select organisation, network, account_number, occurred_at, 0, false
  from authentications
  where event_id = 4740
),
around as (
  select organisation, network, account_number, happened_at, is_attempt, wrong_password,
    max(case when is_attempt = 0 then happened_at end) over (partition by organisation, network, account_number order by happened_at) as locked_before,
    min(case when is_attempt = 0 then happened_at end) over (partition by organisation, network, account_number order by happened_at desc) as locked_after
  from line
)
select distinct organisation, network, account_number, happened_at as occurred_at
from around
where is_attempt = 1
  and case
    when wrong_password then locked_after <= happened_at + interval '10' minute
    else locked_before >= happened_at - interval '1' hour or locked_after <= happened_at + interval '1' hour
  end
