import { ANONYMOUS, SYSTEM } from '../events/identity.ts';
import { LOGON_TYPE } from '../events/logon.ts';
import { eventlogStopped, started } from '../events/system.ts';
import { DAYS, HOUR, MINUTE, on, SECOND, WEEK_BEGINS, WEEK_ENDS } from './clock.ts';
import { askServiceTicket, askTicket, ownSource } from './requests.ts';
import { runProgram, visit } from './sessions.ts';
import type { Stage } from './stage.ts';
import { computerIdentity, DC01, DC02, DOMAIN, FIXED_MACHINES, type Machine, RECORDERS } from './town.ts';

/** A computer starts: its own account gets a ticket and reads the directory. This is what proves who holds an address. */
export function boot(stage: Stage, machine: Machine, at: number): void {
  askTicket(stage, at, computerIdentity(machine, DOMAIN.realm), stage.sourceOf(machine, at));
  refreshPolicy(stage, machine, at + 2 * SECOND);
}

/** A computer asks for its group policy, as it does at start and now and then after. */
export function refreshPolicy(stage: Stage, machine: Machine, at: number): void {
  const source = stage.sourceOf(machine, at);
  askServiceTicket(stage, at, computerIdentity(machine), source.controller, source);
  const account = computerIdentity(machine, DOMAIN.realm);
  visit(stage, at + 0.02 * SECOND, source.controller, { account, address: source.address, lasts: 15 * SECOND });
}

/** A computer that is on from one moment to another. */
export function stayOn(stage: Stage, machine: Machine, from: number, until: number): void {
  boot(stage, machine, from);
  for (let at = from + refreshGap(stage); at < until; at += refreshGap(stage)) refreshPolicy(stage, machine, at);
}

function refreshGap(stage: Stage): number {
  return stage.random.between(170, 230) * MINUTE;
}

/** Servers and admin terminals never sleep. */
export function serversRun(stage: Stage): void {
  for (const machine of FIXED_MACHINES) {
    if (machine.role === 'domain controller') continue;
    stayOn(stage, machine, WEEK_BEGINS + stage.random.between(5, 90) * MINUTE, WEEK_ENDS);
  }
  for (const recorder of RECORDERS) recorderRuns(stage, recorder);
  controllersReplicate(stage);
  restart(stage, DC02, on('Sat', '02:00'));
}

/** What a recording machine writes about itself: services of SYSTEM, anonymous sessions, and a domain controller's tickets to itself. */
export function recorderRuns(stage: Stage, recorder: Machine): void {
  for (let at = WEEK_BEGINS + 20 * MINUTE; at < WEEK_ENDS; at += stage.random.between(300, 420) * MINUTE) {
    runProgram(stage, at, recorder, SYSTEM, LOGON_TYPE.service, 8 * 24 * HOUR);
    if (recorder.role !== 'domain controller') continue;
    const account = computerIdentity(recorder, DOMAIN.realm);
    askServiceTicket(stage, at + 30 * SECOND, computerIdentity(recorder), recorder, ownSource(recorder));
    visit(stage, at + 31 * SECOND, recorder, { account, address: '::1', lasts: 10 * SECOND, privileged: true });
  }
  for (const day of DAYS)
    visit(stage, on(day, '04:30') + stage.random.between(0, 50) * MINUTE, recorder, { account: ANONYMOUS, address: '-', lasts: MINUTE });
}

/** DC02 speaks to DC01 by its address of the link, and the other way round by IPv4. */
export function controllersReplicate(stage: Stage): void {
  for (let at = WEEK_BEGINS + 40 * MINUTE; at < WEEK_ENDS; at += stage.random.between(220, 320) * MINUTE) {
    askServiceTicket(stage, at, computerIdentity(DC02), DC01, { address: 'fe80::41c8:9f02:7d1e:12', controller: DC01 });
    visit(stage, at + 20, DC01, {
      account: computerIdentity(DC02, DOMAIN.realm),
      address: 'fe80::41c8:9f02:7d1e:12',
      lasts: MINUTE,
      privileged: true,
    });
    askServiceTicket(stage, at + 90 * SECOND, computerIdentity(DC01), DC02, { ...stage.sourceOf(DC01, at), controller: DC02 });
  }
}

/** A night of updates: the log stops, and the machine starts again. */
export function restart(stage: Stage, machine: Machine, at: number): void {
  stage.write(machine, eventlogStopped(stage.moment(machine, at)));
  stage.write(machine, started(stage.moment(machine, at + 3.5 * MINUTE)));
  runProgram(stage, at + 3.6 * MINUTE, machine, SYSTEM, LOGON_TYPE.service, 8 * 24 * HOUR);
}
