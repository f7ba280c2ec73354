import { MINUTE, on } from '../../story/clock.ts';
import { CHECK } from '../../story/truth.ts';
import { openDesktop, runAs } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { TS01 } from '../town/machines.ts';
import { ADMINS } from '../town/people.ts';
import { desk } from '../world.ts';

export const runasOnTerminalServer: Scenario = {
  id: 'runas-on-terminal-server',
  title: "Somebody at a desktop of the terminal server runs a program with an administrator's password.",
  play(world) {
    const { stage } = world;
    const { who, machine } = desk(15);
    const at = on('Fri', '11:02');
    const { logonId } = openDesktop(stage, at, who, machine, TS01, 90 * MINUTE);
    const events = runAs(stage, at + 10 * MINUTE, who, logonId, ADMINS.suzuki, TS01);
    return { rows: [row({ check: CHECK.adminSuccess, account: ADMINS.suzuki.name, at: TS01, events })] };
  },
};
