import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { fail, logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const meetingRoomsMistakes: Scenario = {
  id: 'meeting-rooms-mistakes',
  title: 'Two people mistype at notebooks that had the same address one after the other.',
  play(world) {
    const { meetings } = world.leases;
    return {
      quiet: meetings
        .filter(({ from }) => from > on('Fri', '09:00') && from < on('Fri', '13:00'))
        .map(({ notebook, from }, i) => {
          const { who } = desk(200 + i);
          fail(world.stage, from + 20 * MINUTE, who, notebook, 1 + (i % 3), 9 * SECOND);
          logOn(world.stage, from + 21 * MINUTE, who, notebook);
          return quiet(who.name, notebook);
        }),
    };
  },
};
