-- title.en: Logons failed from user terminals
-- title.ja: ユーザ端末からのログオンの失敗
-- clause: 内部対策①
-- needs: user-terminals, logon-failures
-- sentence.en: Logons of {account} failed at the user terminal {terminal}: {logons} time(s), {span}. Reason: {reasons}.
-- sentence.ja: ユーザ端末 {terminal} で {account} のログオンが失敗した。{logons} 回、{span}。理由: {reasons}。
-- innocent_when.en: a mistyped or just changed password; mail programs and mapped drives that keep an old password; a shared terminal with many people
-- innocent_when.ja: パスワードの打ち間違いや変更直後、古いパスワードを覚えたメールソフトやネットワークドライブ、多人数で使う共用端末
select level, level_because, also_because, episode, first_at, last_at, records, logons, folded, accounts, places, examples, account, account_domain, account_sid, account_matched_by, display_name, department, privileged_by,
  terminal, terminal_role, admin_terminal, network, terminal_address, terminal_name, seen_from, attribution, certainty, contradicted_by, recorded_by, succeeded, success_at,
  logon_types, reason_codes, reasons, first_seen, first_seen_anywhere, known_days, known_since
from episodes
where check_id = 'user-terminal-logon-failure'
order by case when level = 'review' then 0 else 1 end, first_at, episode
