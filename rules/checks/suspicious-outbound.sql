-- title.en: Suspicious traffic to the outside in the proxy log
-- title.ja: 不審な通信の確認(プロキシログ)
-- clause: 出口対策
-- needs: proxy-logs
-- parts: large-uploads, unattended-traffic
-- sentence.en: {seen_from} and {destination}: {records} request(s), {sent} sent, {received} received, {span}. {outbound_signs}
-- sentence.ja: {seen_from} と {destination} との通信: 要求 {records} 件、送信 {sent}、受信 {received}、{span}。{outbound_signs}
-- innocent_when.en: a program that asks its maker for news (add the host to background_hosts); a page left open that renews itself; a service of the Web that one department uses; files handed to a contractor
-- innocent_when.ja: 定期的に更新を確認するソフトウェア(background_hosts に追加してください)、開いたままで自動更新されるページ、一部の課だけが使うWebサービス、委託先へのファイルの受け渡し
select level, level_because, episode, first_at, last_at, records, folded, accounts, places, examples, account, terminal, terminal_role, admin_terminal, network, terminal_address,
  attribution, certainty, destination, bytes_sent, bytes_received, outbound_signs, several_accounts, indicator, indicator_note, indicator_file, indicator_line,
  coalesce(terminal, terminal_address) as seen_from, bytes_sent as sent, bytes_received as received
from outbound_episodes
order by case when level = 'review' then 0 else 1 end, first_at, destination
