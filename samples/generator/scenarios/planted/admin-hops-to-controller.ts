import { MINUTE, on } from '../../story/clock.ts';
import { DC01, FS01 } from '../../story/town.ts';
import { CHECK } from '../../story/truth.ts';
import { goOnTo, logOn } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { ADMINS } from '../town/people.ts';
import { desk } from '../world.ts';

export const adminHopsToController: Scenario = {
  id: 'admin-hops-to-controller',
  title: "An administrator's password opens the file server from a user's PC, and from there a domain controller.",
  play(world) {
    const { stage } = world;
    const { machine } = desk(3);
    const at = on('Thu', '14:20');
    const atPc = logOn(stage, at, ADMINS.ito, machine, true);
    const first = goOnTo(stage, at + MINUTE, ADMINS.ito, machine, FS01, 40 * MINUTE);
    const second = goOnTo(stage, at + 6 * MINUTE, ADMINS.ito, FS01, DC01, 20 * MINUTE);
    const account = ADMINS.ito.name;
    return {
      rows: [
        row({ check: CHECK.adminSuccess, account, at: machine, events: [...atPc, ...first.at] }),
        row({ check: CHECK.adminSuccess, account, at: FS01, events: [...first.onServer, ...second.at], because: 'began-elsewhere' }),
      ],
    };
  },
};
