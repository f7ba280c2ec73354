import { on, SECOND } from '../../story/clock.ts';
import { identityOf } from '../../story/town.ts';
import { CHECK } from '../../story/truth.ts';
import { failByNtlm } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { ADMINS } from '../town/people.ts';
import { desk } from '../world.ts';

export const builtinAdministratorByName: Scenario = {
  id: 'builtin-administrator-by-name',
  title: "A program at a user's PC tries passwords of the built-in Administrator by NTLM: a name, no address, no domain.",
  play(world) {
    const { machine } = desk(23);
    const guess = { account: identityOf(ADMINS.builtin), workstation: machine.name, address: '', server: null };
    const events = Array.from({ length: 5 }, (_, i) => failByNtlm(world.stage, on('Fri', '10:58') + 1.2 * i * SECOND, guess)).flat();
    return { rows: [row({ check: CHECK.adminFailure, account: ADMINS.builtin.name, at: machine, events, atMost: 'likely' })] };
  },
};
