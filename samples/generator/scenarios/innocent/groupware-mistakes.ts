import { MINUTE, on, SECOND } from '../../story/clock.ts';
import { DC01, identityOf } from '../../story/town.ts';
import { enterByNtlm, failByNtlm } from '../acts.ts';
import { quiet, type Scenario } from '../scenario.ts';
import { AP01 } from '../town/machines.ts';
import { desk } from '../world.ts';

export const groupwareMistakes: Scenario = {
  id: 'groupware-mistakes',
  title:
    'Seven people mistype at the groupware within the hour, and then get it right. It asks DC01 by LDAP, which writes 4625 and a 4776 that bears its own name.',
  play(world) {
    const { stage, trueSources } = world;
    const { address } = stage.sourceOf(AP01, on('Wed', '08:40'));
    return {
      quiet: Array.from({ length: 7 }, (_, i) => {
        const { who } = desk(141 + 3 * i);
        const at = on('Wed', '08:40') + 6 * i * MINUTE;
        const given = { account: identityOf(who), workstation: DC01.name, address, server: DC01 };
        for (const event of [...failByNtlm(stage, at, given), ...enterByNtlm(stage, at + 15 * SECOND, given)]) trueSources.set(event, AP01);
        return quiet(who.name, AP01);
      }),
    };
  },
};
