-- title.en: A logon, successful or failed, that no person seems to have made
-- title.ja: 人間以外のログオン(成功・失敗)
-- clause: 標的型攻撃への対応(3)③
-- needs: logon-successes, logon-failures
-- parts: forged-tickets, service-tickets, unexplained-privileges, account-changes
-- sentence.en: What {account} did from {seen_from} shows: {signs} {records} record(s), {span}, recorded by {recorded_by}.
-- sentence.ja: {seen_from} からの {account} のログオンの試行などに、次の特徴がある: {signs}レコード {records} 件、{span}、記録元 {recorded_by}。
-- innocent_when.en: a scheduled task, backup or monitoring that nobody has listed (known_automation); a mail program or mapped drive with an old password; a vulnerability scan that was agreed; multifunction printers, NAS and other machines without Windows
-- innocent_when.ja: 設定(known_automation)に未登録のタスク・バックアップ・監視、古いパスワードを覚えたメールソフトやネットワークドライブ、合意済みの脆弱性診断、複合機やNASなどWindowsでない機器
select level, level_because, episode, first_at, last_at, records, logons, folded, accounts, places, examples, account, account_domain, account_sid, account_matched_by, display_name, department, privileged_by,
  terminal, terminal_role, admin_terminal, network, terminal_address, terminal_name, seen_from, attribution, certainty, contradicted_by, recorded_by, succeeded,
  logon_types, reason_codes, reasons, administrator, signs, changed_sids, automation, first_seen, first_seen_anywhere, known_days, known_since
from program_episodes
order by case when level = 'review' then 0 else 1 end, first_at, length(episode), episode
