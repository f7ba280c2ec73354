import type { Catalogue } from './catalogue.ts';

/** What is wrong with the configuration, checks of one's own, or lists that were given. */
export const SETTINGS_ERRORS = {
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
  'timezone-unknown': {
    en: '--timezone {value}: no such time zone. Write a name such as Asia/Tokyo or an offset such as +09:00.',
    ja: '--timezone {value}: そのタイムゾーンはありません。Asia/Tokyo や +09:00 のように指定してください。',
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
} satisfies Catalogue;
