import type { Catalogue } from './catalogue.ts';

/** Role of a terminal. */
export const ROLES = {
  'domain controller': { en: 'domain controller', ja: 'ドメインコントローラー' },
  server: { en: 'server', ja: 'サーバー' },
  'user terminal': { en: 'user terminal', ja: 'ユーザ端末' },
} satisfies Catalogue;

/** Sources that know a terminal (`terminals.known_by`). */
export const SOURCES = {
  directory: { en: 'the directory', ja: 'ディレクトリ' },
  'operating-system': { en: 'the operating system', ja: 'OS の種類' },
  group: { en: 'the group', ja: 'AD グループ' },
  'organizational-unit': { en: 'the organizational unit', ja: 'OU' },
  'name-pattern': { en: 'the name pattern', ja: '名前のパターン' },
  'address-range': { en: 'the address range', ja: 'アドレス範囲' },
  list: { en: 'the list of names', ja: '端末名の一覧' },
  inventory: { en: 'the inventory', ja: '端末台帳' },
} satisfies Catalogue;

/** How the terminal of a finding was found. */
export const ATTRIBUTIONS = {
  recorder: { en: 'the machine that recorded it', ja: '記録したコンピューター自身' },
  'computer-account': { en: "the computer's own account at that address", ja: '同じアドレスからのコンピューターアカウントの認証' },
  dhcp: { en: 'the log of the DHCP server', ja: 'DHCP サーバーのログ' },
  'inventory-address': { en: 'the address in the inventory', ja: '端末台帳のアドレス' },
  'logon-name': { en: 'the name that logons from that address gave', ja: '同じアドレスからのログオンが名乗った端末名' },
  'dns-record': { en: 'the DNS record of that address', ja: 'そのアドレスの DNS レコード' },
  'shared-address': { en: 'an address that several computers share', ja: '複数のコンピューターが共用するアドレス' },
  'recorded-name': { en: 'the name the terminal gave of itself', ja: '端末が名乗った名前' },
  'account-seen': { en: 'the account seen there at the time', ja: '同じ時間帯に同じアカウントがその端末を使用' },
  'asked-by-controller': {
    en: 'a domain controller asked another about it; its own log, which would name the terminal, is missing',
    ja: '別のドメインコントローラーから確認のあった記録(端末がわかる、確認元自身のログがありません)',
  },
  tunnel: { en: 'remote desktop through a tunnel', ja: 'トンネル経由のリモートデスクトップ' },
} satisfies Catalogue;

/** How sure that is. */
export const CERTAINTIES = {
  certain: { en: 'certain', ja: '確実' },
  likely: { en: 'likely', ja: 'ほぼ確実' },
  weak: { en: 'weak', ja: '不確か' },
  contradicted: { en: 'contradicted', ja: '証跡が食い違う' },
  unknown: { en: 'unknown', ja: '不明' },
} satisfies Catalogue;

/** What was done on an admin terminal. */
export const USES = {
  'web-browser': { en: 'a Web browser was started', ja: 'Webブラウザが起動された' },
  'mail-client': { en: 'a mail program was started', ja: 'メールソフトが起動された' },
  'proxy-request': { en: 'requests went through the proxy', ja: 'プロキシ経由の通信があった' },
} satisfies Catalogue;
