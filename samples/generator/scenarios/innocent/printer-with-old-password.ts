import { MINUTE, on } from '../../story/clock.ts';
import { FS01, identityOf } from '../../story/town.ts';
import { enterByNtlm, failByNtlm } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { DEVICES } from '../town/machines.ts';
import { SERVICES } from '../town/people.ts';

export const printerWithOldPassword: Scenario = {
  id: 'printer-with-old-password',
  title: "After its account's password was changed a printer fails twice, and then somebody types the new one in.",
  play(world) {
    const { name, address } = DEVICES[1];
    const guess = { account: identityOf(SERVICES.scan), workstation: name, address, server: FS01 };
    const at = on('Mon', '09:40');
    for (const minutes of [0, 6]) failByNtlm(world.stage, at + minutes * MINUTE, guess);
    enterByNtlm(world.stage, at + 15 * MINUTE, guess);
    return { quiet: [quiet(SERVICES.scan.name)] };
  },
};
