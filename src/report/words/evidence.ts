import type { Catalogue } from './catalogue.ts';

/** Kinds of evidence that checks need. */
export const EVIDENCE = {
  directory: { en: 'directory snapshot', ja: 'ディレクトリのスナップショット' },
  'admin-terminals': { en: 'list of admin terminals', ja: '管理者端末の一覧' },
  'user-terminals': { en: 'list of user terminals', ja: 'ユーザ端末の一覧' },
  'logon-successes': { en: 'successful logons', ja: 'ログオンの成功' },
  'logon-failures': { en: 'failed logons', ja: 'ログオンの失敗' },
  'admin-terminal-activity': { en: 'what was done on admin terminals', ja: '管理者端末の使用状況' },
  'proxy-logs': { en: 'proxy logs', ja: 'プロキシログ' },
  'forged-tickets': { en: 'what shows forged Kerberos tickets', ja: '偽造された Kerberos チケットを調べるための記録' },
  'service-tickets': {
    en: 'what shows service tickets gathered to break passwords',
    ja: 'パスワード解析のためのサービスチケット要求を調べるための記録',
  },
  'unexplained-privileges': {
    en: 'what shows privileges that the directory does not explain',
    ja: 'ディレクトリで説明できない特権を調べるための記録',
  },
  'account-changes': {
    en: 'what shows new accounts, and accounts made administrators',
    ja: 'アカウントの作成や管理者への追加を調べるための記録',
  },
  'slow-sprays': { en: 'what shows slow password sprays over servers', ja: 'サーバーへのゆっくりしたパスワードスプレーを調べるための記録' },
  'large-uploads': { en: 'what shows large uploads', ja: '大量の送信を調べるための記録' },
  'unattended-traffic': { en: 'what shows traffic of terminals with nobody there', ja: '利用者のいない端末の通信を調べるための記録' },
} satisfies Catalogue;

/** Parts of the checks' questions. */
export const PARTS = {
  'forged-tickets': { en: 'forged Kerberos tickets', ja: '偽造された Kerberos チケット' },
  'service-tickets': { en: 'service tickets gathered to break passwords', ja: 'パスワード解析のためのサービスチケット要求' },
  'unexplained-privileges': { en: 'privileges that the directory does not explain', ja: 'ディレクトリで説明できない特権' },
  'account-changes': { en: 'new accounts, and accounts made administrators', ja: 'アカウントの作成や管理者への追加' },
  'slow-sprays': { en: 'slow password sprays over servers', ja: 'サーバーへのゆっくりしたパスワードスプレー' },
  'large-uploads': { en: 'large uploads', ja: '大量の送信' },
  'unattended-traffic': { en: 'traffic of terminals with nobody there', ja: '利用者のいない端末の通信' },
} satisfies Catalogue;
