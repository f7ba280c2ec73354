import { KERBEROS } from '../../events/kerberos.ts';
import { on, SECOND } from '../../story/clock.ts';
import { askTicket } from '../../story/requests.ts';
import { identityOf } from '../../story/town.ts';
import { CHECK } from '../../story/truth.ts';
import { row, type Scenario } from '../scenario.ts';
import { OTHERS } from '../town/people.ts';
import { desk } from '../world.ts';

export const disabledAccount: Scenario = {
  id: 'disabled-account',
  title: "The account of somebody who left is tried at a user's PC.",
  play(world) {
    const { stage } = world;
    const { machine } = desk(12);
    const at = on('Thu', '16:30');
    const source = stage.sourceOf(machine, at);
    const events = [0, 19].map((seconds) => askTicket(stage, at + seconds * SECOND, identityOf(OTHERS.retired), source, KERBEROS.refused));
    return { rows: [row({ check: CHECK.userTerminal, account: OTHERS.retired.name, at: machine, events, because: 'disabled-elsewhere' })] };
  },
};
