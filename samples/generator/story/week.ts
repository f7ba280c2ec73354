import type { LoggedEvent } from '../evtx/event.ts';
import { administration } from './administration.ts';
import { serversRun } from './machines.ts';
import { officeWeek } from './office-week.ts';
import { type PasswordChange, passwordDay } from './password-day.ts';
import { plantedAdministrators } from './planted-administrators.ts';
import { plantedElsewhere } from './planted-elsewhere.ts';
import { plantedFailures } from './planted-failures.ts';
import { services } from './services.ts';
import { shifts } from './shifts.ts';
import { slips } from './slips.ts';
import { Stage } from './stage.ts';
import { type Machine, RECORDERS } from './town.ts';
import { Truth } from './truth.ts';

/** The week as it was recorded, and as it was. */
export interface Week {
  readonly logs: ReadonlyMap<Machine, readonly LoggedEvent[]>;
  readonly passwordChanges: readonly PasswordChange[];
  readonly truth: Truth;
}

const SEED = 20261109;

/** Tells the whole story, always the same. */
export function tellWeek(): Week {
  const stage = new Stage(SEED);
  const truth = new Truth();
  serversRun(stage);
  officeWeek(stage);
  shifts(stage);
  services(stage);
  administration(stage, truth);
  const passwordChanges = passwordDay(stage, truth);
  slips(stage, truth);
  plantedAdministrators(stage, truth);
  plantedFailures(stage, truth);
  plantedElsewhere(stage, truth);
  return { logs: new Map(RECORDERS.map((machine) => [machine, stage.logOf(machine)])), passwordChanges, truth };
}
