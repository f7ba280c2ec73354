import { NTSTATUS } from '../../events/ntlm.ts';
import { on, SECOND } from '../../story/clock.ts';
import { refuseVisit } from '../../story/sessions.ts';
import { logOn } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { desk } from '../world.ts';

export const localAdministrator: Scenario = {
  id: 'local-administrator',
  title: "A helper mistypes the password of a PC's own Administrator while reaching for the file server: a namesake of the domain's.",
  play(world) {
    const { stage } = world;
    const { who, machine } = desk(42);
    const at = on('Wed', '11:31');
    const { address } = stage.sourceOf(machine, at);
    const account = { name: 'Administrator', domain: machine.name, sid: 'S-1-0-0' };
    for (const seconds of [0, 8]) refuseVisit(stage, at + seconds * SECOND, account, { address, workstation: machine.name }, NTSTATUS.wrongPassword);
    logOn(stage, at + 60 * SECOND, who, machine);
    return { quiet: [quiet('Administrator', machine)] };
  },
};
