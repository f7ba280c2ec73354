import { HOUR, MINUTE, on } from '../../story/clock.ts';
import { stayOn } from '../../story/machines.ts';
import { CHECK } from '../../story/truth.ts';
import { fail } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const slowSpray: Scenario = {
  id: 'slow-spray',
  title:
    "A program at a user's PC tries one password on forty accounts in two days, one each twenty minutes: three an hour, where five count as a spray.",
  play(world) {
    const { machine } = desk(8);
    const begins = on('Tue', '18:30');
    stayOn(world.stage, machine, begins - 10 * MINUTE, begins + 14 * HOUR);
    return {
      rows: Array.from({ length: 40 }, (_, i) => {
        const { who } = desk(100 + 3 * i);
        const events = fail(world.stage, begins + 20 * i * MINUTE, who, machine, 1, 0);
        return row({ check: CHECK.userTerminal, account: who.name, at: machine, events });
      }),
    };
  },
};
