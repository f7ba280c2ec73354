import type { Event } from '../evtx/event.ts';
import type { Identity } from './identity.ts';
import { auditKind, eventOf, type Moment } from './kind.ts';

const DIRECTORY_ACCESS = 14080;
/** DS-Replication-Get-Changes-All: with it the hashes of passwords are given out. */
const GET_CHANGES_ALL = '{1131f6ad-9c07-11d1-f79f-00c04fc2dcd2}';
const DOMAIN_CLASS = '{19195a5b-6da0-11d0-afd3-00c04fd930c9}';

/** An object of the directory was used. */
export const KIND_4662 = auditKind(4662, 0, DIRECTORY_ACCESS, {
  SubjectUserSid: 'sid',
  SubjectUserName: 'text',
  SubjectDomainName: 'text',
  SubjectLogonId: 'hex64',
  ObjectServer: 'text',
  ObjectType: 'text',
  ObjectName: 'text',
  OperationType: 'text',
  HandleId: 'pointer',
  AccessList: 'text',
  AccessMask: 'hex32',
  Properties: 'text',
  AdditionalInfo: 'text',
  AdditionalInfo2: 'text',
});

/** 4662: an account replicates the directory, as domain controllers do. */
export function replicated(moment: Moment, by: Identity, logonId: number): Event {
  return eventOf(KIND_4662, moment, {
    SubjectUserSid: by.sid,
    SubjectUserName: by.name,
    SubjectDomainName: by.domain,
    SubjectLogonId: logonId,
    ObjectServer: 'DS',
    ObjectType: `%${DOMAIN_CLASS}`,
    ObjectName: '%{2d11b5f8-52a1-4a3c-9a0e-4a6d4c9d7f10}',
    OperationType: 'Object Access',
    HandleId: 0,
    AccessList: '%%7688\r\n\t\t\t\t',
    AccessMask: 0x100,
    Properties: `%%7688\r\n\t\t${GET_CHANGES_ALL}\r\n\t${DOMAIN_CLASS}\r\n`,
    AdditionalInfo: '-',
    AdditionalInfo2: '',
  });
}
