import { LOGON_TYPE } from '../../events/logon.ts';
import { DAYS, HOUR, MINUTE, on, SECOND, WEEK_BEGINS } from '../../story/clock.ts';
import { openSession, sessionOf } from '../../story/sessions.ts';
import { computerIdentity, identityOf } from '../../story/town.ts';
import { logOn, openFiles } from '../acts.ts';
import { DESK_PCS, DUTY_PCS, nth, TS01 } from '../town/machines.ts';
import { desk } from '../world.ts';
import type { Program } from './program.ts';
import { takeServiceTicket } from './tickets.ts';

const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

export const SCRIPTS: readonly Program[] = [
  {
    id: 'script-at-interval',
    title: "A script at a PC logs on with a person's password every ten minutes for four hours.",
    play: ({ stage }) => {
      const at = on('Mon', '12:00');
      const { machine } = desk(44);
      return many(24, (i) => logOn(stage, at + 10 * i * MINUTE + stage.random.between(0, 900), desk(68).who, machine)).flat();
    },
  },
  {
    id: 'no-night',
    title: "A program at a PC that never sleeps logs on with one person's password at uneven moments, every hour of four days.",
    play: ({ stage }) => {
      const machine = nth(DUTY_PCS, 2);
      return many(96, (i) => logOn(stage, WEEK_BEGINS + i * HOUR + stage.random.between(0, 55 * 60) * SECOND, desk(69).who, machine)).flat();
    },
  },
  {
    id: 'desktop-tunnel',
    title: 'A remote desktop at the terminal server comes from the server itself: a tunnel.',
    play: ({ stage }) => {
      const account = identityOf(desk(70).who);
      const origin = { route: 'desktop', type: LOGON_TYPE.remoteDesktop, address: '127.0.0.1', port: '0', workstation: TS01.name } as const;
      const session = { ...sessionOf(stage, account, origin), subject: computerIdentity(TS01), elevated: false };
      return [openSession(stage, on('Thu', '19:40'), TS01, session, HOUR, false)];
    },
  },
  {
    id: 'session-hunt',
    title: "A program in a person's session asks for tickets to forty PCs within twenty seconds, to see who is logged on there.",
    play: ({ stage }) => {
      const { who, machine } = desk(45);
      const at = on('Thu', '10:41');
      const asked = { account: identityOf(who), source: stage.sourceOf(machine, at) };
      return many(40, (i) => takeServiceTicket(stage, at + 480 * i, { ...asked, service: computerIdentity(nth(DESK_PCS, 100 + i)) }));
    },
  },
  {
    id: 'share-crawler',
    title: "A program in a person's session opens the file server every two minutes through the night.",
    play: ({ stage }) => {
      const { who, machine } = desk(46);
      const at = on(DAYS[2], '17:40');
      // Kerberos asks for the next ticket only when the old one is over; the logons go on.
      return many(90, (i) => openFiles(stage, at + 2 * i * MINUTE + stage.random.between(0, 700), who, machine, 20 * SECOND));
    },
  },
];
