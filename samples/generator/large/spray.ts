import { KERBEROS, preAuthenticationFailed, ticketRequested } from '../events/kerberos.ts';
import { failedToLogOn, LOGON_TYPE } from '../events/logon.ts';
import { NTSTATUS } from '../events/ntlm.ts';
import type { Random } from '../random.ts';
import { DOMAIN, KRBTGT } from '../story/town.ts';
import type { MakeEvent } from './busy-controller.ts';
import type { LargeTown } from './town-of.ts';

/** In a hundred guesses: those recorded as failed logons at the domain controller itself (4625), and those at the name of somebody there is (4771). */
const PERCENT = { logons: 10, people: 10 } as const;

/** One PC that tries ever new names, by ticket or over the network, and now and then one that somebody has. */
export function guesses(town: LargeTown, random: Random): () => MakeEvent {
  const terminal = town.terminals.at(-1);
  if (terminal === undefined) throw new Error('nobody lives in this town');
  let guess = 0;
  return () => {
    guess += 1;
    const account = { name: `guess${guess}`, domain: DOMAIN.name, sid: '' };
    const port = random.between(49_152, 65_000);
    const from = { address: `::ffff:${terminal.address}`, port };
    const turn = guess % 100;
    if (turn < PERCENT.people) {
      const person = town.people[guess % town.people.length]?.account ?? account;
      return (moment) => preAuthenticationFailed(moment, { account: person, realm: DOMAIN.realm, ...from, status: KERBEROS.wrongPassword });
    }
    if (turn < PERCENT.people + PERCENT.logons) {
      const origin = { route: 'ntlm', type: LOGON_TYPE.network, address: terminal.address, port: String(port), workstation: terminal.name } as const;
      const { logonFailure: status, noSuchAccount: subStatus } = NTSTATUS;
      return (moment) => failedToLogOn(moment, { account, origin, subject: null, status, subStatus });
    }
    return (moment) => ticketRequested(moment, { account, krbtgt: KRBTGT, ...from, status: KERBEROS.noSuchAccount, detailed: false });
  };
}
