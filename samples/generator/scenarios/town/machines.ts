import { DC01, DC02, FS01, GW01, type Machine } from '../../story/town.ts';
import { DEPARTMENTS, DESK_WORKERS } from './people.ts';

function server(name: string, address: string, rid: number): Machine {
  return { name, role: 'server', adminTerminal: false, address, department: null, segment: 'サーバ', rid };
}

/** Print server, application, terminal server, backup and monitoring. Only the terminal server's log is collected beside the file server's. */
export const PR01 = server('PR01', '10.20.0.22', 1012);
export const AP01 = server('AP01', '10.20.0.23', 1013);
export const TS01 = server('TS01', '10.20.0.31', 1014);
export const BK01 = server('BK01', '10.20.0.32', 1015);
const SERVERS: readonly Machine[] = [DC01, DC02, FS01, GW01, PR01, AP01, TS01, BK01];

/** Five admin terminals with fixed addresses, and a notebook that gets its address by DHCP. */
export const ADMIN_TERMINALS: readonly Machine[] = Array.from({ length: 6 }, (_, i) => ({
  name: `ADM-0${i + 1}`,
  role: 'user terminal',
  adminTerminal: true,
  address: i === 5 ? null : `10.20.1.${11 + i}`,
  department: '情報政策室',
  segment: '管理',
  rid: 1021 + i,
}));

function userTerminal(name: string, rid: number, department: string, segment = 'LGWAN接続系'): Machine {
  return { name, role: 'user terminal', adminTerminal: false, address: null, department, segment, rid };
}

function numbered(count: number, make: (number: number, i: number) => Machine): readonly Machine[] {
  return Array.from({ length: count }, (_, i) => make(i + 1, i));
}

/** One for each person with a desk. */
export const DESK_PCS = numbered(DESK_WORKERS.length, (n, i) =>
  userTerminal(`PC-${String(n).padStart(3, '0')}`, 4001 + i, DEPARTMENTS[i % DEPARTMENTS.length] ?? ''),
);
/** These never sleep. */
export const DUTY_PCS = numbered(4, (n, i) => userTerminal(`PC-${280 + n}`, 4301 + i, '消防・宿直'));
/** Shared by part-time staff. */
export const COUNTER_PCS = numbered(10, (n, i) => userTerminal(`PC-${290 + n}`, 4311 + i, '市民課'));
/** In the room of the information office. */
export const SPARE_PCS = numbered(2, (n, i) => userTerminal(`PC-${310 + n}`, 4721 + i, '情報政策室'));
/** Carried to meetings, where leases are short. */
export const NOTEBOOKS = numbered(30, (n, i) => userTerminal(`NB-${String(n).padStart(2, '0')}`, 4331 + i, '共用', '会議室'));
/** At people's homes, behind one address. */
export const HOME_NOTEBOOKS = numbered(12, (n, i) => userTerminal(`HW-${String(n).padStart(2, '0')}`, 4371 + i, '在宅勤務', 'VPN'));
/** The address behind which they all are. */
export const VPN_ADDRESS = '10.20.9.1';

export const OFFICE_MACHINES: readonly Machine[] = [...DESK_PCS, ...DUTY_PCS, ...COUNTER_PCS, ...SPARE_PCS];
export const USER_TERMINALS: readonly Machine[] = [...OFFICE_MACHINES, ...NOTEBOOKS, ...HOME_NOTEBOOKS];
export const ALWAYS_ON: readonly Machine[] = [...SERVERS, ...ADMIN_TERMINALS.slice(0, 5)];
export const ALL_MACHINES: readonly Machine[] = [...SERVERS, ...ADMIN_TERMINALS, ...USER_TERMINALS];

/** No computers of the domain, but in the inventory. */
export const DEVICES = [
  { name: 'MFP-01', address: '10.20.0.41', department: '総務課', segment: 'サーバ' },
  { name: 'MFP-02', address: '10.20.0.42', department: '税務課', segment: 'サーバ' },
  { name: 'NAS-01', address: '10.20.0.45', department: '建設課', segment: 'サーバ' },
] as const;

/** The admin terminal with this number. */
export function adminTerminal(number: number): Machine {
  return nth(ADMIN_TERMINALS, number);
}

/** The one with this number, counted from one. */
export function nth<T>(all: readonly T[], number: number): T {
  const found = all[number - 1];
  if (found === undefined) throw new Error(`there is no number ${number} of ${all.length}`);
  return found;
}
