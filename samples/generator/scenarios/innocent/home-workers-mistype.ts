import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { fail, logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { HOME_NOTEBOOKS, nth } from '../town/machines.ts';
import { desk } from '../world.ts';

export const homeWorkersMistype: Scenario = {
  id: 'home-workers-mistype',
  title: 'Four people at home mistype in one hour, behind one address, and get it right.',
  play(world) {
    return {
      quiet: [1, 2, 3, 5].map((number, i) => {
        const { who } = desk(100 + number);
        const machine = nth(HOME_NOTEBOOKS, number);
        const at = on('Thu', '10:05') + 12 * i * MINUTE;
        fail(world.stage, at, who, machine, 1 + (i % 2), 9 * SECOND);
        logOn(world.stage, at + 30 * SECOND, who, machine);
        return quiet(who.name);
      }),
    };
  },
};
