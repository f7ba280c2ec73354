import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { visit } from '../../story/sessions.ts';
import { computerIdentity, FS01, identityOf } from '../../story/town.ts';
import { TS01 } from '../town/machines.ts';
import { ADMINS } from '../town/people.ts';
import { desk } from '../world.ts';
import { enterWithTool } from './network-logon.ts';
import type { Program } from './program.ts';
import { takeServiceTicket } from './tickets.ts';

export const BORROWED_CREDENTIALS: readonly Program[] = [
  {
    id: 'pass-the-hash-tool',
    title: 'A Python tool opens shares on two servers with the hash of a colleague: it says no machine name and makes no key.',
    play: ({ stage }) => {
      const at = on('Fri', '10:22');
      const { address } = stage.sourceOf(desk(35).machine, at);
      const entry = { account: identityOf(desk(64).who), address, workstation: '', keyLength: 0 };
      return [FS01, TS01].flatMap((server, i) => enterWithTool(stage, at + 3 * i * SECOND, { ...entry, server }));
    },
  },
  {
    id: 'pass-the-hash-windows',
    title: "On a user's PC a colleague's hash is put into a session of Windows, which then opens a share by NTLM under the PC's own name.",
    play: ({ stage }) => {
      const { machine } = desk(36);
      const at = on('Fri', '10:40');
      const entry = { account: identityOf(desk(65).who), address: stage.sourceOf(machine, at).address, workstation: machine.name };
      return enterWithTool(stage, at, { ...entry, server: FS01 });
    },
  },
  {
    id: 'pass-the-hash-of-administrator',
    title: "The same with an administrator's hash, at two servers.",
    play: ({ stage }) => {
      const { machine } = desk(30);
      const at = on('Wed', '13:36');
      const entry = {
        account: identityOf(ADMINS.takahashi),
        address: stage.sourceOf(machine, at).address,
        workstation: machine.name,
        privileged: true,
      };
      return [FS01, TS01].flatMap((server, i) => enterWithTool(stage, at + i * MINUTE, { ...entry, server }));
    },
  },
  {
    id: 'remote-command-random-name',
    title: 'A remote command tool logs on to a server under a machine name drawn by lot.',
    play: ({ stage }) => {
      const at = on('Fri', '11:02');
      const { address } = stage.sourceOf(desk(37).machine, at);
      const entry = { account: identityOf(ADMINS.tanaka), address, workstation: 'q7LxWnTbZk3RvMpd', keyLength: 0, privileged: true };
      return enterWithTool(stage, at, { ...entry, server: FS01 });
    },
  },
  {
    id: 'golden-ticket',
    title:
      "A ticket-granting ticket made with the domain's own key: service tickets and logons of an account that no domain controller gave a ticket.",
    play: ({ stage }) => {
      const at = on('Fri', '14:30');
      const source = stage.sourceOf(desk(38).machine, at);
      const account = identityOf(ADMINS.builtin);
      return [FS01, TS01].flatMap((server, i) => [
        takeServiceTicket(stage, at + 4 * i * MINUTE, { account, source, service: computerIdentity(server) }),
        visit(stage, at + 4 * i * MINUTE + 60, server, { account, address: source.address, lasts: MINUTE, privileged: true }),
      ]);
    },
  },
];
