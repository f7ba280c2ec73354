import { on, SECOND } from '../../story/clock.ts';
import { askServiceTicket, askTicket } from '../../story/requests.ts';
import { DC01, identityOf } from '../../story/town.ts';
import { CHECK } from '../../story/truth.ts';
import { fromAddress } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { ADMINS } from '../town/people.ts';

export const adminFromVpnPool: Scenario = {
  id: 'admin-from-vpn-pool',
  title: "An administrator logs on at night from an address of the VPN's pool that no terminal of the town holds.",
  play(world) {
    const { stage } = world;
    const at = on('Sat', '23:12');
    const source = fromAddress('10.20.50.17');
    const account = identityOf(ADMINS.suzuki);
    const events = [askTicket(stage, at, account, source)];
    askServiceTicket(stage, at + SECOND, account, DC01, source);
    return { rows: [row({ check: CHECK.adminSuccess, account: account.name, at: null, events, because: 'unknown-terminal' })] };
  },
};
