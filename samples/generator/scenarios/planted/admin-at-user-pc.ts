import { MINUTE, on } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { logOn, openFiles } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { ADMINS } from '../town/people.ts';
import { desk } from '../world.ts';

export const adminAtUserPc: Scenario = {
  id: 'admin-at-user-pc',
  title: "An administrator logs on at a user's PC and opens the file server.",
  play(world) {
    const { stage } = world;
    const { machine } = desk(1);
    const at = on('Tue', '11:15');
    const events = [...logOn(stage, at, ADMINS.sato, machine, true), openFiles(stage, at + MINUTE, ADMINS.sato, machine, 9 * MINUTE, true)];
    return { rows: [row({ check: CHECK.adminSuccess, account: ADMINS.sato.name, at: machine, events, atLeast: 'likely' })] };
  },
};
