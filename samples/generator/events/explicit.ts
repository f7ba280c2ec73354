import type { Event } from '../evtx/event.ts';
import { type Identity, NO_GUID, SYSTEM_LOGON_ID } from './identity.ts';
import { auditKind, eventOf, type Moment } from './kind.ts';

const LOGON = 12544;

const KIND_4648 = auditKind(4648, 0, LOGON, {
  SubjectUserSid: 'sid',
  SubjectUserName: 'text',
  SubjectDomainName: 'text',
  SubjectLogonId: 'hex64',
  LogonGuid: 'guid',
  TargetUserName: 'text',
  TargetDomainName: 'text',
  TargetLogonGuid: 'guid',
  TargetServerName: 'text',
  TargetInfo: 'text',
  ProcessId: 'pointer',
  ProcessName: 'text',
  IpAddress: 'text',
  IpPort: 'text',
});

/** 4648: the machine's own program logged an account on with the password it was given, as for remote desktop. */
export function credentialsGiven(moment: Moment, given: { account: Identity; subject: Identity; logonGuid: string; address: string }): Event {
  return eventOf(KIND_4648, moment, {
    SubjectUserSid: 'S-1-5-18',
    SubjectUserName: given.subject.name,
    SubjectDomainName: given.subject.domain,
    SubjectLogonId: SYSTEM_LOGON_ID,
    LogonGuid: NO_GUID,
    TargetUserName: given.account.name,
    TargetDomainName: given.account.domain,
    TargetLogonGuid: given.logonGuid,
    TargetServerName: 'localhost',
    TargetInfo: 'localhost',
    ProcessId: 0x3dc,
    ProcessName: 'C:\\Windows\\System32\\svchost.exe',
    IpAddress: given.address,
    IpPort: '0',
  });
}
