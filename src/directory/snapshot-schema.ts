import { z } from 'zod';

const sid = z.string().regex(/^S-1-\d+(-\d+){0,15}$/, 'not a SID');
const moment = z.iso.datetime({ offset: true });

const account = z.strictObject({
  sid,
  /** sAMAccountName. */
  name: z.string().min(1),
  upn: z.string().nullable(),
  displayName: z.string().nullable(),
  department: z.string().nullable(),
  /** `foreign`: a foreign security principal, an account of another domain. */
  kind: z.enum(['person', 'service', 'foreign']),
  enabled: z.boolean(),
  expiresAt: moment.nullable(),
  /** pwdLastSet. */
  passwordSetAt: moment.nullable(),
  /** SID of the primary group (domain SID + primaryGroupID). */
  primaryGroup: sid.nullable(),
  /** Distinguished name; null: not known. */
  dn: z.string().nullable().default(null),
  /** adminCount is 1: protected now, or left over from a membership that ended. */
  adminCount: z.boolean().default(false),
  /** servicePrincipalName. */
  servicePrincipalNames: z.array(z.string()).default([]),
});

const group = z.strictObject({
  sid,
  name: z.string().min(1),
  /** SIDs of direct members: accounts, computers, groups. Members through primaryGroupID are not repeated here. */
  members: z.array(sid),
  dn: z.string().nullable().default(null),
  /** False: a distribution group, which gives its members no rights. */
  securityEnabled: z.boolean().default(true),
});

const computer = z.strictObject({
  sid,
  /** Short name without `$`. */
  name: z.string().min(1),
  dnsName: z.string().nullable(),
  role: z.enum(['domain controller', 'server', 'user terminal']),
  /** `null`: the directory does not say. */
  adminTerminal: z.boolean().nullable(),
  segment: z.string().nullable(),
  department: z.string().nullable(),
  enabled: z.boolean(),
  primaryGroup: sid.nullable(),
  dn: z.string().nullable().default(null),
  operatingSystem: z.string().nullable().default(null),
});

/** Rights over a privileged object that are as good as being privileged, strongest first; named as Windows and the field name them. */
export const RIGHTS = [
  'DCSync', // DS-Replication-Get-Changes with DS-Replication-Get-Changes-All
  'GenericAll',
  'WriteDacl',
  'WriteOwner',
  'Owns', // the owner of an object may change its permissions
  'GenericWrite', // or WriteProperty without an object type
  'AllExtendedRights', // ControlAccess without an object type
  'AddMember', // WriteProperty or Self on member
  'ForceChangePassword', // User-Force-Change-Password
  'AddKeyCredentialLink', // WriteProperty on msDS-KeyCredentialLink
  'WriteSPN', // WriteProperty or Self on servicePrincipalName
  'AddAllowedToAct', // WriteProperty on msDS-AllowedToActOnBehalfOfOtherIdentity
  'SIDHistory', // the SID of a privileged group or account in sIDHistory
  'AllowedToDelegate', // msDS-AllowedToDelegateTo a service of a domain controller; with protocol transition (UAC 0x1000000) any service
  'AllowedToAct', // named in msDS-AllowedToActOnBehalfOfOtherIdentity of a domain controller, krbtgt or server
  'UnconstrainedDelegation', // UAC 0x80000, not a domain controller
] as const;

/** A right over a privileged object, held without being in a privileged group. */
const delegation = z.strictObject({
  /** Who holds it: an account, a computer, a group, or everybody (S-1-1-0, S-1-5-11, Domain Users). */
  holder: sid,
  right: z.enum(RIGHTS),
  /** Distinguished name of the object it is held over; of a delegation to a server's service the service's name. */
  over: z.string(),
});

/** A statement of AD DNS that a name has an address. */
const nameAddress = z.strictObject({
  /** Full DNS name, lower case, without a dot at the end. */
  dnsName: z.string().min(1),
  /** IPv4 or IPv6 address as written by inet_ntop (RFC 5952). */
  address: z.string().min(1),
  /** When the record was registered or last refreshed, to the hour; null: a static record. */
  refreshedAt: moment.nullable(),
});

/** What a snapshot lacks, and what cannot be said because of it. */
const missing = z.strictObject({
  code: z.string().min(1),
  /** What the words of that code name: a DN, an account, an attribute, a count. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  affects: z.array(z.enum(['administrators', 'terminals', 'addresses'])).min(1),
});

/** What LDAP said at `takenAt`, as kept in a file. Holds no secrets. Documented in `README.md` of this room. */
export const directorySnapshotSchema = z.strictObject({
  format: z.literal('adlogon-directory'),
  version: z.literal(1),
  takenAt: moment,
  /** Host name of the domain controller that answered. */
  takenFrom: z.string(),
  /** Account that asked. */
  takenBy: z.string(),
  /** What could not be read; empty: the snapshot is complete. A plain sentence (a file made by hand) affects everything. */
  incomplete: z.array(z.union([z.string(), missing])),
  /** What should be looked at although nothing is missing, such as an account whose tokenGroups disagree with its memberships. */
  warnings: z.array(z.strictObject({ code: z.string().min(1), details: z.record(z.string(), z.union([z.string(), z.number()])) })).default([]),
  domain: z.strictObject({ name: z.string().min(1), dnsName: z.string().min(1), sid }),
  accounts: z.array(account),
  groups: z.array(group),
  computers: z.array(computer),
  delegations: z.array(delegation).default([]),
  names: z.array(nameAddress).default([]),
});

export type DirectorySnapshot = z.infer<typeof directorySnapshotSchema>;
export type Delegation = DirectorySnapshot['delegations'][number];
