-- row: one start of a program or one request at an admin terminal, with the run it belongs to: same terminal, account and program (or kind of request), each within use_hours of the one before
-- from: program_uses, web_uses, settings
with limits as (
  select max(case when name = 'use_hours' then value end) as use_hours from settings
),
uses as (
  select organisation, network, terminal, terminal_role, use, program as what, program as used, because, occurred_at, account, account_domain, account_sid,
    cast(null as varchar) as terminal_address, 'recorder' as attribution, 'certain' as certainty, cast(null as varchar) as contradicted_by, recorded_by, input, record_id as place
  from program_uses
  union all
  select organisation, network, terminal, terminal_role, 'proxy-request', because, coalesce(host, '-'), because, occurred_at, account, account_domain, account_sid,
    terminal_address, attribution, certainty, contradicted_by, null, input, line
  from web_uses
),
started as (
  select u.*, lower(coalesce(u.account_sid, coalesce(u.account_domain, '') || chr(10) || coalesce(u.account, ''))) as who,
    case when u.occurred_at <= lag(u.occurred_at) over (
      partition by u.organisation, u.network, u.terminal, u.use, u.what, lower(coalesce(u.account_sid, coalesce(u.account_domain, '') || chr(10) || coalesce(u.account, '')))
      order by u.occurred_at, u.input, u.place
    ) + l.use_hours * interval '1' hour then 0 else 1 end as starts
  from uses u
  cross join limits l
)
select organisation, network, terminal, terminal_role, use, what, who, used, because, occurred_at, account, account_domain, account_sid,
  terminal_address, attribution, certainty, contradicted_by, recorded_by, input, place,
  cast(sum(starts) over (
    partition by organisation, network, terminal, use, what, who order by occurred_at, input, place rows between unbounded preceding and current row
  ) as bigint) as run
from started
