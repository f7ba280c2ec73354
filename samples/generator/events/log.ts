import type { Event } from '../evtx/event.ts';
import type { Identity } from './identity.ts';
import { eventlogKind, eventOf, type Moment } from './kind.ts';

const LOG_CLEARED = 104;

const KIND_1102 = eventlogKind(1102, LOG_CLEARED, 'LogFileCleared', {
  SubjectUserSid: 'sid',
  SubjectUserName: 'text',
  SubjectDomainName: 'text',
  SubjectLogonId: 'hex64',
});

/** 1102: somebody cleared the log; always the first record of what follows. */
export function logCleared(moment: Moment, account: Identity, logonId: number): Event {
  return eventOf(KIND_1102, moment, {
    SubjectUserSid: account.sid,
    SubjectUserName: account.name,
    SubjectDomainName: account.domain,
    SubjectLogonId: logonId,
  });
}
