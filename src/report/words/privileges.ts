import type { Catalogue } from './catalogue.ts';

/** What a privilege is worth; see README.md of `directory`. */
export const PRIVILEGES = {
  administrator: { en: 'administrator', ja: '管理者' },
  operator: { en: 'operator (can become administrator)', ja: 'オペレーター(管理者になり得る)' },
  shadow: { en: 'by a delegated right (can become administrator)', ja: '委任された権限(管理者になり得る)' },
  special: { en: 'special access, no administration', ja: '特別なアクセス(管理者ではない)' },
  leftover: { en: 'protected without a privilege (adminCount)', ja: '権限のない保護対象(adminCount の残り)' },
} satisfies Catalogue;
