import { DAYS, HOUR, MINUTE, on, WEEK_BEGINS, WEEK_ENDS } from '../../story/clock.ts';
import { stayOn } from '../../story/machines.ts';
import { unlock, work } from '../../story/working-day.ts';
import { DUTY_PCS } from '../town/machines.ts';
import { ON_DUTY } from '../town/people.ts';
import type { World } from '../world.ts';

/** The fire station and the night desk: day and night, weekends too. */
export function duty({ stage }: World): void {
  for (const machine of DUTY_PCS) stayOn(stage, machine, WEEK_BEGINS + stage.random.between(3, 40) * MINUTE, WEEK_ENDS);
  DAYS.forEach((day, turn) => {
    DUTY_PCS.forEach((machine, i) => {
      const byDay = ON_DUTY[(4 * turn + i) % ON_DUTY.length];
      const byNight = ON_DUTY[(4 * turn + i + 5) % ON_DUTY.length];
      if (byDay === undefined || byNight === undefined) return;
      const morning = on(day, '08:25') + stage.random.between(0, 15) * MINUTE;
      const evening = on(day, '17:05') + stage.random.between(0, 15) * MINUTE;
      work(stage, byDay, machine, morning, evening);
      work(stage, byNight, machine, evening, evening + 15 * HOUR);
      for (const hours of [3, 6.5, 10]) unlock(stage, evening + hours * HOUR + stage.random.between(0, 40) * MINUTE, byNight, machine);
    });
  });
}
