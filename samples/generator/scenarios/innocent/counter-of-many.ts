import { HOUR, MINUTE, on, SECOND } from '../../story/clock.ts';
import { fail, logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { COUNTER_PCS, nth } from '../town/machines.ts';
import { desk } from '../world.ts';

export const counterOfMany: Scenario = {
  id: 'counter-of-many',
  title:
    'Eighteen people mistype at one counter PC in a day, as slowly as a spray: each logs on there at last, or gives up and goes back to the own desk.',
  play(world) {
    const counter = nth(COUNTER_PCS, 2);
    return {
      quiet: Array.from({ length: 18 }, (_, i) => {
        const { who, machine } = desk(220 + i);
        const at = on('Thu', '09:05') + i * 25 * MINUTE;
        fail(world.stage, at, who, counter, 1 + (i % 3), 8 * SECOND);
        if (i % 2 === 0) logOn(world.stage, at + 4 * MINUTE, who, machine);
        else logOn(world.stage, at + (i % 4 === 1 ? MINUTE : HOUR), who, counter);
        return quiet(who.name, counter);
      }),
    };
  },
};
