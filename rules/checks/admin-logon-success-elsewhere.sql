-- title.en: An administrator logged on from something that is not an admin terminal
-- title.ja: 管理者端末以外からの管理者ログオン(成功)
-- clause: 内部対策①
-- needs: directory, admin-terminals, logon-successes
-- sentence.en: {account} ({privileged_by}) {logged_on} {seen_from}, {place_doubt}: {logons} logon(s), {records} record(s), {span}{daily}, recorded by {recorded_by}.{membership}{trail}
-- sentence.ja: 管理者 {account}({privileged_by})が、{place_doubt} {seen_from} {logged_on}。{logons} 回(記録 {records} 件)、{span}{daily}、記録元 {recorded_by}。{membership}{trail}
-- innocent_when.en: a remote desktop session from an admin terminal on a server whose log was not given; a scheduled task or service that runs as an administrator; an admin terminal that nobody registered
-- innocent_when.ja: ログを渡していないサーバーへの、管理者端末からのリモートデスクトップ、管理者アカウントで動くタスクやサービス、登録漏れの管理者端末
with every as (
  select level, level_because, also_because, episode, first_at, last_at, records, logons, account, account_domain, account_sid, account_matched_by, display_name, department, privileged_by,
    joined_group, added_at, added_by, removed_at, removed_by, cast(null as varchar) as used_by, cast(null as varchar) as used_for,
    terminal, terminal_role, admin_terminal, network, terminal_address, terminal_name, seen_from, attribution, certainty, contradicted_by, recorded_by, succeeded, reconnected, daily_days, success_at,
    logon_types, reason_codes, reasons, origin_terminal, trail_end, origin_hops, origin_inferred, credentials_changed, chain, first_seen, first_seen_anywhere, known_days, known_since
  from episodes
  where check_id = 'admin-logon-success-elsewhere'
  union all
  -- Not told twice: only where no logon of the account from there is recorded.
  select level, level_because, null, episode, first_at, last_at, records, records, account, account_domain, account_sid, null, display_name, department, privileged_by,
    null, null, null, null, null, used_by, used_for,
    terminal, terminal_role, admin_terminal, network, null, null, terminal, 'recorder', 'certain', null, recorded_by, null, false, 0, null,
    logon_types, null, null, origin_terminal, trail_end, origin_hops, origin_inferred, credentials_changed, chain, null, null, null, null
  from credential_episodes
)
select *
from every
order by case when level = 'review' then 0 else 1 end, first_at, episode
