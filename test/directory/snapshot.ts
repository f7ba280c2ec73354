import type { DirectorySnapshot } from '../../src/directory/snapshot-schema.ts';

export const DOMAIN_SID = 'S-1-5-21-10-20-30';

/** SID of the test domain with this RID. */
export function sid(rid: number): string {
  return `${DOMAIN_SID}-${rid}`;
}

/** A snapshot of the test domain holding these accounts, groups and computers. */
export function snapshotOf(
  parts: Partial<Pick<DirectorySnapshot, 'accounts' | 'groups' | 'computers' | 'incomplete' | 'delegations' | 'names' | 'warnings'>>,
): DirectorySnapshot {
  return {
    format: 'adlogon-directory',
    version: 1,
    takenAt: '2026-11-13T09:00:00+09:00',
    takenFrom: 'DC01',
    takenBy: 'auditor@kita.example',
    incomplete: [],
    domain: { name: 'KITA', dnsName: 'kita.example', sid: DOMAIN_SID },
    accounts: [],
    groups: [],
    computers: [],
    delegations: [],
    names: [],
    warnings: [],
    ...parts,
  };
}

export function account(rid: number, more: Partial<DirectorySnapshot['accounts'][number]> = {}): DirectorySnapshot['accounts'][number] {
  return {
    sid: sid(rid),
    name: `account-${rid}`,
    upn: null,
    displayName: null,
    department: null,
    kind: 'person',
    enabled: true,
    expiresAt: null,
    passwordSetAt: null,
    primaryGroup: sid(513),
    dn: null,
    adminCount: false,
    servicePrincipalNames: [],
    ...more,
  };
}

export function computer(rid: number, more: Partial<DirectorySnapshot['computers'][number]> = {}): DirectorySnapshot['computers'][number] {
  return {
    sid: sid(rid),
    name: `pc-${rid}`,
    dnsName: null,
    role: 'user terminal',
    adminTerminal: null,
    segment: null,
    department: null,
    enabled: true,
    primaryGroup: sid(515),
    dn: null,
    operatingSystem: null,
    ...more,
  };
}

export function group(groupSid: string, name: string, members: readonly string[]): DirectorySnapshot['groups'][number] {
  return { sid: groupSid, name, members: [...members], dn: null, securityEnabled: true };
}
