import { Random } from '../../random.ts';
import { DAY, WEEK_BEGINS } from '../../story/clock.ts';
import type { Account } from '../../story/people.ts';
import { DC01, DOMAIN, dnsNameOf, domainSid, type Machine } from '../../story/town.ts';
import { ALL_MACHINES } from './machines.ts';
import { ADMINS, ALL_ACCOUNTS, OTHERS } from './people.ts';

const RID = { domainAdmins: 512, domainUsers: 513, domainComputers: 515, domainControllers: 516, itOffice: 1601 };
const SEED = 300;

/** The directory on the Monday after the week, in the form of `src/directory/snapshot-schema.ts`. adm-watanabe administers through a group of the office. */
export function directoryOf(
  passwordChanges: ReadonlyMap<Account, number>,
  renamed: readonly { readonly was: Machine; readonly is: Machine }[],
): object {
  const group = (rid: number, name: string, members: readonly string[]) => ({ sid: domainSid(rid), name, members });
  const { watanabe, ...admins } = ADMINS;
  const machines = ALL_MACHINES.map((machine) => renamed.find(({ was }) => was === machine)?.is ?? machine);
  return {
    format: 'adlogon-directory',
    version: 1,
    takenAt: '2026-11-16T08:30:00+09:00',
    takenFrom: dnsNameOf(DC01),
    takenBy: `adm-sato@${DOMAIN.dnsName}`,
    incomplete: [],
    domain: { name: DOMAIN.name, dnsName: DOMAIN.dnsName, sid: DOMAIN.sid },
    accounts: accounts(passwordChanges),
    groups: [
      group(RID.domainAdmins, 'Domain Admins', [...Object.values(admins).map(({ rid }) => domainSid(rid)), domainSid(RID.itOffice)]),
      group(RID.itOffice, '情報政策室管理者', [domainSid(watanabe.rid)]),
      group(RID.domainUsers, 'Domain Users', []),
      group(RID.domainComputers, 'Domain Computers', []),
      group(RID.domainControllers, 'Domain Controllers', []),
    ],
    computers: machines.map(computer),
    delegations: [{ holder: domainSid(OTHERS.sync.rid), right: 'DCSync', over: 'DC=midori,DC=example,DC=jp' }],
  };
}

function accounts(passwordChanges: ReadonlyMap<Account, number>): readonly object[] {
  const random = new Random(SEED);
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
      passwordSetAt: new Date(passwordChanges.get(account) ?? before).toISOString(),
      primaryGroup: domainSid(RID.domainUsers),
    };
  });
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
