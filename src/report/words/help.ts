import type { Catalogue } from './catalogue.ts';

/** What `--help` says. */
export const HELP = {
  program: {
    en: "Reads exported Windows Security logs and answers the guideline's checklist on Active Directory logons. Reads only; sends nothing anywhere.",
    ja: '書き出した Windows の Security ログを読み、中間報告「内部対策」の AD ログ確認項目に答えます。読み取りだけを行い、外部へは何も送信しません。',
  },
  audit: { en: 'the weekly checklist', ja: '週次の確認チェックリストを作る' },
  incident: {
    en: 'one suspect terminal, address or account: what to do now, who logged on, how far it may have spread',
    ja: '不審な端末・アドレス・アカウントについて、いま行うこと、ログオンの状況、広がりを調べる',
  },
  suspect: {
    en: 'terminal, address or account: PC-012, 10.20.30.40, CITY\\sato',
    ja: '対象の端末、アドレス、アカウント。PC-012、10.20.30.40、CITY\\sato',
  },
  since: { en: 'when it may have begun: 2026-11-09 or 2026-11-09T08:30', ja: '始まったとみられる時刻。2026-11-09 または 2026-11-09T08:30' },
  discovered: { en: 'when it came to light; the six hours run from here', ja: '事案が発覚した時刻。6時間の期限はここから数える' },
  incidentOut: {
    en: 'also write incident.html, incident.md, incident.csv and incident.json into this folder',
    ja: 'incident.html、incident.md、incident.csv、incident.json をこのフォルダーにも書き出す',
  },
  preserve: {
    en: 'copy the logs given, with their SHA-256 list, into this empty folder, so that the analysis can be repeated',
    ja: '渡したログを SHA-256 の一覧とともに、この空のフォルダーへ保全用にコピーする',
  },
  proxyUnavailable: { en: 'the proxy log cannot be examined', ja: 'プロキシログは検査できない' },
  suspiciousTerminals: {
    en: 'what the examined proxy log shows: terminals with suspicious traffic, PC-012,PC-031; or none',
    ja: 'プロキシログの検査結果。不審な通信のあった端末(PC-012,PC-031)、なければ none',
  },
  personConfirmed: {
    en: 'it is established that a person did it, and that it is no virus',
    ja: '人間の操作によるもので、ウイルス感染ではないと確定した',
  },
  contained: { en: 'the range of the infection was determined, and the virus removed', ja: '感染範囲の特定・除去ができた' },
  records: { en: "the records themselves, with Windows' own field names", ja: 'レコードそのものを Windows の項目名のまま出力する' },
  query: { en: 'ask the rows anything in SQL', ja: '読み込んだ行に SQL で質問する' },
  directoryCommand: {
    en: 'take a snapshot of Active Directory for audit; only reads',
    ja: 'Active Directory のスナップショットを取得する(読み取りのみ)',
  },
  ack: {
    en: 'accept findings, so that the same does not ask again until a day',
    ja: '検出した内容を承認し、期限まで同じ内容を要確認にしない',
  },
  ackFindings: { en: 'ids of findings (column "finding" of findings.csv)', ja: '検出ID(findings.csv の列「検出ID」)' },
  ackBy: { en: 'who accepts it', ja: '承認者' },
  ackUntil: { en: 'last day on which it holds, at most 366 days ahead: 2026-12-31', ja: '承認期限。今日から 366 日後まで(2026-12-31 の形)' },
  ackReason: { en: 'why it is accepted', ja: '承認する理由' },
  ackReport: {
    en: 'folder that "adlogon audit --out" wrote (with --from: default is where that file is)',
    ja: 'adlogon audit --out のフォルダー(--from のときの既定は、そのファイルのある場所)',
  },
  ackFrom: {
    en: 'instead of ids: a findings.csv with its reviewer columns filled in; accepted are rows whose review result is one of: {accepted}',
    ja: '検出IDの代わりに、確認者の列を記入した findings.csv。確認結果が次の語の行を承認する: {accepted}',
  },
  ackRemove: {
    en: 'take back acknowledgements by key or finding (repeatable); or delete their rows in Excel',
    ja: '承認を取り消す。承認キーまたは検出IDを指定(複数指定可)。Excel で行を削除してもよい',
  },
  acknowledgements: {
    en: 'what was accepted before (CSV of "adlogon ack")',
    ja: '承認済みの内容(adlogon ack の CSV)',
  },
  ackFile: {
    en: 'file of acknowledgements (default: that of the configuration, else acknowledgements.csv)',
    ja: '承認を保存するファイル(既定: 設定ファイルの指定、なければ acknowledgements.csv)',
  },
  init: {
    en: 'write a first adlogon.yaml; with --learn, propose the programs that may be listed as known automation',
    ja: '最初の設定ファイル(adlogon.yaml)を作る。--learn で既知の自動処理の候補を示す',
  },
  learn: {
    en: 'show which programs log on by themselves in the logs given, best of several quiet weeks; writes nothing without --write',
    ja: '渡したログ(できれば異常のなかった数週間分)から、自動でログオンする処理の候補を表示する。--write がなければ何も書き出さない',
  },
  learnWrite: {
    en: 'with --learn: write adlogon.yaml too, with the candidates in it as comments',
    ja: '--learn のとき、候補をコメントとして入れた adlogon.yaml も作成する',
  },
  initOut: {
    en: 'folder for adlogon.yaml (default: this one); nothing is overwritten',
    ja: 'adlogon.yaml を作るフォルダー(既定: 現在のフォルダー)。上書きはしない',
  },
  initExplained: {
    en: `
Nothing is enabled by it: what it finds stands in the file as comments, for somebody to check and to take the # away.
Exit codes: 0 done; with --learn also 1 there is something to review in these weeks, 3 something could not be assessed; 2 could not do what was asked.`,
    ja: `
見つけた内容が自動で有効になることはありません。コメントとして書かれるので、確認のうえ行頭の # を外してください。
終了コード: 0 完了。--learn では、1 その期間に要確認がある、3 判定不能の項目がある。2 実行できなかった`,
  },
  checks: { en: 'list every check', ja: '確認項目の一覧を表示する' },
  logs: {
    en: '.evtx files, folders with .evtx files in them, or patterns',
    ja: '.evtx ファイル、.evtx のあるフォルダー、またはパターン(*.evtx)',
  },
  sql: {
    en: 'one question; "show tables" lists the tables and models, "describe logon_events" a table\'s columns',
    ja: '質問文(SQL)。「show tables」で表とモデルの一覧、「describe logon_events」で列の一覧',
  },
  config: {
    en: 'configuration (YAML): which terminals are which, further administrators, expected logs, thresholds; see samples/adlogon.yaml',
    ja: '設定ファイル(YAML)。端末の区分、管理者の追加、あるべきログ、しきい値など。samples/adlogon.yaml を参照',
  },
  directory: {
    en: 'who is an administrator, which computers exist: a directory snapshot (JSON), or ldaps://HOST to read it now',
    ja: '誰が管理者か、どのコンピューターがあるか。ディレクトリのスナップショット(JSON)、または今読み取るなら ldaps://ホスト名',
  },
  url: { en: 'domain controller: ldaps://dc01.city.example', ja: 'ドメインコントローラー。ldaps://dc01.city.example' },
  user: {
    en: 'account that reads a live directory: name@city.example or CITY\\name; needs no special rights',
    ja: 'ディレクトリを読み取るアカウント。name@city.example または CITY\\name(特別な権限は不要)',
  },
  ca: {
    en: "certificates of the organisation's own authority (PEM)",
    ja: '組織内の認証局の証明書(PEM)',
  },
  passwordFile: {
    en: 'file whose first line is the password (default: ADLOGON_PASSWORD, else asked for)',
    ja: '1行目がパスワードのファイル(既定: 環境変数 ADLOGON_PASSWORD、なければ入力を求める)',
  },
  startTls: {
    en: 'with ldap://HOST: encrypt by StartTLS before anything else is sent',
    ja: 'ldap://ホスト名 のとき、何かを送る前に StartTLS で暗号化する',
  },
  snapshotOut: { en: 'file for the snapshot (readable by you only)', ja: 'スナップショットのファイル(本人だけが読める権限で作成)' },
  terminals: {
    en: 'terminals inventory (CSV): name, address, admin (yes/no), role, segment, department',
    ja: '端末台帳(CSV)。端末名、IPアドレス、管理者端末(はい/いいえ)、役割、セグメント、所属',
  },
  dhcp: {
    en: 'log of a DHCP server (DhcpSrvLog-*.log), a folder of them or a pattern: who held which address when (repeatable)',
    ja: 'DHCP サーバーのログ(DhcpSrvLog-*.log)、そのフォルダー、またはパターン。いつどの端末がアドレスを使っていたか(複数指定可)',
  },
  proxy: {
    en: 'proxy log: file, folder or pattern, also .gz; Squid native, common or combined, W3C extended (repeatable)',
    ja: 'プロキシログ(ファイル、フォルダー、パターン。.gz も可)。Squid 標準形式、common/combined 形式、W3C 拡張形式(複数指定可)',
  },
  ioc: {
    en: 'list of suspicious domains, addresses, ranges and URLs, one a line, also defanged (hxxp, [.]) (repeatable)',
    ja: '不審な通信先の一覧(ドメイン、アドレス、範囲、URL を1行に1件。hxxp や [.] の表記も可)(複数指定可)',
  },
  store: {
    en: 'keep the rows of the logs here as Parquet, and use earlier weeks as baseline; without LOG, audit what is kept',
    ja: 'ログの行を Parquet としてこのフォルダーに保存し、以前の週を平常時の基準に使う。ログの指定がなければ保存済みの行を確認する',
  },
  storeRead: {
    en: 'ask what audit --store kept here, beside the logs given',
    ja: 'audit --store で保存した行を、指定したログと合わせて調べる',
  },
  keepWeeks: {
    en: 'with --store: delete what is wholly older than so many weeks (default: 53)',
    ja: '--store のとき、この週数より完全に古いものを削除する(既定: 53)',
  },
  rules: { en: "folder of an organisation's own checks, shown beside ours (repeatable)", ja: '組織独自の確認項目のフォルダー(複数指定可)' },
  showUnknownNames: {
    en: 'show account names that nobody has as they are (they may be passwords typed into the wrong box)',
    ja: '存在しないアカウント名を伏せずに表示する(誤って入力されたパスワードが含まれる場合があります)',
  },
  out: {
    en: 'also write checklist.csv, findings.csv, coverage.csv, report.html (for paper) and report.json into this folder',
    ja: 'checklist.csv、findings.csv、coverage.csv、report.html(印刷用)、report.json をこのフォルダーにも書き出す',
  },
  from: { en: 'start of the period: 2026-11-09 or 2026-11-09T08:30', ja: '期間の開始。2026-11-09 または 2026-11-09T08:30' },
  until: { en: 'end of the period; a day is included whole', ja: '期間の終了。日付だけならその日いっぱいを含む' },
  week: { en: 'the period as a week, Monday to Sunday: 2026-W46', ja: '期間を週で指定(月曜から日曜)。2026-W46' },
  last: { en: 'the period up to now: 7d, 24h, 2w', ja: '期間を現在までの長さで指定。7d、24h、2w' },
  organisation: { en: 'name of the organisation, on the report', ja: 'レポートに記す組織名' },
  network: { en: 'name of the network these logs are of (default: default)', ja: 'ログの属するネットワークの名前(既定: default)' },
  threads: { en: 'decoding threads (default: one per core)', ja: '読み取りスレッド数(既定: コアの数)' },
  timezone: { en: 'time zone of all times shown and given (default: Asia/Tokyo)', ja: '表示と指定に使うタイムゾーン(既定: Asia/Tokyo)' },
  language: {
    en: "language, ja or en (default: the environment's, else ja)",
    ja: '言語。ja または en(既定: 環境のロケール、なければ ja)',
  },
  eventId: { en: 'only these event ids: 4625,4771', ja: 'このイベント ID だけ。4625,4771' },
  account: { en: 'only records that name this account: sato, CITY\\sato', ja: 'このアカウントの出るレコードだけ。sato、CITY\\sato' },
  evidence: {
    en: 'only the record with this key, or all keys of a cell of findings.csv (repeatable)',
    ja: 'この証跡キーのレコードだけ。findings.csv のセルをそのまま貼り付け可(複数指定可)',
  },
  recordsFormat: { en: 'ndjson (default), csv or xml', ja: '形式。ndjson(既定)、csv、xml' },
  answerFormat: { en: 'table (default), csv or ndjson', ja: '形式。table(既定)、csv、ndjson' },
  help: { en: 'show this help', ja: 'このヘルプを表示' },
  helpCommand: { en: 'show the help of a command', ja: 'コマンドのヘルプを表示' },
  version: { en: 'show the version', ja: 'バージョンを表示' },
  ackExplained: {
    en: `
What is acknowledged is the kind of finding, not the one happening: the same account at the same place with the same result, for the same reasons.
It asks again, and says what changed: another place, a new reason, an administrator's account, a success, a logon that began elsewhere, a terminal that
is less sure, or far more on a day than accepted (more than twice as many and more than 10 more). It asks again after --until too, by the time of the finding.
Exit codes: 0 all taken, 1 something that was reviewed is not acknowledged, 2 could not do what was asked.`,
    ja: `
承認の対象は1回の出来事ではなく、同じアカウント・同じ場所・同じ成否・同じ理由の検出です。
次の場合は、変わった点を示して再び要確認にします: 別の場所、新しい理由、管理者のアカウント、成功、発端が別の場所、端末の特定が以前より不確か、
1日の回数が承認時より大幅に多い(2倍を超え、かつ10を超える増加)。承認期限を過ぎた検出(検出の日時で判断)も要確認にします。
終了コード: 0 すべて承認した、1 確認済みのうち承認しなかったものがある、2 実行できなかった`,
  },
  exitCodes: {
    en: `
Exit codes:
  0  nothing to review, all assessed
  1  something to review
  2  could not do what was asked (one line says what and what to do)
  3  nothing to review, but something not assessed`,
    ja: `
終了コード:
  0  要確認なし、すべて判定済み
  1  要確認あり
  2  実行できなかった(何を直せばよいかを1行で表示)
  3  要確認はないが、判定不能の項目あり`,
  },
} satisfies Catalogue;

/** Headings of the help, by what commander calls them. */
export const HELP_TITLES = {
  'Usage:': { en: 'Usage:', ja: '使い方:' },
  'Arguments:': { en: 'Arguments:', ja: '引数:' },
  'Options:': { en: 'Options:', ja: 'オプション:' },
  'Commands:': { en: 'Commands:', ja: 'コマンド:' },
} satisfies Catalogue;
