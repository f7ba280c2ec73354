import type { Catalogue } from './catalogue.ts';

/** Where the trail of an administrator's sessions ends. */
export const TRAIL_ENDS = {
  'admin-terminal': { en: 'admin terminal', ja: '管理者端末' },
  'doubted-admin-terminal': { en: 'admin terminal by weak evidence only', ja: '管理者端末(根拠が弱い)' },
  'user-terminal': { en: 'not an admin terminal', ja: '管理者端末以外の端末' },
  server: { en: 'server', ja: 'サーバー' },
  'server-without-log': { en: 'server whose log was not given', ja: 'ログのないサーバー' },
  unknown: { en: 'unknown terminal', ja: '不明な端末' },
  'too-many-hops': { en: 'not followed to its end', ja: '途中まで' },
} satisfies Catalogue;

/** The same as a sentence; {chain} is empty or stands in brackets. */
export const TRAIL_SENTENCES = {
  'admin-terminal': { en: 'It began at the admin terminal {terminal}{chain}.', ja: '発端は管理者端末 {terminal}{chain}。' },
  'doubted-admin-terminal': {
    en: 'It began at {terminal}{chain}, which only weak evidence names as an admin terminal.',
    ja: '発端は {terminal}{chain}。管理者端末とする根拠は弱い。',
  },
  'user-terminal': { en: 'It began at {terminal}, not an admin terminal{chain}.', ja: '発端は管理者端末ではない {terminal}{chain}。' },
  server: {
    en: 'The trail ends at {terminal}{chain}: its log shows nobody who came to it from elsewhere.',
    ja: '{terminal}{chain}より前の接続元は記録にない。',
  },
  'server-without-log': {
    en: 'The trail ends at {terminal}{chain}: its log was not given.',
    ja: '{terminal}{chain}のログがないため、それより前はたどれない。',
  },
  unknown: { en: 'It began at an unknown terminal{chain}.', ja: '発端の端末は不明{chain}。' },
  'too-many-hops': {
    en: 'Six sessions were followed back, and not to the beginning{chain}.',
    ja: '6 つ前のセッションまでたどったが、発端に至らない{chain}。',
  },
} satisfies Catalogue;

/** What else is said of a trail. */
export const TRAILS = {
  chain: { en: ' ({chain})', ja: '({chain})' },
  inferred: { en: 'This is inferred in part from service tickets.', ja: '経路の一部はサービスチケットの記録からの推定。' },
  credentialsChanged: { en: "On the way another account's credentials were used.", ja: '途中で別のアカウントの資格情報に切り替えている。' },
} satisfies Catalogue;
