import { MINUTE, on } from '../../story/clock.ts';
import { FS01, identityOf } from '../../story/town.ts';
import { CHECK } from '../../story/truth.ts';
import { failByNtlm } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { DEVICES } from '../town/machines.ts';
import { SERVICES } from '../town/people.ts';

export const storageWithOldPassword: Scenario = {
  id: 'storage-with-old-password',
  title: 'A network storage device looks people up with an old password, by NTLM, all morning.',
  play(world) {
    const { name, address } = DEVICES[2];
    const guess = { account: identityOf(SERVICES.scan), workstation: name, address, server: FS01 };
    const events = Array.from({ length: 14 }, (_, i) => failByNtlm(world.stage, on('Tue', '08:30') + 15 * i * MINUTE, guess)).flat();
    return { rows: [row({ check: CHECK.elsewhere, account: SERVICES.scan.name, at: DEVICES[2], events })] };
  },
};
