import type { Catalogue } from './catalogue.ts';

/** Headings of the five answers, in their order. */
export const INCIDENT_SECTIONS = {
  now: { en: '1. What to do now', ja: '1. いま行うこと' },
  programs: { en: '2. Logons that no person made', ja: '2. 人間以外のログオン' },
  administrators: { en: '3. Is an administrator involved?', ja: '3. 管理者権限の関与' },
  spread: { en: '4. How far it may have spread', ja: '4. 広がりの経路と次に確認する端末' },
  unseen: { en: '5. What could not be seen', ja: '5. 確認できなかったこと' },
} satisfies Catalogue;

/** Sentences and labels of an incident. */
export const INCIDENT = {
  title: { en: 'Incident: {suspect}', ja: 'インシデントの確認: {suspect}' },
  advice: {
    en: 'This is advice from the logs. adlogon changes nothing, switches nothing off and sends nothing.',
    ja: 'ログから分かることと、手順上の助言です。adlogon は設定の変更・遮断・送信を一切行いません。',
  },
  suspectTerminal: { en: 'Suspect terminal: {place}{seen}', ja: '対象の端末: {place}{seen}' },
  suspectHolder: { en: 'The address was held by {place} ({certainty}; {how}){seen}', ja: 'アドレスの使用端末: {place}({certainty}。{how}){seen}' },
  suspectHolderUnknown: { en: 'The address: no terminal is known to have held it{seen}', ja: 'アドレスを使用していた端末は不明{seen}' },
  suspectAccount: { en: 'Suspect account: {account}{details}', ja: '対象のアカウント: {account}{details}' },
  suspectUsedAt: { en: 'It was used at {count} places: {places}', ja: '使用された場所({count} か所): {places}' },
  seen: { en: ', {records} records, {span}', ja: '、記録 {records} 件、{span}' },
  notSeen: { en: ': known, and no record of it in that time', ja: '(台帳等にはあるが、この期間の記録なし)' },
  since: { en: 'Followed from {since}', ja: '確認の起点: {since} 以降' },
  sinceStart: { en: 'Followed from the start of the logs', ja: '確認の起点: ログの先頭から(--since の指定なし)' },
  discovered: { en: 'Came to light at {at}', ja: '事案発覚: {at}' },
  logs: { en: 'Logs: {span}, recorded by {machines}', ja: 'ログ: {span}、記録元 {machines}' },
  noLogs: { en: 'Logs: no Security record was read', ja: 'ログ: 読み取れた Security の記録なし' },
  position: { en: 'Where the flow stands: {branch}', ja: '手順上の位置: {branch}' },
  because: { en: 'Why: {because}', ja: '理由: {because}' },
  wouldChange: { en: 'What would change it: {change}', ja: 'これが変わるとき: {change}' },
  established: { en: 'Established: {text}', ja: '確認済み: {text}' },
  notEstablished: { en: 'Not established: {text}', ja: '未確認: {text}' },
  deadline: { en: 'Until {at}: {left} left.', ja: '期限 {at}(残り {left})' },
  deadlineOver: { en: 'Until {at}: over since {left}.', ja: '期限 {at}({left} 超過)' },
  which: { en: 'Which: {terminals}', ja: '対象: {terminals}' },
  deadlineUnknown: { en: 'Give --discovered to count the six hours.', ja: '--discovered を指定すると6時間の期限を表示します。' },
  hours: { en: '{hours} h {minutes} min', ja: '{hours} 時間 {minutes} 分' },
  plan: { en: 'Our own plan: {plan}', ja: '自組織の計画: {plan}' },
  caution: { en: 'Caution: {text}', ja: '注意: {text}' },
  beyond: { en: 'Beyond the text: {text}', ja: '手順にない点: {text}' },

  'programs no check': {
    en: 'NOT ASSESSED: this version has no check that tells programs from persons. Judge by the path of spread and by the timeline.',
    ja: '判定不能: この版には人間とプログラムを見分ける確認項目がまだありません。広がりの経路と時系列から判断してください。',
  },
  'programs not assessed': { en: 'NOT ASSESSED: the evidence is not there.', ja: '判定不能: 必要な証跡がありません。' },
  'programs partly assessed': {
    en: 'PARTLY ASSESSED: none found, but not everything could be looked for.',
    ja: '一部判定不能: 見つかっていませんが、調べられなかった特徴があります。',
  },
  'programs none found': { en: 'None found.', ja: '見つかっていません。' },
  'programs found': { en: 'FOUND: {count}', ja: 'あり: {count} 件' },
  otherFindings: { en: 'Other findings of the checklist about it: {count}', ja: 'チェックリストの関連する検出: {count} 件' },
  noOtherFindings: { en: 'The checklist has no other finding about it.', ja: 'チェックリストに関連する検出はありません。' },

  'administrator involved': {
    en: 'YES: privileges were used at the suspect or on its path.',
    ja: 'あり: 対象またはその経路で管理者権限が使われています。',
  },
  'administrator not involved': {
    en: 'No privileged account was seen to log on there.',
    ja: '管理者権限を持つアカウントのログオンは見つかっていません。',
  },
  'administrator not examined': {
    en: 'NOT ASSESSED: none was seen, but the evidence has gaps.',
    ja: '判定不能: 見つかっていませんが、証跡に不足があります。',
  },
  'administrator by findings': {
    en: 'The findings under 2 show it: an administrator’s account, or rights of administrators that were gained or used.',
    ja: '根拠は 2. の検出です(管理者のアカウント、または管理者権限の取得・使用)。',
  },
  administratorMade: {
    en: '{account} was made an administrator: added to {group} by {by}, {at} (recorded by {recorder})',
    ja: '{account} が管理者グループ {group} に追加されました。実行者 {by}、{at}(記録元 {recorder})',
  },
  administratorUnmade: {
    en: '{account} had been an administrator: taken out of {group} by {by}, {at} (recorded by {recorder})',
    ja: '{account} は管理者でした。{by} が管理者グループ {group} から削除、{at}(記録元 {recorder})',
  },
  administratorSeen: {
    en: '{account}{details}: {how} {place}, {span}, {records} times ({certainty})',
    ja: '{account}{details}: {place} {how}、{span}、{records} 回(端末の特定: {certainty})',
  },

  cameFrom: { en: 'Logons onto the suspect: {count}', ja: '対象へのログオン(侵入元の候補): {count} 件' },
  suspectName: { en: 'A machine that calls itself {place}{seen}', ja: '{place} と名乗る端末{seen}' },
  credentialsUsed: {
    en: 'Other credentials were used on the suspect {count} times (4648); see the timeline.',
    ja: '対象の端末で別の資格情報が {count} 回使われています(4648)。時系列を確認してください。',
  },
  stepsNotAssessed: {
    en: 'NOT ASSESSED: no Security log of that time was read.',
    ja: '判定不能: この期間の Security ログがありません。',
  },
  noStepsInPart: {
    en: 'In the logs that were given, no logon from the suspect onto another machine was found. Logs are missing: it is not ruled out.',
    ja: '渡されたログでは、対象からほかのコンピューターへのログオンは見つかっていません。ログに不足があり、ないとは言い切れません。',
  },
  noSteps: { en: 'No logon from the suspect onto another machine was found.', ja: '対象からほかのコンピューターへのログオンは見つかっていません。' },
  stepsFound: {
    en: '{strong} places reached by logons with which somebody could act there; {weak} more machines by everyday access.',
    ja: '操作が可能なログオンの到達先 {strong} か所。ほかに通常のアクセス先 {weak} 台。',
  },
  step: {
    en: '{source} → {account} → {target}: {kind}, {span}, {count} times{marks}',
    ja: '{source} → {account} → {target}: {kind}、{span}、{count} 回{marks}',
  },
  stepNumbered: { en: '{number}. {step}', ja: '{number}. {step}' },
  stepHop: { en: 'logon {hop} in a row from the suspect', ja: '対象から {hop} 段目' },
  next: { en: 'Look at next', ja: '次に確認する端末' },
  nextCut: { en: '... and {count} more in incident.csv (--out)', ja: 'ほか {count} 台は incident.csv(--out)に出力' },
  nextLine: { en: '{rank}. {place}{details}: {reason}', ja: '{rank}. {place}{details}: {reason}' },
  noNext: { en: 'No further machine is suggested by the logs.', ja: 'ログから次に確認すべき端末は見つかっていません。' },
  more: { en: '... and {count} more in incident.html and incident.csv (--out)', ja: 'ほか {count} 件は incident.html と incident.csv(--out)に出力' },
  moreInCsv: { en: '... and {count} more in incident.csv (--out)', ja: 'ほか {count} 件は incident.csv(--out)に出力' },
  inferred: { en: 'inferred', ja: '推定' },
  administratorMark: { en: 'administrator', ja: '管理者' },
  newAtSource: {
    en: 'never before at {source} in the weeks of the store',
    ja: '保存済みの過去の週に {source} でのログオンなし',
  },
  privilegedMark: { en: 'with privileges (4672)', ja: '特権付き(4672)' },
  adminTerminal: { en: 'admin terminal', ja: '管理者端末' },
  nothingUnseen: { en: 'The evidence covers what was asked.', ja: '確認に必要な証跡はそろっています。' },
  timeline: { en: 'Timeline of each terminal', ja: '端末ごとの時系列' },
  timelineNote: {
    en: 'Bars: sessions with a recorded start and end. Marks: logons seen at one moment. A mark without a bar around it is a logon at a time when no session of a person is recorded.',
    ja: '帯は開始と終了が記録されたセッション、印はある時点のログオンです。帯のない時刻の印は、人のセッションの記録がない時のログオンです。',
  },
  spreadPicture: { en: 'Spread', ja: '広がりの図' },
  spreadNote: {
    en: 'Columns: number of logons from the suspect; what one place reached stands together, in order of time. Thick red: with administrator privileges. Dashed: inferred. Thin grey: everyday access. +n: so many other kinds of logon or sources onto that machine.',
    ja: '列は対象からの段数。同じ接続元の端末をまとめ、時刻順に並べています。赤い太線は管理者権限、破線は推定、灰色の細線は通常のアクセス。「+n」は、同じ接続先へのほかの種類・接続元の数です。',
  },
  flow: { en: 'The whole text and where it stands', ja: '手順の全文と現在の状態' },
  machines: { en: '+ {count} machines', ja: 'ほか {count} 台' },
  recordsOf: { en: ' ({count} records)', ja: '(記録 {count} 件)' },
  'standing source': { en: 'logged on to the suspect', ja: '対象へのログオン元' },
  'standing suspect': { en: 'suspect', ja: '対象' },
  'standing reached': { en: 'reached', ja: '到達' },
  'standing weak': { en: 'everyday access', ja: '通常のアクセス' },
  'standing attempted': { en: 'attempted, failed', ja: '試行(失敗)' },
  'heading rank': { en: 'No.', ja: '順' },
  'heading place': { en: 'Machine', ja: 'コンピューター' },
  'heading why': { en: 'Why', ja: '理由' },
  'heading certainty': { en: 'Certainty', ja: '端末の特定' },
  'heading hop': { en: 'Step', ja: '段' },
  'heading source': { en: 'From', ja: '接続元' },
  'heading account': { en: 'Account', ja: 'アカウント' },
  'heading target': { en: 'To', ja: '接続先' },
  'heading kind': { en: 'Kind', ja: '種類' },
  'heading when': { en: 'When', ja: '日時' },
  'heading count': { en: 'Records', ja: '件数' },
  'heading remarks': { en: 'Remarks', ja: '備考' },
  'heading text': { en: 'Text (2015)', ja: '手順(平成27年)' },
  'heading state': { en: 'State', ja: '状態' },
  'heading file': { en: 'File', ja: 'ファイル' },
  'heading sha256': { en: 'SHA-256', ja: 'SHA-256' },
  noOwnLog: { en: '(its own log was not given: sessions of persons are not visible)', ja: '(この端末のログなし。人のセッションは見えません)' },
  noEnd: { en: 'end not recorded', ja: '終了の記録なし' },
  madeBy: { en: 'Made by {madeBy} at {at}', ja: '{madeBy} により {at} に作成' },
} satisfies Catalogue;

