import type { Catalogue } from './catalogue.ts';

/** Why a logon failed: every key of `events/failure-reasons.ts`. */
export const REASONS = {
  'no-such-account': { en: 'no such account', ja: 'アカウントが存在しない' },
  'wrong-password': { en: 'wrong password', ja: 'パスワードの誤り' },
  'wrong-account-or-password': { en: 'wrong account or password', ja: 'アカウントまたはパスワードの誤り' },
  'account-restriction': { en: 'a restriction of the account', ja: 'アカウントの制限' },
  'outside-permitted-hours': { en: 'outside the permitted hours', ja: '許可された時間帯の外' },
  'terminal-not-permitted': { en: 'the account may not use this terminal', ja: 'この端末の使用が許可されていない' },
  'password-expired': { en: 'the password has expired', ja: 'パスワードの期限切れ' },
  'account-disabled': { en: 'the account is disabled', ja: 'アカウントが無効' },
  'account-expired': { en: 'the account has expired', ja: 'アカウントの有効期限切れ' },
  'must-change-password': { en: 'the password must be changed first', ja: 'パスワードの変更が必要' },
  'locked-out': { en: 'the account is locked out', ja: 'アカウントがロックされている' },
  'disabled-expired-or-locked': { en: 'the account is disabled, expired or locked out', ja: 'アカウントが無効・期限切れ・ロックのいずれか' },
  'logon-type-not-granted': { en: 'this way of logging on is not granted', ja: 'この種類のログオンが許可されていない' },
  'authentication-firewall': { en: 'refused by the authentication firewall', ja: '認証ファイアウォールによる拒否' },
  'no-logon-server': { en: 'no domain controller could be reached', ja: 'ドメインコントローラーに接続できない' },
  'clocks-differ': { en: 'the clocks differ', ja: '時刻のずれ' },
  'no-such-service': { en: 'no such service', ja: 'サービスが存在しない' },
  'no-master-key': { en: 'the account has no key', ja: 'アカウントの鍵がない' },
  'policy-forbids': { en: 'forbidden by policy', ja: 'ポリシーによる拒否' },
  'ticket-integrity': { en: 'the ticket is damaged or was altered', ja: 'チケットの破損または改変' },
  'unlisted-code': { en: 'another code', ja: 'その他のコード' },
} satisfies Catalogue;
