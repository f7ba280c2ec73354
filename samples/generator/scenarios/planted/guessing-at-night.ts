import { on, SECOND } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { fail } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { DUTY_PCS, nth } from '../town/machines.ts';
import { desk } from '../world.ts';

export const guessingAtNight: Scenario = {
  id: 'guessing-at-night',
  title: 'Fourteen wrong passwords of a colleague at a PC of the night desk before dawn.',
  play(world) {
    const machine = nth(DUTY_PCS, 2);
    const { who } = desk(54);
    const events = fail(world.stage, on('Thu', '03:05'), who, machine, 14, 21 * SECOND);
    return { rows: [row({ check: CHECK.userTerminal, account: who.name, at: machine, events, because: 'many-failures' })] };
  },
};
