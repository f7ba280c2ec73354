import type { Catalogue } from './catalogue.ts';

/** What the user can mend, by the code of the UserError: what, where, what to do. One line each. */
export const ERRORS = {
  'file-unreadable': {
    en: '{file}: could not be opened ({reason}). Check the path and your permission to read it.',
    ja: '{file}: ファイルを開けません({reason})。パスと読み取り権限を確認してください。',
  },
  'snapshot-too-large': {
    en: '{file}: {megabytes} MB is too large for a directory snapshot. Give the file that "adlogon directory" wrote.',
    ja: '{file}: ディレクトリのスナップショットとしては大きすぎます({megabytes} MB)。正しいファイルを指定してください。',
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
} satisfies Catalogue;
