import { on, SECOND } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { fail, logOn } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const sprayThatSucceeds: Scenario = {
  id: 'spray-that-succeeds',
  title: 'A spray over nine accounts finds the password of the last.',
  play(world) {
    const { machine } = desk(22);
    const at = on('Wed', '16:20');
    const rows = Array.from({ length: 9 }, (_, i) => {
      const { who } = desk(72 + i);
      const events = fail(world.stage, at + 5 * i * SECOND, who, machine, 1, 0);
      return row({ check: CHECK.userTerminal, account: who.name, at: machine, events, because: i === 8 ? 'spray-then-success' : 'spray' });
    });
    logOn(world.stage, at + 60 * SECOND, desk(80).who, machine);
    return { rows };
  },
};
