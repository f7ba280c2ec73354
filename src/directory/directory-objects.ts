import type { DirectoryEntry } from './directory-reader.ts';
import { momentOf, numberOf, textOf, textsOf } from './entry-values.ts';
import type { DirectorySnapshot } from './snapshot-schema.ts';

export type Account = DirectorySnapshot['accounts'][number];
export type Group = DirectorySnapshot['groups'][number];
export type Computer = DirectorySnapshot['computers'][number];

/** What is asked of every account, computer and group. Nothing among it is a secret. */
export const ASKED = [
  'objectClass',
  'objectSid',
  'sAMAccountName',
  'userPrincipalName',
  'displayName',
  'department',
  'userAccountControl',
  'accountExpires',
  'pwdLastSet',
  'primaryGroupID',
  'adminCount',
  'servicePrincipalName',
  'sIDHistory',
  'memberOf',
  'msDS-AllowedToDelegateTo',
  'msDS-AllowedToActOnBehalfOfOtherIdentity',
];
export const ASKED_OF_COMPUTERS = [...ASKED, 'dNSHostName', 'operatingSystem'];
export const ASKED_OF_GROUPS = ['objectClass', 'objectSid', 'sAMAccountName', 'groupType', 'adminCount', 'sIDHistory', 'member', 'memberOf'];

/** Bits of userAccountControl ([MS-ADTS] 2.2.16). */
export const UAC = {
  disabled: 0x2,
  trust: 0x800,
  domainController: 0x2000,
  unconstrainedDelegation: 0x80000,
  protocolTransition: 0x1000000,
  readOnlyDomainController: 0x4000000,
} as const;

const SECURITY_ENABLED = 0x80000000;
/** RIDs of Domain Controllers and Read-only Domain Controllers. */
const DOMAIN_CONTROLLERS = new Set([516, 521]);
const MANAGED = /^msds-(group|delegated)?managedserviceaccount$/;
/** Windows of a terminal, or macOS; everything else that says what it is (Windows Server, storage, appliances) is no user terminal. */
const USER_SYSTEM = /^(windows(?!.*server)|mac ?os|os ?x)/i;

/** What an object is. `none`: something that has no rights (a contact); `hidden`: it does not show what it is. */
export function kindOf(entry: DirectoryEntry): 'account' | 'computer' | 'group' | 'foreign' | 'none' | 'hidden' {
  const classes = new Set(textsOf(entry, 'objectClass').map((name) => name.toLowerCase()));
  if (classes.size === 0) return 'hidden';
  if (classes.has('group')) return 'group';
  if (classes.has('foreignsecurityprincipal')) return 'foreign';
  // A managed service account derives from computer.
  if (classes.has('computer')) return [...classes].some((name) => MANAGED.test(name)) ? 'account' : 'computer';
  return classes.has('user') ? 'account' : 'none';
}

/** The SID stands for a name that cannot be read. */
export function accountFrom(entry: DirectoryEntry, sid: string, domainSid: string): Account {
  const principals = textsOf(entry, 'servicePrincipalName');
  const managed = textsOf(entry, 'objectClass').some((name) => MANAGED.test(name.toLowerCase()));
  const trust = (uacOf(entry) & UAC.trust) !== 0;
  const serves = managed || trust || (principals.length > 0 && sid !== `${domainSid}-502`);
  return {
    sid,
    name: textOf(entry, 'sAMAccountName') ?? sid,
    upn: textOf(entry, 'userPrincipalName'),
    displayName: textOf(entry, 'displayName'),
    department: textOf(entry, 'department'),
    kind: serves ? 'service' : 'person',
    enabled: (uacOf(entry) & UAC.disabled) === 0,
    expiresAt: momentOf(entry, 'accountExpires'),
    passwordSetAt: momentOf(entry, 'pwdLastSet'),
    primaryGroup: primaryGroupOf(entry, domainSid),
    dn: entry.dn,
    adminCount: numberOf(entry, 'adminCount') === 1,
    servicePrincipalNames: [...principals].sort(),
  };
}

/** A foreign security principal has nothing but its SID. */
export function foreignFrom(entry: DirectoryEntry, sid: string): Account {
  return {
    sid,
    name: sid,
    upn: null,
    displayName: null,
    department: null,
    kind: 'foreign',
    enabled: true,
    expiresAt: null,
    passwordSetAt: null,
    primaryGroup: null,
    dn: entry.dn,
    adminCount: false,
    servicePrincipalNames: [],
  };
}

export function groupFrom(entry: DirectoryEntry, sid: string, members: readonly string[]): Group {
  const type = numberOf(entry, 'groupType');
  const securityEnabled = type === null || (type & SECURITY_ENABLED) !== 0;
  return { sid, name: textOf(entry, 'sAMAccountName') ?? sid, members: [...members], dn: entry.dn, securityEnabled };
}

export function computerFrom(entry: DirectoryEntry, sid: string, domainSid: string): Computer {
  const operatingSystem = textOf(entry, 'operatingSystem');
  const userTerminal = operatingSystem === null || USER_SYSTEM.test(operatingSystem);
  return {
    sid,
    name: textOf(entry, 'sAMAccountName')?.replace(/\$$/, '') || sid,
    dnsName: textOf(entry, 'dNSHostName'),
    role: isDomainController(entry) ? 'domain controller' : userTerminal ? 'user terminal' : 'server',
    adminTerminal: null,
    segment: null,
    department: textOf(entry, 'department'),
    enabled: (uacOf(entry) & UAC.disabled) === 0,
    primaryGroup: primaryGroupOf(entry, domainSid),
    dn: entry.dn,
    operatingSystem,
  };
}

function isDomainController(entry: DirectoryEntry): boolean {
  return (
    DOMAIN_CONTROLLERS.has(numberOf(entry, 'primaryGroupID') ?? 0) || (uacOf(entry) & (UAC.domainController | UAC.readOnlyDomainController)) !== 0
  );
}

/** userAccountControl; 0 where it cannot be read. */
export function uacOf(entry: DirectoryEntry): number {
  return numberOf(entry, 'userAccountControl') ?? 0;
}

function primaryGroupOf(entry: DirectoryEntry, domainSid: string): string | null {
  const rid = numberOf(entry, 'primaryGroupID');
  return rid === null || rid < 0 ? null : `${domainSid}-${rid}`;
}

/** In the order of the numbers of their SIDs: the same whatever order they were read in. */
export function inOrderOfSid<T extends { readonly sid: string }>(list: readonly T[]): T[] {
  const numbered = list.map((one) => ({ one, parts: one.sid.split('-').slice(2).map(Number) }));
  return numbered.sort((left, right) => difference(left.parts, right.parts)).map(({ one }) => one);
}

function difference(left: readonly number[], right: readonly number[]): number {
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const between = (left[at] ?? -1) - (right[at] ?? -1);
    if (between !== 0) return between;
  }
  return 0;
}
