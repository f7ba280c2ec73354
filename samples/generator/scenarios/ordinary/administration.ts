import { sitDown } from '../../story/administration.ts';
import { HOUR, MINUTE, on, SECOND, WORKING_DAYS } from '../../story/clock.ts';
import { boot, refreshPolicy, stayOn } from '../../story/machines.ts';
import { DC01, DC02, FS01 } from '../../story/town.ts';
import { goOnTo } from '../acts.ts';
import { PASSED_ON } from '../town/leases.ts';
import { AP01, adminTerminal, TS01 } from '../town/machines.ts';
import { ADMINS } from '../town/people.ts';
import type { World } from '../world.ts';

/** Administrators at admin terminals, and from there on to servers; adm-watanabe at the notebook, whose address changes with the socket. */
export function administration({ stage }: World): void {
  const { sato, suzuki, takahashi, tanaka, ito, watanabe } = ADMINS;
  const notebook = adminTerminal(6);
  for (const day of WORKING_DAYS) {
    [sato, suzuki, takahashi, tanaka, ito].forEach((who, i) => {
      if (i > 0 && stage.random.chance(0.3)) return;
      sitDown(stage, on(day, '08:41') + stage.random.between(0, 30 * 60) * SECOND, who, adminTerminal(i + 1));
    });
    goOnTo(stage, on(day, '10:12') + stage.random.between(0, 20) * MINUTE, sato, adminTerminal(1), FS01, 30 * MINUTE);
    goOnTo(stage, on(day, '13:22') + stage.random.between(0, 20) * MINUTE, suzuki, adminTerminal(2), day === 'Tue' ? DC02 : DC01, 20 * MINUTE);
    goOnTo(stage, on(day, '15:02') + stage.random.between(0, 20) * MINUTE, takahashi, adminTerminal(3), AP01, 50 * MINUTE);
    goOnTo(stage, on(day, '16:02') + stage.random.between(0, 20) * MINUTE, ito, adminTerminal(5), TS01, 25 * MINUTE);
    stayOn(stage, notebook, on(day, '08:32'), day === 'Wed' ? on('Wed', '12:00') : on(day, '17:00'));
    // A notebook asks for its policy more often than the others here.
    for (const time of ['09:55', '11:20']) refreshPolicy(stage, notebook, on(day, time));
    sitDown(stage, on(day, '08:50') + stage.random.between(0, 10) * MINUTE, watanabe, notebook);
  }
  for (const { from, left } of PASSED_ON) {
    boot(stage, from, left + MINUTE);
    sitDown(stage, left + 0.5 * HOUR, watanabe, from);
  }
}
