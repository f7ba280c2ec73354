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
});

const group = z.strictObject({
  sid,
  name: z.string().min(1),
  /** SIDs of direct members: accounts, computers, groups. Members through primaryGroupID are not repeated here. */
  members: z.array(sid),
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
  /** What could not be read; empty: the snapshot is complete. */
  incomplete: z.array(z.string()),
  domain: z.strictObject({ name: z.string().min(1), dnsName: z.string().min(1), sid }),
  accounts: z.array(account),
  groups: z.array(group),
  computers: z.array(computer),
});

export type DirectorySnapshot = z.infer<typeof directorySnapshotSchema>;
