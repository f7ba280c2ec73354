import type { Event } from '../evtx/event.ts';
import { type Identity, NOBODY, SYSTEM_LOGON_ID } from './identity.ts';
import { auditKind, eventOf, type Moment } from './kind.ts';

const PROCESS_CREATION = 13312;
const MEDIUM_INTEGRITY = 'S-1-16-8192';

const KIND_4688 = auditKind(4688, 2, PROCESS_CREATION, {
  SubjectUserSid: 'sid',
  SubjectUserName: 'text',
  SubjectDomainName: 'text',
  SubjectLogonId: 'hex64',
  NewProcessId: 'pointer',
  NewProcessName: 'text',
  TokenElevationType: 'text',
  ProcessId: 'pointer',
  CommandLine: 'text',
  TargetUserSid: 'sid',
  TargetUserName: 'text',
  TargetDomainName: 'text',
  TargetLogonId: 'hex64',
  ParentProcessName: 'text',
  MandatoryLabel: 'sid',
});

/** A program as it is started. */
export interface Program {
  readonly path: string;
  readonly commandLine: string;
  readonly parent: string;
}

/** 4688: a program was started. `logonId` null: by the system. */
export function processStarted(moment: Moment, who: Identity, logonId: number | null, program: Program, processId: number): Event {
  return eventOf(KIND_4688, moment, {
    SubjectUserSid: who.sid,
    SubjectUserName: who.name,
    SubjectDomainName: who.domain,
    SubjectLogonId: logonId ?? SYSTEM_LOGON_ID,
    NewProcessId: processId,
    NewProcessName: program.path,
    TokenElevationType: '%%1938',
    ProcessId: 0x1f4c,
    CommandLine: program.commandLine,
    TargetUserSid: NOBODY.sid,
    TargetUserName: NOBODY.name,
    TargetDomainName: NOBODY.domain,
    TargetLogonId: 0,
    ParentProcessName: program.parent,
    MandatoryLabel: MEDIUM_INTEGRITY,
  });
}
