import { KERBEROS } from '../../events/kerberos.ts';
import { MINUTE, on } from '../../story/clock.ts';
import { askTicket } from '../../story/requests.ts';
import { identityOf } from '../../story/town.ts';
import { logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const slowClock: Scenario = {
  id: 'slow-clock',
  title: 'The clock of a PC is eight minutes slow: Kerberos refuses it six times, until somebody sets it.',
  play(world) {
    const { stage } = world;
    const { who, machine } = desk(44);
    const begins = on('Tue', '09:50');
    for (let i = 0; i < 6; i++) {
      const at = begins + i * MINUTE;
      askTicket(stage, at, identityOf(who), stage.sourceOf(machine, at), KERBEROS.clocksDiffer);
    }
    logOn(stage, begins + 9 * MINUTE, who, machine);
    return { quiet: [quiet(who.name)] };
  },
};
