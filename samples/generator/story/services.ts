import { LOGON_TYPE } from '../events/logon.ts';
import { DAYS, HOUR, MINUTE, on, SECOND, WEEK_BEGINS, WEEK_ENDS, WORKING_DAYS } from './clock.ts';
import { SERVICES } from './people.ts';
import { askServiceTicket, askTicket, checkNtlm } from './requests.ts';
import { runProgram, visit, visitByNtlm } from './sessions.ts';
import type { Stage } from './stage.ts';
import { FS01, GW01, identityOf, PRINTER } from './town.ts';

/** Programs with accounts of their own: regular, at night too, and nothing to look at. */
export function services(stage: Stage): void {
  for (const day of DAYS) backup(stage, on(day, '22:00'));
  for (const day of WORKING_DAYS) {
    for (const hour of [9, 11, 13, 15, 16]) scan(stage, on(day, `${hour}:00`) + stage.random.between(0, 110) * MINUTE);
  }
  for (let at = WEEK_BEGINS + 17 * MINUTE; at < WEEK_ENDS; at += 12 * HOUR) groupware(stage, at);
}

/** The backup task of the file server. */
function backup(stage: Stage, at: number): void {
  const account = identityOf(SERVICES.backup);
  const source = stage.sourceOf(FS01, at);
  askTicket(stage, at, account, source);
  runProgram(stage, at + 0.2 * SECOND, FS01, account, LOGON_TYPE.batch, 2.3 * HOUR);
  askServiceTicket(stage, at + SECOND, account, source.controller, source);
}

/** The multifunction printer files a scan: NTLM, checked by the domain controller, which learns the printer's name only. */
function scan(stage: Stage, at: number): void {
  const { name, address } = PRINTER;
  checkNtlm(stage, at, SERVICES.scan.name, name);
  visitByNtlm(stage, at + 12, FS01, name, { account: identityOf(SERVICES.scan), address, lasts: 40 * SECOND });
}

/** The groupware renews its ticket and looks people up. */
function groupware(stage: Stage, at: number): void {
  const account = identityOf(SERVICES.groupware);
  const source = stage.sourceOf(GW01, at);
  askTicket(stage, at, account, source);
  askServiceTicket(stage, at + 40, account, source.controller, source);
  visit(stage, at + 60, source.controller, { account, address: source.address, lasts: HOUR });
}
