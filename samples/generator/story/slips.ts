import { KERBEROS } from '../events/kerberos.ts';
import { NTSTATUS } from '../events/ntlm.ts';
import { type Day, MINUTE, on, SECOND } from './clock.ts';
import { HANDED_OVER } from './leases.ts';
import { COUNTER_PC } from './office-week.ts';
import { type Account, ADMINS, OFFICE_WORKERS, OTHERS, person, SHIFT_WORKERS } from './people.ts';
import { askTicket, checkNtlm, giveWrongPassword } from './requests.ts';
import { refuseVisit } from './sessions.ts';
import type { Stage } from './stage.ts';
import { ADM01, domainSid, homePc, identityOf, type Machine, pc } from './town.ts';
import type { Truth } from './truth.ts';
import { logOnAt } from './working-day.ts';

/** What goes wrong on any day and is nobody's fault. None of it may be more than a note. */
export function slips(stage: Stage, truth: Truth): void {
  for (const [day, time, name, tries] of MISTYPED) mistype(stage, truth, on(day, time), person(name), homePc(person(name)), tries);
  mistype(stage, truth, on('Tue', '10:20'), OTHERS.counter, COUNTER_PC, 2);
  mistype(stage, truth, on('Thu', '21:40'), SHIFT_WORKERS[1] ?? person('sakai-d'), pc(40), 2);
  mistype(stage, truth, on('Wed', '09:05'), person('sasaki-j'), HANDED_OVER.from, 2);
  // An administrator mistypes at an admin terminal: where else.
  mistype(stage, truth, on('Tue', '09:31'), ADMINS.sato, ADM01, 1);
  leaveItAtThat(stage, truth);
  slowClock(stage, truth);
  unknownNames(stage, truth);
}

const MISTYPED: readonly (readonly [day: Day, time: string, name: string, tries: number])[] = [
  ['Mon', '08:41', 'suzuki-y', 1],
  ['Mon', '13:12', 'yamada-t', 2],
  ['Tue', '08:33', 'kimura-t', 1],
  ['Tue', '13:04', 'ogawa-k', 3],
  ['Wed', '08:52', 'fujita-k', 1],
  ['Wed', '14:47', 'aoki-n', 2],
  ['Thu', '08:29', 'miura-s', 1],
  ['Thu', '12:58', 'okamoto-j', 4],
  ['Fri', '08:46', 'ono-t', 1],
  ['Fri', '15:20', 'nakano-m', 2],
];

/** A few wrong passwords, then the right one. */
function mistype(stage: Stage, truth: Truth, at: number, who: Account, machine: Machine, tries: number): void {
  // People write their own name in any case.
  const account = { ...identityOf(who), name: stage.random.chance(0.3) ? who.name.toUpperCase() : who.name };
  for (let i = 0; i < tries; i++) giveWrongPassword(stage, at + 7 * i * SECOND, account, stage.sourceOf(machine, at));
  logOnAt(stage, at + (7 * tries + 5) * SECOND, who, machine);
  truth.stayedQuiet('mistyped, then right', who.name, machine);
}

/** Two wrong passwords in the evening, and no further try. */
function leaveItAtThat(stage: Stage, truth: Truth): void {
  const who = OFFICE_WORKERS[11] ?? person('yamada-t');
  const at = on('Thu', '17:05');
  for (const seconds of [0, 9]) giveWrongPassword(stage, at + seconds * SECOND, identityOf(who), stage.sourceOf(homePc(who), at));
  truth.stayedQuiet('two wrong passwords and no further try', who.name, homePc(who));
}

/** The clock of PC-021 is eight minutes slow until somebody sets it. */
function slowClock(stage: Stage, truth: Truth): void {
  const who = person('yamazaki-s');
  for (let i = 0; i < 6; i++) {
    const at = on('Tue', '08:50') + i * MINUTE;
    askTicket(stage, at, identityOf(who), stage.sourceOf(homePc(who), at), KERBEROS.clocksDiffer);
  }
  truth.stayedQuiet('a clock that is slow', who.name, homePc(who));
}

/** A slip of the finger in the name, and a password typed where the name belongs. Nobody has these names. */
function unknownNames(stage: Stage, truth: Truth): void {
  const stranger = (name: string): Parameters<typeof askTicket>[2] => ({ name, domain: 'MIDORI', sid: domainSid(0) });
  askTicket(stage, on('Wed', '08:31:10'), stranger('tanaka-hh'), stage.sourceOf(pc(4), on('Wed', '08:31')), KERBEROS.noSuchAccount);
  askTicket(stage, on('Fri', '08:37:22'), stranger('Midori#2026'), stage.sourceOf(pc(23), on('Fri', '08:37')), KERBEROS.noSuchAccount);
  // By NTLM the file server turns the person away, and the domain controller says why; the name has a blank behind it.
  const at = on('Tue', '16:10');
  const terminal = pc(13);
  const { address } = stage.sourceOf(terminal, at);
  refuseVisit(stage, at, { ...identityOf(person('hayashi-y')), name: 'hayashi-y ' }, { address, workstation: terminal.name }, NTSTATUS.wrongPassword);
  checkNtlm(stage, at, 'hayashi-y ', terminal.name, NTSTATUS.wrongPassword);
  for (const [name, number] of [
    ['tanaka-hh', 4],
    ['Midori#2026', 23],
    ['hayashi-y', 13],
  ] as const) {
    truth.stayedQuiet('a slip in the name or the password', name, pc(number));
  }
}
