import { lockedOut, unlocked } from '../events/account.ts';
import { KERBEROS } from '../events/kerberos.ts';
import { NTSTATUS } from '../events/ntlm.ts';
import type { Event } from '../evtx/event.ts';
import { MINUTE, on, SECOND } from './clock.ts';
import { HANDED_OVER } from './leases.ts';
import { refreshPolicy } from './machines.ts';
import { type Account, ADMINS, OTHERS, person } from './people.ts';
import { askTicket, checkNtlm, giveWrongPassword } from './requests.ts';
import { refuseVisit } from './sessions.ts';
import type { Stage } from './stage.ts';
import { computerIdentity, DC01, homePc, identityOf, type Machine, pc } from './town.ts';
import { CHECK, type Truth } from './truth.ts';
import { logOnAt } from './working-day.ts';

/** Failures at user terminals that somebody must look at. */
export function plantedFailures(stage: Stage, truth: Truth): void {
  spray(stage, truth);
  manyTerminals(stage, truth);
  manyFailuresAtNight(stage, truth);
  afterHandingOver(stage, truth);
  wrongTerminal(stage, truth);
  disabledAccount(stage, truth);
  lockout(stage, truth);
}

/** Wrong passwords at a terminal that is surely on. */
function tryAt(stage: Stage, at: number, who: Account, terminal: Machine, times: number, gap: number): Event[] {
  return Array.from({ length: times }, (_, i) => giveWrongPassword(stage, at + i * gap, identityOf(who), stage.sourceOf(terminal, at)));
}

function spray(stage: Stage, truth: Truth): void {
  const at = on('Thu', '11:20');
  const terminal = pc(27);
  refreshPolicy(stage, terminal, at - 25 * MINUTE);
  const names = ['sato-k', 'suzuki-y', 'takahashi-m', 'tanaka-h', 'ito-a', 'watanabe-t', 'yamamoto-k', 'nakamura-s'];
  truth.happened(
    'password-spray',
    'A program at PC-027 tries one password on eight accounts within half a minute.',
    ...names.map((name, i) => ({
      check: CHECK.userTerminal,
      account: name,
      from: terminal,
      events: tryAt(stage, at + 3.7 * i * SECOND, person(name), terminal, 1, 0),
    })),
  );
}

function manyTerminals(stage: Stage, truth: Truth): void {
  const at = on('Tue', '14:00');
  const who = person('goto-t');
  const seen = [3, 12, 18, 24].map((number, i) => {
    const terminal = pc(number);
    const when = at + 6 * i * MINUTE;
    refreshPolicy(stage, terminal, when - MINUTE);
    return { check: CHECK.userTerminal, account: who.name, from: terminal, events: tryAt(stage, when, who, terminal, 2, 8 * SECOND) };
  });
  truth.happened('one-account-many-terminals', 'The password of goto-t is tried at four terminals within twenty minutes.', ...seen);
}

function manyFailuresAtNight(stage: Stage, truth: Truth): void {
  const terminal = pc(40);
  const who = person('endo-h');
  truth.happened('many-failures-at-night', 'Fourteen wrong passwords of endo-h at PC-040 before dawn. The PC speaks IPv6.', {
    check: CHECK.userTerminal,
    account: who.name,
    from: terminal,
    events: tryAt(stage, on('Thu', '03:05'), who, terminal, 14, 21 * SECOND),
  });
}

function afterHandingOver(stage: Stage, truth: Truth): void {
  const who = person('takeuchi-h');
  truth.happened(
    'address-handed-over',
    'Eleven wrong passwords of takeuchi-h at PC-031 on Wednesday afternoon, from the address PC-009 had until noon.',
    {
      check: CHECK.userTerminal,
      account: who.name,
      from: HANDED_OVER.to,
      events: tryAt(stage, on('Wed', '13:30'), who, HANDED_OVER.to, 11, 18 * SECOND),
    },
  );
}

function wrongTerminal(stage: Stage, truth: Truth): void {
  const at = on('Wed', '10:10');
  const terminal = pc(15);
  refreshPolicy(stage, terminal, at - 2 * MINUTE);
  const account = identityOf(OTHERS.temporary);
  const source = stage.sourceOf(terminal, at);
  const events = [
    askTicket(stage, at, account, source, KERBEROS.forbidden),
    checkNtlm(stage, at + 40 * SECOND, account.name, terminal.name, NTSTATUS.terminalNotPermitted),
    refuseVisit(stage, at + 40.02 * SECOND, account, { address: source.address, workstation: terminal.name }, NTSTATUS.terminalNotPermitted),
  ];
  truth.happened('account-refused-at-terminal', 'rinji01, which may log on at PC-036 only, is tried at PC-015.', {
    check: CHECK.userTerminal,
    account: account.name,
    from: terminal,
    events,
  });
}

function disabledAccount(stage: Stage, truth: Truth): void {
  const at = on('Thu', '16:30');
  const terminal = pc(10);
  refreshPolicy(stage, terminal, at - 5 * MINUTE);
  const account = identityOf(OTHERS.retired);
  truth.happened('disabled-account', 'hirano-s has left and is disabled; somebody tries the account at PC-010.', {
    check: CHECK.userTerminal,
    account: account.name,
    from: terminal,
    events: [0, 19].map((seconds) => askTicket(stage, at + seconds * SECOND, account, stage.sourceOf(terminal, at), KERBEROS.refused)),
  });
}

function lockout(stage: Stage, truth: Truth): void {
  const at = on('Fri', '09:10');
  const who = person('sakamoto-r');
  const terminal = homePc(who);
  refreshPolicy(stage, terminal, at - MINUTE);
  const wrong = tryAt(stage, at, who, terminal, 5, 6 * SECOND);
  stage.write(DC01, lockedOut(stage.moment(DC01, at + 24.1 * SECOND), identityOf(who), terminal.name, computerIdentity(DC01)));
  const refused = [40, 95].map((seconds) => askTicket(stage, at + seconds * SECOND, identityOf(who), stage.sourceOf(terminal, at), KERBEROS.refused));
  const later = at + 42 * MINUTE;
  stage.write(DC01, unlocked(stage.moment(DC01, later), identityOf(who), identityOf(ADMINS.sato), stage.logonId()));
  logOnAt(stage, later + MINUTE, who, terminal);
  truth.happened('locked-out', 'sakamoto-r is locked out after five wrong passwords, and let in again by adm-sato.', {
    check: CHECK.userTerminal,
    account: who.name,
    from: terminal,
    events: [...wrong, ...refused],
  });
}
