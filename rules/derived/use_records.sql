-- row: one record or proxy line of a use, with its evidence key (file#recorder#recordId, or file#proxy#line) and its place in the order of time
-- from: use_episodes, terminal_uses, inputs, proxy_inputs
select e.episode,
  case when u.use = 'proxy-request' then coalesce(p.file, '') || '#proxy#' else coalesce(i.file, '') || '#' || u.recorded_by || '#' end
    || cast(u.place as varchar) as evidence,
  row_number() over (partition by e.episode order by u.occurred_at, u.input, u.place) as position
from terminal_uses u
join use_episodes e
  on e.organisation = u.organisation and e.network = u.network and e.terminal = u.terminal and e.use = u.use and e.what = u.what
  and e.who = u.who and e.run = u.run
left join inputs i on i.input = u.input
left join proxy_inputs p on p.input = u.input
