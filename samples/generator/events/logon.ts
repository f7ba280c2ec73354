import type { Event } from '../evtx/event.ts';
import { type Identity, NOBODY, NOBODY_SID, SYSTEM_LOGON_ID } from './identity.ts';
import { auditKind, eventOf, type Moment } from './kind.ts';
import { NTSTATUS } from './ntlm.ts';

const LOGON = 12544;
const LOGOFF = 12545;
const SPECIAL_LOGON = 12548;

const KIND_4624 = auditKind(4624, 2, LOGON, {
  SubjectUserSid: 'sid',
  SubjectUserName: 'text',
  SubjectDomainName: 'text',
  SubjectLogonId: 'hex64',
  TargetUserSid: 'sid',
  TargetUserName: 'text',
  TargetDomainName: 'text',
  TargetLogonId: 'hex64',
  LogonType: 'uint32',
  LogonProcessName: 'text',
  AuthenticationPackageName: 'text',
  WorkstationName: 'text',
  LogonGuid: 'guid',
  TransmittedServices: 'text',
  LmPackageName: 'text',
  KeyLength: 'uint32',
  ProcessId: 'pointer',
  ProcessName: 'text',
  IpAddress: 'text',
  IpPort: 'text',
  ImpersonationLevel: 'text',
  RestrictedAdminMode: 'text',
  TargetOutboundUserName: 'text',
  TargetOutboundDomainName: 'text',
  VirtualAccount: 'text',
  TargetLinkedLogonId: 'hex64',
  ElevatedToken: 'text',
});

const KIND_4625 = auditKind(4625, 0, LOGON, {
  SubjectUserSid: 'sid',
  SubjectUserName: 'text',
  SubjectDomainName: 'text',
  SubjectLogonId: 'hex64',
  TargetUserSid: 'sid',
  TargetUserName: 'text',
  TargetDomainName: 'text',
  Status: 'hex32',
  FailureReason: 'text',
  SubStatus: 'hex32',
  LogonType: 'uint32',
  LogonProcessName: 'text',
  AuthenticationPackageName: 'text',
  WorkstationName: 'text',
  TransmittedServices: 'text',
  LmPackageName: 'text',
  KeyLength: 'uint32',
  ProcessId: 'pointer',
  ProcessName: 'text',
  IpAddress: 'text',
  IpPort: 'text',
});

const KIND_4634 = auditKind(4634, 0, LOGOFF, {
  TargetUserSid: 'sid',
  TargetUserName: 'text',
  TargetDomainName: 'text',
  TargetLogonId: 'hex64',
  LogonType: 'uint32',
});

const KIND_4672 = auditKind(4672, 0, SPECIAL_LOGON, {
  SubjectUserSid: 'sid',
  SubjectUserName: 'text',
  SubjectDomainName: 'text',
  SubjectLogonId: 'hex64',
  PrivilegeList: 'text',
});

/** Logon types the story uses. */
export const LOGON_TYPE = { interactive: 2, network: 3, batch: 4, service: 5, unlock: 7, remoteDesktop: 10 } as const;

/** The way a logon took through Windows: decides process, package and the words for them. */
export type Route = 'kerberos' | 'ntlm' | 'desktop' | 'service' | 'runas';

const ROUTES = {
  kerberos: { process: 'Kerberos', package: 'Kerberos', lm: '-', keyLength: 0, program: '-' },
  ntlm: { process: 'NtLmSsp ', package: 'NTLM', lm: 'NTLM V2', keyLength: 128, program: '-' },
  desktop: { process: 'User32 ', package: 'Negotiate', lm: '-', keyLength: 0, program: 'C:\\Windows\\System32\\svchost.exe' },
  runas: { process: 'seclogo', package: 'Negotiate', lm: '-', keyLength: 0, program: 'C:\\Windows\\System32\\svchost.exe' },
  service: { process: 'Advapi  ', package: 'Negotiate', lm: '-', keyLength: 0, program: 'C:\\Windows\\System32\\services.exe' },
} as const;

/** Where a logon came from, as the record says it. */
export interface Origin {
  readonly route: Route;
  readonly type: number;
  /** `-` where Windows writes none. */
  readonly address: string;
  readonly port: string;
  /** What the terminal calls itself; `-` with Kerberos. */
  readonly workstation: string;
}

export interface Session {
  readonly account: Identity;
  readonly logonId: number;
  readonly origin: Origin;
  /** Computer account that asked for the logon on this machine; null: nobody, it came over the network. */
  readonly subject: Identity | null;
  /** Logon id of a person who asked for it; undefined: the machine itself did. */
  readonly subjectLogonId?: number;
  readonly logonGuid: string;
  readonly elevated: boolean;
  /** The other token of the same logon; 0: none. */
  readonly linkedLogonId: number;
  /** Bits of the session key. Default: what Windows agrees on. Tools often make none (0). */
  readonly keyLength?: number;
}

