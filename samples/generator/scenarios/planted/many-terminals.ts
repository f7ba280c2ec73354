import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { fail } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const manyTerminals: Scenario = {
  id: 'many-terminals',
  title: 'The password of one account is tried at four PCs within half an hour.',
  play(world) {
    const { who } = desk(53);
    return {
      rows: [18, 19, 20, 21].map((number, i) => {
        const { machine } = desk(number);
        const events = fail(world.stage, on('Tue', '13:50') + 7 * i * MINUTE, who, machine, 2, 9 * SECOND);
        return row({ check: CHECK.userTerminal, account: who.name, at: machine, events, because: 'many-terminals' });
      }),
    };
  },
};
