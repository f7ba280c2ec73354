import type { Catalogue } from './catalogue.ts';

/** What is wrong with logs, the store, or what is written. */
export const EVIDENCE_ERRORS = {
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
  'file-unreadable': {
    en: '{file}: could not be opened ({reason}). Check the path and your permission to read it.',
    ja: '{file}: ファイルを開けません({reason})。パスと読み取り権限を確認してください。',
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
  'memory-exhausted': {
    en: 'The logs hold more than {megabytes} MB of memory can take (table {model}). Give fewer logs at a time, or use a machine with more memory.',
    ja: 'ログの内容が {megabytes} MB のメモリに収まりません(表 {model})。一度に指定するログを減らすか、メモリの多いコンピューターで実行してください。',
  },
} satisfies Catalogue;
