import { MINUTE, on, SECOND, WORKING_DAYS } from '../../story/clock.ts';
import { failToUnlock, logOn, openDesktop } from '../acts.ts';
import { nth, TS01 } from '../town/machines.ts';
import { DESKS_OF_SCENARIOS, desk, type World } from '../world.ts';

/** Thirty people whose applications run on the terminal server. */
export const DESKS_WITH_DESKTOPS = Array.from({ length: 30 }, (_, i) => DESKS_OF_SCENARIOS + 30 + i);

/** They open their desktops every morning; the terminal server asks for their tickets. */
export function terminalServer({ stage, present }: World): void {
  for (const day of WORKING_DAYS) {
    const here = DESKS_WITH_DESKTOPS.filter((number) => present.has(`${day} ${number}`));
    for (const number of here) {
      const { who, machine } = desk(number);
      const at = on(day, '09:05') + stage.random.between(0, 50 * 60) * SECOND;
      openDesktop(stage, at, who, machine, TS01, (7 * 60 + stage.random.between(0, 90)) * MINUTE);
      logOn(stage, at + 3 * SECOND, who, TS01);
    }
    const { who } = desk(nth(here, stage.random.between(1, here.length)));
    failToUnlock(stage, on(day, '11:40'), who, TS01);
    logOn(stage, on(day, '11:40:09'), who, TS01);
  }
}
