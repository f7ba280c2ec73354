-- title.en: An administrator's logon failed from something that is not an admin terminal
-- title.ja: 管理者端末以外からの管理者ログオン(失敗)
-- clause: 内部対策①
-- needs: directory, admin-terminals, logon-failures
-- sentence.en: A logon of {account} ({privileged_by}) failed from {seen_from}, which nothing proves to be an admin terminal: {logons} time(s), {span}. Reason: {reasons}.{membership}{trail}
-- sentence.ja: 管理者 {account}({privileged_by})のログオンが、管理者端末と確認できない {seen_from} から失敗した。{logons} 回、{span}。理由: {reasons}。{membership}{trail}
-- innocent_when.en: an administrator who mistyped at the wrong terminal; a service or task that still has an old password
-- innocent_when.ja: 管理者が誤った端末で打ち間違えた、サービスやタスクに古いパスワードが残っている
select level, level_because, also_because, episode, first_at, last_at, records, logons, account, account_domain, account_sid, account_matched_by, display_name, department, privileged_by,
  joined_group, added_at, added_by, removed_at, removed_by,
  terminal, terminal_role, admin_terminal, network, terminal_address, terminal_name, seen_from, attribution, certainty, contradicted_by, recorded_by, succeeded, success_at,
  logon_types, reason_codes, reasons, origin_terminal, trail_end, origin_hops, origin_inferred, credentials_changed, chain, first_seen, first_seen_anywhere, known_days, known_since
from episodes
where check_id = 'admin-logon-failure-elsewhere'
order by case when level = 'review' then 0 else 1 end, first_at, episode
