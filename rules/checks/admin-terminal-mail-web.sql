-- title.en: Mail or a Web browser was used on an admin terminal
-- title.ja: 管理者端末でのメール、Webブラウザの使用
-- clause: 内部対策②
-- needs: admin-terminals, admin-terminal-activity
-- sentence.en: On the admin terminal {terminal}, {use}: {used}, by {account}, {records} time(s), {span}.
-- sentence.ja: 管理者端末 {terminal} で{use}: {used}(アカウント {account})。{records} 回、{span}。
-- innocent_when.en: a program that opens a page for its help or its logon; widgets and the search box of Windows; an update of a program that asks a host of its own (add it to the list)
-- innocent_when.ja: ヘルプやサインインの画面を開いたプログラム、Windows のウィジェットや検索ボックス、独自の更新サーバーに接続するソフトウェア(一覧に追加してください)
select level, level_because, episode, first_at, last_at, records, account, account_domain, account_sid, display_name, department, privileged_by,
  terminal, terminal_role, admin_terminal, network, terminal_address, attribution, certainty, contradicted_by, recorded_by, use, used
from use_episodes
order by case when level = 'review' then 0 else 1 end, first_at, episode
