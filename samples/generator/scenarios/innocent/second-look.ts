import { on, SECOND } from '../../story/clock.ts';
import { DC02 } from '../../story/town.ts';
import { fail, logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const secondLook: Scenario = {
  id: 'second-look',
  title: 'DC02 asks DC01 about each of three wrong passwords, so that they seem to come from DC02 as well.',
  play(world) {
    const { who, machine } = desk(41);
    const at = on('Thu', '09:20');
    if (world.stage.sourceOf(machine, at).controller !== DC02) throw new Error(`${machine.name} does not speak to DC02`);
    fail(world.stage, at, who, machine, 3, 11 * SECOND);
    logOn(world.stage, at + 50 * SECOND, who, machine);
    return { quiet: [quiet(who.name)] };
  },
};
