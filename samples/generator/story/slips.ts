import { KERBEROS } from '../events/kerberos.ts';
import { NTSTATUS } from '../events/ntlm.ts';
import type { Event } from '../evtx/event.ts';
import { type Day, MINUTE, on, SECOND } from './clock.ts';
import { HANDED_OVER } from './leases.ts';
import { COUNTER_PC } from './office-week.ts';
import { type Account, ADMINS, OTHERS, person } from './people.ts';
import { askTicket, checkNtlm, giveWrongPassword } from './requests.ts';
import { refuseVisit } from './sessions.ts';
import type { Stage } from './stage.ts';
import { ADM01, DOMAIN, domainSid, homePc, identityOf, type Machine, pc } from './town.ts';
import { CHECK, type Truth } from './truth.ts';
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

/** A few wrong passwords, then the right one. The failures are returned. */
function mistype(stage: Stage, at: number, who: Account, machine: Machine, tries: number): Event[] {
  // People write their own name in any case.
  const account = { ...identityOf(who), name: stage.random.chance(0.3) ? who.name.toUpperCase() : who.name };
  const source = stage.sourceOf(machine, at);
  const failures = Array.from({ length: tries }, (_, i) => giveWrongPassword(stage, at + 7 * i * SECOND, account, source));
  logOnAt(stage, at + (7 * tries + 5) * SECOND, who, machine);
  return failures;
}

function beforeHandingOver(stage: Stage, truth: Truth): void {
  const who = person('sasaki-j');
  truth.happened('before-address-handed-over', 'sasaki-j mistypes at PC-009 on Wednesday morning, at the address that PC-031 has in the afternoon.', {
    check: CHECK.userTerminal,
    level: 'note',
    account: who.name,
    from: HANDED_OVER.from,
    events: mistype(stage, on('Wed', '09:05'), who, HANDED_OVER.from, 2),
  });
}

function atAdminTerminal(stage: Stage, truth: Truth): void {
  truth.happened('administrator-mistypes-at-admin-terminal', 'adm-sato mistypes at ADM-01, where administrators belong.', {
    check: CHECK.elsewhere,
    level: 'note',
    account: ADMINS.sato.name,
    from: ADM01,
    events: mistype(stage, on('Tue', '09:31'), ADMINS.sato, ADM01, 1),
  });
  truth.stayedQuiet('an admin terminal is where administrators log on', ADMINS.sato.name, ADM01);
}

/** Two wrong passwords in the evening, and no further try. */
function leaveItAtThat(stage: Stage, truth: Truth): void {
  const who = person('tamura-s');
  const at = on('Thu', '17:05');
  for (const seconds of [0, 9]) giveWrongPassword(stage, at + seconds * SECOND, identityOf(who), stage.sourceOf(homePc(who), at));
  truth.stayedQuiet('two failures and no more', who.name, null);
}

/** The clock of a PC is eight minutes slow until somebody sets it. */
function slowClock(stage: Stage, truth: Truth): void {
  const who = person('yamazaki-s');
  const events = Array.from({ length: 12 }, (_, i) => {
    const at = on('Tue', '08:50') + i * MINUTE;
    return askTicket(stage, at, identityOf(who), stage.sourceOf(homePc(who), at), KERBEROS.clocksDiffer);
  });
  truth.happened('slow-clock', `The clock of ${homePc(who).name} is slow, and the domain controller refuses its tickets.`, {
    check: CHECK.userTerminal,
    level: 'note',
    account: who.name,
    from: homePc(who),
    events,
  });
}

/** A slip of the finger in the name, and a password typed where the name belongs. Nobody has these names. */
function unknownNames(stage: Stage, truth: Truth): void {
  for (const [at, name, terminal] of [
    [on('Wed', '08:31:10'), 'tanaka-hh', pc(4)],
    [on('Fri', '08:37:22'), 'Midori#2026', pc(23)],
  ] as const) {
    askTicket(stage, at, { name, domain: DOMAIN.name, sid: domainSid(0) }, stage.sourceOf(terminal, at), KERBEROS.noSuchAccount);
    truth.stayedQuiet('one unknown name at one terminal', name, terminal);
  }
}

/** By NTLM the file server turns the person away, and the domain controller says why; the name has a blank behind it. */
function byNtlm(stage: Stage, truth: Truth): void {
  const at = on('Tue', '16:10');
  const terminal = pc(13);
  const { address } = stage.sourceOf(terminal, at);
  const account = { ...identityOf(person('hayashi-y')), name: 'hayashi-y ' };
  truth.happened('mistyped-by-ntlm', 'hayashi-y gives a wrong password to the file server by NTLM, once: two logs have it.', {
    check: CHECK.userTerminal,
    level: 'note',
    account: 'hayashi-y',
    from: terminal,
    events: [
      checkNtlm(stage, at, account.name, terminal.name, NTSTATUS.wrongPassword),
      refuseVisit(stage, at + 4, account, { address, workstation: terminal.name }, NTSTATUS.wrongPassword),
    ],
  });
}
