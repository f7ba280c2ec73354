import { DAYS, HOUR, MINUTE, on, WEEK_BEGINS, WEEK_ENDS } from './clock.ts';
import { stayOn } from './machines.ts';
import { SHIFT_WORKERS } from './people.ts';
import type { Stage } from './stage.ts';
import { pc } from './town.ts';
import { unlock, work } from './working-day.ts';

/** Two PCs that never sleep; one of them speaks IPv6. */
const SHIFT_PCS = [pc(39), pc(40)] as const;

/** The fire station and the night desk: two at a time, day and night, weekends too. */
export function shifts(stage: Stage): void {
  for (const machine of SHIFT_PCS) stayOn(stage, machine, WEEK_BEGINS + stage.random.between(3, 40) * MINUTE, WEEK_ENDS);
  DAYS.forEach((day, turn) => {
    SHIFT_PCS.forEach((machine, desk) => {
      const byDay = SHIFT_WORKERS[(2 * turn + desk) % SHIFT_WORKERS.length];
      const byNight = SHIFT_WORKERS[(2 * turn + desk + 3) % SHIFT_WORKERS.length];
      if (byDay === undefined || byNight === undefined) return;
      const morning = on(day, '08:25') + stage.random.between(0, 15) * MINUTE;
      const evening = on(day, '17:05') + stage.random.between(0, 15) * MINUTE;
      work(stage, byDay, machine, morning, evening);
      work(stage, byNight, machine, evening, evening + 15 * HOUR);
      for (const hours of [3, 6.5, 10]) unlock(stage, evening + hours * HOUR + stage.random.between(0, 40) * MINUTE, byNight, machine);
    });
  });
}
