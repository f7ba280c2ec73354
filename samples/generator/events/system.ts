import type { Event } from '../evtx/event.ts';
import { auditKind, eventlogKind, eventOf, type Moment } from './kind.ts';

const SERVICE_SHUTDOWN = 103;
const SECURITY_STATE = 12288;

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
