import { KERBEROS } from '../../events/kerberos.ts';
import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { askTicket, giveWrongPassword } from '../../story/requests.ts';
import { DC01, FS01, identityOf } from '../../story/town.ts';
import { failByNtlm, stranger } from '../acts.ts';
import { desk } from '../world.ts';
import type { Program } from './program.ts';

const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

export const GUESSING: readonly Program[] = [
  {
    id: 'brute-force-fast',
    title: 'A tool tries sixty passwords of one account in half a minute.',
    play: ({ stage }) => {
      const at = on('Tue', '13:12');
      const source = { ...stage.sourceOf(desk(39).machine, at), controller: DC01 };
      return many(60, (i) => giveWrongPassword(stage, at + 510 * i, identityOf(desk(66).who), source));
    },
  },
  {
    id: 'brute-force-slow',
    title: 'A script tries one password of one account every five minutes, by NTLM, for five hours.',
    play: ({ stage }) => {
      const at = on('Tue', '10:01');
      const { machine } = desk(40);
      return many(60, (i) => {
        const when = at + 5 * i * MINUTE + stage.random.between(0, 1500);
        const { address } = stage.sourceOf(machine, when);
        return failByNtlm(stage, when, { account: identityOf(desk(67).who), workstation: machine.name, address, server: FS01 });
      }).flat();
    },
  },
  {
    id: 'spray-kerberos',
    title: 'A tool tries one password on forty names within four seconds by Kerberos; ten do not exist.',
    play: ({ stage }) => {
      const at = on('Wed', '11:31');
      const source = { ...stage.sourceOf(desk(41).machine, at), controller: DC01 };
      return many(40, (i) =>
        i % 4 === 3
          ? askTicket(stage, at + 100 * i, stranger(`test${i}`), source, KERBEROS.noSuchAccount)
          : giveWrongPassword(stage, at + 100 * i, identityOf(desk(100 + i).who), source),
      );
    },
  },
  {
    id: 'spray-ntlm',
    title: 'A script tries one password on thirty accounts at the file server, two seconds apart, by NTLM.',
    play: ({ stage }) => {
      const at = on('Wed', '16:04');
      const { machine } = desk(42);
      const { address } = stage.sourceOf(machine, at);
      return many(30, (i) =>
        failByNtlm(stage, at + 2 * i * SECOND, { account: identityOf(desk(150 + i).who), workstation: machine.name, address, server: FS01 }),
      ).flat();
    },
  },
];
