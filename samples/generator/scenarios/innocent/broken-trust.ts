import { MINUTE, on } from '../../story/clock.ts';
import { giveWrongPassword } from '../../story/requests.ts';
import { computerIdentity } from '../../story/town.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const brokenTrust: Scenario = {
  id: 'broken-trust',
  title: 'A PC was restored from an old image: its own account gives the wrong password every half an hour of a working day.',
  play(world) {
    const { machine } = desk(86);
    const account = computerIdentity(machine);
    for (let i = 0; i < 16; i += 1) {
      const at = on('Wed', '09:10') + 30 * i * MINUTE;
      giveWrongPassword(world.stage, at, account, world.stage.sourceOf(machine, at));
    }
    return { quiet: [quiet(account.name)] };
  },
};
