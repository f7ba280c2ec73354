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
  return explicit(moment, { ...given, subject: { ...given.subject, sid: 'S-1-5-18' }, logonId: SYSTEM_LOGON_ID, port: '0' });
}

/** 4648: somebody in a session of their own gave the password of another account, as for runas. */
export function credentialsUsed(moment: Moment, used: { account: Identity; subject: Identity; logonId: number; logonGuid: string }): Event {
  return explicit(moment, { ...used, address: '::1', port: '0' });
}

interface Explicit {
  readonly account: Identity;
  readonly subject: Identity;
  readonly logonId: number;
  readonly logonGuid: string;
  readonly address: string;
  readonly port: string;
}

function explicit(moment: Moment, { account, subject, logonId, logonGuid, address, port }: Explicit): Event {
  return eventOf(KIND_4648, moment, {
    SubjectUserSid: subject.sid,
    SubjectUserName: subject.name,
    SubjectDomainName: subject.domain,
    SubjectLogonId: logonId,
    LogonGuid: NO_GUID,
    TargetUserName: account.name,
    TargetDomainName: account.domain,
    TargetLogonGuid: logonGuid,
    TargetServerName: 'localhost',
    TargetInfo: 'localhost',
    ProcessId: 0x3dc,
    ProcessName: 'C:\\Windows\\System32\\svchost.exe',
    IpAddress: address,
    IpPort: port,
  });
}
