import { credentialsGiven, credentialsUsed } from '../events/explicit.ts';
import type { Identity } from '../events/identity.ts';
import { failedToLogOn, LOGON_TYPE } from '../events/logon.ts';
import { NTSTATUS } from '../events/ntlm.ts';
import type { Event } from '../evtx/event.ts';
import { SECOND } from '../story/clock.ts';
import type { Account } from '../story/people.ts';
import { askServiceTicket, askTicket, checkNtlm, giveWrongPassword } from '../story/requests.ts';
import { openRemoteDesktop, openSession, refuseVisit, sessionOf, visit, visitByNtlm } from '../story/sessions.ts';
import type { Stage } from '../story/stage.ts';
import { computerIdentity, DC01, DOMAIN, domainSid, FS01, identityOf, type Machine } from '../story/town.ts';
import { RECORDERS } from './town/place.ts';

/** Somebody logs on at a machine, which reads the group policy. The attempts it leaves. */
export function logOn(stage: Stage, at: number, who: Account, machine: Machine, privileged = false): Event[] {
  const source = stage.sourceOf(machine, at);
  const account = identityOf(who);
  const ticket = askTicket(stage, at, account, source);
  askServiceTicket(stage, at + 0.03 * SECOND, account, machine, source);
  askServiceTicket(stage, at + 1.5 * SECOND, account, source.controller, source);
  return [ticket, visit(stage, at + 1.52 * SECOND, source.controller, { account, address: source.address, lasts: 12 * SECOND, privileged })];
}

/** Opens a share of the file server by Kerberos. */
export function openFiles(stage: Stage, at: number, who: Account, machine: Machine, lasts: number, privileged = false): Event {
  const source = stage.sourceOf(machine, at);
  const account = identityOf(who);
  askServiceTicket(stage, at, account, FS01, source);
  return visit(stage, at + 0.05 * SECOND, FS01, { account, address: source.address, lasts, privileged });
}

/** Wrong passwords by Kerberos, some time apart. */
export function fail(stage: Stage, at: number, who: Account, machine: Machine, times: number, gap: number): Event[] {
  return Array.from({ length: times }, (_, i) => giveWrongPassword(stage, at + i * gap, identityOf(who), stage.sourceOf(machine, at + i * gap)));
}

/** A wrong password while unlocking a desktop: the server has it checked, and turns the person away itself (4625). */
export function failToUnlock(stage: Stage, at: number, who: Account, machine: Machine): Event[] {
  const account = identityOf(who);
  const origin = { route: 'desktop', type: LOGON_TYPE.unlock, address: '127.0.0.1', port: '0', workstation: machine.name } as const;
  const failure = { account, origin, subject: computerIdentity(machine), status: NTSTATUS.logonFailure, subStatus: NTSTATUS.wrongPassword };
  const [asked] = fail(stage, at, who, machine, 1, 0);
  const refused = stage.write(machine, failedToLogOn(stage.moment(machine, at + 20), failure));
  return asked === undefined ? [refused] : [asked, refused];
}

/** A name that the directory lacks. */
export function stranger(name: string): Identity {
  return { name, domain: DOMAIN.name, sid: domainSid(0) };
}

/**
 * Remote desktop of an administrator from one machine on another. The server then asks for the administrator's tickets.
 * `at` are the attempts seen from where it began, `onServer` those that the server makes.
 */
export function goOnTo(stage: Stage, at: number, who: Account, from: Machine, server: Machine, lasts: number): { at: Event[]; onServer: Event[] } {
  const account = identityOf(who);
  const source = stage.sourceOf(from, at);
  askServiceTicket(stage, at, account, server, source);
  const seen = RECORDERS.has(server) ? openRemoteDesktop(stage, at + 0.1 * SECOND, server, { account, address: source.address, lasts }) : [];
  if (server.role === 'domain controller') return { at: seen, onServer: [] };
  return { at: seen, onServer: logOn(stage, at + 2.3 * SECOND, who, server, true) };
}

/** The desktop of somebody who is no administrator, on a machine that keeps a log. */
export function openDesktop(
  stage: Stage,
  at: number,
  who: Account,
  from: Machine,
  server: Machine,
  lasts: number,
): { session: Event; logonId: number } {
  const account = identityOf(who);
  const source = stage.sourceOf(from, at);
  askServiceTicket(stage, at, account, server, source);
  const subject = computerIdentity(server);
  const origin = { route: 'desktop', type: LOGON_TYPE.remoteDesktop, address: source.address, port: '0', workstation: server.name } as const;
  const session = { ...sessionOf(stage, account, origin), subject, elevated: false };
  stage.write(
    server,
    credentialsGiven(stage.moment(server, at + SECOND), { account, subject, logonGuid: session.logonGuid, address: source.address }),
  );
  const opened = openSession(stage, at + 1.01 * SECOND, server, session, lasts, false);
  return { session: opened, logonId: session.logonId };
}

/** Somebody in a session of their own runs a program with an administrator's password. */
export function runAs(stage: Stage, at: number, by: Account, logonId: number, who: Account, machine: Machine): Event[] {
  const account = identityOf(who);
  const subject = identityOf(by);
  const origin = { route: 'runas', type: LOGON_TYPE.interactive, address: '::1', port: '0', workstation: machine.name } as const;
  const session = { ...sessionOf(stage, account, origin), subject, subjectLogonId: logonId };
  stage.write(machine, credentialsUsed(stage.moment(machine, at), { account, subject, logonId, logonGuid: session.logonGuid }));
  const asked = logOn(stage, at - 0.05 * SECOND, who, machine, true);
  return [...asked, openSession(stage, at + 0.01 * SECOND, machine, session, 600 * SECOND, true)];
}

export interface NtlmTry {
  readonly account: Identity;
  /** What the terminal calls itself. */
  readonly workstation: string;
  readonly address: string;
  /** Which server is reached for. Null: one whose log is not collected. */
  readonly server: Machine | null;
}

/** A password given by NTLM, and right: the server asks DC01, which knows the name alone. */
export function enterByNtlm(stage: Stage, at: number, { account, workstation, address, server }: NtlmTry, privileged = false): Event[] {
  const checked = checkNtlm(stage, at, account.name, workstation);
  if (server === null) return [checked];
  return [checked, visitByNtlm(stage, at + 9, server, workstation, { account, address, lasts: 60 * SECOND, privileged })];
}

/** The same, and wrong. */
export function failByNtlm(
  stage: Stage,
  at: number,
  { account, workstation, address, server }: NtlmTry,
  status: number = NTSTATUS.wrongPassword,
): Event[] {
  const checked = checkNtlm(stage, at, account.name, workstation, status);
  return server === null ? [checked] : [checked, refuseVisit(stage, at + 9, account, { address, workstation }, status, server)];
}

/** Where requests come from that no machine of the town made. */
export function fromAddress(address: string): { address: string; controller: Machine } {
  return { address, controller: DC01 };
}
