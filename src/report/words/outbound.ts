import type { Catalogue } from './catalogue.ts';

/** Signs that traffic to the outside is suspicious, each with its numbers. */
export const SIGNS = {
  indicator: { en: 'An indicator given names it: {source}.', ja: '指定された一覧にある通信先です({source})。' },
  'indicator-host-only': {
    en: 'An indicator given names a page of that host: {source}; through a tunnel (CONNECT) the proxy sees only the host, so whether it was that page is not known.',
    ja: '指定された一覧にあるURLのホストです({source})。CONNECT ではプロキシにホスト名しか記録されないため、同じページへの通信かどうかは分かりません。',
  },
  'regular-interval': {
    en: 'At regular intervals of about {number1} seconds, {number2} times in {number3} hours.',
    ja: '約 {number1} 秒ごとの規則的な間隔で、{number3} 時間帯に {number2} 回通信しています。',
  },
  'large-upload': { en: '{number1} MB were sent there within one day.', ja: '1日に {number1} MB を送信しています。' },
  unattended: {
    en: 'Outside working hours, in {number1} hours in which nobody had logged on at the terminal for {number2} hours.',
    ja: '勤務時間外で、端末へのログオンが {number2} 時間以上ない時間帯に通信しています({number1} 時間帯)。',
  },
  'bare-address': {
    en: 'Asked for by address instead of name, in {number1} hours.',
    ja: 'ホスト名ではなくIPアドレスを直接指定しています({number1} 時間帯)。',
  },
  'refused-again': {
    en: 'The proxy refused {number1} of {number2} requests.',
    ja: '要求 {number2} 件のうち {number1} 件をプロキシが拒否しています。',
  },
  rare: { en: 'Of {number2} terminals, {number1} went there.', ja: 'この通信先を使ったのは {number2} 台中 {number1} 台です。' },
  new: { en: 'Nobody went there in the {number1} days of the log before.', ja: '期間前のログ({number1} 日分)には、この通信先がありません。' },
} satisfies Catalogue;

/** Which indicator it is. */
export const INDICATOR_SOURCE = {
  plain: { en: '{indicator}, {file} line {line}', ja: '{indicator}、{file} の {line} 行目' },
  noted: { en: '{indicator}, {file} line {line}: {note}', ja: '{indicator}、{file} の {line} 行目: {note}' },
} satisfies Catalogue;
