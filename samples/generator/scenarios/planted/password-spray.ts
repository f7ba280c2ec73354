import { on, SECOND } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { fail } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const passwordSpray: Scenario = {
  id: 'password-spray',
  title: "A program at a user's PC tries one password on twelve accounts within a minute.",
  play(world) {
    const { machine } = desk(7);
    const at = on('Thu', '11:20');
    const tries = Array.from({ length: 12 }, (_, i) => ({ who: desk(60 + i).who, when: at + 4.1 * i * SECOND }));
    return {
      rows: tries.map(({ who, when }) => {
        const events = fail(world.stage, when, who, machine, 1, 0);
        return row({ check: CHECK.userTerminal, account: who.name, at: machine, events, because: 'spray' });
      }),
    };
  },
};
