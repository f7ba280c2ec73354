import type { Catalogue } from './catalogue.ts';

/** Headers of the acknowledgements file. */
export const ACKNOWLEDGEMENT_HEADERS = {
  acknowledgement: { en: 'acknowledgement', ja: '承認キー' },
  acknowledged_by: { en: 'acknowledged_by', ja: '承認者' },
  acknowledged_on: { en: 'acknowledged_on', ja: '承認日' },
  acknowledged_until: { en: 'acknowledged_until', ja: '承認期限' },
  acknowledged_reason: { en: 'acknowledged_reason', ja: '承認理由' },
  finding: { en: 'finding', ja: '検出ID' },
  account: { en: 'account', ja: 'アカウント' },
  place: { en: 'place', ja: '場所' },
  network: { en: 'network', ja: 'ネットワーク' },
  check: { en: 'check', ja: '確認項目ID' },
  result: { en: 'result', ja: '成否' },
  why: { en: 'why', ja: '判断の理由' },
  failure_reasons: { en: 'failure_reasons', ja: '失敗の理由' },
  administrator: { en: 'administrator', ja: '管理者' },
  success_followed: { en: 'success_followed', ja: 'その後の成功' },
  credentials_changed: { en: 'credentials_changed', ja: '資格情報の切り替え' },
  certainty: { en: 'certainty', ja: '特定の確かさ' },
  folded: { en: 'folded', ja: 'まとめた単位' },
  accepted_count: { en: 'accepted_count', ja: '1日の最多回数' },
  accounts: { en: 'accounts', ja: 'アカウント数' },
  places: { en: 'places', ja: '場所の数' },
  subject: { en: 'subject', ja: '対象の照合値' },
  place_key: { en: 'place_key', ja: '場所の照合値' },
  origin_key: { en: 'origin_key', ja: '発端の照合値' },
} satisfies Catalogue;

/** What the acknowledgements say of a finding. */
export const ACKNOWLEDGEMENT_STATES = {
  acknowledged: {
    en: 'Acknowledged by {by} on {on}, until {until}: {reason}',
    ja: '{by} が {on} に承認済み({until} まで): {reason}',
  },
  administrator: {
    en: 'Acknowledged, an administrator, by {by} on {on}, until {until}: {reason}',
    ja: '管理者のログオンとして {by} が {on} に承認済み({until} まで): {reason}',
  },
  changed: {
    en: 'Asks again: changed since acknowledged by {by} on {on} ({differences})',
    ja: '再確認: {by} が {on} に承認した内容から変わっています({differences})',
  },
  expired: {
    en: 'Asks again: the acknowledgement by {by} expired on {until}',
    ja: '再確認: {by} による承認は {until} で期限が切れています',
  },
} satisfies Catalogue;

/** What is not as it was accepted. */
export const DIFFERENCES = {
  administrator: { en: 'the account is an administrator now', ja: '管理者のアカウントになった' },
  result: { en: 'the result', ja: '成功・失敗の別' },
  place: { en: 'the place was {was}', ja: '承認時の場所は {was}' },
  check: { en: 'found by another check', ja: '該当する確認項目' },
  why: { en: 'a new reason to review: {is}', ja: '新しい判断の理由: {is}' },
  sign: { en: 'signs that were not there then: {is}', ja: '承認時になかった特徴: {is} 件' },
  'failure-reason': { en: 'a new reason of failure: {is}', ja: '新しい失敗の理由: {is}' },
  'success-followed': { en: 'the account logged on there afterwards', ja: 'その後、同じ場所でログオンに成功' },
  origin: { en: 'it began somewhere else', ja: '発端が別の場所' },
  certainty: { en: 'the terminal is less sure: {is}', ja: '端末の特定が以前より不確か: {is}' },
  count: { en: '{is} times a day, was {was}', ja: '1日の回数が {was} 回から {is} 回に増加' },
  accounts: { en: '{is} accounts, was {was}', ja: 'アカウント数が {was} 件から {is} 件に増加' },
  places: { en: '{is} places, was {was}', ja: '場所の数が {was} か所から {is} か所に増加' },
} satisfies Catalogue;

