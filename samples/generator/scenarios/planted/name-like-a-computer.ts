import { on, SECOND } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { fail } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { OTHERS } from '../town/people.ts';
import { desk } from '../world.ts';

export const nameLikeAComputer: Scenario = {
  id: 'name-like-a-computer',
  title: "Sixteen wrong passwords of a person's account whose name ends in $, as a computer's does.",
  play(world) {
    const { machine } = desk(14);
    const events = fail(world.stage, on('Wed', '12:20'), OTHERS.counter, machine, 16, 9 * SECOND);
    return { rows: [row({ check: CHECK.userTerminal, account: OTHERS.counter.name, at: machine, events })] };
  },
};
