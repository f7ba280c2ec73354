import { MINUTE, SECOND } from '../../story/clock.ts';
import { boot } from '../../story/machines.ts';
import { CHECK } from '../../story/truth.ts';
import { fail, logOn } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { PASSED_ON } from '../town/leases.ts';
import { ADMINS } from '../town/people.ts';

export const addressRightAfter: Scenario = {
  id: 'address-right-after',
  title:
    "Four minutes after the administrators' notebook left it, a user's notebook has its address, and an administrator's password is tried there.",
  play(world) {
    const { stage } = world;
    const [, { to, taken }] = PASSED_ON;
    boot(stage, to, taken + 20 * SECOND);
    const wrong = fail(stage, taken + MINUTE, ADMINS.takahashi, to, 2, 8 * SECOND);
    const right = logOn(stage, taken + 2 * MINUTE, ADMINS.takahashi, to, true);
    const account = ADMINS.takahashi.name;
    return {
      rows: [row({ check: CHECK.adminFailure, account, at: to, events: wrong }), row({ check: CHECK.adminSuccess, account, at: to, events: right })],
    };
  },
};
