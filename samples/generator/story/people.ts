/** A person of the town hall, or an account somebody set up for a purpose. */
export interface Account {
  /** sAMAccountName. */
  readonly name: string;
  readonly displayName: string | null;
  readonly department: string | null;
  readonly kind: 'person' | 'service';
  readonly rid: number;
  readonly enabled: boolean;
}

/** Sixty people, five to a department; the last five work in shifts round the clock. */
const STAFF: Readonly<Record<string, string>> = {
  総務課: 'sato-k 佐藤 健,suzuki-y 鈴木 裕子,takahashi-m 高橋 誠,tanaka-h 田中 浩,ito-a 伊藤 愛',
  企画財政課: 'watanabe-t 渡辺 徹,yamamoto-k 山本 和也,nakamura-s 中村 さくら,kobayashi-n 小林 直樹,kato-r 加藤 玲奈',
  税務課: 'yoshida-m 吉田 美咲,yamada-t 山田 太一,sasaki-j 佐々木 純,yamaguchi-e 山口 恵美,matsumoto-d 松本 大輔',
  市民課: 'inoue-h 井上 春香,kimura-t 木村 拓,hayashi-y 林 由美,shimizu-k 清水 健太,saito-m 斎藤 真由',
  福祉課: 'yamazaki-s 山崎 翔,mori-a 森 明日香,ikeda-r 池田 亮,hashimoto-n 橋本 奈々,abe-t 阿部 隆',
  子育て支援課: 'ishikawa-m 石川 美穂,yamashita-y 山下 洋平,ogawa-k 小川 香織,ishii-s 石井 慎也,hasegawa-r 長谷川 理恵',
  建設課: 'goto-t 後藤 剛,okada-m 岡田 学,kondo-y 近藤 陽一,maeda-s 前田 聡,fujita-k 藤田 薫',
  上下水道課: 'endo-h 遠藤 博,aoki-n 青木 望,sakamoto-r 坂本 龍,murakami-y 村上 優,ota-m 太田 真',
  教育委員会: 'kaneko-a 金子 彩,fujii-t 藤井 智,fukuda-e 福田 英二,nishimura-k 西村 景子,miura-s 三浦 沙織',
  会計課: 'takeuchi-h 竹内 秀,nakagawa-y 中川 雪,okamoto-j 岡本 潤,matsuda-r 松田 里美,harada-k 原田 圭',
  議会事務局: 'nakano-m 中野 雅,ono-t 小野 智子,tamura-s 田村 伸,fujiwara-a 藤原 葵,nakajima-k 中島 孝',
  '消防・宿直': 'shibata-g 柴田 豪,sakai-d 酒井 大,kudo-n 工藤 伸,yokoyama-h 横山 浩志,miyazaki-t 宮崎 努',
};

const FIRST_PERSON_RID = 1201;

export const PEOPLE: readonly Account[] = Object.entries(STAFF)
  .flatMap(([department, people]) => people.split(',').map((person) => ({ department, person })))
  .map(({ department, person }, i) => {
    const [name = '', ...displayName] = person.split(' ');
    return { name, displayName: displayName.join(' '), department, kind: 'person', rid: FIRST_PERSON_RID + i, enabled: true };
  });

export const SHIFT_WORKERS = PEOPLE.slice(-5);
export const OFFICE_WORKERS = PEOPLE.slice(0, -5);

function special(rid: number, name: string, displayName: string, department: string | null, enabled = true): Account {
  return { name, displayName, department, kind: 'person', rid, enabled };
}

function service(rid: number, name: string, displayName: string): Account {
  return { name, displayName, department: null, kind: 'service', rid, enabled: true };
}

/** Accounts for administration, apart from their owners' everyday accounts. adm-sato shows the same name as sato-k. */
export const ADMINS = {
  sato: special(1301, 'adm-sato', '佐藤 健', '情報政策室'),
  suzuki: special(1302, 'adm-suzuki', '鈴木 裕子(管理)', '情報政策室'),
  tanaka: special(1303, 'adm-tanaka', '田中 浩(管理)', '情報政策室'),
  ito: special(1304, 'adm-ito', '伊藤 愛(管理)', '情報政策室'),
  builtin: special(500, 'Administrator', '既定の管理者', null),
} as const;

export const SERVICES = {
  backup: service(1351, 'svc-backup', 'バックアップ'),
  scan: service(1352, 'svc-scan', '複合機スキャン取込'),
  groupware: service(1353, 'svc-groupware', 'グループウェア'),
} as const;

export const OTHERS = {
  /** Left at the end of October; the account is disabled. */
  retired: special(1371, 'hirano-s', '平野 昭三', '税務課', false),
  /** May log on at PC-036 only. */
  temporary: special(1372, 'rinji01', '臨時職員01', '市民課'),
  /** A shared account of the counter whose name looks like a computer's. */
  counter: special(1373, 'madoguchi$', '窓口共用', '市民課'),
  guest: special(501, 'Guest', 'Guest', null, false),
  krbtgt: special(502, 'krbtgt', 'krbtgt', null, false),
} as const;

export const ALL_ACCOUNTS: readonly Account[] = [...PEOPLE, ...Object.values(ADMINS), ...Object.values(SERVICES), ...Object.values(OTHERS)];

/** The person with this account name. */
export function person(name: string): Account {
  const found = PEOPLE.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
}
