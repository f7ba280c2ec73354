import { on, SECOND } from '../../story/clock.ts';
import { fail, logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { adminTerminal } from '../town/machines.ts';
import { ADMINS } from '../town/people.ts';

export const adminMistypesAtAdminTerminal: Scenario = {
  id: 'admin-mistypes-at-admin-terminal',
  title: 'Administrators mistype at admin terminals, one of them at the notebook that gets its address by DHCP.',
  play(world) {
    const tries = [
      { who: ADMINS.sato, machine: adminTerminal(1), at: on('Thu', '09:02') },
      { who: ADMINS.watanabe, machine: adminTerminal(6), at: on('Tue', '09:40') },
    ] as const;
    return {
      quiet: tries.map(({ who, machine, at }) => {
        fail(world.stage, at, who, machine, 2, 8 * SECOND);
        logOn(world.stage, at + 30 * SECOND, who, machine, true);
        return quiet(who.name, machine);
      }),
    };
  },
};
