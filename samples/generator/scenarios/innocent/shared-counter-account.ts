import { on, SECOND } from '../../story/clock.ts';
import { fail, logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { COUNTER_PCS, nth } from '../town/machines.ts';
import { OTHERS } from '../town/people.ts';

export const sharedCounterAccount: Scenario = {
  id: 'shared-counter-account',
  title: "The counter's account, whose name ends in $, is mistyped twice and then right.",
  play(world) {
    const machine = nth(COUNTER_PCS, 1);
    const at = on('Tue', '13:20');
    fail(world.stage, at, OTHERS.counter, machine, 2, 8 * SECOND);
    logOn(world.stage, at + 30 * SECOND, OTHERS.counter, machine);
    return { quiet: [quiet(OTHERS.counter.name)] };
  },
};
