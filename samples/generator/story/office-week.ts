import { type Day, HOUR, MINUTE, on, WORKING_DAYS } from './clock.ts';
import { HANDED_OVER } from './leases.ts';
import { boot, stayOn } from './machines.ts';
import { type Account, OFFICE_WORKERS, OTHERS } from './people.ts';
import type { Stage } from './stage.ts';
import { homePc, type Machine, OFFICE_PCS, pc, USER_PCS } from './town.ts';
import { work } from './working-day.ts';

/** Where the shared account of the counter, and the temporary worker, sit. */
export const COUNTER_PC = pc(16);
export const TEMPORARY_PC = pc(36);

const CARRIED_AWAY_AT = on('Wed', '11:30');

/** When people come and go; who is on leave comes not at all. */
interface Presence {
  readonly who: Account;
  readonly machine: Machine;
  readonly from: number;
  readonly until: number;
}

/** Monday to Friday: PCs are switched on in the morning, people work at them, and off in the evening. */
export function officeWeek(stage: Stage): void {
  for (const day of WORKING_DAYS) {
    const present = presencesOf(stage, day);
    for (const machine of USER_PCS.slice(0, OFFICE_PCS)) {
      const here = present.filter((one) => one.machine === machine);
      if (here.length > 0) switchOn(stage, day, machine, here);
    }
    for (const { who, machine, from, until } of present) work(stage, who, machine, from, until);
  }
}

function presencesOf(stage: Stage, day: Day): Presence[] {
  const workers = OFFICE_WORKERS.map((who) => ({ who, machine: homePc(who) }));
  const others = [
    { who: OTHERS.counter, machine: COUNTER_PC },
    { who: OTHERS.temporary, machine: TEMPORARY_PC },
  ];
  return [...workers, ...others].flatMap(({ who, machine }) => {
    const from = on(day, '08:12') + stage.random.between(0, 40 * 60) * 1000;
    const evening = on(day, '17:16') + stage.random.between(0, 100) * MINUTE;
    const moves = day === 'Wed' && (machine === HANDED_OVER.from || machine === HANDED_OVER.to);
    const onLeave = stage.random.chance(0.06) && !moves;
    return onLeave ? [] : [{ who, machine, from, until: moves && machine === HANDED_OVER.from ? CARRIED_AWAY_AT : evening }];
  });
}

function switchOn(stage: Stage, day: Day, machine: Machine, here: readonly Presence[]): void {
  const from = Math.min(...here.map((one) => one.from)) - stage.random.between(40, 100) * 1000;
  const until = Math.max(...here.map((one) => one.until));
  if (day !== 'Wed' || (machine !== HANDED_OVER.from && machine !== HANDED_OVER.to)) {
    stayOn(stage, machine, from, until);
    return;
  }
  // One PC is carried away before noon; the other comes back from lunch with its address.
  stayOn(stage, machine, from, CARRIED_AWAY_AT);
  boot(stage, machine, machine === HANDED_OVER.to ? HANDED_OVER.at + MINUTE : HANDED_OVER.at + 2 * HOUR);
}
