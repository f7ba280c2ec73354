import { HOUR, on } from '../../story/clock.ts';
import { stayOn } from '../../story/machines.ts';
import { CHECK } from '../../story/truth.ts';
import { logOn } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { PASSED_ON } from '../town/leases.ts';
import { ADMINS } from '../town/people.ts';

export const addressOfAdminTerminal: Scenario = {
  id: 'address-of-admin-terminal',
  title: "A user's notebook has the address that the administrators' notebook had until noon; an administrator logs on there in the afternoon.",
  play(world) {
    const { stage } = world;
    const [{ to, taken }] = PASSED_ON;
    stayOn(stage, to, taken + 10_000, taken + 4 * HOUR);
    const events = logOn(stage, on('Wed', '15:05'), ADMINS.tanaka, to, true);
    return { rows: [row({ check: CHECK.adminSuccess, account: ADMINS.tanaka.name, at: to, events, atLeast: 'likely' })] };
  },
};
