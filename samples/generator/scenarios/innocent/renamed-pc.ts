import { on, SECOND, WORKING_DAYS } from '../../story/clock.ts';
import { stayOn } from '../../story/machines.ts';
import { fail, logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { DESK_TOLD_APART, desk } from '../world.ts';

export const renamedPc: Scenario = {
  id: 'renamed-pc',
  title: 'A PC gets another name on Wednesday evening, which the directory and the inventory know; its user mistypes before and after.',
  play(world) {
    const { stage, leases, renamed } = world;
    const { who, machine } = desk(DESK_TOLD_APART);
    const is = { ...machine, name: 'PC-343' };
    renamed.push({ was: machine, is });
    leases.rename(machine, is, on('Wed', '18:00'));
    for (const day of WORKING_DAYS) {
      const now = day === 'Thu' || day === 'Fri' ? is : machine;
      stayOn(stage, now, on(day, '08:04'), on(day, '17:30'));
      fail(stage, on(day, '10:12'), who, now, 2, 8 * SECOND);
      logOn(stage, on(day, '10:12:40'), who, now);
    }
    return { quiet: [quiet(who.name)] };
  },
};
