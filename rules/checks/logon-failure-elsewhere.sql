-- title.en: Logons failed from anywhere else
-- title.ja: その他の場所からのログオンの失敗
-- clause: -
-- needs: logon-failures
-- parts: slow-sprays
-- sentence.en: Logons of {account} failed from {seen_from}: {logons} time(s), {span}. Reason: {reasons}.
-- sentence.ja: {seen_from} から {account} のログオンが失敗した。{logons} 回、{span}。理由: {reasons}。
-- innocent_when.en: a service or scheduled task with an old password on a server; multifunction printers and network storage; a terminal that nobody registered
-- innocent_when.ja: サーバー上のサービスやタスクに残った古いパスワード、複合機やNAS、登録漏れの端末
select level, level_because, also_because, episode, first_at, last_at, records, logons, folded, accounts, places, examples, account, account_domain, account_sid, account_matched_by, display_name, department, privileged_by,
  terminal, terminal_role, admin_terminal, network, terminal_address, terminal_name, seen_from, attribution, certainty, contradicted_by, recorded_by, succeeded, success_at,
  logon_types, reason_codes, reasons, first_seen, first_seen_anywhere, known_days, known_since
from episodes
where check_id = 'logon-failure-elsewhere'
order by case when level = 'review' then 0 else 1 end, first_at, episode
