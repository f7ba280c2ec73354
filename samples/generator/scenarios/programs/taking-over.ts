import { accountMade, memberAdded } from '../../events/account.ts';
import { NO_GUID } from '../../events/identity.ts';
import { LOGON_TYPE } from '../../events/logon.ts';
import { replicated } from '../../events/replication.ts';
import { logCleared } from '../../events/system.ts';
import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { askServiceTicket, askTicket } from '../../story/requests.ts';
import { openSession, sessionOf } from '../../story/sessions.ts';
import { computerIdentity, DC01, DC02, DOMAIN, domainSid, identityOf, type Machine } from '../../story/town.ts';
import { openDesktop } from '../acts.ts';
import { AP01, TS01 } from '../town/machines.ts';
import { ADMINS } from '../town/people.ts';
import { desk, type World } from '../world.ts';
import { enterWithTool } from './network-logon.ts';
import type { Program } from './program.ts';

/** Who is in it administers the domain. */
export const DOMAIN_ADMINS = { name: 'Domain Admins', domain: DOMAIN.name, sid: domainSid(512) };

/** What turns a foot in the door into the whole domain. */
export const TAKING_OVER: readonly Program[] = [
  {
    id: 'dcsync',
    title: "A program at a user's PC replicates the directory with a person's account, password hashes and all.",
    play: ({ stage }) => {
      const { who, machine } = desk(25);
      const at = on('Thu', '16:20');
      const source = { ...stage.sourceOf(machine, at), controller: DC01 };
      const account = identityOf(who);
      askTicket(stage, at, account, source);
      askServiceTicket(stage, at + 30, account, DC01, source);
      const origin = { route: 'kerberos', type: LOGON_TYPE.network, address: source.address, port: String(stage.port()), workstation: '-' } as const;
      const session = sessionOf(stage, account, origin);
      openSession(stage, at + 60, DC01, session, MINUTE, false);
      return [0, 1, 2].map((i) => stage.write(DC01, replicated(stage.moment(DC01, at + (2 + i) * SECOND), account, session.logonId)));
    },
  },
  {
    id: 'new-administrator-and-cleared-log',
    title:
      'From a desktop at the terminal server somebody makes an administrator at the domain controller, and clears the log of the terminal server.',
    play: ({ stage }) => {
      const { machine } = desk(26);
      const at = on('Sat', '02:40');
      const admin = identityOf(ADMINS.ito);
      const made = { name: 'support_t', domain: DOMAIN.name, sid: domainSid(9001) };
      const { logonId } = openDesktop(stage, at, ADMINS.ito, machine, TS01, 40 * MINUTE);
      const source = { ...stage.sourceOf(TS01, at), controller: DC01 };
      askTicket(stage, at + MINUTE, admin, source);
      askServiceTicket(stage, at + MINUTE + 40, admin, DC01, source);
      const origin = { route: 'kerberos', type: LOGON_TYPE.network, address: source.address, port: String(stage.port()), workstation: '-' } as const;
      const session = sessionOf(stage, admin, origin);
      openSession(stage, at + MINUTE + 80, DC01, session, 10 * MINUTE, true);
      const events = [
        stage.write(DC01, accountMade(stage.moment(DC01, at + 2 * MINUTE), made, admin, session.logonId)),
        stage.write(DC01, memberAdded(stage.moment(DC01, at + 3 * MINUTE), made, DOMAIN_ADMINS, admin, session.logonId)),
      ];
      stage.write(TS01, logCleared(stage.moment(TS01, at + 8 * MINUTE), admin, logonId));
      return events;
    },
  },
  {
    id: 'relayed-controller',
    title: "A PC makes a domain controller call it, and hands the controller's logon on to another machine (PetitPotam).",
    play: (world) => relayed(world, DC02, TS01, 27, on('Wed', '15:40')),
  },
  {
    id: 'relayed-server',
    title: "The same with a server's account, handed on to a domain controller.",
    play: (world) => relayed(world, AP01, DC01, 28, on('Tue', '11:12')),
  },
];

function relayed({ stage }: World, victim: Machine, target: Machine, number: number, at: number) {
  const { address } = stage.sourceOf(desk(number).machine, at);
  const session = { account: computerIdentity(victim), address, workstation: victim.name, server: target, logonGuid: NO_GUID };
  return enterWithTool(stage, at, session);
}
