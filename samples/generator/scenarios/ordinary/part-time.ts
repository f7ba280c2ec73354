import { HOUR, MINUTE, on, SECOND, WORKING_DAYS } from '../../story/clock.ts';
import { stayOn } from '../../story/machines.ts';
import { work } from '../../story/working-day.ts';
import { COUNTER_PCS } from '../town/machines.ts';
import { OTHERS, PART_TIME } from '../town/people.ts';
import type { World } from '../world.ts';

/** Two people share each counter: one before noon, one after, and the shared account of the counter beside them. */
export function partTime({ stage }: World): void {
  for (const day of WORKING_DAYS) {
    COUNTER_PCS.forEach((machine, i) => {
      const from = on(day, '08:40') + stage.random.between(0, 20 * 60) * SECOND;
      stayOn(stage, machine, from - 70 * SECOND, on(day, '16:50'));
      for (const [turn, hours] of [0, 4].entries()) {
        const who = PART_TIME[2 * i + turn];
        if (who !== undefined && stage.random.chance(0.8)) work(stage, who, machine, from + hours * HOUR, from + (hours + 3.5) * HOUR);
      }
      if (i === 0) work(stage, OTHERS.counter, machine, from + 30 * MINUTE, from + 7 * HOUR);
    });
  }
}
