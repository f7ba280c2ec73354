import { MINUTE, on, WEEK_BEGINS, WEEK_ENDS } from '../../story/clock.ts';
import { controllersReplicate, recorderRuns, restart, stayOn } from '../../story/machines.ts';
import { DC02 } from '../../story/town.ts';
import { ALWAYS_ON } from '../town/machines.ts';
import { RECORDERS } from '../town/place.ts';
import type { World } from '../world.ts';

/** What never sleeps: servers and the admin terminals at their desks. DC02 starts anew on Saturday night. */
export function serversAndTerminalsRun({ stage }: World): void {
  for (const machine of ALWAYS_ON) {
    if (machine.role !== 'domain controller') stayOn(stage, machine, WEEK_BEGINS + stage.random.between(5, 90) * MINUTE, WEEK_ENDS);
  }
  for (const recorder of RECORDERS.keys()) recorderRuns(stage, recorder);
  controllersReplicate(stage);
  restart(stage, DC02, on('Sat', '02:00'));
}
