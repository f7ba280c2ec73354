import { DOMAIN, domainSid } from '../story/town.ts';
import { CONTROLLER_RID } from './busy-controller.ts';
import type { LargeTown } from './town-of.ts';

const RID = { domainAdmins: 512, domainUsers: 513, domainComputers: 515, domainControllers: 516 };

/** The directory of a large town, in the form of `src/directory/snapshot-schema.ts`. `recorder` is its only domain controller. */
export function townSnapshot({ people, terminals }: LargeTown, recorder: string, takenAt: string): object {
  const group = (rid: number, name: string, members: readonly string[]) => ({ sid: domainSid(rid), name, members });
  return {
    format: 'adlogon-directory',
    version: 1,
    takenAt,
    takenFrom: `${recorder}.${DOMAIN.dnsName}`,
    takenBy: `adm@${DOMAIN.dnsName}`,
    incomplete: [],
    domain: { name: DOMAIN.name, dnsName: DOMAIN.dnsName, sid: DOMAIN.sid },
    accounts: people.map(({ account }) => ({
      sid: account.sid,
      name: account.name,
      upn: `${account.name}@${DOMAIN.dnsName}`,
      displayName: null,
      department: null,
      kind: 'person',
      enabled: true,
      expiresAt: null,
      passwordSetAt: '2026-10-01T09:00:00+09:00',
      primaryGroup: domainSid(RID.domainUsers),
    })),
    groups: [
      group(
        RID.domainAdmins,
        'Domain Admins',
        people.filter(({ administrator }) => administrator).map(({ account }) => account.sid),
      ),
      group(RID.domainUsers, 'Domain Users', []),
      group(RID.domainComputers, 'Domain Computers', []),
      group(RID.domainControllers, 'Domain Controllers', []),
    ],
    computers: [
      computer(recorder, CONTROLLER_RID, 'domain controller', RID.domainControllers),
      ...terminals.map(({ name, rid }) => computer(name, rid, 'user terminal', RID.domainComputers)),
    ],
  };
}

function computer(name: string, rid: number, role: string, primaryGroup: number): object {
  return {
    sid: domainSid(rid),
    name,
    dnsName: `${name}.${DOMAIN.dnsName}`.toLowerCase(),
    role,
    adminTerminal: null,
    segment: null,
    department: null,
    enabled: true,
    primaryGroup: domainSid(primaryGroup),
  };
}

/** The inventory of a large town: CSV, UTF-8 with byte order mark, CRLF. */
export function townInventory({ terminals }: LargeTown): string {
  const rows = terminals.map(({ name, address, adminTerminal }) => [name, address, adminTerminal ? 'はい' : 'いいえ', 'ユーザ端末']);
  return `\ufeff${[['端末名', 'IPアドレス', '管理者端末', '役割'], ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')}`;
}
