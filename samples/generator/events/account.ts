import type { Event } from '../evtx/event.ts';
import { type Identity, SYSTEM_LOGON_ID } from './identity.ts';
import { auditKind, eventOf, type Moment } from './kind.ts';

const ACCOUNT_MANAGEMENT = 13824;

const KIND_4723 = auditKind(4723, 0, ACCOUNT_MANAGEMENT, {
  TargetUserName: 'text',
  TargetDomainName: 'text',
  TargetSid: 'sid',
  SubjectUserSid: 'sid',
  SubjectUserName: 'text',
  SubjectDomainName: 'text',
  SubjectLogonId: 'hex64',
  PrivilegeList: 'text',
});

const KIND_4740 = auditKind(4740, 0, ACCOUNT_MANAGEMENT, {
  TargetUserName: 'text',
  TargetDomainName: 'text',
  TargetSid: 'sid',
  SubjectUserSid: 'sid',
  SubjectUserName: 'text',
  SubjectDomainName: 'text',
  SubjectLogonId: 'hex64',
});

const KIND_4767 = auditKind(4767, 0, ACCOUNT_MANAGEMENT, {
  TargetUserName: 'text',
  TargetDomainName: 'text',
  TargetSid: 'sid',
  SubjectUserSid: 'sid',
  SubjectUserName: 'text',
  SubjectDomainName: 'text',
  SubjectLogonId: 'hex64',
});

/** 4723: an account changed its own password. */
export function passwordChanged(moment: Moment, account: Identity, logonId: number): Event {
  return eventOf(KIND_4723, moment, {
    TargetUserName: account.name,
    TargetDomainName: account.domain,
    TargetSid: account.sid,
    SubjectUserSid: account.sid,
    SubjectUserName: account.name,
    SubjectDomainName: account.domain,
    SubjectLogonId: logonId,
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
    TargetUserName: account.name,
    TargetDomainName: account.domain,
    TargetSid: account.sid,
    SubjectUserSid: by.sid,
    SubjectUserName: by.name,
    SubjectDomainName: by.domain,
    SubjectLogonId: logonId,
  });
}
