import type { Identity } from '../events/identity.ts';
import { HOUR, MINUTE, SECOND } from './clock.ts';
import type { Account } from './people.ts';
import { askServiceTicket, askTicket } from './requests.ts';
import { visit } from './sessions.ts';
import type { Source, Stage } from './stage.ts';
import { FS01, identityOf, type Machine } from './town.ts';

/** Somebody logs on at a terminal: a ticket, the terminal's own ticket, the directory for group policy. */
export function logOnAt(stage: Stage, at: number, who: Account, machine: Machine): void {
  const source = stage.sourceOf(machine, at);
  const account = identityOf(who);
  askTicket(stage, at, account, source);
  askServiceTicket(stage, at + 0.03 * SECOND, account, machine, source);
  readDirectory(stage, at + 1.5 * SECOND, account, source);
}

/** The terminal reads the account's group policy from the domain controller. */
export function readDirectory(stage: Stage, at: number, account: Identity, source: Source, privileged = false): void {
  askServiceTicket(stage, at, account, source.controller, source);
  visit(stage, at + 0.02 * SECOND, source.controller, { account, address: source.address, lasts: 12 * SECOND, privileged });
}

/** Somebody opens the shared drive of the file server. */
export function openShare(stage: Stage, at: number, who: Account, machine: Machine, lasts: number): void {
  const source = stage.sourceOf(machine, at);
  const account = identityOf(who);
  askServiceTicket(stage, at, account, FS01, source);
  visit(stage, at + 0.05 * SECOND, FS01, { account, address: source.address, lasts });
}

/** Back from lunch: the screen is unlocked with the password. */
export function unlock(stage: Stage, at: number, who: Account, machine: Machine): void {
  const source = stage.sourceOf(machine, at);
  askTicket(stage, at, identityOf(who), source);
  askServiceTicket(stage, at + 0.03 * SECOND, identityOf(who), machine, source);
}

/** From the first logon to the evening. */
export function work(stage: Stage, who: Account, machine: Machine, from: number, until: number): void {
  logOnAt(stage, from, who, machine);
  openShare(stage, from + stage.random.between(20, 600) * SECOND, who, machine, until - from - HOUR);
  const lunch = from + 4.6 * HOUR + stage.random.between(0, 20) * MINUTE;
  if (lunch < until && stage.random.chance(0.5)) unlock(stage, lunch, who, machine);
}
