import { on } from '../../story/clock.ts';
import { FS01, identityOf } from '../../story/town.ts';
import { CHECK } from '../../story/truth.ts';
import { enterByNtlm } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { ADMINS } from '../town/people.ts';
import { cameFrom, desk } from '../world.ts';

export const forgedNameWithAddress: Scenario = {
  id: 'forged-name-with-address',
  title: "A program at a user's PC calls itself ADM-01 and enters the file server by NTLM with an administrator's password.",
  // The domain controller has the name alone, and the administrator is at work at that terminal just then.
  needsServerLogs: true,
  play(world) {
    const { stage } = world;
    const { machine } = desk(5);
    const at = on('Thu', '10:40');
    const { address } = stage.sourceOf(machine, at);
    const guess = { account: identityOf(ADMINS.sato), workstation: 'ADM-01', address, server: FS01 };
    const events = cameFrom(world, machine, enterByNtlm(stage, at, guess, true));
    return { rows: [row({ check: CHECK.adminSuccess, account: ADMINS.sato.name, at: machine, events, atMost: 'contradicted' })] };
  },
};
