import { passwordChanged } from '../../events/account.ts';
import { KERBEROS } from '../../events/kerberos.ts';
import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { askTicket, giveWrongPassword } from '../../story/requests.ts';
import { GW01, identityOf, type Machine } from '../../story/town.ts';
import { logOn } from '../acts.ts';
import { DESK_WORKERS } from '../town/people.ts';
import { DESKS_OF_SCENARIOS, type Desk, desk, type World } from '../world.ts';

/** What goes on trying the old password: how often, how many minutes apart, and whether through the mail server. */
const RETRIES = [
  null,
  { times: 9, minutes: 5, throughMail: false },
  null,
  { times: 3, minutes: 35, throughMail: false },
  { times: 6, minutes: 9, throughMail: true },
  null,
] as const;

/** On Monday the passwords of every second desk expire: many find out in the morning, and their telephones, mail programs and drives go on with the old one. */
export function newPasswords(world: World): void {
  for (let number = DESKS_OF_SCENARIOS + 1; number <= DESK_WORKERS.length; number += 2) {
    if (world.present.has(`Mon ${number}`)) change(world, number);
  }
}

function change(world: World, number: number): void {
  const { stage, passwordChanges } = world;
  const { who, machine } = desk(number);
  const at = on('Mon', '08:55') + stage.random.between(0, 240) * MINUTE;
  const account = identityOf(who);
  const source = stage.sourceOf(machine, at);
  if (number % 4 === 1) askTicket(stage, at - 40 * SECOND, account, source, KERBEROS.passwordExpired);
  stage.write(source.controller, passwordChanged(stage.moment(source.controller, at), account, stage.logonId()));
  logOn(stage, at + 6 * SECOND, who, machine);
  passwordChanges.set(who, at);
  const retries = RETRIES[((number - 1) / 2) % RETRIES.length] ?? null;
  if (retries !== null) goOnTrying(world, at, { who, machine: retries.throughMail ? GW01 : machine }, retries);
}

function goOnTrying(
  { stage }: World,
  changedAt: number,
  { who, machine }: Desk & { machine: Machine },
  { times, minutes }: { times: number; minutes: number },
): void {
  for (let i = 1; i <= times; i++) {
    const at = changedAt + i * minutes * MINUTE + stage.random.between(0, 9) * SECOND;
    giveWrongPassword(stage, at, identityOf(who), stage.sourceOf(machine, at));
  }
}