/** How an administrator was seen. */
export const ADMINISTRATOR_HOW = {
  used: { en: 'logged on from', ja: 'からログオン' },
  tried: { en: 'failed to log on from', ja: 'からログオンを試みて失敗' },
  came: { en: 'came from elsewhere onto', ja: 'へほかの端末からログオン' },
  privileged: { en: 'was given privileges (4672) on', ja: 'で特権(4672)を取得' },
  credentials: { en: "its credentials were used in another's session (4648, type 9) on", ja: 'で資格情報が別の人のセッションから使用(4648、種類9)' },
} satisfies Catalogue;

/** Kinds of steps. */
export const STEP_KINDS = {
  'remote-desktop': { en: 'remote desktop', ja: 'リモートデスクトップ' },
  'privileged-network': {
    en: 'network logon with privileges (admin share, remote execution)',
    ja: '特権付きネットワークログオン(管理共有・遠隔実行など)',
  },
  network: { en: 'network logon (shared folder or similar)', ja: 'ネットワークログオン(共有フォルダーなど)' },
  'credentials-used': { en: 'credentials used (4648)', ja: '資格情報を指定した接続(4648)' },
  ticket: { en: 'service ticket (4769)', ja: 'サービスチケットの要求(4769)' },
  failed: { en: 'failed logon', ja: 'ログオン失敗' },
} satisfies Catalogue;

