import { Random } from './random.ts';
import { DAY, WEEK_BEGINS } from './story/clock.ts';
import type { PasswordChange } from './story/password-day.ts';
import { type Account, ADMINS, ALL_ACCOUNTS, OTHERS, SERVICES } from './story/people.ts';
import { ALL_MACHINES, DC01, DOMAIN, dnsNameOf, domainSid, type Machine } from './story/town.ts';

const RID = { domainAdmins: 512, domainUsers: 513, domainGuests: 514, domainComputers: 515, domainControllers: 516, itOffice: 1601, counter: 1602 };
const BUILTIN = { administrators: 'S-1-5-32-544', backupOperators: 'S-1-5-32-551', remoteDesktopUsers: 'S-1-5-32-555' };
const SEED = 77;

/** The directory on the Monday after the week, in the form of `src/directory/snapshot-schema.ts`. */
export function directorySnapshot(changes: readonly PasswordChange[]): object {
  return {
    format: 'adlogon-directory',
    version: 1,
    takenAt: '2026-11-16T08:30:00+09:00',
    takenFrom: dnsNameOf(DC01),
    takenBy: `adm-sato@${DOMAIN.dnsName}`,
    incomplete: [],
    domain: { name: DOMAIN.name, dnsName: DOMAIN.dnsName, sid: DOMAIN.sid },
    accounts: accounts(changes),
    groups: groups(),
    computers: ALL_MACHINES.map(computer),
  };
}

function accounts(changes: readonly PasswordChange[]): readonly object[] {
  const random = new Random(SEED);
  const changedAt = new Map(changes.map(({ who, at }) => [who, at]));
  return ALL_ACCOUNTS.map((account) => {
    const before = WEEK_BEGINS - random.between(10, 80) * DAY + random.between(8 * 3600, 17 * 3600) * 1000;
    return {
      sid: domainSid(account.rid),
      name: account.name,
      upn: account.kind === 'person' && account.rid > 1000 ? `${account.name}@${DOMAIN.dnsName}` : null,
      displayName: account.displayName,
      department: account.department,
      kind: account.kind,
      enabled: account.enabled,
      expiresAt: null,
      passwordSetAt: new Date(changedAt.get(account) ?? before).toISOString(),
      primaryGroup: domainSid(account === OTHERS.guest ? RID.domainGuests : RID.domainUsers),
    };
  });
}

/** adm-ito administers through a group of the office; the others are named in Domain Admins itself. */
function groups(): readonly object[] {
  const sids = (...members: readonly Account[]) => members.map(({ rid }) => domainSid(rid));
  const group = (sid: string, name: string, members: readonly string[]) => ({ sid, name, members });
  return [
    group(domainSid(RID.domainAdmins), 'Domain Admins', [
      ...sids(ADMINS.builtin, ADMINS.sato, ADMINS.suzuki, ADMINS.tanaka),
      domainSid(RID.itOffice),
    ]),
    group(domainSid(RID.domainUsers), 'Domain Users', []),
    group(domainSid(RID.domainGuests), 'Domain Guests', []),
    group(domainSid(RID.domainComputers), 'Domain Computers', []),
    group(domainSid(RID.domainControllers), 'Domain Controllers', []),
    group(domainSid(RID.itOffice), '情報政策室管理者', sids(ADMINS.ito)),
    group(domainSid(RID.counter), '窓口', sids(OTHERS.counter, OTHERS.temporary)),
    group(BUILTIN.administrators, 'Administrators', [...sids(ADMINS.builtin), domainSid(RID.domainAdmins)]),
    group(BUILTIN.backupOperators, 'Backup Operators', sids(SERVICES.backup)),
    group(BUILTIN.remoteDesktopUsers, 'Remote Desktop Users', []),
  ];
}

function computer(machine: Machine): object {
  return {
    sid: domainSid(machine.rid),
    name: machine.name,
    dnsName: dnsNameOf(machine).toLowerCase(),
    role: machine.role,
    adminTerminal: null,
    segment: null,
    department: machine.department,
    enabled: true,
    primaryGroup: domainSid(machine.role === 'domain controller' ? RID.domainControllers : RID.domainComputers),
  };
}
