import { MINUTE, on, SECOND, WORKING_DAYS } from '../../story/clock.ts';
import { stayOn } from '../../story/machines.ts';
import { work } from '../../story/working-day.ts';
import { DESK_WORKERS } from '../town/people.ts';
import { DESK_TOLD_APART, DESKS_OF_SCENARIOS, desk, type World } from '../world.ts';

/** Monday to Friday at people's own desks. */
export function deskWork({ stage, present }: World): void {
  for (const day of WORKING_DAYS) {
    for (let number = 1; number <= DESK_WORKERS.length; number++) {
      if (number === DESK_TOLD_APART) continue;
      const { who, machine } = desk(number);
      const from = on(day, '08:05') + stage.random.between(0, 45 * 60) * SECOND;
      const until = on(day, '17:16') + stage.random.between(0, 130) * MINUTE;
      const onLeave = stage.random.chance(0.07) && number > DESKS_OF_SCENARIOS;
      if (onLeave) continue;
      present.add(`${day} ${number}`);
      stayOn(stage, machine, from - stage.random.between(40, 100) * SECOND, until);
      work(stage, who, machine, from, until);
    }
  }
}
