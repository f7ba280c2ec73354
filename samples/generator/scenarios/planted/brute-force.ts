import { on, SECOND } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { fail } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const bruteForce: Scenario = {
  id: 'brute-force',
  title: "Thirty-five passwords of one account are tried at a user's PC within five minutes.",
  play(world) {
    const { machine } = desk(9);
    const { who } = desk(50);
    const events = fail(world.stage, on('Wed', '10:31'), who, machine, 35, 8 * SECOND);
    return { rows: [row({ check: CHECK.userTerminal, account: who.name, at: machine, events, because: 'many-failures' })] };
  },
};
