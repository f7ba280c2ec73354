import type { Leases } from './leases.ts';
import type { Place, Recorder } from './stage.ts';
import { DC01, DC02, FS01, type Machine, pc, USER_PCS } from './town.ts';

const RECORDERS: ReadonlyMap<Machine, Recorder> = new Map([
  [DC01, { firstRecordId: 4_811_203, lsass: 716, activities: false }],
  [DC02, { firstRecordId: 2_094_877, lsass: 688, activities: true }],
  [FS01, { firstRecordId: 913_550, lsass: 744, activities: true }],
]);

/** This PC speaks IPv6. */
const IPV6_PC = pc(40);
const IPV6_ADDRESS = 'fd20:10:20:10::140';

/** The town of the sample week. */
export function weekPlace(leases: Leases): Place {
  return {
    recorders: RECORDERS,
    sourceOf: (machine, at) => ({ address: machine === IPV6_PC ? IPV6_ADDRESS : leases.addressOf(machine, at), controller: controllerOf(machine) }),
  };
}

/** Every third PC speaks to DC02, all other machines to DC01. */
function controllerOf(machine: Machine): Machine {
  return USER_PCS.indexOf(machine) % 3 === 1 ? DC02 : DC01;
}
