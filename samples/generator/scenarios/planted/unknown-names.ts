import { KERBEROS } from '../../events/kerberos.ts';
import { on, SECOND } from '../../story/clock.ts';
import { askTicket } from '../../story/requests.ts';
import { CHECK } from '../../story/truth.ts';
import { stranger } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const unknownNames: Scenario = {
  id: 'unknown-names',
  title: "Six names that nobody has are tried at a user's PC.",
  play(world) {
    const { stage } = world;
    const { machine } = desk(10);
    const at = on('Fri', '13:40');
    return {
      rows: ['admin', 'root', 'test', 'scanner', 'backup', 'guest01'].map((name, i) => {
        const when = at + 6 * i * SECOND;
        const events = [askTicket(stage, when, stranger(name), stage.sourceOf(machine, when), KERBEROS.noSuchAccount)];
        return row({ check: CHECK.userTerminal, account: name, at: machine, events });
      }),
    };
  },
};
