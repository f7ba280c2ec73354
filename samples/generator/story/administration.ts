import { MINUTE, on, SECOND } from './clock.ts';
import { type Account, ADMINS } from './people.ts';
import { askServiceTicket, askTicket } from './requests.ts';
import { openRemoteDesktop } from './sessions.ts';
import type { Stage } from './stage.ts';
import { ADM01, ADM02, ADM03, DC01, FS01, GW01, identityOf, type Machine } from './town.ts';
import { readDirectory } from './working-day.ts';

/** Administrators at work as they should: from admin terminals, and from there on to servers. */
export function administration(stage: Stage): void {
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] as const)
    sitDown(stage, on(day, '08:48') + stage.random.between(0, 9) * MINUTE, ADMINS.sato, ADM01);
  sitDown(stage, on('Tue', '10:05'), ADMINS.suzuki, ADM02);
  sitDown(stage, on('Thu', '13:20'), ADMINS.suzuki, ADM02);
  sitDown(stage, on('Wed', '09:15'), ADMINS.ito, ADM03);
  sitDown(stage, on('Fri', '16:02'), ADMINS.tanaka, ADM02);
  goOnTo(stage, on('Mon', '10:10'), ADMINS.sato, ADM01, FS01, 35 * MINUTE);
  goOnTo(stage, on('Wed', '14:20'), ADMINS.sato, ADM01, FS01, 50 * MINUTE);
  goOnTo(stage, on('Thu', '13:32'), ADMINS.suzuki, ADM02, DC01, 25 * MINUTE);
  goOnTo(stage, on('Wed', '09:40'), ADMINS.ito, ADM03, GW01, 70 * MINUTE);
  goOnTo(stage, on('Fri', '16:10'), ADMINS.tanaka, ADM02, FS01, 15 * MINUTE);
}

/** Logs on at an admin terminal and opens the directory there. */
export function sitDown(stage: Stage, at: number, who: Account, terminal: Machine): void {
  const source = stage.sourceOf(terminal, at);
  const account = identityOf(who);
  askTicket(stage, at, account, source);
  askServiceTicket(stage, at + 0.03 * SECOND, account, terminal, source);
  readDirectory(stage, at + 1.6 * SECOND, account, source, true);
  readDirectory(stage, at + 4 * MINUTE, account, source, true);
}

/**
 * Remote desktop from an admin terminal: the terminal asks for a ticket to the server, and then the server asks for tickets of the administrator.
 * In the domain controller's log alone that looks like an administrator at a server.
 */
function goOnTo(stage: Stage, at: number, who: Account, terminal: Machine, server: Machine, lasts: number): void {
  const account = identityOf(who);
  const source = stage.sourceOf(terminal, at);
  askServiceTicket(stage, at, account, server, source);
  if (server !== GW01) openRemoteDesktop(stage, at + 0.1 * SECOND, server, { account, address: source.address, lasts });
  if (server === DC01) return;
  const onServer = stage.sourceOf(server, at);
  askTicket(stage, at + 2.3 * SECOND, account, onServer);
  askServiceTicket(stage, at + 2.35 * SECOND, account, server, onServer);
  readDirectory(stage, at + 5 * SECOND, account, onServer, true);
}
