import { ACCOUNT_CHANGES, LOG_CHANGES, PROCESS_STARTS } from '../tables/events.ts';
import { ACTING, fill, type Mapping } from './mapping.ts';

const FIRST_ACCOUNT_CHANGE = 4720;
const LAST_ACCOUNT_CHANGE = 4738;

/** Whose account was changed, and by whom. */
const CHANGED = [
  ...ACTING,
  fill('account', 'trimmed', 'TargetUserName'),
  fill('account_domain', 'trimmed', 'TargetDomainName'),
  fill('account_sid', 'sid', 'TargetSid'),
  fill('privileges', 'spaced', 'PrivilegeList'),
];

/** 4720 to 4738, 4741 to 4743, 4756, 4757, 4767: an account, a computer account or a group was changed. */
const ACCOUNT_CHANGE: Mapping = {
  eventIds: [
    ...Array.from({ length: LAST_ACCOUNT_CHANGE - FIRST_ACCOUNT_CHANGE + 1 }, (_, n) => FIRST_ACCOUNT_CHANGE + n),
    4741,
    4742,
    4743,
    4756,
    4757,
    4767,
  ],
  table: ACCOUNT_CHANGES,
  steps: [...CHANGED, fill('member', 'trimmed', 'MemberName'), fill('member_sid', 'sid', 'MemberSid')],
};

/** 4781: an account was renamed. */
const RENAME: Mapping = {
  eventIds: [4781],
  table: ACCOUNT_CHANGES,
  steps: [
    ...ACTING,
    fill('account', 'trimmed', 'NewTargetUserName'),
    fill('former_name', 'trimmed', 'OldTargetUserName'),
    fill('account_domain', 'trimmed', 'TargetDomainName'),
    fill('account_sid', 'sid', 'TargetSid'),
    fill('privileges', 'spaced', 'PrivilegeList'),
  ],
};

/** 4765: the SID of another account or group was added to an account's history, and with it its rights. 4766: that was tried. */
const SID_HISTORY: Mapping = {
  eventIds: [4765, 4766],
  table: ACCOUNT_CHANGES,
  steps: [...CHANGED, fill('member', 'trimmed', 'SourceUserName'), fill('member_sid', 'sid', 'SourceSid')],
};

/** 4794: somebody set the password with which a domain controller is administered while the directory is off (DSRM). */
const DSRM_PASSWORD: Mapping = { eventIds: [4794], table: ACCOUNT_CHANGES, steps: [...ACTING] };

/** 1100: the log stopped. 1102: it was cleared. 1104: it is full. 4608: Windows started. 4616: the clock was set. 4719: the audit policy changed. */
const LOG_CHANGE: Mapping = {
  eventIds: [1100, 1102, 1104, 4608, 4616, 4719],
  table: LOG_CHANGES,
  steps: [
    ...ACTING,
    fill('policy_subcategory', 'trimmed', 'SubcategoryGuid'),
    fill('policy_change', 'trimmed', 'AuditPolicyChanges'),
    fill('former_time', 'time', 'PreviousTime'),
    fill('new_time', 'time', 'NewTime'),
    fill('process', 'trimmed', 'ProcessName'),
  ],
};

/** 4688: a program started. */
const PROCESS_START: Mapping = {
  eventIds: [4688],
  table: PROCESS_STARTS,
  steps: [
    ...ACTING,
    fill('account', 'trimmed', 'TargetUserName'),
    fill('account_domain', 'trimmed', 'TargetDomainName'),
    fill('account_sid', 'sid', 'TargetUserSid'),
    fill('logon_id', 'key', 'TargetLogonId'),
    fill('process_id', 'wide', 'NewProcessId'),
    fill('process', 'trimmed', 'NewProcessName'),
    fill('parent_process_id', 'wide', 'ProcessId'),
    fill('parent_process', 'trimmed', 'ParentProcessName'),
    fill('command_line', 'trimmed', 'CommandLine'),
    fill('elevation', 'trimmed', 'TokenElevationType'),
  ],
};

export const CHANGE_MAPPINGS: readonly Mapping[] = [ACCOUNT_CHANGE, RENAME, SID_HISTORY, DSRM_PASSWORD, LOG_CHANGE, PROCESS_START];
