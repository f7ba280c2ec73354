-- row: one moment at which only a name (NTLM, 4776) says at which terminal an account was, where better evidence had it there within seen_minutes
-- from: placed_attempts, settings
with limits as (
  select max(case when name = 'seen_minutes' then value end) as seen_minutes from settings
),
named as (
  select organisation, network, account_number, named_terminal as terminal
  from placed_attempts
  where attribution = 'recorded-name'
  group by organisation, network, account_number, named_terminal
),
line as (
  select p.organisation, p.network, p.account_number, coalesce(p.terminal_of_address, p.named_terminal) as terminal, p.occurred_at as happened_at,
    p.attribution = 'recorded-name' as only_named,
    case when p.certainty_of_address in ('certain', 'likely') and not p.address_is_doubtful then p.occurred_at end as better_at
  from placed_attempts p
  join named n
    on n.organisation = p.organisation and n.network = p.network and n.account_number = p.account_number
    and n.terminal = coalesce(p.terminal_of_address, p.named_terminal)
),
seen as (
  select organisation, network, account_number, terminal, happened_at, only_named,
    max(better_at) over (partition by organisation, network, account_number, terminal order by happened_at) as seen_before,
    min(better_at) over (partition by organisation, network, account_number, terminal order by happened_at desc) as seen_after
  from line
)
select distinct s.organisation, s.network, s.account_number, s.terminal, s.happened_at as occurred_at
from seen s
cross join limits l
where s.only_named
  and (s.seen_before >= s.happened_at - l.seen_minutes * interval '1' minute or s.seen_after <= s.happened_at + l.seen_minutes * interval '1' minute)
