import { LOGON_TYPE } from '../../events/logon.ts';
import { DAYS, HOUR, MINUTE, on, SECOND, WEEK_BEGINS, WEEK_ENDS, WORKING_DAYS } from '../../story/clock.ts';
import type { Account } from '../../story/people.ts';
import { askServiceTicket, askTicket } from '../../story/requests.ts';
import { runProgram, visit } from '../../story/sessions.ts';
import type { Stage } from '../../story/stage.ts';
import { FS01, GW01, identityOf, type Machine } from '../../story/town.ts';
import { enterByNtlm } from '../acts.ts';
import { AP01, BK01, DEVICES, TS01 } from '../town/machines.ts';
import { SERVICES } from '../town/people.ts';
import type { World } from '../world.ts';

/** Programs with accounts of their own: regular, at night too, and nothing to look at. */
export function programs({ stage }: World): void {
  for (const day of DAYS) backup(stage, on(day, '22:00'));
  for (const day of WORKING_DAYS) {
    for (const { name, address } of DEVICES.slice(0, 2)) {
      for (const hour of [9, 10, 11, 13, 14, 15, 16]) {
        const scan = { account: identityOf(SERVICES.scan), workstation: name, address, server: FS01 };
        enterByNtlm(stage, on(day, `${hour}:00`) + stage.random.between(0, 55 * 60) * SECOND, scan);
      }
    }
  }
  for (let at = WEEK_BEGINS + 17 * MINUTE; at < WEEK_ENDS; at += 9 * HOUR) renew(stage, at, SERVICES.groupware, GW01);
  for (let at = WEEK_BEGINS + 4 * MINUTE; at < WEEK_ENDS; at += HOUR) renew(stage, at, SERVICES.application, AP01);
  for (let at = WEEK_BEGINS + 2 * MINUTE; at < WEEK_ENDS; at += 30 * MINUTE) watch(stage, at);
}

/** The backup server's task reaches for the file server and the terminal server, one after the other. */
function backup(stage: Stage, at: number): void {
  const account = identityOf(SERVICES.backup);
  const source = stage.sourceOf(BK01, at);
  askTicket(stage, at, account, source);
  for (const [i, machine] of [FS01, TS01].entries()) {
    const when = at + (1 + 40 * i) * MINUTE;
    askServiceTicket(stage, when, account, machine, source);
    visit(stage, when + 40, machine, { account, address: source.address, lasts: 35 * MINUTE, privileged: true });
  }
  askTicket(stage, at + 2 * HOUR, account, stage.sourceOf(FS01, at));
  runProgram(stage, at + 2 * HOUR + 0.2 * SECOND, FS01, account, LOGON_TYPE.batch, HOUR);
}

/** A service renews its ticket and looks people up. */
function renew(stage: Stage, at: number, service: Account, machine: Machine): void {
  const account = identityOf(service);
  const source = stage.sourceOf(machine, at);
  askTicket(stage, at, account, source);
  askServiceTicket(stage, at + 40, account, source.controller, source);
  visit(stage, at + 60, source.controller, { account, address: source.address, lasts: 30 * MINUTE });
}

/** Monitoring looks at four servers within a second, every half hour. */
function watch(stage: Stage, at: number): void {
  const account = identityOf(SERVICES.monitor);
  const source = stage.sourceOf(BK01, at);
  [FS01, TS01, source.controller].forEach((machine, i) => {
    askServiceTicket(stage, at + 120 * i, account, machine, source);
    visit(stage, at + 120 * i + 30, machine, { account, address: source.address, lasts: 4 * SECOND });
  });
}