/** Process id of the program that took a local logon. */
const PROGRAM_PROCESS = 0x3dc;

/** 4624: an account logged on here. */
export function loggedOn(moment: Moment, session: Session): Event {
  const { account, origin } = session;
  const route = ROUTES[origin.route];
  const subject = subjectOf(session.subject, session.subjectLogonId);
  return eventOf(KIND_4624, moment, {
    // Written out, because the time of a spread here shows in a large log.
    SubjectUserSid: subject.SubjectUserSid,
    SubjectUserName: subject.SubjectUserName,
    SubjectDomainName: subject.SubjectDomainName,
    SubjectLogonId: subject.SubjectLogonId,
    TargetUserSid: account.sid,
    TargetUserName: account.name,
    TargetDomainName: account.domain,
    TargetLogonId: session.logonId,
    LogonType: origin.type,
    LogonProcessName: route.process,
    AuthenticationPackageName: route.package,
    WorkstationName: origin.workstation,
    LogonGuid: session.logonGuid,
    TransmittedServices: '-',
    LmPackageName: route.lm,
    KeyLength: session.keyLength ?? route.keyLength,
    ProcessId: route.program === '-' ? 0 : PROGRAM_PROCESS,
    ProcessName: route.program,
    IpAddress: origin.address,
    IpPort: origin.port,
    ImpersonationLevel: '%%1833',
    RestrictedAdminMode: origin.type === LOGON_TYPE.remoteDesktop ? '%%1843' : '-',
    TargetOutboundUserName: '-',
    TargetOutboundDomainName: '-',
    VirtualAccount: '%%1843',
    TargetLinkedLogonId: session.linkedLogonId,
    ElevatedToken: session.elevated ? '%%1842' : '%%1843',
  });
}

/** Text of FailureReason for a status, as a reference into Windows' own messages. */
function failureReason(subStatus: number): string {
  if (subStatus === NTSTATUS.disabled) return '%%2310';
  if (subStatus === NTSTATUS.terminalNotPermitted) return '%%2312';
  return '%%2313';
}

/** 4625: an account failed to log on here. Whoever it was, the SID is nobody's. */
export function failedToLogOn(
  moment: Moment,
  failure: { account: Identity; origin: Origin; subject: Identity | null; status: number; subStatus: number },
): Event {
  const { account, origin } = failure;
  const route = ROUTES[origin.route];
  return eventOf(
    KIND_4625,
    moment,
    {
      ...subjectOf(failure.subject),
      TargetUserSid: NOBODY_SID,
      TargetUserName: account.name,
      TargetDomainName: account.domain,
      Status: failure.status,
      FailureReason: failureReason(failure.subStatus),
      SubStatus: failure.subStatus,
      LogonType: origin.type,
      LogonProcessName: route.process,
      AuthenticationPackageName: route.package,
      WorkstationName: origin.workstation,
      TransmittedServices: '-',
      LmPackageName: '-',
      KeyLength: 0,
      ProcessId: route.program === '-' ? 0 : PROGRAM_PROCESS,
      ProcessName: route.program,
      IpAddress: origin.address,
      IpPort: origin.port,
    },
    true,
  );
}

/** 4634: a logon session ended. */
export function loggedOff(moment: Moment, session: Session): Event {
  return eventOf(KIND_4634, moment, {
    TargetUserSid: session.account.sid,
    TargetUserName: session.account.name,
    TargetDomainName: session.account.domain,
    TargetLogonId: session.logonId,
    LogonType: session.origin.type,
  });
}

/** 4672: the session has privileges that matter on this machine. */
export function privilegesAssigned(moment: Moment, account: Identity, logonId: number, privileges: readonly string[]): Event {
  return eventOf(KIND_4672, moment, {
    SubjectUserSid: account.sid,
    SubjectUserName: account.name,
    SubjectDomainName: account.domain,
    SubjectLogonId: logonId,
    PrivilegeList: privileges.join('\r\n\t\t\t'),
  });
}

function subjectOf(
  subject: Identity | null,
  logonId?: number,
): { SubjectUserSid: string; SubjectUserName: string; SubjectDomainName: string; SubjectLogonId: number } {
  const { name, domain, sid } = subject ?? NOBODY;
  return {
    SubjectUserSid: subject === null ? NOBODY_SID : logonId === undefined ? 'S-1-5-18' : sid,
    SubjectUserName: name,
    SubjectDomainName: domain,
    SubjectLogonId: subject === null ? 0 : (logonId ?? SYSTEM_LOGON_ID),
  };
}