/** Why a line of the file is not used. */
export const LINE_PROBLEMS = {
  'by-empty': { en: 'who acknowledged it is missing', ja: '承認者が空です' },
  'reason-empty': { en: 'the reason is missing', ja: '承認理由が空です' },
  'on-no-day': { en: 'the day of the acknowledgement is no date such as 2026-12-31', ja: '承認日が 2026-12-31 のような日付ではありません' },
  'until-no-day': { en: 'the day until which it holds is no date such as 2026-12-31', ja: '承認期限が 2026-12-31 のような日付ではありません' },
  'on-in-future': { en: 'the day of the acknowledgement is in the future', ja: '承認日が未来の日付です' },
  'until-too-far': { en: 'it would hold for more than 366 days', ja: '承認期限が承認日から 366 日を超えています' },
  'until-before-on': { en: 'it ends before it begins', ja: '承認期限が承認日より前です' },
  'facts-changed': {
    en: 'what was acknowledged does not fit its key; the line was changed. Acknowledge the finding again',
    ja: '承認した内容の列がキーと一致せず、行が書き換えられています。もう一度承認してください',
  },
} satisfies Catalogue;

/** What `adlogon ack` says of each finding. */
export const ACK_LINES = {
  taken: {
    en: '{finding}: acknowledged until {until} (key {key}): {check}, {account}, {place}.',
    ja: '{finding}: {until} まで承認しました(キー {key})。{check}、{account}、{place}。',
  },
  'taken-administrator': {
    en: '{finding}: acknowledged until {until} (key {key}), a logon of an administrator: {check}, {account}, {place}.',
    ja: '{finding}: 管理者のログオンとして {until} まで承認しました(キー {key})。{check}、{account}、{place}。',
  },
  'not-taken': { en: 'Not taken: {where}: {problem}.', ja: '承認していません: {where}: {problem}。' },
  line: { en: 'line {line}, {finding}', ja: '{line} 行目 {finding}' },
  untouched: { en: 'Rows that no reviewer filled in: {count}.', ja: '確認者の記入がない行: {count} 件。' },
  written: {
    en: 'Written to {file}. Audit with --acknowledgements {file}',
    ja: '{file} に保存しました。次回は --acknowledgements {file} を付けて実行してください。',
  },
  removed: { en: 'Removed from {file}: {count} line(s).', ja: '{file} から {count} 行を取り消しました。' },
  unknown: { en: 'an account of no known name', ja: '名前を表示できないアカウント' },
  many: { en: 'several accounts', ja: '複数のアカウント' },
  nowhere: { en: 'no known place', ja: '場所不明' },
} satisfies Catalogue;

/** Why `adlogon ack` does not take a finding. */
export const ACK_PROBLEMS = {
  'not-in-report': { en: 'the report has no such finding', ja: 'レポートにこの検出IDがありません' },
  note: { en: 'it is a note, nobody is asked', ja: '「記録」の項目で、確認は求められていません' },
  'place-unproven': {
    en: 'a success from a place that only the terminal itself names: anybody could say so',
    ja: '端末の自称以外に場所の裏付けがない成功のログオンです(誰でも同じ名前を名乗れます)',
  },
  'no-reviewer': { en: 'the reviewer is missing', ja: '確認者が空です' },
  'no-result': { en: 'the review result is empty', ja: '確認結果が空です' },
  'result-accepts-nothing': {
    en: 'the review result "{result}" does not accept it (accepted: {accepted})',
    ja: '確認結果「{result}」は承認を意味しません(使える語: {accepted})',
  },
  'on-no-day': { en: 'the day of the review is no date such as 2026-12-31', ja: '確認日が 2026-12-31 のような日付ではありません' },
  'on-in-future': { en: 'the day of the review is in the future', ja: '確認日が未来の日付です' },
  'until-too-far': { en: 'it would hold for more than 366 days', ja: '期限が確認日から 366 日を超えています' },
  'until-before-on': { en: 'it would end before the day of the review', ja: '期限が確認日より前です' },
} satisfies Catalogue;
