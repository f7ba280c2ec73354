import { on, SECOND } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { fail } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const spreadSpray: Scenario = {
  id: 'spread-spray',
  title: 'A program on eight PCs tries one password on three accounts each, all within twenty seconds: no PC alone has enough for a spray.',
  play(world) {
    const at = on('Thu', '10:41');
    return {
      rows: Array.from({ length: 24 }, (_, i) => {
        const { machine } = desk(72 + (i % 8));
        const { who } = desk(142 + 3 * i);
        const events = fail(world.stage, at + 0.8 * i * SECOND, who, machine, 1, 0);
        return row({ check: CHECK.userTerminal, account: who.name, at: machine, events, because: 'spread-spray' });
      }),
    };
  },
};
