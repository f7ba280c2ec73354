import { MINUTE } from '../../story/clock.ts';
import { stayOn } from '../../story/machines.ts';
import { logOnAt, openShare } from '../../story/working-day.ts';
import { DESK_WORKERS } from '../town/people.ts';
import type { World } from '../world.ts';

/** Whoever leads a meeting logs on at a notebook of the meeting room. */
export function meetings({ stage, leases }: World): void {
  for (const { notebook, from, until } of leases.meetings) {
    const who = DESK_WORKERS[stage.random.between(120, DESK_WORKERS.length - 1)];
    if (who === undefined) continue;
    stayOn(stage, notebook, from, until);
    const at = from + stage.random.between(1, 6) * MINUTE;
    logOnAt(stage, at, who, notebook);
    openShare(stage, at + 2 * MINUTE, who, notebook, until - at - 10 * MINUTE);
  }
}
