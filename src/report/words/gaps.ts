import type { Words } from '../../checks/check.ts';
import {
  ACTIVITY,
  auditPolicy,
  CLOCK,
  declared,
  EXPORT_AGAIN,
  EXPORT_LOG,
  EXPORT_WHOLE,
  INVENTORY_ADMIN,
  INVENTORY_ROLE,
  INVESTIGATE,
  LARGER_LOG,
  SNAPSHOT,
  WRAPPED,
} from './gap-remedies.ts';

/** One thing that was not covered. */
export interface GapWords {
  /** What is missing, one sentence. `{about}`, `{count}`: see `Gap`. */
  readonly missing: Words;
  /** How to get it; a line of its own for each command, so that it can be copied. Null: nothing can bring it back. */
  readonly remedy: Words | null;
}

/** What was not covered, by code. */
export const GAPS = {
  'no-directory': {
    missing: {
      en: 'No directory snapshot was given: who is an administrator is not known.',
      ja: 'ディレクトリのスナップショットがなく、誰が管理者か分かりません。',
    },
    remedy: SNAPSHOT,
  },
  'directory-incomplete': {
    missing: {
      en: 'The directory snapshot of {about} lacks what could not be read: an administrator or a terminal may be missing.',
      ja: '{about} のスナップショットに読み取れなかった部分があり、管理者や端末の漏れがあり得ます。',
    },
    remedy: {
      en: `Take the snapshot again with an account that may read all of it; it says what it could not read:
adlogon directory --url ldaps://DC01.city.example --user name@city.example --out directory.json`,
      ja: `すべて読み取れるアカウントで、スナップショットを取り直してください。読み取れなかったものは取得時に表示されます。
adlogon directory --url ldaps://DC01.city.example --user 名前@city.example --out directory.json`,
    },
  },
  'directory-too-old': {
    missing: {
      en: 'The directory snapshot of {about} is much older than the logs: who became an administrator since then is not known.',
      ja: '{about} のスナップショットがログよりかなり古く、その後に管理者になったアカウントが分かりません。',
    },
    remedy: SNAPSHOT,
  },
  'directory-of-another-domain': {
    missing: {
      en: 'The log of {about} is of a domain of which no snapshot was given: its administrators are not known.',
      ja: '{about} のログは、スナップショットのない別のドメインのものです。そのドメインの管理者が分かりません。',
    },
    remedy: SNAPSHOT,
  },
  'accounts-not-in-directory': {
    missing: {
      en: '{count} accounts of {about} in the logs are not in the directory snapshot (made after it, or deleted before): whether they are administrators is not known.',
      ja: 'ログにある {about} のアカウント {count} 件がスナップショットにありません(取得後の作成か、取得前の削除)。管理者かどうか分かりません。',
    },
    remedy: {
      en: 'Take the snapshot again, and look at who made or deleted accounts (events 4720 and 4726).',
      ja: 'スナップショットを取り直し、アカウントの作成・削除の記録(イベント 4720、4726)を確認してください。',
    },
  },
  'no-admin-terminals': {
    missing: { en: 'No admin terminal is named: none can be told from the others.', ja: '管理者端末の指定がなく、ほかの端末と区別できません。' },
    remedy: INVENTORY_ADMIN,
  },
  'no-user-terminals': {
    missing: { en: 'No user terminal is known.', ja: 'ユーザ端末の情報がありません。' },
    remedy: INVENTORY_ROLE,
  },
  'no-recorder-log': {
    missing: { en: 'No log of {about} was given.', ja: '{about} のログがありません。' },
    remedy: EXPORT_LOG,
  },
  'no-successes-recorded': {
    missing: {
      en: '{about} recorded no successful logon: recording them is probably switched off.',
      ja: '{about} にログオン成功の記録がありません(監査が無効とみられます)。',
    },
    remedy: auditPolicy('success'),
  },
  'no-failures-recorded': {
    missing: {
      en: '{about} recorded no failed logon: recording them is probably switched off.',
      ja: '{about} にログオン失敗の記録がありません(監査が無効とみられます)。',
    },
    remedy: auditPolicy('failure'),
  },
  'no-domain-successes-recorded': {
    missing: {
      en: '{about} recorded successful logons of its own, but none that it answered for as domain controller (4768, 4776): recording those is probably switched off.',
      ja: '{about} には自身へのログオン成功の記録はありますが、ドメインコントローラーとしての認証成功(4768、4776)がありません(監査が無効とみられます)。',
    },
    remedy: auditPolicy('success'),
  },
  'no-domain-failures-recorded': {
    missing: {
      en: '{about} recorded failed logons of its own, but none that it answered for as domain controller (4768, 4771, 4776): recording those is probably switched off, as it is by default.',
      ja: '{about} には自身へのログオン失敗の記録はありますが、ドメインコントローラーとしての認証失敗(4768、4771、4776)がありません(既定のとおり監査が無効とみられます)。',
    },
    remedy: auditPolicy('failure'),
  },
  'results-unknown': {
    missing: {
      en: '{count} records of {about} do not say whether the logon succeeded.',
      ja: '{about} のレコード {count} 件は、ログオンの成否が記録されていません。',
    },
    remedy: EXPORT_AGAIN,
  },
  'log-cleared': {
    missing: { en: 'The log of {about} was cleared.', ja: '{about} のログが消去されています。' },
    remedy: INVESTIGATE,
  },
  'records-damaged': {
    missing: { en: '{count} records of {about} could not be read.', ja: '{about} のレコード {count} 件を読み取れませんでした。' },
    remedy: EXPORT_AGAIN,
  },
  'span-short': {
    missing: { en: 'A part of the period is missing from the log of {about}.', ja: '{about} のログには、記録のない期間があります。' },
    remedy: LARGER_LOG,
  },
  'records-missing': {
    missing: {
      en: '{count} records are missing from the log of {about}, at one place or at several between its first and last record.',
      ja: '{about} のログの途中で、レコード {count} 件が欠けています(1か所とは限りません)。',
    },
    remedy: EXPORT_WHOLE,
  },
  'records-lost-throughout': {
    missing: {
      en: '{count} records are missing throughout the log of {about}, which no filter by event ID explains: privileged sessions (4672) are there without their logons (4624).',
      ja: '{about} のログ全体にわたってレコード {count} 件が欠けています。特権の記録(4672)はあるのに対応するログオン(4624)がないものがあり、イベント ID による抽出では説明できません。',
    },
    remedy: EXPORT_WHOLE,
  },
  'filtered-or-lost': {
    missing: {
      en: '{count} records are missing throughout the log of {about}; it cannot be told whether the export was filtered or records were lost.',
      ja: '{about} のログ全体にわたってレコード {count} 件が欠けています。抽出して書き出したためか、失われたためかは判断できません。',
    },
    remedy: EXPORT_WHOLE,
  },
  'log-wrapped': {
    missing: {
      en: 'The log of {about} begins too late: it was overwritten (size limit), or exported for a shorter time; {count} earlier records are not in it.',
      ja: '{about} のログに期間の初めの分がありません(サイズ上限による上書き、または期間を絞った書き出し。それより前のレコード {count} 件)。',
    },
    remedy: WRAPPED,
  },
  'clock-changed': {
    missing: {
      en: 'The clock of {about} was set by minutes or more: what happened around then may have another time, or seem to be outside the period.',
      ja: '{about} の時計が数分を超えて変更されています。その前後の記録は、時刻がずれているか、期間外に見えているおそれがあります。',
    },
    remedy: CLOCK,
  },
  'policy-changed': {
    missing: { en: 'The audit policy of {about} was changed.', ja: '{about} の監査ポリシーが変更されています。' },
    remedy: INVESTIGATE,
  },
  'forged-tickets-not-sought': {
    missing: {
      en: 'Could not look for all forged Kerberos tickets, nor for NTLM logons without a ticket: that needs the directory, and the logs of all domain controllers for more than {count} days.',
      ja: '偽造された Kerberos チケットは十分に調べられず、チケットのない NTLM ログオンは調べられませんでした(ディレクトリと、{count} 日を超えるすべてのドメインコントローラーのログが必要です)。',
    },
    remedy: {
      en: `Keep the weeks, and it is looked for from the second one on; or give the logs of the week before as well, of every domain controller:
adlogon audit ... --store DIR
${declared('non-human-logon/forged-tickets').en}`,
      ja: `週ごとに保存すると、2週目から調べられます。または、前の週のログも、すべてのドメインコントローラーの分を渡してください。
adlogon audit ... --store フォルダー
${declared('non-human-logon/forged-tickets').ja}`,
    },
  },
  'service-tickets-not-recorded': {
    missing: {
      en: 'Could not look for service tickets gathered to break passwords: {about} recorded no service ticket (4769).',
      ja: 'パスワード解析のためのサービスチケット要求は調べられませんでした({about} に 4769 の記録がありません)。',
    },
    remedy: {
      en: `Record it from now on, on every domain controller:
auditpol /set /subcategory:"Kerberos Service Ticket Operations" /success:enable`,
      ja: `今後の記録のために、すべてのドメインコントローラーで次を実行してください(「Kerberos サービス チケット操作」)。
auditpol /set /subcategory:"{0CCE9240-69AE-11D9-BED3-505054503030}" /success:enable`,
    },
  },
  'account-changes-not-recorded': {
    missing: {
      en: 'Could not look for new accounts, nor for accounts made administrators: the logs hold no change of any account (4720 to 4767). Recording them is probably switched off, or they were left out of the export.',
      ja: 'アカウントの作成や管理者への追加は調べられませんでした(ログにアカウントの変更(4720～4767)が1件もありません。監査が無効か、書き出しの対象外とみられます)。',
    },
    remedy: {
      en: `Export the whole log; if they are still missing, record them from now on, on every domain controller:
auditpol /set /subcategory:"User Account Management" /success:enable
auditpol /set /subcategory:"Security Group Management" /success:enable
${declared('non-human-logon/account-changes').en}`,
      ja: `ログ全体を書き出してください。それでもない場合は、今後の記録のために、すべてのドメインコントローラーで次を実行してください。順に「ユーザー アカウントの管理」「セキュリティ グループの管理」です。
auditpol /set /subcategory:"{0CCE9235-69AE-11D9-BED3-505054503030}" /success:enable
auditpol /set /subcategory:"{0CCE9237-69AE-11D9-BED3-505054503030}" /success:enable
${declared('non-human-logon/account-changes').ja}`,
    },
  },
  'slow-sprays-not-sought': {
    missing: {
      en: 'Could not look for slow password sprays over servers: the logs hold failures only, and no successful logon tells who logs on there.',
      ja: 'サーバーへのゆっくりしたパスワードスプレーは調べられませんでした(ログに成功の記録がなく、そのサーバーを普段使う人がわかりません)。',
    },
    remedy: EXPORT_LOG,
  },
  'uploads-not-logged': {
    missing: {
      en: 'Could not look for large uploads: the proxy log {about} does not say how much terminals sent ({count} requests).',
      ja: '大量の送信は調べられませんでした(プロキシログ {about} に端末からの送信量の記録がありません。要求 {count} 件)。',
    },
    remedy: {
      en: `Let the proxy log how much it received from the terminal (Squid: add %>st at the end of the logformat; Apache: %I, of mod_logio; W3C extended: cs-bytes).
${declared('suspicious-outbound/large-uploads').en}`,
      ja: `端末からの送信量を記録するよう、プロキシを設定してください(Squid: logformat の末尾に %>st を追加、Apache: mod_logio の %I、W3C 拡張形式: cs-bytes)。
${declared('suspicious-outbound/large-uploads').ja}`,
    },
  },
  'presence-not-known': {
    missing: {
      en: 'Could not look for traffic of terminals with nobody there: no log says who had logged on.',
      ja: '利用者のいない端末の通信は調べられませんでした(ログオンの記録がありません)。',
    },
    remedy: EXPORT_LOG,
  },
  'privileged-sessions-not-recorded': {
    missing: {
      en: 'Could not look for privileges that the directory does not explain: that needs the directory, and privileged sessions (4672) recorded by {about}.',
      ja: 'ディレクトリで説明できない特権は調べられませんでした(ディレクトリと、{about} の 4672 の記録が必要です)。',
    },
    remedy: {
      en: `Give a directory snapshot (--directory); if 4672 is missing, record it from now on:
auditpol /set /subcategory:"Special Logon" /success:enable`,
      ja: `ディレクトリのスナップショット(--directory)を渡してください。4672 がない場合は、今後の記録のために次を実行してください(「特殊なログオン」)。
auditpol /set /subcategory:"{0CCE921B-69AE-11D9-BED3-505054503030}" /success:enable`,
    },
  },
  'no-input': {
    missing: { en: 'No log could be read.', ja: '読み取れたログがありません。' },
    remedy: EXPORT_LOG,
  },
  'file-unreadable': {
    missing: { en: '{about} could not be read.', ja: '{about} を読み取れませんでした。' },
    remedy: EXPORT_AGAIN,
  },
  'no-terminal-activity': {
    missing: {
      en: 'What was done on the admin terminal {about} is not known: neither its log nor a proxy log of the period was given.',
      ja: '管理者端末 {about} の使用状況が分かりません(この期間の端末のログもプロキシログもありません)。',
    },
    remedy: ACTIVITY,
  },
  'no-process-starts': {
    missing: {
      en: 'The log of the admin terminal {about} has no start of a program (4688): recording them is probably switched off.',
      ja: '管理者端末 {about} のログにプログラム起動の記録(4688)がありません(監査が無効とみられます)。',
    },
    remedy: ACTIVITY,
  },
  'no-proxy-log': {
    missing: { en: 'No proxy log of the period was given.', ja: 'この期間のプロキシログがありません。' },
    remedy: {
      en: `Give the access logs of the proxy (Squid, mod_proxy, W3C extended; also .gz):
adlogon audit ... --proxy access.log`,
      ja: `プロキシサーバのアクセスログ(Squid、mod_proxy、W3C 拡張形式。.gz も可)を渡してください。
adlogon audit ... --proxy access.log`,
    },
  },
  'proxy-span-short': {
    missing: { en: 'A part of the period is missing from the proxy logs.', ja: 'プロキシログには、記録のない期間があります。' },
    remedy: {
      en: `Give all proxy logs of the period, archived ones too:
adlogon audit ... --proxy access.log --proxy access.log.1.gz`,
      ja: `期間内のすべてのプロキシログ(保管済みのものを含む)を渡してください。
adlogon audit ... --proxy access.log --proxy access.log.1.gz`,
    },
  },
  'proxy-lines-lost': {
    missing: {
      en: 'The proxy log {about} has lines that could not be read ({count}), or ends early.',
      ja: 'プロキシログ {about} に読み取れない行({count} 行)があるか、途中で切れています。',
    },
    remedy: {
      en: 'Copy the proxy log again while nothing writes to it.',
      ja: 'プロキシログを、書き込み中でない状態でコピーし直してください。',
    },
  },
} satisfies Readonly<Record<string, GapWords>>;

/** The words for a gap; for an unknown code the code itself. */
export function gapWords(code: string): GapWords {
  const all: Readonly<Record<string, GapWords>> = GAPS;
  return (Object.hasOwn(all, code) ? all[code] : undefined) ?? { missing: { en: `${code} {about}`, ja: `${code} {about}` }, remedy: null };
}
