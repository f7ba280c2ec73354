import { LOGON_EVENTS } from '../tables/events.ts';
import { ACTING, fill, type Mapping, type Step } from './mapping.ts';

const TARGET: readonly Step[] = [
  { as: 'account', field: 'TargetUserName', domainField: 'TargetDomainName' },
  fill('account_sid', 'sid', 'TargetUserSid'),
];

const HOW: readonly Step[] = [
  fill('logon_type', 'integer', 'LogonType'),
  fill('logon_process', 'trimmed', 'LogonProcessName'),
  fill('authentication_package', 'trimmed', 'AuthenticationPackageName'),
  fill('ntlm_version', 'trimmed', 'LmPackageName'),
  fill('key_length', 'integer', 'KeyLength'),
  fill('process', 'trimmed', 'ProcessName'),
];

const WHERE_FROM: readonly Step[] = [
  fill('terminal_name', 'terminal', 'WorkstationName'),
  fill('terminal_name_recorded', 'text', 'WorkstationName'),
  { as: 'address', field: 'IpAddress' },
  fill('terminal_port', 'port', 'IpPort'),
];

/** 4624: a logon session was made. Versions 0 to 3; fields a version lacks stay NULL. */
const LOGON: Mapping = {
  eventIds: [4624],
  table: LOGON_EVENTS,
  steps: [
    { as: 'always', succeeded: true },
    ...TARGET,
    ...ACTING,
    ...HOW,
    ...WHERE_FROM,
    fill('logon_id', 'key', 'TargetLogonId'),
    fill('linked_logon_id', 'key', 'TargetLinkedLogonId'),
    fill('logon_key', 'key', 'LogonGuid'),
    fill('elevated', 'yes', 'ElevatedToken'),
    fill('restricted_admin', 'yes', 'RestrictedAdminMode'),
    fill('outbound_account', 'trimmed', 'TargetOutboundUserName'),
  ],
};

/** 4625: a logon failed at the machine that recorded it. */
const FAILED_LOGON: Mapping = {
  eventIds: [4625],
  table: LOGON_EVENTS,
  steps: [
    { as: 'ntstatus', field: 'Status', subField: 'SubStatus' },
    { as: 'always', succeeded: false },
    ...TARGET,
    ...ACTING,
    ...HOW,
    ...WHERE_FROM,
  ],
};

/** 4634, 4647: a logon session ended. 4800, 4801: it was locked, unlocked. */
const END_OF_SESSION: Mapping = {
  eventIds: [4634, 4647, 4800, 4801],
  table: LOGON_EVENTS,
  steps: [...TARGET, fill('logon_type', 'integer', 'LogonType'), fill('logon_id', 'key', 'TargetLogonId')],
};

/** 4648: an account used the credentials of another, or gave its own again. */
const EXPLICIT_CREDENTIALS: Mapping = {
  eventIds: [4648],
  table: LOGON_EVENTS,
  steps: [
    { as: 'account', field: 'TargetUserName', domainField: 'TargetDomainName' },
    ...ACTING,
    // Some records call it LogonGuid too, after the Subject's own.
    fill('logon_key', 'key', 'LogonGuid#2'),
    fill('logon_key', 'key', 'TargetLogonGuid'),
    fill('target_server', 'trimmed', 'TargetServerName'),
    fill('process', 'trimmed', 'ProcessName'),
    { as: 'address', field: 'IpAddress' },
    fill('terminal_port', 'port', 'IpPort'),
  ],
};

/** 4672: a session holds privileges that administer the machine. The account stands in the Subject. */
const PRIVILEGED_SESSION: Mapping = {
  eventIds: [4672],
  table: LOGON_EVENTS,
  steps: [
    { as: 'account', field: 'SubjectUserName', domainField: 'SubjectDomainName' },
    fill('account_sid', 'sid', 'SubjectUserSid'),
    fill('logon_id', 'key', 'SubjectLogonId'),
    fill('privileges', 'spaced', 'PrivilegeList'),
  ],
};

/**
 * Rights to replicate the directory: Get-Changes, Get-Changes-All, Get-Changes-In-Filtered-Set. A domain controller uses them, and whoever
 * takes everybody's password hashes (DCSync).
 */
export const REPLICATION_RIGHTS = [
  '1131f6aa-9c07-11d1-f79f-00c04fc2dcd2',
  '1131f6ad-9c07-11d1-f79f-00c04fc2dcd2',
  '89e95b76-444d-4c62-991a-0facbeda640c',
];

/** 4662: rights over an object of the directory were used. There may be thousands an hour: only those that replicate it are kept. */
const REPLICATION: Mapping = {
  eventIds: [4662],
  table: LOGON_EVENTS,
  steps: [
    { as: 'account', field: 'SubjectUserName', domainField: 'SubjectDomainName' },
    fill('account_sid', 'sid', 'SubjectUserSid'),
    fill('logon_id', 'key', 'SubjectLogonId'),
    fill('privileges', 'spaced', 'Properties'),
  ],
  only: { field: 'Properties', contains: REPLICATION_RIGHTS },
};

/** 4964: a member of a watched group logged on. */
const SPECIAL_GROUP: Mapping = {
  eventIds: [4964],
  table: LOGON_EVENTS,
  steps: [
    ...TARGET,
    ...ACTING,
    fill('logon_id', 'key', 'TargetLogonId'),
    fill('logon_key', 'key', 'TargetLogonGuid'),
    fill('special_groups', 'spaced', 'SidList'),
  ],
};

/** 4778, 4779: a remote desktop session was connected, disconnected. The client's name stands nowhere else. */
const REMOTE_DESKTOP: Mapping = {
  eventIds: [4778, 4779],
  table: LOGON_EVENTS,
  steps: [
    { as: 'account', field: 'AccountName', domainField: 'AccountDomain' },
    fill('logon_id', 'key', 'LogonID'),
    fill('session_name', 'trimmed', 'SessionName'),
    fill('terminal_name', 'terminal', 'ClientName'),
    fill('terminal_name_recorded', 'text', 'ClientName'),
    { as: 'address', field: 'ClientAddress' },
  ],
};

/** 4740: an account was locked out. The calling terminal stands in TargetDomainName. */
const LOCKOUT: Mapping = {
  eventIds: [4740],
  table: LOGON_EVENTS,
  steps: [
    { as: 'account', field: 'TargetUserName', domainField: null },
    fill('account_sid', 'sid', 'TargetSid'),
    ...ACTING,
    fill('terminal_name', 'terminal', 'TargetDomainName'),
    fill('terminal_name_recorded', 'text', 'TargetDomainName'),
  ],
};

export const LOGON_MAPPINGS: readonly Mapping[] = [
  LOGON,
  FAILED_LOGON,
  END_OF_SESSION,
  EXPLICIT_CREDENTIALS,
  PRIVILEGED_SESSION,
  REPLICATION,
  SPECIAL_GROUP,
  REMOTE_DESKTOP,
  LOCKOUT,
];
