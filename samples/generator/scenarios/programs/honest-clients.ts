import { accountMade, memberAdded } from '../../events/account.ts';
import { RC4 } from '../../events/kerberos.ts';
import { LOGON_TYPE } from '../../events/logon.ts';
import { replicated } from '../../events/replication.ts';
import type { Event } from '../../evtx/event.ts';
import { HOUR, MINUTE, on, SECOND, WEEK_BEGINS, WORKING_DAYS } from '../../story/clock.ts';
import { askServiceTicket, askTicket } from '../../story/requests.ts';
import { openSession, sessionOf, visit } from '../../story/sessions.ts';
import type { Stage } from '../../story/stage.ts';
import { computerIdentity, DC01, DOMAIN, domainSid, FS01, identityOf } from '../../story/town.ts';
import { enterByNtlm, failByNtlm, stranger } from '../acts.ts';
import { AP01, adminTerminal, BK01, DESK_PCS, DEVICES, nth, TS01 } from '../town/machines.ts';
import { ADMINS, OTHERS, SERVICES } from '../town/people.ts';
import { desk } from '../world.ts';
import { enterWithTool } from './network-logon.ts';
import type { Program } from './program.ts';
import { takeServiceTicket } from './tickets.ts';

const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** Opens a session at DC01 from a machine, with the tickets that Windows asks for; gives its number. */
function atController(
  stage: Stage,
  at: number,
  who: Parameters<typeof identityOf>[0],
  from: Parameters<Stage['sourceOf']>[0],
  privileged: boolean,
): number {
  const account = identityOf(who);
  const source = { ...stage.sourceOf(from, at), controller: DC01 };
  askTicket(stage, at, account, source);
  askServiceTicket(stage, at + 30, account, DC01, source);
  const origin = { route: 'kerberos', type: LOGON_TYPE.network, address: source.address, port: String(stage.port()), workstation: '-' } as const;
  const session = sessionOf(stage, account, origin);
  openSession(stage, at + 60, DC01, session, 10 * MINUTE, privileged);
  return session.logonId;
}

