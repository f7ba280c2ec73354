import type { Catalogue } from './catalogue.ts';

/** Role of a terminal. */
export const ROLES = {
  'domain controller': { en: 'domain controller', ja: 'ドメインコントローラー' },
  server: { en: 'server', ja: 'サーバー' },
  'user terminal': { en: 'user terminal', ja: 'ユーザ端末' },
} satisfies Catalogue;

/** How the terminal of a finding was found. */
export const ATTRIBUTIONS = {
  recorder: { en: 'the machine that recorded it', ja: '記録したコンピューター自身' },
  'computer-account': { en: "the computer's own account at that address", ja: '同じアドレスからのコンピューターアカウントの認証' },
  'inventory-address': { en: 'the address in the inventory', ja: '端末台帳のアドレス' },
  'recorded-name': { en: 'the name the terminal gave of itself', ja: '端末が名乗った名前' },
  tunnel: { en: 'remote desktop through a tunnel', ja: 'トンネル経由のリモートデスクトップ' },
} satisfies Catalogue;

/** How sure that is. */
export const CERTAINTIES = {
  certain: { en: 'certain', ja: '確実' },
  likely: { en: 'likely', ja: 'ほぼ確実' },
  weak: { en: 'weak', ja: '不確か' },
  unknown: { en: 'unknown', ja: '不明' },
} satisfies Catalogue;
