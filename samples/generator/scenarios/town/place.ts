import type { Place, Recorder } from '../../story/stage.ts';
import { DC01, DC02, FS01, type Machine } from '../../story/town.ts';
import type { Leases } from './leases.ts';
import { TS01, USER_TERMINALS } from './machines.ts';

/** Both domain controllers, the file server and the terminal server; the other servers' logs are not collected. */
export const RECORDERS: ReadonlyMap<Machine, Recorder> = new Map([
  [DC01, { firstRecordId: 31_811_203, lsass: 716, activities: false }],
  [DC02, { firstRecordId: 22_094_877, lsass: 688, activities: true }],
  [FS01, { firstRecordId: 7_913_550, lsass: 744, activities: true }],
  [TS01, { firstRecordId: 1_204_411, lsass: 760, activities: true }],
]);

/** The town of three hundred people. Every third terminal speaks to DC02, all other machines (one with a new name too) to DC01. */
export function townPlace(leases: Leases): Place {
  const controllers = new Map(USER_TERMINALS.map((machine, i) => [machine.name, i % 3 === 1 ? DC02 : DC01]));
  return {
    recorders: RECORDERS,
    sourceOf: (machine, at) => ({ address: leases.addressOf(machine, at), controller: controllers.get(machine.name) ?? DC01 }),
  };
}
