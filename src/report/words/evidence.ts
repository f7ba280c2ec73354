import type { Catalogue } from './catalogue.ts';

/** Kinds of evidence that checks need. */
export const EVIDENCE = {
  directory: { en: 'directory snapshot', ja: 'ディレクトリのスナップショット' },
  'admin-terminals': { en: 'list of admin terminals', ja: '管理者端末の一覧' },
  'user-terminals': { en: 'list of user terminals', ja: 'ユーザ端末の一覧' },
  'logon-successes': { en: 'successful logons', ja: 'ログオンの成功' },
  'logon-failures': { en: 'failed logons', ja: 'ログオンの失敗' },
  'admin-terminal-activity': { en: 'what was done on admin terminals', ja: '管理者端末の使用状況' },
  'program-signs': { en: 'signs of programs', ja: 'プログラムの特徴' },
  'proxy-logs': { en: 'proxy logs', ja: 'プロキシログ' },
} satisfies Catalogue;
