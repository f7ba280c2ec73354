import type { Event } from '../../evtx/event.ts';
import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { visit } from '../../story/sessions.ts';
import { computerIdentity, FS01, identityOf } from '../../story/town.ts';
import { TS01 } from '../town/machines.ts';
import { ADMINS } from '../town/people.ts';
import { desk } from '../world.ts';
import type { Program } from './program.ts';
import { takeServiceTicket } from './tickets.ts';

/** Tickets that no domain controller made. */
export const FORGED_TICKETS: readonly Program[] = [
  {
    id: 'silver-ticket',
    title: "A ticket made with the file server's own key lets an administrator in who was given none for it.",
    play: ({ stage }) =>
      [0, 7].map((minutes) => {
        const at = on('Fri', '15:10') + minutes * MINUTE;
        const { address } = stage.sourceOf(desk(18).machine, at);
        return visit(stage, at, FS01, { account: identityOf(ADMINS.suzuki), address, lasts: MINUTE, privileged: true });
      }),
  },
  {
    id: 'silver-ticket-of-regular',
    title: 'The same in the name of a colleague who opens the file server every day from another PC.',
    play: ({ stage }) => {
      const at = on('Fri', '11:31');
      const { address } = stage.sourceOf(desk(19).machine, at);
      return [visit(stage, at, FS01, { account: identityOf(desk(81).who), address, lasts: 5 * MINUTE })];
    },
  },
  {
    id: 'golden-ticket-many-places',
    title: "A forged ticket-granting ticket of an administrator who is at work at an admin terminal, used from three users' PCs.",
    play: ({ stage }) =>
      [20, 21, 24].flatMap((number, i): Event[] => {
        const at = on('Thu', '13:05') + 9 * i * MINUTE;
        const source = stage.sourceOf(desk(number).machine, at);
        const account = identityOf(ADMINS.tanaka);
        return [
          takeServiceTicket(stage, at, { account, source, service: computerIdentity(TS01) }),
          visit(stage, at + SECOND, TS01, { account, address: source.address, lasts: MINUTE, privileged: true }),
        ];
      }),
  },
];
