import { credentialsGiven } from '../events/explicit.ts';
import { type Identity, NO_GUID } from '../events/identity.ts';
import { failedToLogOn, LOGON_TYPE, loggedOff, loggedOn, type Origin, privilegesAssigned, type Session } from '../events/logon.ts';
import { NTSTATUS } from '../events/ntlm.ts';
import type { Event } from '../evtx/event.ts';
import { MINUTE, SECOND } from './clock.ts';
import type { Stage } from './stage.ts';
import { computerIdentity, FS01, type Machine } from './town.ts';

/** Privileges of an administrator on a server. */
const ADMINISTRATOR = [
  'SeSecurityPrivilege',
  'SeBackupPrivilege',
  'SeRestorePrivilege',
  'SeTakeOwnershipPrivilege',
  'SeDebugPrivilege',
  'SeSystemEnvironmentPrivilege',
  'SeLoadDriverPrivilege',
  'SeImpersonatePrivilege',
];

export interface Visit {
  readonly account: Identity;
  readonly address: string;
  /** How long the session lasts, in milliseconds. */
  readonly lasts: number;
  /** Whether the account administers the machine. */
  readonly privileged?: boolean;
}

/** An account reaches a machine over the network with a Kerberos ticket: 4624 type 3, 4634, and 4672 just before where it has privileges. */
export function visit(stage: Stage, at: number, recorder: Machine, { account, address, lasts, privileged = false }: Visit): Event {
  const origin: Origin = {
    route: 'kerberos',
    type: LOGON_TYPE.network,
    address,
    port: address === '-' ? '-' : String(stage.port()),
    workstation: '-',
  };
  return openSession(stage, at, recorder, sessionOf(stage, account, origin), lasts, privileged);
}

/** The same by NTLM: the terminal says its own name. */
export function visitByNtlm(stage: Stage, at: number, recorder: Machine, workstation: string, one: Visit): Event {
  const origin: Origin = { route: 'ntlm', type: LOGON_TYPE.network, address: one.address, port: String(stage.port()), workstation };
  const session = { ...sessionOf(stage, one.account, origin), logonGuid: NO_GUID };
  return openSession(stage, at, recorder, session, one.lasts, one.privileged ?? false);
}

/** A service or task of the machine logs its account on: no address, the machine's own account asks. */
export function runProgram(stage: Stage, at: number, recorder: Machine, account: Identity, type: 4 | 5, lasts: number): Event {
  const origin: Origin = { route: 'service', type, address: '-', port: '-', workstation: recorder.name };
  const session = { ...sessionOf(stage, account, origin), subject: computerIdentity(recorder) };
  return openSession(stage, at, recorder, session, lasts, true);
}

/** Remote desktop: network level authentication first (type 3), then the desktop (type 10) with both tokens of an administrator. */
export function openRemoteDesktop(stage: Stage, at: number, recorder: Machine, { account, address, lasts }: Visit): Event[] {
  const subject = computerIdentity(recorder);
  const first = visit(stage, at, recorder, { account, address, lasts: 20 * SECOND });
  const desktopAt = at + 2.4 * SECOND;
  const logonGuid = stage.random.guid();
  const origin: Origin = { route: 'desktop', type: LOGON_TYPE.remoteDesktop, address, port: '0', workstation: recorder.name };
  const elevated = stage.logonId();
  const filtered = elevated + 0x16;
  const session = { account, origin, subject, logonGuid };
  stage.write(recorder, credentialsGiven(stage.moment(recorder, desktopAt), { account, subject, logonGuid, address }));
  const both = [
    openSession(stage, desktopAt + 3, recorder, { ...session, logonId: elevated, linkedLogonId: filtered, elevated: true }, lasts, true),
    openSession(stage, desktopAt + 6, recorder, { ...session, logonId: filtered, linkedLogonId: elevated, elevated: false }, lasts, false),
  ];
  return [first, ...both];
}

/** 4625 at a server: somebody was turned away over the network. */
export function refuseVisit(
  stage: Stage,
  at: number,
  account: Identity,
  from: { address: string; workstation: string },
  subStatus: number,
  recorder: Machine = FS01,
): Event {
  const restricted = subStatus === NTSTATUS.terminalNotPermitted || subStatus === NTSTATUS.disabled;
  return stage.write(
    recorder,
    failedToLogOn(stage.moment(recorder, at), {
      account,
      origin: { route: 'ntlm', type: LOGON_TYPE.network, ...from, port: String(stage.port()) },
      subject: null,
      status: restricted ? NTSTATUS.accountRestriction : NTSTATUS.logonFailure,
      subStatus,
    }),
  );
}

/** A session over the network that nobody on the machine asked for. */
export function sessionOf(stage: Stage, account: Identity, origin: Origin): Session {
  return { account, origin, logonId: stage.logonId(), subject: null, logonGuid: stage.random.guid(), elevated: true, linkedLogonId: 0 };
}

/** Writes a session from its privileges to its end. */
export function openSession(stage: Stage, at: number, recorder: Machine, session: Session, lasts: number, privileged: boolean): Event {
  if (privileged) stage.write(recorder, privilegesAssigned(stage.moment(recorder, at - 1.5), session.account, session.logonId, ADMINISTRATOR));
  const opened = stage.write(recorder, loggedOn(stage.moment(recorder, at), session));
  stage.write(recorder, loggedOff(stage.moment(recorder, at + Math.max(lasts, 0.2 * MINUTE)), session));
  return opened;
}
