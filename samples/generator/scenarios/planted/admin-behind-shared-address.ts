import { on } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { logOn } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { HOME_NOTEBOOKS, nth } from '../town/machines.ts';
import { ADMINS } from '../town/people.ts';

export const adminBehindSharedAddress: Scenario = {
  id: 'admin-behind-shared-address',
  title: "An administrator's password is used from somebody's home, behind the one address of the VPN.",
  play(world) {
    const events = logOn(world.stage, on('Wed', '11:20'), ADMINS.takahashi, nth(HOME_NOTEBOOKS, 4), true);
    return { rows: [row({ check: CHECK.adminSuccess, account: ADMINS.takahashi.name, at: 'anywhere', events, atMost: 'weak' })] };
  },
};
