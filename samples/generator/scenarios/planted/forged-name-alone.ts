import { on } from '../../story/clock.ts';
import { identityOf } from '../../story/town.ts';
import { CHECK } from '../../story/truth.ts';
import { enterByNtlm } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { adminTerminal } from '../town/machines.ts';
import { ADMINS } from '../town/people.ts';
import { cameFrom, desk } from '../world.ts';

export const forgedNameAlone: Scenario = {
  id: 'forged-name-alone',
  title: "A program at a user's PC calls itself ADM-02 and enters a server whose log nobody collects: the name is all there is.",
  play(world) {
    const { stage } = world;
    const { machine } = desk(6);
    const at = on('Fri', '20:40');
    const guess = { account: identityOf(ADMINS.tanaka), workstation: 'ADM-02', address: '', server: null };
    const events = cameFrom(world, machine, enterByNtlm(stage, at, guess));
    // Nobody can know better than the name; but it must be doubted.
    return { rows: [row({ check: CHECK.adminSuccess, account: ADMINS.tanaka.name, at: adminTerminal(2), events, atMost: 'weak' })] };
  },
};
