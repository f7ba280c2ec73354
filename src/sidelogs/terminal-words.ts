/** What people write in a terminals inventory, as this room understands it. Compared after `plain`. */

/** A column of the inventory. */
export type InventoryColumn = 'name' | 'address' | 'admin' | 'role' | 'segment' | 'department';

/** The role a terminal has in `terminals.role`. */
export type Role = 'domain controller' | 'server' | 'user terminal';

const HEADERS: Readonly<Record<InventoryColumn, readonly string[]>> = {
  name: [
    ...['name', 'terminal', 'terminalname', 'computer', 'computername', 'host', 'hostname', 'pc', 'pcname', '端末名', '端末', '端末名称', '名前'],
    ...['コンピューター名', 'コンピュータ名', 'ホスト名', 'pc名', '機器名', '機器名称', 'サーバー名', 'サーバ名'],
  ],
  address: [
    ...['address', 'addresses', 'ip', 'ipaddress', 'ipaddresses', 'ipv4', 'ipv4address', 'ipv6', 'terminaladdress'],
    ...['ipアドレス', 'アドレス', 'ipv4アドレス', '端末アドレス'],
  ],
  admin: ['admin', 'adminterminal', 'isadmin', 'administrator', 'administration', '管理者端末', '管理端末', '管理者用端末', '管理用端末', '管理者'],
  role: ['role', 'type', 'kind', '役割', '種別', '種類', '区分', '端末種別', '機器種別'],
  segment: ['segment', 'networksegment', 'vlan', 'network', 'セグメント', 'ネットワークセグメント', 'ネットワーク', '系統'],
  department: [
    'department',
    'dept',
    'division',
    'section',
    '所属',
    '部署',
    '部署名',
    '部門',
    '課',
    '課名',
    '所属課',
    '所属部署',
    '設置部署',
    '設置課',
  ],
};

const YES: readonly string[] = ['yes', 'y', 'true', '1', 'はい', '有', 'あり', '該当', '○', '〇', '◯', '●', '◎', '✓', '✔'];
const NO: readonly string[] = ['no', 'n', 'false', '0', 'いいえ', '無', 'なし', '非該当', '×', '✕', '✗', 'x'];
/** Written where there is nothing to say. */
const NOTHING: readonly string[] = ['', '-', '--', 'ー', '―', '−', '不明', 'unknown', 'n/a'];
const NO_FIXED_ADDRESS: readonly string[] = [...NOTHING, 'dhcp', 'auto', '自動', '自動取得', 'なし', '無', '可変'];

const ROLES: Readonly<Record<Role, readonly string[]>> = {
  'domain controller': [
    'domaincontroller',
    'dc',
    'adserver',
    'adサーバー',
    'adサーバ',
    'ドメインコントローラー',
    'ドメインコントローラ',
    'ドメインコントローラ-',
  ],
  server: [
    'server',
    'memberserver',
    'fileserver',
    'サーバー',
    'サーバ',
    'メンバーサーバー',
    'メンバサーバ',
    'ファイルサーバー',
    'ファイルサーバ',
    '業務サーバー',
    '業務サーバ',
  ],
  'user terminal': [
    ...[
      'userterminal',
      'terminal',
      'client',
      'workstation',
      'pc',
      'user',
      'desktop',
      'laptop',
      'notebook',
      '端末',
      '業務端末',
      '利用者端末',
      '職員端末',
    ],
    ...[
      'ユーザ端末',
      'ユーザー端末',
      'クライアント',
      'クライアント端末',
      'パソコン',
      'ノートpc',
      'デスクトップpc',
      '管理者端末',
      '管理端末',
      'adminterminal',
    ],
  ],
};
/** Roles that are none of ours: the terminal is known, its role is not. */
const OTHER_ROLES: readonly string[] = [
  ...NOTHING,
  'other',
  'その他',
  'printer',
  'プリンター',
  'プリンタ',
  '複合機',
  'network',
  'ネットワーク機器',
  'nas',
];

/** Full width to half width, without spaces, underscores, hyphens within words, and what stands in brackets; lower case. */
export function plain(text: string): string {
  const compact = text
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s_]/g, '')
    .toLowerCase();
  return compact.replace(/(?<=[a-z])-(?=[a-z])/g, '');
}

/** The column that a header names; null: none of ours. */
export function columnOf(header: string): InventoryColumn | null {
  return keyHolding(HEADERS, plain(header));
}

/** Yes, no, or null where nothing is said; undefined: not understood. */
export function yesOrNo(cell: string): boolean | null | undefined {
  const word = plain(cell);
  if (YES.includes(word)) return true;
  if (NO.includes(word)) return false;
  return NOTHING.includes(word) ? null : undefined;
}

/** The role, or null where none of ours is named; undefined: not understood. */
export function roleOf(cell: string): Role | null | undefined {
  const word = plain(cell);
  return keyHolding(ROLES, word) ?? (OTHER_ROLES.includes(word) ? null : undefined);
}

/** Whether the cell says that the terminal has no address of its own. */
export function saysNoAddress(cell: string): boolean {
  return NO_FIXED_ADDRESS.includes(plain(cell));
}

function keyHolding<K extends string>(lists: Readonly<Record<K, readonly string[]>>, word: string): K | null {
  for (const key in lists) if (lists[key].includes(word)) return key;
  return null;
}
