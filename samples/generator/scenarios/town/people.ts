import type { Account } from '../../story/people.ts';

const SURNAMES =
  'sato 佐藤,suzuki 鈴木,takahashi 高橋,tanaka 田中,ito 伊藤,watanabe 渡辺,yamamoto 山本,nakamura 中村,kobayashi 小林,kato 加藤,' +
  'yoshida 吉田,yamada 山田,sasaki 佐々木,yamaguchi 山口,matsumoto 松本,inoue 井上,kimura 木村,hayashi 林,shimizu 清水,saito 斎藤,' +
  'yamazaki 山崎,mori 森,ikeda 池田,hashimoto 橋本,abe 阿部,ishikawa 石川,yamashita 山下,ogawa 小川,ishii 石井,hasegawa 長谷川,' +
  'goto 後藤,okada 岡田,kondo 近藤,maeda 前田,fujita 藤田,endo 遠藤,aoki 青木,sakamoto 坂本,murakami 村上,ota 太田,' +
  'kaneko 金子,fujii 藤井,fukuda 福田,nishimura 西村,miura 三浦,takeuchi 竹内,nakagawa 中川,okamoto 岡本,matsuda 松田,harada 原田';
const GIVEN_NAMES = 'a 愛,h 博,k 健,m 美穂,s 翔,y 裕子';
export const DEPARTMENTS = [
  ...['総務課', '企画財政課', '税務課', '市民課', '福祉課', '子育て支援課'],
  ...['建設課', '上下水道課', '教育委員会', '会計課', '議会事務局', '農林課'],
] as const;

const FIRST_RID = 2001;
const DUTY = 10;
const PART_TIMERS = 20;

/** Three hundred people: 270 at desks of their own, ten on duty round the clock, twenty who share counters for a few hours. */
const PEOPLE: readonly Account[] = GIVEN_NAMES.split(',').flatMap((given, g) =>
  SURNAMES.split(',').map((surname, s): Account => {
    const [letter = '', givenName = ''] = given.split(' ');
    const [name = '', written = ''] = surname.split(' ');
    const i = g * 50 + s;
    return {
      name: `${name}-${letter}`,
      displayName: `${written} ${givenName}`,
      department: DEPARTMENTS[i % DEPARTMENTS.length] ?? null,
      kind: 'person',
      rid: FIRST_RID + i,
      enabled: true,
    };
  }),
);

export const DESK_WORKERS = PEOPLE.slice(0, PEOPLE.length - DUTY - PART_TIMERS);
export const ON_DUTY = PEOPLE.slice(-DUTY - PART_TIMERS, -PART_TIMERS);
export const PART_TIME = PEOPLE.slice(-PART_TIMERS);

function account(rid: number, name: string, displayName: string, kind: Account['kind'] = 'person', enabled = true): Account {
  return { name, displayName, department: null, kind, rid, enabled };
}

/** Accounts for administration, apart from their owners' everyday accounts. */
export const ADMINS = {
  sato: account(1301, 'adm-sato', '佐藤 愛(管理)'),
  suzuki: account(1302, 'adm-suzuki', '鈴木 愛(管理)'),
  takahashi: account(1303, 'adm-takahashi', '高橋 愛(管理)'),
  tanaka: account(1304, 'adm-tanaka', '田中 愛(管理)'),
  ito: account(1305, 'adm-ito', '伊藤 愛(管理)'),
  watanabe: account(1306, 'adm-watanabe', '渡辺 愛(管理)'),
  builtin: account(500, 'Administrator', '既定の管理者'),
} as const;

export const SERVICES = {
  backup: account(1351, 'svc-backup', 'バックアップ', 'service'),
  scan: account(1352, 'svc-scan', '複合機スキャン取込', 'service'),
  groupware: account(1353, 'svc-groupware', 'グループウェア', 'service'),
  application: account(1354, 'svc-jumin', '住民情報連携', 'service'),
  monitor: account(1355, 'svc-monitor', '監視', 'service'),
} as const;

export const OTHERS = {
  /** Left in October; the account is disabled. */
  retired: account(1371, 'hirano-s', '平野 昭三', 'person', false),
  /** May log on at one PC only. */
  temporary: account(1372, 'rinji01', '臨時職員01'),
  /** A shared account of the counter whose name looks like a computer's. */
  counter: account(1373, 'madoguchi$', '窓口共用'),
  /** Copies the directory to the cloud, and is allowed to. */
  sync: account(1374, 'svc-sync', 'ディレクトリ同期', 'service'),
  guest: account(501, 'Guest', 'Guest', 'person', false),
} as const;

export const ALL_ACCOUNTS: readonly Account[] = [...PEOPLE, ...Object.values(ADMINS), ...Object.values(SERVICES), ...Object.values(OTHERS)];
