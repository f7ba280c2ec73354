-- row: where one step of an administrator began, as far as the logs tell: the terminal where the trail ends and how it ends, how many sessions were followed back (at most six), what of it is inferred, and whether it counts as begun at an admin terminal
-- from: session_steps, session_links
with linked as (
  select step from session_links group by step
),
-- Each step by itself. A user terminal on the way is no admin terminal, wherever the trail goes on behind it.
after_none as (
  select s.step,
    case
      when s.seen_at = 'admin-terminal' then 'admin'
      when s.seen_at like 'server%' and (s.kind <> 'session' or s.machine <> s.terminal or not s.offers) then 'open'
      else 'elsewhere'
    end as began,
    false as perhaps_admin, s.terminal as origin_terminal,
    case when l.step is not null and s.seen_at like 'server%' then 'too-many-hops' when s.machine = s.terminal and s.seen_at = 'server-without-log' then 'server' else s.seen_at end as trail_end,
    case when s.kind = 'asked' or s.machine = s.terminal then 0 else 1 end as hops,
    s.kind = 'ticket' as inferred, false as credentials_changed,
    case when s.machine in ('', s.terminal) then s.terminal_shown else s.terminal_shown || ' → ' || s.machine end as chain
  from session_steps s
  left join linked l on l.step = s.step
),
-- At an admin terminal only what speaks against it is followed: who came from elsewhere, or from where nobody knows into the session that the credentials were used in.
-- The parent that speaks most against an admin terminal is followed. Six times the same: so many hops, and no recursion.
chosen_one as (
  select l.step, l.parent, l.made_in, o.began, o.origin_terminal, o.trail_end, o.hops, o.inferred, l.credentials_changed or o.credentials_changed as credentials_changed, o.chain,
    row_number() over (partition by l.step order by case o.began when 'elsewhere' then 0 when 'admin' then 1 else 2 end, o.hops, l.parent) as choice,
    max(case when o.began = 'admin' or o.perhaps_admin then 1 else 0 end) over (partition by l.step) as perhaps_admin,
    o.began = 'elsewhere' or not l.at_admin_terminal or (o.began = 'open' and (l.made_in or o.credentials_changed)) as tells
  from session_links l
  join after_none o on o.step = l.parent
),
after_one as (
  select s.step,
    case when c.step is null or (o.began = 'elsewhere' and not c.made_in) then o.began else c.began end as began,
    coalesce(c.perhaps_admin = 1, false) as perhaps_admin,
    case when c.step is null then o.origin_terminal else c.origin_terminal end as origin_terminal,
    coalesce(c.trail_end, o.trail_end) as trail_end,
    case when c.step is null or s.kind = 'asked' or c.made_in then coalesce(c.hops, o.hops) else c.hops + 1 end as hops,
    o.inferred or coalesce(c.inferred, false) as inferred,
    coalesce(c.credentials_changed, false) as credentials_changed,
    case when c.step is null then o.chain when s.machine in ('', s.terminal) or c.made_in then c.chain else c.chain || ' → ' || s.machine end as chain
  from session_steps s
  join after_none o on o.step = s.step
  left join chosen_one c on c.step = s.step and c.choice = 1 and c.tells
),
chosen_two as (
  select l.step, l.parent, l.made_in, o.began, o.origin_terminal, o.trail_end, o.hops, o.inferred, l.credentials_changed or o.credentials_changed as credentials_changed, o.chain,
    row_number() over (partition by l.step order by case o.began when 'elsewhere' then 0 when 'admin' then 1 else 2 end, o.hops, l.parent) as choice,
    max(case when o.began = 'admin' or o.perhaps_admin then 1 else 0 end) over (partition by l.step) as perhaps_admin,
    o.began = 'elsewhere' or not l.at_admin_terminal or (o.began = 'open' and (l.made_in or o.credentials_changed)) as tells
  from session_links l
  join after_one o on o.step = l.parent
),
after_two as (
  select s.step,
    case when c.step is null or (o.began = 'elsewhere' and not c.made_in) then o.began else c.began end as began,
    coalesce(c.perhaps_admin = 1, false) as perhaps_admin,
    case when c.step is null then o.origin_terminal else c.origin_terminal end as origin_terminal,
    coalesce(c.trail_end, o.trail_end) as trail_end,
    case when c.step is null or s.kind = 'asked' or c.made_in then coalesce(c.hops, o.hops) else c.hops + 1 end as hops,
    o.inferred or coalesce(c.inferred, false) as inferred,
    coalesce(c.credentials_changed, false) as credentials_changed,
    case when c.step is null then o.chain when s.machine in ('', s.terminal) or c.made_in then c.chain else c.chain || ' → ' || s.machine end as chain
  from session_steps s
  join after_none o on o.step = s.step
  left join chosen_two c on c.step = s.step and c.choice = 1 and c.tells
),
chosen_three as (
  select l.step, l.parent, l.made_in, o.began, o.origin_terminal, o.trail_end, o.hops, o.inferred, l.credentials_changed or o.credentials_changed as credentials_changed, o.chain,
    row_number() over (partition by l.step order by case o.began when 'elsewhere' then 0 when 'admin' then 1 else 2 end, o.hops, l.parent) as choice,
    max(case when o.began = 'admin' or o.perhaps_admin then 1 else 0 end) over (partition by l.step) as perhaps_admin,
    o.began = 'elsewhere' or not l.at_admin_terminal or (o.began = 'open' and (l.made_in or o.credentials_changed)) as tells
  from session_links l
  join after_two o on o.step = l.parent
),
after_three as (
  select s.step,
    case when c.step is null or (o.began = 'elsewhere' and not c.made_in) then o.began else c.began end as began,
    coalesce(c.perhaps_admin = 1, false) as perhaps_admin,
    case when c.step is null then o.origin_terminal else c.origin_terminal end as origin_terminal,
    coalesce(c.trail_end, o.trail_end) as trail_end,
    case when c.step is null or s.kind = 'asked' or c.made_in then coalesce(c.hops, o.hops) else c.hops + 1 end as hops,
    o.inferred or coalesce(c.inferred, false) as inferred,
    coalesce(c.credentials_changed, false) as credentials_changed,
    case when c.step is null then o.chain when s.machine in ('', s.terminal) or c.made_in then c.chain else c.chain || ' → ' || s.machine end as chain
  from session_steps s
  join after_none o on o.step = s.step
  left join chosen_three c on c.step = s.step and c.choice = 1 and c.tells
),
chosen_four as (
  select l.step, l.parent, l.made_in, o.began, o.origin_terminal, o.trail_end, o.hops, o.inferred, l.credentials_changed or o.credentials_changed as credentials_changed, o.chain,
    row_number() over (partition by l.step order by case o.began when 'elsewhere' then 0 when 'admin' then 1 else 2 end, o.hops, l.parent) as choice,
    max(case when o.began = 'admin' or o.perhaps_admin then 1 else 0 end) over (partition by l.step) as perhaps_admin,
    o.began = 'elsewhere' or not l.at_admin_terminal or (o.began = 'open' and (l.made_in or o.credentials_changed)) as tells
  from session_links l
  join after_three o on o.step = l.parent
),
after_four as (
  select s.step,
    case when c.step is null or (o.began = 'elsewhere' and not c.made_in) then o.began else c.began end as began,
    coalesce(c.perhaps_admin = 1, false) as perhaps_admin,
    case when c.step is null then o.origin_terminal else c.origin_terminal end as origin_terminal,
    coalesce(c.trail_end, o.trail_end) as trail_end,
    case when c.step is null or s.kind = 'asked' or c.made_in then coalesce(c.hops, o.hops) else c.hops + 1 end as hops,
    o.inferred or coalesce(c.inferred, false) as inferred,
    coalesce(c.credentials_changed, false) as credentials_changed,
    case when c.step is null then o.chain when s.machine in ('', s.terminal) or c.made_in then c.chain else c.chain || ' → ' || s.machine end as chain
  from session_steps s
  join after_none o on o.step = s.step
  left join chosen_four c on c.step = s.step and c.choice = 1 and c.tells
),
chosen_five as (
  select l.step, l.parent, l.made_in, o.began, o.origin_terminal, o.trail_end, o.hops, o.inferred, l.credentials_changed or o.credentials_changed as credentials_changed, o.chain,
    row_number() over (partition by l.step order by case o.began when 'elsewhere' then 0 when 'admin' then 1 else 2 end, o.hops, l.parent) as choice,
    max(case when o.began = 'admin' or o.perhaps_admin then 1 else 0 end) over (partition by l.step) as perhaps_admin,
    o.began = 'elsewhere' or not l.at_admin_terminal or (o.began = 'open' and (l.made_in or o.credentials_changed)) as tells
  from session_links l
  join after_four o on o.step = l.parent
),
after_five as (
  select s.step,
    case when c.step is null or (o.began = 'elsewhere' and not c.made_in) then o.began else c.began end as began,
    coalesce(c.perhaps_admin = 1, false) as perhaps_admin,
    case when c.step is null then o.origin_terminal else c.origin_terminal end as origin_terminal,
    coalesce(c.trail_end, o.trail_end) as trail_end,
    case when c.step is null or s.kind = 'asked' or c.made_in then coalesce(c.hops, o.hops) else c.hops + 1 end as hops,
    o.inferred or coalesce(c.inferred, false) as inferred,
    coalesce(c.credentials_changed, false) as credentials_changed,
    case when c.step is null then o.chain when s.machine in ('', s.terminal) or c.made_in then c.chain else c.chain || ' → ' || s.machine end as chain
  from session_steps s
  join after_none o on o.step = s.step
  left join chosen_five c on c.step = s.step and c.choice = 1 and c.tells
),
chosen_six as (
  select l.step, l.parent, l.made_in, o.began, o.origin_terminal, o.trail_end, o.hops, o.inferred, l.credentials_changed or o.credentials_changed as credentials_changed, o.chain,
    row_number() over (partition by l.step order by case o.began when 'elsewhere' then 0 when 'admin' then 1 else 2 end, o.hops, l.parent) as choice,
    max(case when o.began = 'admin' or o.perhaps_admin then 1 else 0 end) over (partition by l.step) as perhaps_admin,
    o.began = 'elsewhere' or not l.at_admin_terminal or (o.began = 'open' and (l.made_in or o.credentials_changed)) as tells
  from session_links l
  join after_five o on o.step = l.parent
),
after_six as (
  select s.step,
    case when c.step is null or (o.began = 'elsewhere' and not c.made_in) then o.began else c.began end as began,
    coalesce(c.perhaps_admin = 1, false) as perhaps_admin,
    case when c.step is null then o.origin_terminal else c.origin_terminal end as origin_terminal,
    coalesce(c.trail_end, o.trail_end) as trail_end,
    case when c.step is null or s.kind = 'asked' or c.made_in then coalesce(c.hops, o.hops) else c.hops + 1 end as hops,
    o.inferred or coalesce(c.inferred, false) as inferred,
    coalesce(c.credentials_changed, false) as credentials_changed,
    case when c.step is null then o.chain when s.machine in ('', s.terminal) or c.made_in then c.chain else c.chain || ' → ' || s.machine end as chain
  from session_steps s
  join after_none o on o.step = s.step
  left join chosen_six c on c.step = s.step and c.choice = 1 and c.tells
)
select s.step, s.kind, s.organisation, s.network, s.account_number, s.terminal, s.machine, s.started_at as occurred_at,
  o.began, o.perhaps_admin, o.origin_terminal, o.trail_end, o.hops, o.inferred, o.credentials_changed, o.chain
from session_steps s
join after_six o on o.step = s.step
