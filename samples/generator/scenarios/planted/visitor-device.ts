import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { giveWrongPassword } from '../../story/requests.ts';
import { identityOf } from '../../story/town.ts';
import { CHECK } from '../../story/truth.ts';
import { fromAddress } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const visitorDevice: Scenario = {
  id: 'visitor-device',
  title: "A visitor's notebook, which the DHCP server knows and nobody else, tries the passwords of two people.",
  play(world) {
    const { stage } = world;
    const at = on('Tue', '14:10');
    const address = '10.20.40.81';
    world.visitors.push({ at: at - 5 * MINUTE, address, hostName: 'DESKTOP-4J2K9QX' });
    return {
      rows: [70, 71].map((number, i) => {
        const { who } = desk(number);
        const events = [giveWrongPassword(stage, at + 20 * i * SECOND, identityOf(who), fromAddress(address))];
        return row({ check: CHECK.elsewhere, account: who.name, at: 'anywhere', events, atMost: 'likely', because: 'unknown-terminal' });
      }),
    };
  },
};
