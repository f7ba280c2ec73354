import type { Catalogue } from './catalogue.ts';

/** What the user can mend, by the code of the UserError: what, where, what to do. One line each. */
export const ERRORS = {
  'suspect-unknown': {
    en: '{suspect}: neither in the logs, nor in the directory or the inventory. Check how it is written, and that --since, --from and --until include it.',
    ja: '{suspect}: ログにも、ディレクトリや端末台帳にもありません。表記と、--since・--from・--until の範囲を確認してください。',
  },
  'suspect-unknown-near': {
    en: '{suspect}: neither in the logs, nor in the directory or the inventory. Do you mean: {names}?',
    ja: '{suspect}: ログにも、ディレクトリや端末台帳にもありません。近い名前: {names}',
  },
  'terminal-unknown': {
    en: '{option}: {terminal} is neither in the logs, nor in the directory or the inventory. Check how it is written, or give its address.',
    ja: '{option}: {terminal} は、ログにも、ディレクトリや端末台帳にもありません。表記を確認するか、アドレスを指定してください。',
  },
  'terminal-unknown-near': {
    en: '{option}: {terminal} is neither in the logs, nor in the directory or the inventory. Do you mean: {names}?',
    ja: '{option}: {terminal} は、ログにも、ディレクトリや端末台帳にもありません。近い名前: {names}',
  },
  'options-contradict': {
    en: '{option} and {other} contradict each other. Give one of them.',
    ja: '{option} と {other} は両立しません。どちらか一方を指定してください。',
  },
  'preserve-not-empty': {
    en: '{path}: is not empty. Give a new or an empty folder to preserve into.',
    ja: '{path}: 空ではありません。保全先には新しい、または空のフォルダーを指定してください。',
  },
  'preserve-differs': {
    en: '{file}: the copy differs from what was read. It may have been written to meanwhile: copy the log first, and give the copy.',
    ja: '{file}: コピーの内容が読み取った内容と異なります。書き込み中の可能性があります。先にログをコピーし、コピーを渡してください。',
  },

  'out-exists': {
    en: '{path}: is there already, and is left as it is. Give another folder with --out; "adlogon init --learn" without --write only shows what it finds.',
    ja: '{path}: すでにあるため、上書きしません。--out で別のフォルダーを指定してください。--write のない adlogon init --learn は、候補を表示するだけです。',
  },
  'password-missing': {
    en: 'No password. Type it when asked on a terminal, or give --password-file or the environment variable ADLOGON_PASSWORD.',
    ja: 'パスワードがありません。端末で入力するか、--password-file または環境変数 ADLOGON_PASSWORD で渡してください。',
  },
  'password-file-too-large': {
    en: '{file}: too large for a password file. Its first line must be the password.',
    ja: '{file}: パスワードのファイルとしては大きすぎます。1行目にパスワードだけを書いてください。',
  },
  'password-file-empty': {
    en: '{file}: the first line is empty. It must be the password.',
    ja: '{file}: 1行目が空です。1行目にパスワードを書いてください。',
  },
  'option-missing': { en: '{option} is missing.', ja: '{option} を指定してください。' },
  'option-for-live-directory': {
    en: '{option} only means something with --directory ldaps://HOST.',
    ja: '{option} は --directory ldaps://ホスト名 と一緒に指定するものです。',
  },
  'file-unreadable': {
    en: '{file}: could not be opened ({reason}). Check the path and your permission to read it.',
    ja: '{file}: ファイルを開けません({reason})。パスと読み取り権限を確認してください。',
  },
  'snapshot-too-large': {
    en: '{file}: {megabytes} MB is too large for a directory snapshot. Give the file that "adlogon directory" wrote.',
    ja: '{file}: ディレクトリのスナップショットとしては大きすぎます({megabytes} MB)。正しいファイルを指定してください。',
  },
  'directory-domain-unreadable': {
    en: '{host}: it does not say which domain it is of, or the domain may not be read as {account} ({reason}). Give a domain controller, and an account that may read.',
    ja: '{host}: どのドメインのサーバーか読み取れません(アカウント {account}、{reason})。ドメインコントローラーと、読み取り権限のあるアカウントを指定してください。',
  },
  'snapshot-folder-missing': {
    en: '{path}: there is no folder {folder}. Make it, or give another path.',
    ja: '{path}: フォルダー {folder} がありません。作成するか、別の場所を指定してください。',
  },
  'snapshot-name-taken': {
    en: '{path}: is not a file that can be replaced. Give the name of a file.',
    ja: '{path}: 上書きできるファイルではありません。ファイル名を指定してください。',
  },
  'snapshot-not-writable': {
    en: '{path}: could not be written ({reason}). Give a place where you may write.',
    ja: '{path}: 書き込めません({reason})。書き込みできる場所を指定してください。',
  },
  'snapshot-not-utf8': {
    en: '{file}: not UTF-8. Save the directory snapshot as UTF-8.',
    ja: '{file}: UTF-8 ではありません。UTF-8 で保存し直してください。',
  },
  'snapshot-not-json': {
    en: '{file}: not JSON ({problem}). Give a directory snapshot.',
    ja: '{file}: JSON ではありません({problem})。ディレクトリのスナップショットを指定してください。',
  },
  'snapshot-field-missing': { en: '{file}: {at} is missing ({expected} expected).', ja: '{file}: {at} がありません({expected} が必要です)。' },
  'snapshot-field-type': {
    en: '{file}: {at} is of the wrong type. It must be {expected}.',
    ja: '{file}: {at} の型が正しくありません。{expected} にしてください。',
  },
  'snapshot-field-unknown': {
    en: '{file}: {at} has unknown fields: {keys}. Remove them.',
    ja: '{file}: {at} に未知の項目があります: {keys}。削除してください。',
  },
  'snapshot-field-value': {
    en: '{file}: {at} has a value that is not allowed. Allowed: {allowed}.',
    ja: '{file}: {at} の値が正しくありません。使える値: {allowed}。',
  },
  'snapshot-field-format': { en: '{file}: {at} does not have the form of {format}.', ja: '{file}: {at} が {format} の形式ではありません。' },
  'snapshot-field-empty': { en: '{file}: {at} must not be empty.', ja: '{file}: {at} が空です。値を入れてください。' },
  'snapshot-sid-twice': {
    en: '{file}: the SID {sid} stands in it twice. Take the snapshot again.',
    ja: '{file}: SID {sid} が重複しています。スナップショットを取り直してください。',
  },
  'snapshot-name-twice': {
    en: '{file}: the account name {name} stands in it twice. Take the snapshot again.',
    ja: '{file}: アカウント名 {name} が重複しています。スナップショットを取り直してください。',
  },
  'terminals-too-large': {
    en: '{file}: {megabytes} MB is too large for a terminals inventory.',
    ja: '{file}: 端末台帳としては大きすぎます({megabytes} MB)。',
  },
  'terminals-not-text': {
    en: '{file}: neither UTF-8 nor CP932 text. Save the inventory as CSV, not as an Excel workbook.',
    ja: '{file}: UTF-8 でも CP932 (Shift_JIS) でもありません。Excel ブックではなく CSV 形式で保存してください。',
  },
  'terminals-not-csv': {
    en: '{file}: line {line}: not CSV ({problem}). Check the quotation marks.',
    ja: '{file}: {line} 行目: CSV として読めません({problem})。引用符を確認してください。',
  },
  'ioc-empty': {
    en: '{file}: no indicator in it. Write one domain, address, range or URL a line.',
    ja: '{file}: 不審な通信先が1件もありません。ドメイン、アドレス、範囲、URL を1行に1件書いてください。',
  },
  'ioc-too-large': {
    en: '{file}: {megabytes} MB are too much for a list of indicators (64 at most).',
    ja: '{file}: 通信先の一覧としては大きすぎます({megabytes} MB、上限 64 MB)。',
  },
  'ioc-not-text': {
    en: '{file}: not a text file. Save the list as text or CSV (UTF-8).',
    ja: '{file}: テキストファイルではありません。テキストか CSV(UTF-8)で保存してください。',
  },
  'ioc-bad-line': {
    en: '{file}: line {line}: "{value}" is no domain, address, range or URL. Correct it, or begin the line with #.',
    ja: '{file}: {line} 行目: 「{value}」はドメイン、アドレス、範囲、URL のどれでもありません。直すか、行頭に # を付けてください。',
  },
  'ioc-too-wide': {
    en: '{file}: line {line}: "{value}" would fit half the Internet. Give a registered domain, or a range of /8 or narrower.',
    ja: '{file}: {line} 行目: 「{value}」は範囲が広すぎます。登録されたドメインか、/8 以下の範囲を書いてください。',
  },
  'ioc-ipv6-range': {
    en: '{file}: line {line}: "{value}": ranges of IPv6 are not compared. Give the addresses one by one.',
    ja: '{file}: {line} 行目: 「{value}」: IPv6 の範囲は照合できません。アドレスを1件ずつ書いてください。',
  },
  'terminals-empty': {
    en: '{file}: the file is empty. The first line must name the columns.',
    ja: '{file}: 空のファイルです。1行目に列の名前が必要です。',
  },
  'terminals-no-name-column': {
    en: '{file}: no column of terminal names among: {columns}. Name one of them "name".',
    ja: '{file}: 端末名の列がありません(見つかった列: {columns})。列の名前を「端末名」にしてください。',
  },
  'terminals-column-twice': {
    en: '{file}: the columns "{first}" and "{second}" mean the same. Remove one.',
    ja: '{file}: 列「{first}」と「{second}」は同じ意味です。一方を削除してください。',
  },
  'terminals-bad-name': {
    en: '{file}: line {line}, {column}: "{value}" is not a terminal name.',
    ja: '{file}: {line} 行目「{column}」: 「{value}」は端末名として正しくありません。',
  },
  'terminals-bad-address': {
    en: '{file}: line {line}, {column}: "{value}" is not an IP address. Write single addresses with ; between them, or leave it empty.',
    ja: '{file}: {line} 行目「{column}」: 「{value}」は IP アドレスではありません。1つずつ ; で区切って書くか、空欄にしてください。',
  },
  'terminals-bad-yes-no': {
    en: '{file}: line {line}, {column}: "{value}" is neither yes nor no.',
    ja: '{file}: {line} 行目「{column}」: 「{value}」は「はい」「いいえ」のどちらでもありません。',
  },
  'terminals-bad-role': {
    en: '{file}: line {line}, {column}: "{value}" is not a role. Write domain controller, server, user terminal or other.',
    ja: '{file}: {line} 行目「{column}」: 「{value}」は役割として正しくありません。ドメインコントローラー、サーバー、ユーザ端末、その他のどれかにしてください。',
  },
  'config-too-large': {
    en: '{file}: {megabytes} MB is too large for a configuration. Give an adlogon.yaml.',
    ja: '{file}: 設定ファイルとしては大きすぎます({megabytes} MB)。adlogon.yaml を指定してください。',
  },
  'config-not-utf8': {
    en: '{file}: line {line}: not UTF-8. Save the configuration as UTF-8.',
    ja: '{file}: {line} 行目: UTF-8 ではありません。UTF-8 で保存し直してください(メモ帳では「文字コード: UTF-8」)。',
  },
  'config-empty': {
    en: '{file}: line 1: nothing is set in this file. Start from samples/adlogon.yaml.',
    ja: '{file}: 1 行目: 何も設定されていません。samples/adlogon.yaml をもとに作成してください。',
  },
  'config-not-yaml': {
    en: '{file}: line {line}: not YAML ({problem}). Check indentation, colons and quotation marks.',
    ja: '{file}: {line} 行目: YAML として読めません({problem})。字下げ、コロン、引用符を確認してください。',
  },
  'config-tab': {
    en: '{file}: line {line}: a tab. Indent with spaces only.',
    ja: '{file}: {line} 行目: タブがあります。字下げには半角スペースだけを使ってください。',
  },
  'config-key-twice': {
    en: '{file}: line {line}: the key {key} stands there twice. Remove one.',
    ja: '{file}: {line} 行目: キー {key} が重複しています。一方を削除してください。',
  },
  'config-alias': {
    en: '{file}: line {line}: anchors and aliases (&, *) are not allowed. Write the values out, or in quotation marks.',
    ja: '{file}: {line} 行目: アンカーとエイリアス(&、*)は使えません。値をそのまま書くか、引用符で囲んでください。',
  },
  'config-key-unknown': {
    en: '{file}: line {line}: unknown key {key}. Allowed here: {allowed}.',
    ja: '{file}: {line} 行目: 未知のキー {key} があります。ここで使えるキー: {allowed}。',
  },
  'config-key-missing': {
    en: '{file}: line {line}: {key} is missing.',
    ja: '{file}: {line} 行目: {key} がありません。',
  },
  'config-type': {
    en: '{file}: line {line}: {key}: {value} is of the wrong type. It must be {kind}.',
    ja: '{file}: {line} 行目 {key}: {value} は型が違います。ここに書けるもの: {kind}。',
  },
  'config-value': {
    en: '{file}: line {line}: {key}: {value} is not allowed. Allowed: {allowed}.',
    ja: '{file}: {line} 行目 {key}: {value} は使えません。使える値: {allowed}。',
  },
  'config-form': {
    en: '{file}: line {line}: {key}: "{value}" is not allowed. Write {form}.',
    ja: '{file}: {line} 行目 {key}: 「{value}」は使えません。ここに書けるもの: {form}。',
  },
  'config-group-unknown': {
    en: '{file}: line {line}: the directory snapshot of {domain} has no group {value}. Correct the name, or remove it.',
    ja: '{file}: {line} 行目: {domain} のスナップショットにグループ {value} がありません。名前を直すか、削除してください。',
  },
  'config-account-unknown': {
    en: '{file}: line {line}: the directory snapshot of {domain} has no account {value}. Correct the name, or remove it.',
    ja: '{file}: {line} 行目: {domain} のスナップショットにアカウント {value} がありません。名前を直すか、削除してください。',
  },
  'config-check-unknown': {
    en: '{file}: line {line}: there is no check {value}. Checks: {allowed}.',
    ja: '{file}: {line} 行目: 確認項目 {value} はありません。確認項目: {allowed}。',
  },
  'out-is-a-file': {
    en: '{path}: is a file. Give a folder for the reports.',
    ja: '{path}: ファイルです。レポートを書き出すフォルダーを指定してください。',
  },
  'out-name-taken': {
    en: '{path}: is not a file that can be replaced. Remove it or give another folder.',
    ja: '{path}: 置き換えられません。削除するか、別のフォルダーを指定してください。',
  },
  'out-not-writable': {
    en: '{path}: could not be written ({reason}). Close the program that has it open, or give another folder.',
    ja: '{path}: 書き込めません({reason})。開いているプログラム(Excel など)を閉じるか、別のフォルダーを指定してください。',
  },
  'log-not-found': {
    en: '{path}: there is no such file or folder. Check the path.',
    ja: '{path}: ファイルもフォルダーも見つかりません。パスを確認してください。',
  },
  'no-logs-in-folder': {
    en: '{path}: no .evtx file in this folder. Give the folder that holds the exported logs.',
    ja: '{path}: このフォルダーに .evtx ファイルがありません。書き出したログのあるフォルダーを指定してください。',
  },
  'no-dhcp-logs-in-folder': {
    en: '{path}: no DHCP log in this folder (DhcpSrvLog-*.log). Give the folder that holds them (on the server: %windir%\\System32\\dhcp).',
    ja: '{path}: このフォルダーに DHCP のログ(DhcpSrvLog-*.log)がありません。ログのあるフォルダーを指定してください(サーバー上では %windir%\\System32\\dhcp)。',
  },
  'dhcp-not-a-log': {
    en: '{file}: not a log of a DHCP server: no line names its columns (ID,Date,Time,...). Give a file such as DhcpSrvLog-Mon.log.',
    ja: '{file}: DHCP サーバーのログではありません(列名の行 ID,Date,Time,… がありません)。DhcpSrvLog-Mon.log のようなファイルを指定してください。',
  },
  'no-logs-for-pattern': {
    en: '{path}: no file has such a name. Check the pattern.',
    ja: '{path}: 一致するファイルがありません。パターンを確認してください。',
  },
  'no-proxy-logs-in-folder': {
    en: '{path}: no file in this folder. Give the folder that holds the proxy logs.',
    ja: '{path}: このフォルダーにファイルがありません。プロキシログのあるフォルダーを指定してください。',
  },
  'proxy-format-unknown': {
    en: '{file}: line {line}: not a proxy log (Squid native, common or combined, W3C extended): {text}',
    ja: '{file}: {line} 行目: プロキシログ(Squid 標準形式、common/combined 形式、W3C 拡張形式)として読めません: {text}',
  },
  'proxy-fields-missing': {
    en: '{file}: line {line}: "#Fields:" does not name {fields}. Let the proxy log them; the log of a Web server is no proxy log.',
    ja: '{file}: {line} 行目: 「#Fields:」に {fields} がありません。プロキシの設定で記録項目に加えてください(Webサーバーのログは対象外です)。',
  },
  'rules-folder-unreadable': {
    en: '{folder}: the folder of checks could not be read ({reason}). Check the path.',
    ja: '{folder}: 確認項目のフォルダーを読み取れません({reason})。パスを確認してください。',
  },
  'rules-folder-empty': {
    en: '{folder}: no .sql file in this folder of checks. Give the folder that holds them.',
    ja: '{folder}: 確認項目のフォルダーに .sql ファイルがありません。正しいフォルダーを指定してください。',
  },
  'rule-key-unknown': {
    en: '{file}: the header has an unknown key: {key}. Allowed: {allowed}.',
    ja: '{file}: 見出しに未知のキー {key} があります。使えるキー: {allowed}。',
  },
  'rule-key-twice': {
    en: '{file}: the header has the key {key} twice. Remove one.',
    ja: '{file}: 見出しのキー {key} が重複しています。一方を削除してください。',
  },
  'rule-key-missing': {
    en: '{file}: the header lacks the key {key}. Add the line "-- {key}: ...".',
    ja: '{file}: 見出しにキー {key} がありません。「-- {key}: ...」の行を追加してください。',
  },
  'check-id-taken': {
    en: '{folder}: there is a check named {id} already. Rename the file.',
    ja: '{folder}: 確認項目 {id} はすでにあります。ファイル名を変えてください。',
  },
  'check-needs-unknown': {
    en: '{file}: "needs" names unknown evidence: {evidence}. Allowed: {allowed}.',
    ja: '{file}: needs に未知の証跡 {evidence} があります。使える名前: {allowed}。',
  },
  'check-failed': {
    en: '{folder}: the check {id} could not be run: {problem}. Mend its SQL.',
    ja: '{folder}: 確認項目 {id} を実行できません: {problem}。SQL を修正してください。',
  },
  'model-source-unknown': {
    en: '{file}: "from" names {source}, which is neither a table nor a model. Correct the name.',
    ja: '{file}: from にある {source} は表にもモデルにもありません。名前を修正してください。',
  },
  'models-in-a-circle': {
    en: 'Models that need each other in a circle: {models}. Break the circle.',
    ja: 'モデルが互いに参照し合っています: {models}。循環をなくしてください。',
  },
  'period-two-ways': {
    en: 'Give the period in one way only: --from/--until, --week or --last.',
    ja: '期間は --from/--until、--week、--last のどれか1つで指定してください。',
  },
  'period-empty': {
    en: '--from {from} --until {until}: the end is not after the start. Swap them.',
    ja: '--from {from} --until {until}: 終了が開始より後になっていません。入れ替えてください。',
  },
  'period-bad-week': {
    en: '--week {value}: not a week of the calendar. Write the year and the ISO week: 2026-W46.',
    ja: '--week {value}: 週として正しくありません。年と ISO 週番号で 2026-W46 のように指定してください。',
  },
  'period-bad-last': {
    en: '--last {value}: not a length of time. Write hours, days or weeks: 24h, 7d, 2w.',
    ja: '--last {value}: 期間の長さとして正しくありません。24h、7d、2w のように指定してください。',
  },
  'period-bad-moment': {
    en: '--{option} {value}: not a day or time. Write 2026-11-09 or 2026-11-09T08:30.',
    ja: '--{option} {value}: 日時として正しくありません。2026-11-09 または 2026-11-09T08:30 のように指定してください。',
  },
  'timezone-unknown': {
    en: '--timezone {value}: no such time zone. Write a name such as Asia/Tokyo or an offset such as +09:00.',
    ja: '--timezone {value}: そのタイムゾーンはありません。Asia/Tokyo や +09:00 のように指定してください。',
  },
  'option-value': {
    en: '{option} {value}: not allowed. Allowed: {allowed}.',
    ja: '{option} {value}: 使えない値です。使える値: {allowed}。',
  },
  'option-not-a-name': {
    en: '{option}: must not be empty.',
    ja: '{option}: 空にはできません。',
  },
  'option-unknown': {
    en: '{option}: there is no such option. "adlogon COMMAND --help" lists them.',
    ja: '{option}: そのようなオプションはありません。「adlogon コマンド名 --help」で確認してください。',
  },
  'option-without-value': {
    en: '{option}: needs a value.',
    ja: '{option}: 値が必要です。',
  },
  'command-unknown': {
    en: '{command}: there is no such command. "adlogon --help" lists them.',
    ja: '{command}: そのようなコマンドはありません。「adlogon --help」で確認してください。',
  },
  'option-needs': {
    en: '{option} only means something with {other}.',
    ja: '{option} は {other} と一緒に指定するものです。',
  },
  'option-needs-store': {
    en: '{option}: only together with --store.',
    ja: '{option}: --store と一緒に指定してください。',
  },
  'store-empty': {
    en: '{folder}: nothing is kept here. Give the folder that "adlogon audit LOG... --store DIR" filled, or a log.',
    ja: '{folder}: 保存済みのログがありません。「adlogon audit ログ… --store フォルダー」で保存したフォルダーか、ログを指定してください。',
  },
  'store-not-written': {
    en: '{folder}: could not be written ({reason}). What was kept before is as it was. Give a folder where you may write, with room.',
    ja: '{folder}: 書き込めません({reason})。以前に保存したものはそのままです。書き込みできて空きのあるフォルダーを指定してください。',
  },
  'store-several-networks': {
    en: '{folder}: several networks are kept here ({networks}). Choose one with --network (and --organisation).',
    ja: '{folder}: 複数のネットワークのログが保存されています({networks})。--network(必要なら --organisation も)で1つ選んでください。',
  },
  'argument-missing': {
    en: 'Something is missing: {argument}. "adlogon COMMAND --help" shows how to write it.',
    ja: '指定が足りません: {argument}。「adlogon コマンド名 --help」で書き方を確認してください。',
  },
  'argument-too-many': {
    en: 'More was given than the command takes. "adlogon COMMAND --help" shows how to write it.',
    ja: '余分な指定があります。「adlogon コマンド名 --help」で書き方を確認してください。',
  },
  'usage-wrong': {
    en: '{problem}. "adlogon COMMAND --help" shows how to write it.',
    ja: '指定を解釈できません({problem})。「adlogon コマンド名 --help」で書き方を確認してください。',
  },
  'output-failed': {
    en: 'The output could not be written ({reason}). Make room or write it elsewhere.',
    ja: '出力を書き込めません({reason})。空き容量を確保するか、別の場所に出力してください。',
  },
  'query-several': {
    en: 'One question at a time: {count} were given.',
    ja: '質問は1つずつ指定してください({count} 個あります)。',
  },
  'query-failed': {
    en: 'The question could not be answered: {problem}',
    ja: '質問に答えられません: {problem}',
  },
  'evidence-bad-key': {
    en: '--evidence {value}: not an evidence key. Copy the cell from findings.csv: file#recorder#recordId.',
    ja: '--evidence {value}: 証跡キーではありません。findings.csv のセルをそのまま貼り付けてください(file#recorder#recordId)。',
  },
  'evidence-not-found': {
    en: 'No such record in the logs given: {keys}. Give the logs that the audit read.',
    ja: '指定したログに該当するレコードがありません: {keys}。確認時に読んだログを指定してください。',
  },
  'ldap-url-wrong': {
    en: '{url}: not the address of a directory server. Write ldaps://HOST or ldaps://HOST:PORT.',
    ja: '{url}: ディレクトリサーバーのアドレスとして正しくありません。ldaps://ホスト名 または ldaps://ホスト名:ポート の形で指定してください。',
  },
  'ldap-url-credentials': {
    en: 'The address of the directory server holds an account or a password. Leave them out; give the account with --user and the password at the prompt.',
    ja: 'ディレクトリサーバーのアドレスにアカウントやパスワードが含まれています。アドレスから除き、アカウントは --user、パスワードは入力画面で指定してください。',
  },
  'ldap-plain': {
    en: '{host}: ldap:// would send the password readable over the network; nothing was sent. Use ldaps://{host}, or add --start-tls.',
    ja: '{host}: ldap:// ではパスワードが暗号化されずにネットワークを流れるため、接続しませんでした。ldaps://{host} を指定するか、--start-tls を付けてください。',
  },
  'ldap-starttls-with-ldaps': {
    en: '{host}: ldaps:// is encrypted from the start. Leave out --start-tls, or write ldap://.',
    ja: '{host}: ldaps:// は最初から暗号化されています。--start-tls を外すか、ldap:// にしてください。',
  },
  'ldap-global-catalogue': {
    en: '{host}: port {port} is the global catalogue, which lacks members of groups and other attributes. Use port 636 (ldaps) or 389 (StartTLS).',
    ja: '{host}: ポート {port} はグローバルカタログで、グループのメンバーなどの情報が欠けています。ポート 636 (ldaps) または 389 (StartTLS) を指定してください。',
  },
  'ldap-user-form': {
    en: '{user}: Active Directory does not accept a short account name. Write name@domain (UPN), DOMAIN\\name or a distinguished name.',
    ja: '{user}: Active Directory には短いアカウント名だけでは接続できません。名前@ドメイン (UPN)、ドメイン\\名前、識別名 (DN) のどれかで指定してください。',
  },
  'ldap-password-empty': {
    en: '{user}: the password is empty; that would connect as nobody. Give the password of the account.',
    ja: '{user}: パスワードが空です。空のままでは匿名接続になるため接続しませんでした。アカウントのパスワードを指定してください。',
  },
  'ldap-ca-empty': {
    en: '{file}: the file is empty. Give the certificate of the authority (CA) as a PEM or DER file.',
    ja: '{file}: 空のファイルです。認証局 (CA) の証明書を PEM または DER 形式で指定してください。',
  },
  'ldap-ca-key': {
    en: '{file}: holds a private key, not a certificate. Give the certificate of the authority (CA), and keep the key away from here.',
    ja: '{file}: 証明書ではなく秘密鍵のファイルです。認証局 (CA) の証明書を指定してください。秘密鍵は持ち出さないでください。',
  },
  'ldap-ca-not-certificate': {
    en: '{file}: no certificate that can be read. Export the certificate of the authority (CA) as "Base-64 encoded X.509 (.CER)".',
    ja: '{file}: 証明書として読み取れません。認証局 (CA) の証明書を「Base-64 encoded X.509 (.CER)」形式でエクスポートしてください。',
  },
  'ldap-refused': {
    en: '{host}: nothing listens on port {port}. Check the name and the port, and that LDAPS is enabled on the domain controller.',
    ja: '{host}: ポート {port} で接続を拒否されました。ホスト名とポート、ドメインコントローラーで LDAPS が有効かを確認してください。',
  },
  'ldap-timeout': {
    en: '{host}: no answer on port {port} within {seconds} s. Check the name, the firewall and whether the server is running.',
    ja: '{host}: ポート {port} から {seconds} 秒以内に応答がありません。ホスト名、ファイアウォール、サーバーの稼働状況を確認してください。',
  },
  'ldap-unreachable': {
    en: '{host}: port {port} could not be reached ({reason}). Check the network and the firewall.',
    ja: '{host}: ポート {port} に到達できません({reason})。ネットワークとファイアウォールを確認してください。',
  },
  'ldap-host-unknown': {
    en: '{host}: this name is not known. Check the spelling and that this machine uses the DNS of the domain.',
    ja: '{host}: この名前のホストが見つかりません。綴りと、このコンピューターがドメインの DNS を使っているかを確認してください。',
  },
  'ldap-closed': {
    en: '{host}: port {port} closed the connection without an answer. Check that it is the LDAPS port and that the domain controller has a certificate for LDAPS.',
    ja: '{host}: ポート {port} が応答せずに接続を切りました。LDAPS のポートか、ドメインコントローラーに LDAPS 用の証明書があるかを確認してください。',
  },
  'ldap-not-tls': {
    en: '{host}: port {port} does not speak TLS. Use the LDAPS port (636), or ldap:// with --start-tls.',
    ja: '{host}: ポート {port} は TLS に対応していません。LDAPS のポート (636) を指定するか、ldap:// と --start-tls を使ってください。',
  },
  'ldap-not-ldap': {
    en: '{host}: what answers on port {port} is no LDAP server. Check the name and the port.',
    ja: '{host}: ポート {port} で応答したのは LDAP サーバーではありません。ホスト名とポートを確認してください。',
  },
  'ldap-tls-timeout': {
    en: '{host}: port {port} accepted the connection but did not complete TLS within {seconds} s. Check that it is the right port, and try again later.',
    ja: '{host}: ポート {port} に接続できましたが、{seconds} 秒以内に TLS を開始できませんでした。ポートが正しいか確認し、時間をおいて再実行してください。',
  },
  'ldap-tls-failed': {
    en: '{host}: no secure connection on port {port} ({reason}). Check which TLS versions and certificate the domain controller uses (TLS 1.2 or later is needed).',
    ja: '{host}: ポート {port} で TLS 接続を確立できません({reason})。ドメインコントローラーの TLS のバージョン(1.2 以上が必要)と証明書を確認してください。',
  },
  'ldap-starttls-refused': {
    en: '{host}: port {port} refused StartTLS ({reason}). Use ldaps://{host}, or give the domain controller a certificate.',
    ja: '{host}: ポート {port} が StartTLS を拒否しました({reason})。ldaps://{host} を使うか、ドメインコントローラーに証明書を用意してください。',
  },
  'ldap-self-signed': {
    en: '{host}: the certificate is self-signed. Compare its fingerprint with the one on the server, save it to a file, and give that with --ca.',
    ja: '{host}: 自己署名証明書です。サーバー上の証明書と拇印(フィンガープリント)が一致することを確認してファイルに保存し、--ca で指定してください。',
  },
  'ldap-ca-unknown': {
    en: '{host}: the certificate is from an authority (CA) that is not trusted here. Give the CA certificate with --ca ("certutil -ca.cert ca.cer" on the CA writes it).',
    ja: '{host}: 証明書を発行した認証局 (CA) が信頼されていません。CA の証明書を --ca で指定してください(CA サーバーで certutil -ca.cert ca.cer を実行すると取得できます)。',
  },
  'ldap-ca-other': {
    en: '{host}: the certificate is not from an authority (CA) in {file}. Give the certificate of the CA that issued it, intermediate ones included.',
    ja: '{host}: 証明書は {file} の認証局 (CA) が発行したものではありません。発行元の CA(中間 CA を含む)の証明書を指定してください。',
  },
  'ldap-certificate-expired': {
    en: '{host}: the certificate, or that of its authority (CA), has expired. Renew it on the server; if it has not, correct the clock of this machine.',
    ja: '{host}: 証明書または発行元の認証局 (CA) の証明書の有効期限が切れています。サーバーの証明書を更新してください。期限内であれば、このコンピューターの時刻を合わせてください。',
  },
  'ldap-certificate-early': {
    en: '{host}: the certificate is not valid yet. Correct the clock of this machine, or the certificate on the server.',
    ja: '{host}: 証明書がまだ有効期間に入っていません。このコンピューターの時刻、またはサーバーの証明書を確認してください。',
  },
  'ldap-certificate-host': {
    en: '{host}: the certificate is for another name ({names}). Connect by the name in the certificate.',
    ja: '{host}: 証明書の名前が異なります({names})。証明書に記載された名前で接続してください。',
  },
  'ldap-signing': {
    en: '{host}: the server requires a signed or encrypted connection. Use ldaps://{host}.',
    ja: '{host}: サーバーが署名または暗号化された接続を求めています。ldaps://{host} を使ってください。',
  },
  'ldap-bind-credentials': {
    en: '{user}: {host} does not accept this account name or password. Check both; name@domain or DOMAIN\\name is the form to use.',
    ja: '{user}: アカウント名またはパスワードが正しくありません({host})。名前@ドメイン または ドメイン\\名前 の形で指定し、パスワードを確認してください。',
  },
  'ldap-bind-hours': {
    en: '{user}: the account may not log on at this hour ({host}). Try in its logon hours, or have them changed.',
    ja: '{user}: このアカウントは今の時間帯のログオンが許可されていません({host})。許可された時間に実行するか、ログオン時間の設定を変更してください。',
  },
  'ldap-bind-workstation': {
    en: '{user}: the account may not log on from this machine ({host}). Run it on an allowed one, or have "Log On To" changed.',
    ja: '{user}: このアカウントはこのコンピューターからのログオンが許可されていません({host})。許可されたコンピューターで実行するか、「ログオン先」の設定を変更してください。',
  },
  'ldap-bind-password-expired': {
    en: '{user}: the password has expired ({host}). Change it, then try again.',
    ja: '{user}: パスワードの有効期限が切れています({host})。パスワードを変更してから再実行してください。',
  },
  'ldap-bind-disabled': {
    en: '{user}: the account is disabled ({host}). Have it enabled, or use another account.',
    ja: '{user}: アカウントが無効になっています({host})。有効にするか、別のアカウントを使ってください。',
  },
  'ldap-bind-account-expired': {
    en: '{user}: the account has expired ({host}). Have its expiry date changed, or use another account.',
    ja: '{user}: アカウントの有効期限が切れています({host})。期限を延長するか、別のアカウントを使ってください。',
  },
  'ldap-bind-must-change': {
    en: '{user}: the password must be changed at the first logon ({host}). Change it, then try again.',
    ja: '{user}: 初回ログオン時のパスワード変更が必要です({host})。パスワードを変更してから再実行してください。',
  },
  'ldap-bind-locked': {
    en: '{user}: the account is locked out ({host}). Have it unlocked, find out why it was, then try again.',
    ja: '{user}: アカウントがロックアウトされています({host})。原因を確認してロックを解除してから再実行してください。',
  },
  'ldap-bind-failed': {
    en: '{user}: {host} refused the account (result {result}: {reason}). Check the account and its form.',
    ja: '{user}: {host} への接続が拒否されました(結果コード {result}: {reason})。アカウントとその書き方を確認してください。',
  },
  'ack-not-csv': {
    en: '{file}: line {line} is not CSV ({problem}), so nothing in the file can be relied on. Mend it, or take an older copy.',
    ja: '{file}: {line} 行目が CSV として読み取れず({problem})、ファイル全体を使用できません。修正するか、以前のファイルに戻してください。',
  },
  'ack-column-twice': {
    en: '{file}: the column "{column}" is there twice. Remove one.',
    ja: '{file}: 列「{column}」が2つあります。1つにしてください。',
  },
  'ack-column-missing': {
    en: '{file}: the column "{column}" is missing. Give the file that "adlogon ack" writes, with all its columns.',
    ja: '{file}: 列「{column}」がありません。adlogon ack が作成したファイルを、列を消さずに指定してください。',
  },
  'ack-too-large': {
    en: '{file}: {megabytes} MB is too large for this file. Give the right one.',
    ja: '{file}: ファイルが大きすぎます({megabytes} MB)。正しいファイルを指定してください。',
  },
  'ack-not-text': {
    en: '{file}: not text in UTF-8, UTF-16 or CP932. Save it as CSV.',
    ja: '{file}: UTF-8、UTF-16、CP932 のいずれの文字コードでもありません。CSV として保存してください。',
  },
  'ack-not-writable': {
    en: '{path}: could not be written ({reason}). Close it in Excel, and check your permission to write there.',
    ja: '{path}: 書き込めません({reason})。Excel で開いている場合は閉じ、書き込み権限を確認してください。',
  },
  'ack-locked': {
    en: '{path}: another run is changing it. Wait for it; if there is none, delete {lock}.',
    ja: '{path}: 別の実行が書き込み中です。終わるのを待ってください。ほかに実行していない場合は {lock} を削除してください。',
  },
  'ack-review-column-missing': {
    en: '{file}: the column "{column}" is missing. Give a findings.csv whose reviewer columns are filled in.',
    ja: '{file}: 列「{column}」がありません。確認者の列を記入した findings.csv を指定してください。',
  },
  'ack-report-unreadable': {
    en: '{file}: not a report.json of this version. Run "adlogon audit --out" again, and give its folder with --report.',
    ja: '{file}: この版の report.json ではありません。adlogon audit --out をもう一度実行し、そのフォルダーを --report で指定してください。',
  },
  'ack-report-missing': {
    en: '{file}: there is no report there. Give the folder of "adlogon audit --out" with --report.',
    ja: '{file}: レポートがありません。adlogon audit --out で書き出したフォルダーを --report で指定してください。',
  },
  'ack-until': {
    en: '--until {value}: give a day such as {example}, from today on and at most 366 days ahead.',
    ja: '--until {value}: {example} のような日付で、今日から 366 日後までを指定してください。',
  },
  'ack-not-there': {
    en: '{file}: no acknowledgement has the key or the finding "{value}".',
    ja: '{file}: 承認キーまたは検出ID「{value}」の承認はありません。',
  },
  'ack-options': {
    en: 'Give findings with --by, --until and --reason; or --from with --until; or --remove. Not several of them.',
    ja: '検出IDと --by、--until、--reason を指定するか、--from と --until、または --remove のどれか1つの形で指定してください。',
  },
  'memory-exhausted': {
    en: 'The logs hold more than {megabytes} MB of memory can take (table {model}). Give fewer logs at a time, or use a machine with more memory.',
    ja: 'ログの内容が {megabytes} MB のメモリに収まりません(表 {model})。一度に指定するログを減らすか、メモリの多いコンピューターで実行してください。',
  },
} satisfies Catalogue;
