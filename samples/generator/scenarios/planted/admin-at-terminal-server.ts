import { MINUTE, on } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { goOnTo, logOn } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { TS01 } from '../town/machines.ts';
import { ADMINS } from '../town/people.ts';
import { desk } from '../world.ts';

export const adminAtTerminalServer: Scenario = {
  id: 'admin-at-terminal-server',
  title: "An administrator opens a desktop of the terminal server from a user's PC.",
  play(world) {
    const { stage } = world;
    const { machine } = desk(16);
    const at = on('Tue', '16:40');
    const atPc = logOn(stage, at, ADMINS.watanabe, machine, true);
    const { at: seen, onServer } = goOnTo(stage, at + MINUTE, ADMINS.watanabe, machine, TS01, 20 * MINUTE);
    return {
      rows: [
        row({ check: CHECK.adminSuccess, account: ADMINS.watanabe.name, at: machine, events: [...atPc, ...seen] }),
        row({ check: CHECK.adminSuccess, account: ADMINS.watanabe.name, at: TS01, events: onServer, because: 'began-elsewhere' }),
      ],
    };
  },
};
