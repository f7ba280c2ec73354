import type { Identity } from '../events/identity.ts';
import { type Account, OFFICE_WORKERS, OTHERS } from './people.ts';

/** みどり市, a town that does not exist. */
export const DOMAIN = {
  name: 'MIDORI',
  dnsName: 'midori.example.jp',
  realm: 'MIDORI.EXAMPLE.JP',
  sid: 'S-1-5-21-1804289383-846930886-1681692777',
} as const;

export interface Machine {
  readonly name: string;
  readonly role: 'domain controller' | 'server' | 'user terminal';
  readonly adminTerminal: boolean;
  /** Fixed address; null: DHCP. */
  readonly address: string | null;
  readonly department: string | null;
  readonly segment: string;
  readonly rid: number;
}

function fixed(name: string, role: Machine['role'], address: string, rid: number, adminTerminal = false): Machine {
  const segment = adminTerminal ? '管理' : 'サーバ';
  return { name, role, adminTerminal, address, department: adminTerminal ? '情報政策室' : null, segment, rid };
}

export const DC01 = fixed('DC01', 'domain controller', '10.20.0.11', 1000);
export const DC02 = fixed('DC02', 'domain controller', '10.20.0.12', 1001);
export const FS01 = fixed('FS01', 'server', '10.20.0.21', 1010);
/** Groupware: telephones fetch their mail here. */
export const GW01 = fixed('GW01', 'server', '10.20.0.25', 1011);
export const ADM01 = fixed('ADM-01', 'user terminal', '10.20.1.11', 1021, true);
export const ADM02 = fixed('ADM-02', 'user terminal', '10.20.1.12', 1022, true);
export const ADM03 = fixed('ADM-03', 'user terminal', '10.20.1.13', 1023, true);

export const FIXED_MACHINES: readonly Machine[] = [DC01, DC02, FS01, GW01, ADM01, ADM02, ADM03];

/** Machines whose Security log is part of the sample. */
export const RECORDERS: readonly Machine[] = [DC01, DC02, FS01];

const PCS = 40;
/** PC-001 to PC-038 stand on office desks, some shared by two people; PC-039 and PC-040 never sleep. */
export const OFFICE_PCS = 38;

export const USER_PCS: readonly Machine[] = Array.from({ length: PCS }, (_, i) => ({
  name: `PC-${String(i + 1).padStart(3, '0')}`,
  role: 'user terminal',
  adminTerminal: false,
  address: null,
  department: OFFICE_WORKERS[i]?.department ?? '消防・宿直',
  segment: 'LGWAN接続系',
  rid: 1101 + i,
}));

export const ALL_MACHINES: readonly Machine[] = [...FIXED_MACHINES, ...USER_PCS];

export function pc(number: number): Machine {
  const found = USER_PCS[number - 1];
  if (found === undefined) throw new Error(`there is no PC ${number}`);
  return found;
}

/** The PC an office worker sits at. */
export function homePc(worker: Account): Machine {
  return pc((OFFICE_WORKERS.indexOf(worker) % OFFICE_PCS) + 1);
}

export function domainSid(rid: number): string {
  return `${DOMAIN.sid}-${rid}`;
}

export function dnsNameOf(machine: Machine): string {
  return `${machine.name}.${DOMAIN.dnsName}`;
}

/** The account of a person or service, with the domain in the spelling the record uses. */
export function identityOf(account: Account, domain: string = DOMAIN.name): Identity {
  return { name: account.name, domain, sid: domainSid(account.rid) };
}

/** The account of a computer. */
export function computerIdentity(machine: Machine, domain: string = DOMAIN.name): Identity {
  return { name: `${machine.name}$`, domain, sid: domainSid(machine.rid) };
}

export const KRBTGT = identityOf(OTHERS.krbtgt, DOMAIN.realm);

/** The multifunction printer: no computer of the domain, but in the inventory. */
export const PRINTER = { name: 'MFP-01', address: '10.20.0.41', department: '総務課', segment: 'サーバ' } as const;