/** Why a machine is next. */
export const NEXT_REASONS = {
  'strong-administrator': {
    en: '{account} reached it from {source} with administrator privileges at {at}',
    ja: '{at} に {source} から {account} が管理者権限で到達',
  },
  strong: { en: '{account} reached it from {source} at {at}', ja: '{at} に {source} から {account} が到達' },
  'came-from': { en: '{account} logged on to {source} from there at {at}', ja: '{at} に {account} がここから {source} へログオン(侵入元の候補)' },
  'suspect-account': { en: 'the suspect account {account} was used there from {at}', ja: '対象のアカウント {account} が {at} から使用' },
  inferred: {
    en: '{account} asked for a ticket for it at {source} at {at} (inferred)',
    ja: '{at} に {source} で {account} がこの端末へのチケットを要求(推定)',
  },
  'exposed-administrator': {
    en: 'the administrator {account}, whose credentials may be known to the attacker, logged on there at {at}',
    ja: '資格情報が漏れたおそれのある管理者 {account} が {at} にログオン',
  },
  'controller-privileged': {
    en: 'domain controller: {account} got privileges on it from {source} at {at}; an administrator’s ordinary logon does so too',
    ja: 'ドメインコントローラー。{at} に {source} から {account} が特権を取得(管理者の通常のログオンでも生じる)',
  },
  network: { en: '{account} opened something on it from {source} at {at}', ja: '{at} に {source} から {account} がアクセス' },
  attempted: { en: '{account} tried to log on to it from {source} at {at}', ja: '{at} に {source} から {account} がログオンを試行(失敗)' },
  'exposed-account': {
    en: '{account}, whose credentials may be known to the attacker, logged on there at {at}',
    ja: '資格情報が漏れたおそれのある {account} が {at} にログオン',
  },
  server: {
    en: 'a server that {account} used from {source} at {at}, as many do',
    ja: '{at} に {source} から {account} が利用したサーバー(通常のアクセス)',
  },
} satisfies Catalogue;

