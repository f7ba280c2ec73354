import { dailyFiles, OF_SERVER, OF_WINDOWS, row } from '../../dhcp-lines.ts';
import { DAY, MINUTE, on, WEEK_BEGINS, WORKING_DAYS } from '../../story/clock.ts';
import { dnsNameOf, type Machine } from '../../story/town.ts';
import type { Lease, Leases } from './leases.ts';
import { ALL_MACHINES, DEVICES } from './machines.ts';

const HEADER = ['端末名', 'IPアドレス', '管理者端末', '役割', 'セグメント', '所属'];
const ROLES: Readonly<Record<Machine['role'], string>> = {
  'domain controller': 'ドメインコントローラー',
  server: 'サーバー',
  'user terminal': 'ユーザ端末',
};

/** The inventory as an office keeps it in Excel: CSV, UTF-8 with byte order mark, CRLF. */
export function inventoryOf(renamed: readonly { readonly was: Machine; readonly is: Machine }[]): string {
  const machines = ALL_MACHINES.map((machine) => renamed.find(({ was }) => was === machine)?.is ?? machine).map((machine) => [
    machine.name,
    machine.address ?? 'DHCP',
    machine.adminTerminal ? 'はい' : 'いいえ',
    ROLES[machine.role],
    machine.segment,
    machine.department ?? '',
  ]);
  const devices = DEVICES.map(({ name, address, department, segment }) => [name, address, 'いいえ', 'その他', segment, department]);
  return `\ufeff${[HEADER, ...machines, ...devices].map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}

/** A device that no office knows, as the DHCP server sees it. */
export interface Visitor {
  readonly at: number;
  readonly address: string;
  readonly hostName: string;
}

/** The DHCP server's logs by name: every new lease, and on working mornings the renewals of those that last for days. */
export function dhcpLogsOf(leases: Leases, visitors: readonly Visitor[]): readonly (readonly [string, string])[] {
  const dynamic = leases.all.filter(({ machine }) => machine.address === null);
  const visits = visitors.map(({ at, address, hostName }) => row(at, '10', 'Assign', `${address},${hostName},A483E7${at % 999983},,1,0${OF_SERVER}`));
  return dailyFiles([...dynamic.flatMap(linesOf), ...visits]);
}

function linesOf(lease: Lease, n: number): ReturnType<typeof row>[] {
  const device = `00155D${lease.machine.rid.toString(16).toUpperCase().padStart(6, '0')}`;
  const cells = `${lease.address},${dnsNameOf(lease.machine)},${device},,${1_803_421 + n},0${OF_WINDOWS}`;
  const isNew = lease.from > WEEK_BEGINS;
  const assigned = isNew ? [row(lease.from, '10', 'Assign', cells)] : [];
  const mornings = WORKING_DAYS.map((day) => on(day, '07:30') + (n % 1200) * 1000).filter((at) => at > lease.from && at < lease.until);
  const expired = lease.until - lease.from < DAY ? [row(lease.until + 3 * MINUTE, '17', 'Expired', `${lease.address},,,,0,6${OF_SERVER}`)] : [];
  return [...assigned, ...mornings.map((at) => row(at, '11', 'Renew', cells)), ...expired];
}
