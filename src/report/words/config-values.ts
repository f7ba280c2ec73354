import type { Catalogue } from './catalogue.ts';

/** What kind of value a place of the configuration takes, by what the schema calls it. */
export const VALUE_KINDS = {
  string: { en: 'a text, in quotation marks where it looks like a number', ja: '文字列(数字に見えるものは引用符で囲む)' },
  number: { en: 'a number', ja: '数値' },
  boolean: { en: 'true or false', ja: 'true または false' },
  array: { en: 'a list: [A, B] or lines that start with "- "', ja: '一覧([A, B] または「- 」で始まる行)' },
  object: { en: 'a section: lines of "key: value" below it', ja: '下の行に「キー: 値」を並べたもの' },
  record: { en: 'a section: lines of "key: value" below it', ja: '下の行に「キー: 値」を並べたもの' },
} satisfies Catalogue;

/** What form a text must have. */
export const TEXT_FORMS = {
  'organizational unit': { en: 'a distinguished name such as "OU=PC,DC=example,DC=jp"', ja: '識別名(例: "OU=PC,DC=example,DC=jp")' },
  'name pattern': { en: 'a short name with * for any characters, such as ADM-*', ja: '端末の短い名前(任意の文字は *。例: ADM-*)' },
  'terminal name': { en: 'a computer name such as ADM01 or adm01.example.jp', ja: 'コンピューター名(例: ADM01、adm01.example.jp)' },
  'address range': { en: 'an address range such as 10.1.0.0/16 or 2001:db8::/64', ja: 'アドレス範囲(例: 10.1.0.0/16、2001:db8::/64)' },
  'time zone': { en: 'a time zone such as Asia/Tokyo or +09:00', ja: 'タイムゾーン(例: Asia/Tokyo、+09:00)' },
  'not empty': { en: 'a text that is not empty', ja: '空でない文字列' },
} satisfies Catalogue;
