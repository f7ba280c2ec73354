import { KERBEROS } from '../events/kerberos.ts';
import { NTSTATUS } from '../events/ntlm.ts';
import { MINUTE, on, SECOND } from './clock.ts';
import { person, SERVICES } from './people.ts';
import { askTicket, checkNtlm, giveWrongPassword } from './requests.ts';
import type { Stage } from './stage.ts';
import { DC01, DOMAIN, domainSid, GW01, identityOf } from './town.ts';
import { CHECK, type Truth } from './truth.ts';

/** Failures from anywhere else: an unregistered address, servers, a name nobody knows. */
export function plantedElsewhere(stage: Stage, truth: Truth): void {
  unregisteredAddress(stage, truth);
  oldServicePassword(stage, truth);
  unknownNames(stage, truth);
  unknownMachine(stage, truth);
}

function unregisteredAddress(stage: Stage, truth: Truth): void {
  const address = '10.20.30.66';
  const who = person('yamaguchi-e');
  truth.happened('failure-from-unregistered-address', 'One wrong password of yamaguchi-e in the evening, from an address that no terminal has.', {
    check: CHECK.elsewhere,
    account: who.name,
    from: { address },
    events: [giveWrongPassword(stage, on('Tue', '20:10'), identityOf(who), { address, controller: DC01 })],
  });
}

function oldServicePassword(stage: Stage, truth: Truth): void {
  const at = on('Thu', '08:50');
  const account = identityOf(SERVICES.groupware);
  const events = Array.from({ length: 13 }, (_, i) => {
    const when = at + i * 10 * MINUTE;
    return giveWrongPassword(stage, when, account, stage.sourceOf(GW01, when));
  });
  truth.happened('service-with-old-password', 'A second service of the groupware server starts with a password that was changed two weeks ago.', {
    check: CHECK.elsewhere,
    account: account.name,
    from: GW01,
    events,
  });
}

/** A spreadsheet would run the last of these names. */
const NAMES = ['root', 'test', 'webmaster', "=cmd|'/c calc'!A1"];

function unknownNames(stage: Stage, truth: Truth): void {
  const at = on('Sat', '03:20');
  truth.happened(
    'unknown-names-at-server',
    'Somebody tries names that nobody has at the web page of the groupware; the server passes them on.',
    ...NAMES.map((name, i) => {
      const account = { name, domain: DOMAIN.name, sid: domainSid(0) };
      const when = at + 4 * i * SECOND;
      const event = askTicket(stage, when, account, stage.sourceOf(GW01, when), KERBEROS.noSuchAccount);
      return { check: CHECK.elsewhere, account: name, from: GW01, events: [event] };
    }),
  );
}

function unknownMachine(stage: Stage, truth: Truth): void {
  const at = on('Sun', '14:12');
  truth.happened(
    'failure-from-unknown-machine',
    'The disabled account Guest is tried by NTLM from a machine that calls itself NAS-OLD, which nobody knows.',
    {
      check: CHECK.elsewhere,
      account: 'Guest',
      from: null,
      events: [0, 30].map((seconds) => checkNtlm(stage, at + seconds * SECOND, 'Guest', 'NAS-OLD', NTSTATUS.disabled)),
    },
  );
}
