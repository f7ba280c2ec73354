import type { Event } from '../evtx/event.ts';
import { type Identity, SYSTEM_LOGON_ID } from './identity.ts';
import { auditKind, eventOf, type Moment } from './kind.ts';
import { KIND_4662 } from './replication.ts';

/** Kinds of event that fill the log of a busy domain controller and say nothing about logons. */

const FILTERING_PLATFORM = 12810;
const FILE_SYSTEM = 12800;

const KIND_5156 = auditKind(5156, 1, FILTERING_PLATFORM, {
  ProcessID: 'uint64',
  Application: 'text',
  Direction: 'text',
  SourceAddress: 'text',
  SourcePort: 'text',
  DestAddress: 'text',
  DestPort: 'text',
  Protocol: 'uint32',
  FilterRTID: 'uint64',
  LayerName: 'text',
  LayerRTID: 'uint64',
  RemoteUserID: 'sid',
  RemoteMachineID: 'sid',
});

const KIND_4658 = auditKind(4658, 0, FILE_SYSTEM, {
  SubjectUserSid: 'sid',
  SubjectUserName: 'text',
  SubjectDomainName: 'text',
  SubjectLogonId: 'hex64',
  ObjectServer: 'text',
  HandleId: 'pointer',
  ProcessId: 'pointer',
  ProcessName: 'text',
});

/** 5156: the firewall let a connection in. */
export function connectionAllowed(moment: Moment, from: string, port: number, to: string): Event {
  return eventOf(KIND_5156, moment, {
    ProcessID: moment.process,
    Application: '\\device\\harddiskvolume4\\windows\\system32\\lsass.exe',
    Direction: '%%14592',
    SourceAddress: to,
    SourcePort: '389',
    DestAddress: from,
    DestPort: String(port),
    Protocol: 6,
    FilterRTID: 67_512,
    LayerName: '%%14610',
    LayerRTID: 44,
    RemoteUserID: 'S-1-0-0',
    RemoteMachineID: 'S-1-0-0',
  });
}

/** 4662: an object of the directory was read. */
export function objectRead(moment: Moment, account: Identity, logonId: number): Event {
  return eventOf(KIND_4662, moment, {
    SubjectUserSid: account.sid,
    SubjectUserName: account.name,
    SubjectDomainName: account.domain,
    SubjectLogonId: logonId,
    ObjectServer: 'DS',
    ObjectType: '%{19195a5b-6da0-11d0-afd3-00c04fd930c9}',
    ObjectName: '%{c6f1d2a0-5b3e-4d0e-9d53-0c6f4d2b7a11}',
    OperationType: 'Object Access',
    HandleId: 0,
    AccessList: '%%7688\r\n\t\t\t\t',
    AccessMask: 0x100,
    Properties: '%%7688\r\n\t\t{1131f6aa-9c07-11d1-f79f-00c04fc2dcd2}\r\n\t{19195a5b-6da0-11d0-afd3-00c04fd930c9}\r\n',
    AdditionalInfo: '-',
    AdditionalInfo2: '',
  });
}

/** 4658: a handle to a file was closed. */
export function handleClosed(moment: Moment, computer: Identity, handle: number): Event {
  return eventOf(KIND_4658, moment, {
    SubjectUserSid: 'S-1-5-18',
    SubjectUserName: computer.name,
    SubjectDomainName: computer.domain,
    SubjectLogonId: SYSTEM_LOGON_ID,
    ObjectServer: 'Security',
    HandleId: handle,
    ProcessId: 0x2cc,
    ProcessName: 'C:\\Windows\\System32\\svchost.exe',
  });
}
