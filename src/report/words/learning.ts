import type { Catalogue } from './catalogue.ts';

/** What `adlogon init --learn` says. */
export const LEARNING = {
  title: { en: 'Candidates for known automation', ja: '既知の自動処理の候補' },
  quiet: {
    en: 'Nothing is to be reviewed in these weeks, and all logons were assessed.',
    ja: 'この期間に要確認はなく、ログオンに関する項目をすべて判定できています。',
  },
  notQuiet: {
    en: 'These weeks are not quiet: {count} findings are to be reviewed. Clear them up first, or learn from other weeks. What an attacker does every night looks like a task.',
    ja: 'この期間には要確認が {count} 件あります。先に内容を確認するか、異常のない別の週で実行してください。攻撃者が毎晩動かすプログラムも、定期的なタスクのように見えます。',
  },
  notAssessed: {
    en: 'Evidence is missing for: {checks}. Signs of an attack may have gone unseen.',
    ja: '証跡が足りない項目があります({checks})。攻撃の兆候を見落としている可能性があります。',
  },
  noDirectory: {
    en: 'No directory was given: who is an administrator is not known, and nothing is proposed. Give --directory.',
    ja: 'ディレクトリの指定がありません。誰が管理者かわからないため、候補は提案しません。--directory を指定してください。',
  },
  fewDays: {
    en: 'The logs hold {days} days. Give two weeks or more where you can: a single week may not be like the others.',
    ja: 'ログは {days} 日分です。1週間だけでは偏りがあるため、できれば2週間以上のログを指定してください。',
  },
  caution: {
    en: 'Learned from weeks in which {count} findings were to be reviewed: confirm each entry with special care.',
    ja: '要確認が {count} 件ある期間から作成しました。1件ずつ特に慎重に確認してください。',
  },
  none: { en: 'No candidate.', ja: '候補はありません。' },
  alreadyKnown: { en: 'Listed in the configuration already: {count}.', ja: '設定に登録済みのもの: {count} 件' },
  notProposed: { en: 'Not proposed', ja: '提案しないもの' },
  more: { en: 'and {count} more', ja: 'ほか {count} 件' },
  who: { en: 'account\nterminal', ja: 'アカウント\n端末' },
  target: { en: 'logs on to', ja: 'ログオン先' },
  when: { en: 'when', ja: 'いつ' },
  seen: { en: 'seen', ja: '記録' },
  because: { en: 'looks like a program', ja: '自動処理とみる理由' },
  why: { en: 'why not', ja: '提案しない理由' },
  effect: { en: 'would be labelled', ja: '登録した場合の効果' },
  types: { en: 'type {types}', ja: '種類 {types}' },
  tickets: { en: 'tickets of domain controllers only', ja: 'ドメインコントローラーのチケットのみ' },
  daysSeen: { en: '{days} of {recorded} days', ja: '{recorded} 日中 {days} 日' },
  recordsSeen: { en: '{count} records', ja: 'レコード {count} 件' },
  failuresSeen: { en: '{count} failures', ja: '失敗 {count} 件' },
  labelled: { en: '{count} findings ({reviews} to review)', ja: '検出 {count} 件(うち要確認 {reviews} 件)' },
  labelsNothing: { en: 'no finding in these weeks', ja: 'この期間の検出にはなし' },
  interval: { en: 'about every {span}', ja: '約 {span}ごと' },
  daily: { en: 'begins about {time}', ja: '{time} ごろに開始' },
  days: { en: 'at no fixed time', ja: '決まった時刻なし' },
  hours: { en: '{count} h', ja: '{count} 時間' },
  minutes: { en: '{count} min', ja: '{count} 分' },
  seconds: { en: '{count} s', ja: '{count} 秒' },
  purpose: { en: 'write here what it is', ja: '用途を記入' },
  fragment: {
    en: 'For adlogon.yaml. Nothing is enabled yet: keep only what the person in charge of it has confirmed, and write its purpose.',
    ja: 'adlogon.yaml に貼り付ける内容です(まだ有効になっていません)。担当者に確認できたものだけを残し、purpose に用途を書いてください。',
  },
  stillReviewed: {
    en: 'An entry hides nothing: its logons stay in the report as known automation, and sprays, forged tickets and the like are reviewed all the same.',
    ja: '登録しても非表示にはなりません。該当するログオンは「既知の自動処理」として報告書に残り、パスワードスプレーや偽造チケットなどは要確認のままです。',
  },
} satisfies Catalogue;

/** What says that a use is a program's. */
export const LOOKS_LIKE = {
  'service-account': { en: 'a service account', ja: 'サービスアカウント' },
  'batch-logon': { en: 'logs on as a task or service (type 4 or 5)', ja: 'タスクまたはサービスとしてログオン(種類 4・5)' },
  'around-the-clock': { en: 'active around the clock', ja: '昼夜を問わず活動' },
  'named-so': { en: 'its name', ja: '名前' },
} satisfies Catalogue;

/** Why a candidate is not proposed. */
export const OBJECTIONS = {
  administrator: { en: 'an administrator: {by}', ja: '管理者のアカウント({by})' },
  privileged: { en: 'a privileged account: {by}', ja: '特権のあるアカウント({by})' },
  sign: { en: 'a sign of an attack, of the account or at the place: {sign}', ja: 'アカウントまたは場所に攻撃の兆候: {sign}' },
  'to-review': {
    en: 'a check asks about the account, or about the terminal: clear that up first',
    ja: 'アカウントまたは端末に要確認がある(先に内容を確認してください)',
  },
  'not-in-directory': { en: 'the account is not in the directory', ja: 'アカウントがディレクトリにない' },
  'place-unknown': {
    en: 'no known terminal stands behind it; add the device to the inventory',
    ja: '端末を特定できない(機器を端末台帳に追加してください)',
  },
  'place-doubted': { en: 'the terminal is not certain enough', ja: '端末の特定が不確か' },
  'fails-often': { en: 'fails often; clear up its password first', ja: '失敗が多い(先にパスワードを確認してください)' },
  'person-too': { en: 'a person logs on there with it too', ja: '同じ端末で人もこのアカウントを使っている' },
  'many-places': { en: 'logs on from many places', ja: 'ログオン元が多い' },
  'name-unfit': { en: 'the name has characters that cannot be listed', ja: '名前に登録できない文字がある' },
} satisfies Catalogue;
