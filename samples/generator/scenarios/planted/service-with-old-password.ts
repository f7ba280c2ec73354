import { MINUTE, on } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { fail } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { AP01 } from '../town/machines.ts';
import { SERVICES } from '../town/people.ts';

export const serviceWithOldPassword: Scenario = {
  id: 'service-with-old-password',
  title: 'A service of the application server goes on with a password that was changed two weeks ago.',
  play(world) {
    const events = fail(world.stage, on('Thu', '08:50'), SERVICES.application, AP01, 15, 10 * MINUTE);
    return { rows: [row({ check: CHECK.elsewhere, account: SERVICES.application.name, at: AP01, events, because: 'service-retrying' })] };
  },
};
