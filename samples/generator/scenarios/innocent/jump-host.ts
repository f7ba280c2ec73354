import { MINUTE, on } from '../../story/clock.ts';
import { refreshPolicy } from '../../story/machines.ts';
import { FS01 } from '../../story/town.ts';
import { goOnTo } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { AP01, adminTerminal } from '../town/machines.ts';
import { ADMINS } from '../town/people.ts';

export const jumpHost: Scenario = {
  id: 'jump-host',
  title: 'An administrator goes from an admin terminal to the application server, whose log nobody collects, and from there to the file server.',
  play(world) {
    const { stage } = world;
    const at = on('Tue', '14:10');
    goOnTo(stage, at, ADMINS.tanaka, adminTerminal(4), AP01, 60 * MINUTE);
    refreshPolicy(stage, AP01, at + 2 * MINUTE);
    goOnTo(stage, at + 5 * MINUTE, ADMINS.tanaka, AP01, FS01, 30 * MINUTE);
    return { quiet: [quiet(ADMINS.tanaka.name, AP01), quiet(ADMINS.tanaka.name, FS01)] };
  },
};
