import { RC4 } from '../../events/kerberos.ts';
import { DAYS, HOUR, MINUTE, on, SECOND, WORKING_DAYS } from '../../story/clock.ts';
import { askServiceTicket, askTicket } from '../../story/requests.ts';
import { visit } from '../../story/sessions.ts';
import { computerIdentity, DC01, DC02, FS01, GW01, identityOf } from '../../story/town.ts';
import { enterByNtlm, failByNtlm, logOn } from '../acts.ts';
import { AP01, adminTerminal, BK01, DESK_PCS, DEVICES, nth, PR01, TS01 } from '../town/machines.ts';
import { ADMINS, SERVICES } from '../town/people.ts';
import { desk } from '../world.ts';
import type { Program } from './program.ts';
import { takeServiceTicket } from './tickets.ts';

const SERVERS = [DC01, DC02, FS01, GW01, PR01, AP01, TS01, BK01];
const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** Honest programs, and persons whose work looks like a program's. */
export const LOOK_ALIKES: readonly Program[] = [
  {
    id: 'inventory-scan',
    title: 'The monitoring server asks sixty PCs about their software within two minutes, every morning.',
    play: ({ stage }) =>
      WORKING_DAYS.flatMap((day) => {
        const at = on(day, '09:30');
        const asked = { account: identityOf(SERVICES.monitor), source: stage.sourceOf(BK01, at) };
        return many(60, (i) => takeServiceTicket(stage, at + 2 * i * SECOND, { ...asked, service: computerIdentity(nth(DESK_PCS, 10 + i)) }));
      }),
  },
  {
    id: 'backup-of-servers',
    title: 'The backup server logs on to every server at once, every night.',
    play: ({ stage }) =>
      DAYS.flatMap((day) => {
        const at = on(day, '01:00');
        const source = stage.sourceOf(BK01, at);
        const account = identityOf(SERVICES.backup);
        const asked = SERVERS.map((server, i) => askServiceTicket(stage, at + 400 * i, account, server, source));
        const entered = [FS01, TS01].map((server, i) =>
          visit(stage, at + 5000 + 40 * i, server, { account, address: source.address, lasts: HOUR, privileged: true }),
        );
        return [...asked, ...entered];
      }),
  },
  {
    id: 'administration-tools',
    title: "An administrator's console asks for tickets to all servers within a few seconds.",
    play: ({ stage }) =>
      WORKING_DAYS.flatMap((day) => {
        const at = on(day, '11:08') + stage.random.between(0, 600) * SECOND;
        const machine = adminTerminal(1);
        return SERVERS.map((server, i) => askServiceTicket(stage, at + 350 * i, identityOf(ADMINS.sato), server, stage.sourceOf(machine, at)));
      }),
  },
  {
    id: 'logon-script',
    title: 'After logging on, a script maps drives and printers of five servers for thirty persons.',
    play: ({ stage }) =>
      many(30, (i) => {
        const { who, machine } = desk(200 + i);
        const at = on('Tue', '09:12') + 20 * i * SECOND;
        return [FS01, GW01, PR01, AP01, TS01].map((server, j) =>
          askServiceTicket(stage, at + 300 * j, identityOf(who), server, stage.sourceOf(machine, at)),
        );
      }).flat(),
  },
  {
    id: 'old-clients',
    title: 'Ten old programs still ask for tickets with weak encryption, each for the one or two services it needs.',
    play: ({ stage }) =>
      WORKING_DAYS.flatMap((day) =>
        many(10, (i) => {
          const { who, machine } = desk(230 + i);
          const at = on(day, '10:02') + 17 * i * MINUTE;
          const asked = { account: identityOf(who), source: stage.sourceOf(machine, at), encryption: RC4 };
          return [SERVICES.groupware, SERVICES.application].map((service, j) =>
            takeServiceTicket(stage, at + 20 * j * MINUTE, { ...asked, service: identityOf(service) }),
          );
        }).flat(),
      ),
  },
  {
    id: 'mail-program-asks-again',
    title: "Mail programs at twenty PCs ask for the groupware's ticket anew about every hour.",
    play: ({ stage }) =>
      many(20, (i) => {
        const { who, machine } = desk(240 + i);
        return many(8, (hour) => {
          const at = on('Wed', '09:00') + hour * HOUR + stage.random.between(0, 40 * 60) * SECOND;
          askTicket(stage, at - SECOND, identityOf(who), stage.sourceOf(machine, at));
          return askServiceTicket(stage, at, identityOf(who), GW01, stage.sourceOf(machine, at));
        });
      }).flat(),
  },
  {
    id: 'storage-under-own-name',
    title: "A storage device in the inventory opens the file server with a person's password, under its own name in small letters.",
    play: ({ stage }) => {
      const { name, address } = DEVICES[2];
      const entry = { account: identityOf(desk(71).who), workstation: name.toLowerCase(), address, server: FS01 };
      return WORKING_DAYS.flatMap((day) => enterByNtlm(stage, on(day, '13:40') + stage.random.between(0, 1800) * SECOND, entry));
    },
  },
  {
    id: 'share-with-old-password',
    title: 'After a new password a mapped drive tries the old one four times, minutes apart.',
    play: ({ stage, passwordChanges }) => {
      const { who, machine } = desk(72);
      const at = on('Wed', '13:02');
      passwordChanges.set(who, at - 2 * MINUTE);
      return many(4, (i) => {
        const when = at + 3 * i * MINUTE + stage.random.between(0, 50) * SECOND;
        const { address } = stage.sourceOf(machine, when);
        return failByNtlm(stage, when, { account: identityOf(who), workstation: machine.name, address, server: FS01 });
      }).flat();
    },
  },
  {
    id: 'many-at-terminal-server',
    title: 'Twenty-five persons begin at the terminal server within ten minutes.',
    play: ({ stage }) => many(25, (i) => logOn(stage, on('Thu', '08:40') + stage.random.between(0, 600) * SECOND, desk(170 + i).who, TS01)).flat(),
  },
  {
    id: 'restarts-after-update',
    title: 'After an update somebody restarts the PC four times and logs on each time.',
    play: ({ stage }) => {
      const { who, machine } = desk(73);
      return [0, 6, 13, 25].flatMap((minutes) => logOn(stage, on('Tue', '15:10') + minutes * MINUTE, who, machine));
    },
  },
];
