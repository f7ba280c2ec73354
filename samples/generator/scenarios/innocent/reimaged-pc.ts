import { on, WORKING_DAYS } from '../../story/clock.ts';
import { stayOn } from '../../story/machines.ts';
import { fail, logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { nth, SPARE_PCS } from '../town/machines.ts';
import { desk } from '../world.ts';

export const reimagedPc: Scenario = {
  id: 'reimaged-pc',
  title: 'A PC is set up anew on Wednesday and joins the domain again under its old name: the directory knows its new SID only.',
  play({ stage }) {
    const { who } = desk(47);
    const now = nth(SPARE_PCS, 1);
    // Its account was deleted, and made again.
    const before = { ...now, rid: now.rid - 300 };
    for (const day of WORKING_DAYS) {
      const machine = day === 'Mon' || day === 'Tue' ? before : now;
      stayOn(stage, machine, on(day, '13:00'), on(day, '17:00'));
      fail(stage, on(day, '15:30'), who, now, 1, 0);
      logOn(stage, on(day, '15:30:12'), who, now);
    }
    return { quiet: [quiet(who.name, now)] };
  },
};
