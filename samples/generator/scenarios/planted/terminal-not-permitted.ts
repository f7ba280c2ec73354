import { KERBEROS } from '../../events/kerberos.ts';
import { NTSTATUS } from '../../events/ntlm.ts';
import { on, SECOND } from '../../story/clock.ts';
import { askTicket } from '../../story/requests.ts';
import { FS01, identityOf } from '../../story/town.ts';
import { CHECK } from '../../story/truth.ts';
import { failByNtlm } from '../acts.ts';
import { row, type Scenario } from '../scenario.ts';
import { OTHERS } from '../town/people.ts';
import { desk } from '../world.ts';

export const terminalNotPermitted: Scenario = {
  id: 'terminal-not-permitted',
  title: 'An account that may log on at one PC only is tried at another.',
  play(world) {
    const { stage } = world;
    const { machine } = desk(13);
    const at = on('Wed', '10:10');
    const account = identityOf(OTHERS.temporary);
    const source = stage.sourceOf(machine, at);
    const guess = { account, workstation: machine.name, address: source.address, server: FS01 };
    const events = [
      askTicket(stage, at, account, source, KERBEROS.forbidden),
      ...failByNtlm(stage, at + 40 * SECOND, guess, NTSTATUS.terminalNotPermitted),
    ];
    return { rows: [row({ check: CHECK.userTerminal, account: account.name, at: machine, events, because: 'refused' })] };
  },
};
