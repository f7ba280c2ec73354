import { HOUR, MINUTE, on, SECOND, WORKING_DAYS } from '../../story/clock.ts';
import { stayOn } from '../../story/machines.ts';
import { work } from '../../story/working-day.ts';
import { HOME_NOTEBOOKS } from '../town/machines.ts';
import { DESK_WORKERS } from '../town/people.ts';
import type { World } from '../world.ts';

/** Twelve people at home, all behind the one address of the VPN. */
export function homeWork({ stage }: World): void {
  for (const day of WORKING_DAYS) {
    HOME_NOTEBOOKS.forEach((machine, i) => {
      const who = DESK_WORKERS[100 + i];
      if (who === undefined || stage.random.chance(0.3)) return;
      const from = on(day, '08:20') + stage.random.between(0, 40 * 60) * SECOND;
      stayOn(stage, machine, from - MINUTE, from + 8 * HOUR);
      work(stage, who, machine, from, from + 8 * HOUR);
    });
  }
}