/** Honest clients that are not Windows, honest tickets without a record of their own, and administration that looks like an attack. */
export const HONEST_CLIENTS: readonly Program[] = [
  {
    id: 'mac-and-linux',
    title: 'Two Macs and a Linux PC, which nobody registered, open the file server under names that are not Windows’ or none.',
    play: ({ stage, visitors }) =>
      ['MacBook-Air-2', 'macbook-pro', ''].flatMap((workstation, i) => {
        const address = `10.20.40.${84 + i}`;
        visitors.push({ at: on('Mon', '08:40'), address, hostName: workstation || 'ubuntu' });
        const entry = { account: identityOf(desk(74 + i).who), workstation, address, server: FS01 };
        return WORKING_DAYS.flatMap((day) =>
          [9, 14].flatMap((hour) => enterByNtlm(stage, on(day, `${hour}:10`) + stage.random.between(0, 3000) * SECOND, entry)),
        );
      }),
  },
  {
    id: 'pooled-desktops',
    title: 'Ten persons use desktops of a pool, which the directory does not have: all have the name of the one they are copies of.',
    play: ({ stage, visitors }) =>
      many(10, (i) =>
        WORKING_DAYS.flatMap((day, turn) => {
          const address = `10.20.50.${21 + ((i + 3 * turn) % 10)}`;
          const at = on(day, '08:50') + stage.random.between(0, 1200) * SECOND;
          if (i === 0) visitors.push({ at: at - HOUR, address, hostName: 'VDI-GOLD' });
          return enterByNtlm(stage, at, { account: identityOf(desk(140 + i).who), workstation: 'VDI-GOLD', address, server: FS01 });
        }),
      ).flat(),
  },
  {
    id: 'printer-without-a-name',
    title: 'An old multifunction printer of the inventory opens the file server without a name and without a key.',
    play: ({ stage }) => {
      const entry = { account: identityOf(SERVICES.scan), workstation: '', address: DEVICES[1].address, server: FS01, keyLength: 0 };
      return WORKING_DAYS.flatMap((day) =>
        [10, 15].flatMap((hour) => enterWithTool(stage, on(day, `${hour}:20`) + stage.random.between(0, 1800) * SECOND, entry)),
      );
    },
  },
  {
    id: 'vulnerability-scan',
    title: 'On Sunday the security scanner at the monitoring server asks sixty PCs, and tries names that devices are delivered with at two servers.',
    play: ({ stage }) => {
      const at = on('Sun', '03:00');
      const account = identityOf(SERVICES.monitor);
      const source = stage.sourceOf(BK01, at);
      const asked = many(60, (i) => takeServiceTicket(stage, at + i * SECOND, { account, source, service: computerIdentity(nth(DESK_PCS, 80 + i)) }));
      const tried = [FS01, TS01].flatMap((server, s) =>
        ['admin', 'root', 'guest', 'test', 'sa', 'oracle', 'user', 'cisco'].flatMap((name, i) =>
          failByNtlm(stage, at + (2 + s) * MINUTE + i * SECOND, { account: stranger(name), workstation: BK01.name, address: source.address, server }),
        ),
      );
      return [...asked, ...tried];
    },
  },
  {
    id: 'directory-sync',
    title: 'The synchronisation with the cloud replicates the directory every half hour, as the directory allows its account.',
    play: ({ stage }) =>
      many(300, (i): Event => {
        const at = WEEK_BEGINS + 11 * MINUTE + 30 * i * MINUTE;
        const logonId = atController(stage, at, OTHERS.sync, AP01, false);
        return stage.write(DC01, replicated(stage.moment(DC01, at + SECOND), identityOf(OTHERS.sync), logonId));
      }),
  },
  {
    id: 'new-employee',
    title: 'An administrator at an admin terminal makes the accounts of two new employees.',
    play: ({ stage }) => {
      const at = on('Mon', '10:30');
      const by = identityOf(ADMINS.sato);
      const logonId = atController(stage, at, ADMINS.sato, adminTerminal(1), true);
      return [1, 2].flatMap((number, i) => {
        const made = { name: `shinjin-${number}`, domain: DOMAIN.name, sid: domainSid(9010 + number) };
        const group = { name: '総務課', domain: DOMAIN.name, sid: domainSid(1650) };
        return [
          stage.write(DC01, accountMade(stage.moment(DC01, at + (1 + 2 * i) * MINUTE), made, by, logonId)),
          stage.write(DC01, memberAdded(stage.moment(DC01, at + (2 + 2 * i) * MINUTE), made, group, by, logonId)),
        ];
      });
    },
  },
  {
    id: 'saved-password-of-colleague',
    title: "At one PC a share is opened by its address, every day, with a colleague's password that was saved once.",
    play: ({ stage }) =>
      WORKING_DAYS.flatMap((day) =>
        [9, 13].flatMap((hour) => {
          const { machine } = desk(82);
          const at = on(day, `${hour}:05`) + stage.random.between(0, 1500) * SECOND;
          const { address } = stage.sourceOf(machine, at);
          return enterByNtlm(stage, at, { account: identityOf(desk(83).who), workstation: machine.name, address, server: FS01 });
        }),
      ),
  },
  {
    id: 'database-console',
    title: "An administrator's console connects every day with weak encryption to five services, two of which others use too.",
    play: ({ stage }) =>
      WORKING_DAYS.flatMap((day) =>
        Object.values(SERVICES).map((service, i) => {
          const at = on(day, '09:40') + 35 * i * MINUTE;
          const asked = { account: identityOf(ADMINS.ito), source: stage.sourceOf(adminTerminal(5), at), encryption: RC4 };
          return takeServiceTicket(stage, at, { ...asked, service: identityOf(service) });
        }),
      ),
  },
  {
    id: 'ticket-from-before',
    title: 'On Monday morning three PCs that were left on open the file server with tickets of the day before.',
    play: ({ stage }) =>
      [84, 85, 87].map((number, i) => {
        const at = on('Mon', '00:20') + 13 * i * MINUTE;
        const { who, machine } = desk(number);
        return visit(stage, at, FS01, { account: identityOf(who), address: stage.sourceOf(machine, at).address, lasts: MINUTE });
      }),
  },
  {
    id: 'ticket-for-a-cluster',
    title: 'Twelve persons open the terminal server by the name of its cluster: the tickets are for another name.',
    play: ({ stage }) =>
      many(12, (i) => {
        const { who, machine } = desk(250 + i);
        const at = on('Wed', '10:15') + 3 * i * MINUTE;
        const source = stage.sourceOf(machine, at);
        takeServiceTicket(stage, at, { account: identityOf(who), source, service: { name: 'CLUSTER1$', domain: DOMAIN.name, sid: domainSid(1099) } });
        return visit(stage, at + SECOND, TS01, { account: identityOf(who), address: source.address, lasts: MINUTE });
      }),
  },
  {
    id: 'other-address-family',
    title: 'Six persons reach the file server over IPv6, and the domain controllers over IPv4.',
    play: ({ stage }) =>
      many(6, (i) => {
        const { who, machine } = desk(262 + i);
        const at = on('Thu', '10:15') + 3 * i * MINUTE;
        askServiceTicket(stage, at, identityOf(who), FS01, stage.sourceOf(machine, at));
        return visit(stage, at + SECOND, FS01, { account: identityOf(who), address: `fe80::5054:ff:fe12:${3400 + i}`, lasts: MINUTE });
      }),
  },
  {
    id: 'server-with-two-addresses',
    title: 'A server reaches the file server by NTLM as itself, from an address that no list has.',
    play: ({ stage }) =>
      WORKING_DAYS.flatMap((day) =>
        enterByNtlm(stage, on(day, '04:00'), { account: computerIdentity(AP01), workstation: AP01.name, address: '10.20.0.123', server: FS01 }),
      ),
  },
];
