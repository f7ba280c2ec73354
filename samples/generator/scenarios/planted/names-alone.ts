import { on, SECOND } from '../../story/clock.ts';
import { identityOf } from '../../story/town.ts';
import { CHECK } from '../../story/truth.ts';
import { failByNtlm } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const namesAlone: Scenario = {
  id: 'names-alone',
  title: "Twelve passwords of one account are tried by NTLM from a user's PC: the domain controller learns the PC's name only.",
  play(world) {
    const { machine } = desk(17);
    const { who } = desk(52);
    const guess = { account: identityOf(who), workstation: machine.name, address: '', server: null };
    const events = Array.from({ length: 12 }, (_, i) => failByNtlm(world.stage, on('Mon', '14:00') + 3 * i * SECOND, guess)).flat();
    return { rows: [row({ check: CHECK.userTerminal, account: who.name, at: machine, events, atMost: 'likely', because: 'many-failures' })] };
  },
};
