import { lockedOut } from '../../events/account.ts';
import { KERBEROS } from '../../events/kerberos.ts';
import { on, SECOND } from '../../story/clock.ts';
import { askTicket } from '../../story/requests.ts';
import { computerIdentity, DC01, identityOf } from '../../story/town.ts';
import { CHECK } from '../../story/truth.ts';
import { fail } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const lockout: Scenario = {
  id: 'locked-out',
  title: "An account is locked out after five wrong passwords at a PC that is not its owner's.",
  play(world) {
    const { stage } = world;
    const { machine } = desk(11);
    const { who } = desk(51);
    const at = on('Fri', '09:40');
    const wrong = fail(stage, at, who, machine, 5, 6 * SECOND);
    stage.write(DC01, lockedOut(stage.moment(DC01, at + 24.1 * SECOND), identityOf(who), machine.name, computerIdentity(DC01)));
    const refused = askTicket(stage, at + 40 * SECOND, identityOf(who), stage.sourceOf(machine, at), KERBEROS.refused);
    return { rows: [row({ check: CHECK.userTerminal, account: who.name, at: machine, events: [...wrong, refused] })] };
  },
};
