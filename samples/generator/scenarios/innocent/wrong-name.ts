import { KERBEROS } from '../../events/kerberos.ts';
import { on, SECOND } from '../../story/clock.ts';
import { askTicket } from '../../story/requests.ts';
import { logOn, stranger } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const wrongName: Scenario = {
  id: 'wrong-name',
  title: 'Somebody types their password where the name belongs, and somebody else a name with a slip in it.',
  play(world) {
    const { stage } = world;
    return {
      quiet: [
        { ...desk(45), name: 'Midori#2026', at: on('Fri', '08:58') },
        { ...desk(46), name: 'satou-k', at: on('Wed', '09:31') },
      ].map(({ who, machine, name, at }) => {
        askTicket(stage, at, stranger(name), stage.sourceOf(machine, at), KERBEROS.noSuchAccount);
        logOn(stage, at + 15 * SECOND, who, machine);
        return quiet(name);
      }),
    };
  },
};
