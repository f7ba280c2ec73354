import type { Event } from '../evtx/event.ts';
import { type Identity, SYSTEM_LOGON_ID } from './identity.ts';
import { auditKind, eventOf, type Moment } from './kind.ts';

const ACCOUNT_MANAGEMENT = 13824;
const GROUP_MANAGEMENT = 13826;

const TARGET = { TargetUserName: 'text', TargetDomainName: 'text', TargetSid: 'sid' } as const;
const SUBJECT = { SubjectUserSid: 'sid', SubjectUserName: 'text', SubjectDomainName: 'text', SubjectLogonId: 'hex64' } as const;

const KIND_4723 = auditKind(4723, 0, ACCOUNT_MANAGEMENT, {
  ...TARGET,
  ...SUBJECT,
  PrivilegeList: 'text',
});

const KIND_4740 = auditKind(4740, 0, ACCOUNT_MANAGEMENT, {
  ...TARGET,
  ...SUBJECT,
});

const KIND_4767 = auditKind(4767, 0, ACCOUNT_MANAGEMENT, {
  ...TARGET,
  ...SUBJECT,
});

/** 4723: an account changed its own password. */
export function passwordChanged(moment: Moment, account: Identity, logonId: number): Event {
  return eventOf(KIND_4723, moment, {
    ...targetOf(account),
    ...subjectOf(account, logonId),
    PrivilegeList: '-',
  });
}

/** 4740: an account was locked out. The calling computer stands in TargetDomainName. */
export function lockedOut(moment: Moment, account: Identity, terminal: string, controller: Identity): Event {
  return eventOf(KIND_4740, moment, {
    TargetUserName: account.name,
    TargetDomainName: terminal,
    TargetSid: account.sid,
    SubjectUserSid: 'S-1-5-18',
    SubjectUserName: controller.name,
    SubjectDomainName: controller.domain,
    SubjectLogonId: SYSTEM_LOGON_ID,
  });
}

/** 4767: somebody unlocked an account. */
export function unlocked(moment: Moment, account: Identity, by: Identity, logonId: number): Event {
  return eventOf(KIND_4767, moment, {
    ...targetOf(account),
    ...subjectOf(by, logonId),
  });
}

const KIND_4720 = auditKind(4720, 0, ACCOUNT_MANAGEMENT, {
  ...TARGET,
  ...SUBJECT,
  PrivilegeList: 'text',
  SamAccountName: 'text',
  DisplayName: 'text',
  UserPrincipalName: 'text',
});

const KIND_4728 = auditKind(4728, 0, GROUP_MANAGEMENT, {
  MemberName: 'text',
  MemberSid: 'sid',
  ...TARGET,
  ...SUBJECT,
  PrivilegeList: 'text',
});

/** 4720: an account was made. */
export function accountMade(moment: Moment, account: Identity, by: Identity, logonId: number): Event {
  return eventOf(KIND_4720, moment, {
    ...targetOf(account),
    ...subjectOf(by, logonId),
    PrivilegeList: '-',
    SamAccountName: account.name,
    DisplayName: '%%1793',
    UserPrincipalName: '-',
  });
}

/** 4728: somebody was put into a group of the domain. */
export function memberAdded(moment: Moment, member: Identity, group: Identity, by: Identity, logonId: number): Event {
  return eventOf(KIND_4728, moment, {
    MemberName: `CN=${member.name},CN=Users,DC=midori,DC=example,DC=jp`,
    MemberSid: member.sid,
    ...targetOf(group),
    ...subjectOf(by, logonId),
    PrivilegeList: '-',
  });
}

function targetOf({ sid, name, domain }: Identity) {
  return { TargetUserName: name, TargetDomainName: domain, TargetSid: sid };
}

function subjectOf({ sid, name, domain }: Identity, logonId: number) {
  return { SubjectUserSid: sid, SubjectUserName: name, SubjectDomainName: domain, SubjectLogonId: logonId };
}
