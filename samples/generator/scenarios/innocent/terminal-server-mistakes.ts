import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { failToUnlock, logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { TS01 } from '../town/machines.ts';
import { desk } from '../world.ts';

export const terminalServerMistakes: Scenario = {
  id: 'terminal-server-mistakes',
  title: 'Six of thirty people on the terminal server mistype while unlocking their desktops within an hour: many accounts at one place.',
  play(world) {
    return {
      quiet: Array.from({ length: 6 }, (_, i) => {
        const { who } = desk(120 + 3 * i);
        const at = on('Wed', '12:58') + 6 * i * MINUTE;
        failToUnlock(world.stage, at, who, TS01);
        logOn(world.stage, at + 9 * SECOND, who, TS01);
        return quiet(who.name, TS01);
      }),
    };
  },
};
