import { MINUTE, on } from '../../story/clock.ts';
import { goOnTo } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { adminTerminal, PR01 } from '../town/machines.ts';
import { ADMINS } from '../town/people.ts';

export const adminReachesServerWithoutLog: Scenario = {
  id: 'admin-reaches-server-without-log',
  title:
    'An administrator opens a desktop of the print server, whose log nobody collects, from an admin terminal: the domain controllers see the print server ask for tickets.',
  play(world) {
    goOnTo(world.stage, on('Fri', '13:40'), ADMINS.suzuki, adminTerminal(2), PR01, 30 * MINUTE);
    return { quiet: [quiet(ADMINS.suzuki.name, PR01)] };
  },
};
