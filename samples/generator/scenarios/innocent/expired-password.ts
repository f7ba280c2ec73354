import { passwordChanged } from '../../events/account.ts';
import { KERBEROS } from '../../events/kerberos.ts';
import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { askTicket } from '../../story/requests.ts';
import { identityOf } from '../../story/town.ts';
import { logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const expiredPassword: Scenario = {
  id: 'expired-password',
  title: 'On coming back from leave five people find their passwords expired, and choose new ones.',
  play(world) {
    const { stage } = world;
    return {
      quiet: [56, 57, 58, 59, 81].map((number, i) => {
        const { who, machine } = desk(number);
        const at = on('Thu', '08:56') + 2 * i * MINUTE;
        const source = stage.sourceOf(machine, at);
        askTicket(stage, at, identityOf(who), source, KERBEROS.passwordExpired);
        stage.write(source.controller, passwordChanged(stage.moment(source.controller, at + 40 * SECOND), identityOf(who), stage.logonId()));
        world.passwordChanges.set(who, at + 40 * SECOND);
        logOn(stage, at + 50 * SECOND, who, machine);
        return quiet(who.name);
      }),
    };
  },
};
