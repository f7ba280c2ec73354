import { on, SECOND } from '../../story/clock.ts';
import { fail, logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { DUTY_PCS, nth } from '../town/machines.ts';
import { ON_DUTY } from '../town/people.ts';

export const nightDuty: Scenario = {
  id: 'night-duty',
  title: 'Somebody on night duty mistypes three times at three in the morning, and then gets it right.',
  play(world) {
    const machine = nth(DUTY_PCS, 1);
    const who = nth(ON_DUTY, 6);
    const at = on('Tue', '03:10');
    fail(world.stage, at, who, machine, 3, 9 * SECOND);
    logOn(world.stage, at + 40 * SECOND, who, machine);
    return { quiet: [quiet(who.name)] };
  },
};
