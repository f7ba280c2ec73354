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
  program: { en: 'the name of a program file without a path, such as browser.exe', ja: 'パスを含まないプログラムのファイル名(例: browser.exe)' },
  host: {
    en: 'a host such as www.example.jp, or *.example.jp for all below a domain',
    ja: 'ホスト名(例: www.example.jp)か、その配下すべて(例: *.example.jp)',
  },
  'address range': { en: 'an address range such as 10.1.0.0/16 or 2001:db8::/64', ja: 'アドレス範囲(例: 10.1.0.0/16、2001:db8::/64)' },
  'time zone': { en: 'a time zone such as Asia/Tokyo or +09:00', ja: 'タイムゾーン(例: Asia/Tokyo、+09:00)' },
  'working hours': { en: 'hours such as 08:30-17:15, or closed', ja: '時間帯(例: 08:30-17:15)か closed(休み)' },
  day: { en: 'a day such as 2026-11-23', ja: '日付(例: 2026-11-23)' },
  'closed days': {
    en: 'days of every year (from: 12-29, until: 01-03) or of one (from: 2026-10-01), of the same form, the end not before the start',
    ja: '毎年の月日(from: 12-29, until: 01-03)か、年を含む日付(from: 2026-10-01)。from と until は同じ形で、終わりは始まり以後',
  },
  'account or terminal': { en: 'an entry that names an account, a terminal or both', ja: 'account か terminal(または両方)の指定がある項目' },
  'not empty': { en: 'a text that is not empty', ja: '空でない文字列' },
} satisfies Catalogue;
