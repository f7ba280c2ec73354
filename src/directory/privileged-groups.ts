/**
 * What a privilege is worth. `administrator`: administers the domain. `operator`: can become administrator with the rights it has.
 * `shadow`: can become administrator by a right over a privileged object, in no privileged group. `special`: remote or special access that is not
 * administration. Only `administrator` is ever judged as an administrator.
 */
export type Privilege = 'administrator' | 'operator' | 'shadow' | 'special';

/** Strongest first. */
export const PRIVILEGES: readonly Privilege[] = ['administrator', 'operator', 'shadow', 'special'];

/** RIDs of groups of a domain. RIDs below 1000 mean the same in every domain, whatever the group was renamed to ([MS-DTYP] 2.4.2.4). */
const BY_RID: ReadonlyMap<number, Privilege> = new Map<number, Privilege>([
  [498, 'administrator'], // Enterprise Read-only Domain Controllers
  [512, 'administrator'], // Domain Admins
  [516, 'administrator'], // Domain Controllers
  [518, 'administrator'], // Schema Admins
  [519, 'administrator'], // Enterprise Admins
  [520, 'administrator'], // Group Policy Creator Owners
  [521, 'administrator'], // Read-only Domain Controllers
  [526, 'operator'], // Key Admins
  [527, 'operator'], // Enterprise Key Admins
]);

/** RIDs under S-1-5-32. */
const BY_BUILTIN_RID: ReadonlyMap<number, Privilege> = new Map<number, Privilege>([
  [544, 'administrator'], // Administrators
  [548, 'operator'], // Account Operators
  [549, 'operator'], // Server Operators
  [550, 'operator'], // Print Operators
  [551, 'operator'], // Backup Operators
  [555, 'special'], // Remote Desktop Users
  [556, 'special'], // Network Configuration Operators
  [562, 'special'], // Distributed COM Users
  [578, 'special'], // Hyper-V Administrators
  [580, 'special'], // Remote Management Users
]);

/** Accounts that are privileged by what they are, without any group: RID of the domain. */
const ACCOUNTS_BY_RID: ReadonlyMap<number, Privilege> = new Map<number, Privilege>([
  [500, 'administrator'], // the built-in Administrator
  [502, 'special'], // krbtgt: nobody logs on with it
]);

const DOMAIN_CONTROLLER_GROUP_RIDS: ReadonlySet<number> = new Set([498, 516, 521]);

/** Well-known SIDs that everybody has, or nearly: Everyone, Anonymous, Network, Interactive, Authenticated Users, This Organization, Users, Guests, Pre-Windows 2000. */
const EVERYBODY: ReadonlySet<string> = new Set([
  'S-1-1-0',
  'S-1-5-2',
  'S-1-5-4',
  'S-1-5-7',
  'S-1-5-11',
  'S-1-5-15',
  'S-1-5-32-545',
  'S-1-5-32-546',
  'S-1-5-32-554',
]);
/** Domain Users, Domain Guests, Domain Computers. */
const EVERYBODY_RIDS: ReadonlySet<number> = new Set([513, 514, 515]);

/** Whether a right of this group is a right of everybody: said as such, because naming each holder would name all. */
export function isEverybody(sid: string): boolean {
  return EVERYBODY.has(sid) || EVERYBODY_RIDS.has(ridOfDomain(sid) ?? 0);
}

/** The tier a group is of by itself, by SID and RID; DnsAdmins has no fixed RID and goes by its name. Null: none. */
export function privilegeOfGroup(group: { readonly sid: string; readonly name: string }): Privilege | null {
  const builtin = ridUnder(group.sid, /^S-1-5-32-(\d+)$/);
  if (builtin !== null) return BY_BUILTIN_RID.get(builtin) ?? null;
  const rid = ridOfDomain(group.sid);
  if (rid === null) return null;
  return BY_RID.get(rid) ?? (group.name.toLowerCase() === 'dnsadmins' ? 'operator' : null);
}

/** The groups whose members are meant to be domain controllers: being in one makes a computer nothing that it is not already. */
export function isDomainControllerGroup(sid: string): boolean {
  const rid = ridOfDomain(sid);
  return rid !== null && DOMAIN_CONTROLLER_GROUP_RIDS.has(rid);
}

/** The tier an account of this domain has by its RID alone. Null: none. */
export function privilegeOfAccount(sid: string, domainSid: string): Privilege | null {
  if (!sid.startsWith(`${domainSid}-`)) return null;
  const rid = ridOfDomain(sid);
  return rid === null ? null : (ACCOUNTS_BY_RID.get(rid) ?? null);
}

/** The last part of the SID of an account or group of a domain. Null: not of a domain. */
export function ridOfDomain(sid: string): number | null {
  return ridUnder(sid, /^S-1-5-21-\d+-\d+-\d+-(\d+)$/);
}

function ridUnder(sid: string, pattern: RegExp): number | null {
  const rid = pattern.exec(sid)?.[1];
  return rid === undefined ? null : Number(rid);
}
