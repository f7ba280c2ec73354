import { RC4 } from '../../events/kerberos.ts';
import { MINUTE, on, SECOND, WORKING_DAYS } from '../../story/clock.ts';
import { DC01, identityOf, KRBTGT } from '../../story/town.ts';
import { SERVICES } from '../town/people.ts';
import { desk } from '../world.ts';
import { enterWithTool } from './network-logon.ts';
import type { Program } from './program.ts';
import { takeServiceTicket, takeTicket } from './tickets.ts';

const ROASTED = Object.values(SERVICES).map((service) => identityOf(service));

export const ROASTING: readonly Program[] = [
  {
    id: 'kerberoast-tool',
    title: 'A Python tool looks services up (NTLM, no machine name, no key) and asks for a ticket with weak encryption for each.',
    play: ({ stage }) => {
      const { who, machine } = desk(31);
      const at = on('Thu', '14:20');
      const source = { ...stage.sourceOf(machine, at), controller: DC01 };
      const account = identityOf(who);
      return [
        ...enterWithTool(stage, at, { account, address: source.address, workstation: '', server: DC01, keyLength: 0 }),
        takeTicket(stage, at + 27, { account, source, encryption: RC4 }),
        ...ROASTED.map((service, i) => takeServiceTicket(stage, at + 36 + 9 * i, { account, source, service, encryption: RC4 })),
      ];
    },
  },
  {
    id: 'kerberoast-strong-encryption',
    title: "A program in a person's session asks for tickets of all service accounts within seconds, with the encryption Windows would use.",
    play: ({ stage }) => {
      const { who, machine } = desk(32);
      const at = on('Thu', '15:05');
      const asked = { account: identityOf(who), source: stage.sourceOf(machine, at) };
      return ROASTED.map((service, i) => takeServiceTicket(stage, at + 70 * i, { ...asked, service }));
    },
  },
  {
    id: 'kerberoast-slow',
    title: 'The same with weak encryption, one service every forty minutes.',
    play: ({ stage }) => {
      const { who, machine } = desk(33);
      return ROASTED.map((service, i) => {
        const at = on('Thu', '10:10') + 40 * i * MINUTE + stage.random.between(0, 300) * SECOND;
        return takeServiceTicket(stage, at, { account: identityOf(who), source: stage.sourceOf(machine, at), service, encryption: RC4 });
      });
    },
  },
  {
    id: 'kerberoast-over-days',
    title: 'The same, one service a day.',
    play: ({ stage }) => {
      const { who, machine } = desk(29);
      return WORKING_DAYS.map((day, i) => {
        const at = on(day, '10:00') + stage.random.between(0, 6 * 60) * MINUTE;
        const service = ROASTED[i % ROASTED.length] ?? KRBTGT;
        return takeServiceTicket(stage, at, { account: identityOf(who), source: stage.sourceOf(machine, at), service, encryption: RC4 });
      });
    },
  },
  {
    id: 'asrep-roast',
    title: 'A tool takes the tickets of three accounts that need no password first, with weak encryption.',
    play: ({ stage }) => {
      const at = on('Fri', '09:48');
      const source = stage.sourceOf(desk(34).machine, at);
      const how = { source, encryption: RC4, preAuthentication: '0' };
      return [61, 62, 63].map((number, i) => takeTicket(stage, at + 130 * i, { account: identityOf(desk(number).who), ...how }));
    },
  },
];