/** Kinds of spans in a timeline. */
export const PRESENCE_KINDS = {
  keyboard: { en: 'session at the keyboard', ja: '端末での対話セッション' },
  remote: { en: 'remote desktop session', ja: 'リモートデスクトップのセッション' },
  program: { en: 'task, service or network logon on itself', ja: 'タスク・サービス等のログオン' },
  credentials: { en: 'other credentials used (4648)', ja: '別の資格情報の使用(4648)' },
  onward: { en: 'logon onto another machine', ja: 'ほかのコンピューターへのログオン' },
  ticket: { en: 'logon confirmed by a domain controller', ja: 'ドメインコントローラーによる認証' },
  failed: { en: 'failed logon from there', ja: 'ここからのログオン失敗' },
  'failed-in': { en: 'failed remote logon onto it', ja: 'ここへの遠隔ログオン失敗' },
} satisfies Catalogue;

/** What could not be seen. */
export const UNSEEN = {
  'logs-end-before': {
    en: 'The logs end at {until}, before {since}: of that time nothing at all is known.',
    ja: 'ログは {until} までで、起点 {since} より後の記録がありません。この期間については何も分かりません。',
  },
  'logs-begin-later': {
    en: 'The logs begin at {from}: of the time from {since} until then nothing is known.',
    ja: 'ログは {from} からです。起点 {since} からそれまでの間については何も分かりません。',
  },
  'suspect-not-recorded': { en: 'No record names {names}.', ja: '{names} の記録がありません。' },
  'suspect-log-missing': {
    en: 'The Security log of {names} itself was not given: sessions at its keyboard, local accounts and logons onto it are not visible. Preserve it, and give it.',
    ja: '{names} 自身の Security ログがありません。端末での操作、ローカルアカウント、この端末へのログオンは見えません。ログを保全し、追加で渡してください。',
  },
  'path-logs-missing': {
    en: 'The logs of {count} machines on the path were not given: {names}. What went on from them is known only where others recorded it.',
    ja: '経路上の {count} 台({names})のログがありません。その先は、ほかの機器が記録したものしか見えません。',
  },
  'controller-logs-missing': {
    en: 'No log of a domain controller was given: logons with domain accounts elsewhere are not visible.',
    ja: 'ドメインコントローラーのログがありません。ほかの端末でのドメインアカウントのログオンは見えません。',
  },
  'only-controllers': {
    en: 'Only logs of domain controllers were given: logons from PC to PC show as tickets at most (inferred), and local accounts not at all.',
    ja: 'ドメインコントローラーのログだけです。端末間のログオンはチケットからの推定にとどまり、ローカルアカウントは見えません。',
  },
  'holder-doubtful': { en: 'Who held the address is not sure: {names}.', ja: 'アドレスの使用端末は不確かです: {names}。' },
  'places-unknown': {
    en: 'Of {count} logon attempts in that time nobody can tell from which terminal they came.',
    ja: 'この期間のログオン試行 {count} 件は、どの端末からのものか分かりません。',
  },
  'steps-inferred': {
    en: 'Steps marked inferred come from service tickets, not from the log of the machine reached.',
    ja: '「推定」の経路は、到達先のログではなくサービスチケットの記録によります。',
  },
  'path-cut': {
    en: 'One place reached for {count} machines: 40 are followed.',
    ja: '1 か所から {count} 台への接続があり、40 台までをたどりました。',
  },
  'places-cut': { en: 'The path was cut at {count} places.', ja: '経路は {count} か所で打ち切りました。' },
  'programs-no-check': { en: 'Whether a person or a program logged on was not assessed.', ja: '人間かプログラムかは判定していません。' },
  'programs-not-assessed': { en: 'Whether a person or a program logged on could not be assessed.', ja: '人間かプログラムかを判定できませんでした。' },
  'programs-partly-assessed': {
    en: 'Not every sign of a program could be looked for: that no person made a logon is ruled out only in part.',
    ja: 'プログラムの特徴の一部を調べられず、人間以外のログオンがないとは言い切れません。',
  },
  'since-not-told': {
    en: 'When it began was not told (--since): the whole logs are followed, everyday use included.',
    ja: '起点の時刻(--since)が指定されていないため、ログ全体をたどっています。通常の利用も含まれます。',
  },
} satisfies Catalogue;

/** Columns of `incident.csv`. In English they are the names that `--lang en` promises. */
export const INCIDENT_COLUMNS = [
  { en: 'kind', ja: '区分' },
  { en: 'at', ja: '日時' },
  { en: 'until', ja: '終了日時' },
  { en: 'terminal', ja: '端末' },
  { en: 'account', ja: 'アカウント' },
  { en: 'what', ja: '内容' },
  { en: 'certainty', ja: '確かさ' },
  { en: 'evidence', ja: '証跡' },
  { en: 'baseline', ja: '過去の週との比較' },
] as const;

/** What a row of `incident.csv` is about. */
export const FACT_KINDS = {
  now: { en: 'what to do now', ja: 'いま行うこと' },
  suspect: { en: 'suspect', ja: '対象' },
  finding: { en: 'finding', ja: '検出' },
  administrator: { en: 'administrator', ja: '管理者' },
  step: { en: 'step', ja: '経路' },
  next: { en: 'look at next', ja: '次に確認' },
  presence: { en: 'timeline', ja: '時系列' },
  unseen: { en: 'not seen', ja: '未確認' },
} satisfies Catalogue;
