import type { Event } from '../evtx/event.ts';
import { type Identity, SYSTEM_LOGON_ID } from './identity.ts';
import { auditKind, eventlogKind, eventOf, fileTime, type Moment } from './kind.ts';

const SERVICE_SHUTDOWN = 103;
const SECURITY_STATE = 12288;

const LOG_CLEAR = 104;
const POLICY_CHANGE = 13568;

const SUBJECT = { SubjectUserSid: 'sid', SubjectUserName: 'text', SubjectDomainName: 'text', SubjectLogonId: 'hex64' } as const;

const KIND_1102 = eventlogKind(1102, LOG_CLEAR, 'LogFileCleared', SUBJECT);
const KIND_4616 = auditKind(4616, 1, SECURITY_STATE, {
  ...SUBJECT,
  PreviousTime: 'filetime',
  NewTime: 'filetime',
  ProcessId: 'pointer',
  ProcessName: 'text',
});
const KIND_4719 = auditKind(4719, 0, POLICY_CHANGE, {
  ...SUBJECT,
  CategoryId: 'text',
  SubcategoryId: 'text',
  SubcategoryGuid: 'guid',
  AuditPolicyChanges: 'text',
});
const KIND_1100 = eventlogKind(1100, SERVICE_SHUTDOWN, 'ServiceShutdown', {});
const KIND_4608 = auditKind(4608, 0, SECURITY_STATE, {});

/** 1100: the Eventlog service stopped, as it does whenever the machine shuts down. */
export function eventlogStopped(moment: Moment): Event {
  return eventOf(KIND_1100, moment, {});
}

/** 4608: the machine started; logon ids begin anew. */
export function started(moment: Moment): Event {
  return eventOf(KIND_4608, moment, {});
}

/** 1102: somebody cleared the log; this is its first record. */
export function logCleared(moment: Moment, by: Identity, logonId: number): Event {
  return eventOf(KIND_1102, moment, subjectOf(by, logonId));
}

/** 4616: the machine set its clock to the moment of the event, from another (Unix milliseconds). */
export function clockSet(moment: Moment, machine: Identity, from: number): Event {
  return eventOf(KIND_4616, moment, {
    ...subjectOf({ ...machine, sid: 'S-1-5-18' }, SYSTEM_LOGON_ID),
    PreviousTime: fileTime(from),
    NewTime: fileTime(moment.at),
    ProcessId: 0x4d0,
    ProcessName: 'C:\\Windows\\System32\\svchost.exe',
  });
}

/** 4719: failures of Kerberos authentication are recorded no longer. */
export function failuresSwitchedOff(moment: Moment, machine: Identity): Event {
  return eventOf(KIND_4719, moment, {
    ...subjectOf({ ...machine, sid: 'S-1-5-18' }, SYSTEM_LOGON_ID),
    CategoryId: '%%8280',
    SubcategoryId: '%%14339',
    SubcategoryGuid: '{0CCE9242-69AE-11D9-BED3-505054503030}',
    AuditPolicyChanges: '%%8450',
  });
}

function subjectOf({ sid, name, domain }: Identity, logonId: number) {
  return { SubjectUserSid: sid, SubjectUserName: name, SubjectDomainName: domain, SubjectLogonId: logonId };
}
