import { passwordChanged } from '../../events/account.ts';
import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { GW01, identityOf } from '../../story/town.ts';
import { fail, logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const telephoneWithOldPassword: Scenario = {
  id: 'telephone-with-old-password',
  title: 'Somebody changes the password at noon, and the telephone asks for mail with the old one thirty times.',
  play(world) {
    const { stage } = world;
    const { who, machine } = desk(40);
    const at = on('Wed', '12:10');
    const { controller } = stage.sourceOf(machine, at);
    stage.write(controller, passwordChanged(stage.moment(controller, at), identityOf(who), stage.logonId()));
    world.passwordChanges.set(who, at);
    logOn(stage, at + 9 * SECOND, who, machine);
    fail(stage, at + 5 * MINUTE, who, GW01, 30, 5 * MINUTE);
    return { quiet: [quiet(who.name)] };
  },
};
