import { on, SECOND } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { fail } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { ADMINS } from '../town/people.ts';
import { desk } from '../world.ts';

export const adminFailsAtUserPc: Scenario = {
  id: 'admin-fails-at-user-pc',
  title: "Somebody tries the password of an administrator at a user's PC.",
  play(world) {
    const { machine } = desk(2);
    const events = fail(world.stage, on('Wed', '15:40'), ADMINS.suzuki, machine, 3, 12 * SECOND);
    return {
      rows: [row({ check: CHECK.adminFailure, account: ADMINS.suzuki.name, at: machine, events, atLeast: 'likely', because: 'administrator' })],
    };
  },
};
