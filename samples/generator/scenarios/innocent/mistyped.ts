import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { fail, logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const mistyped: Scenario = {
  id: 'mistyped',
  title: 'Ten people mistype one to four times, and then get it right.',
  play(world) {
    return {
      quiet: Array.from({ length: 10 }, (_, i) => {
        const { who, machine } = desk(30 + i);
        const at = on('Mon', '10:00') + 17 * i * MINUTE;
        const tries = 1 + (i % 4);
        fail(world.stage, at, who, machine, tries, 7 * SECOND);
        logOn(world.stage, at + (7 * tries + 5) * SECOND, who, machine);
        return quiet(who.name, machine);
      }),
    };
  },
};
