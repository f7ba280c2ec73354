import type { Event } from '../evtx/event.ts';
import { dnsNameOf, type Machine } from '../story/town.ts';
import { ALL_MACHINES, DEVICES, VPN_ADDRESS } from './town/machines.ts';
import type { Truth, World } from './world.ts';

/** An attempt to log on as a log tells of it, and where it truly came from. */
export interface Attempt {
  /** `recorder#record id`, as the rows have it. */
  readonly key: string;
  /** Short name; null: not one of the town's. */
  readonly terminal: string | null;
  /** Behind an address of many: nobody can tell. */
  readonly shared: boolean;
}

const IDS: ReadonlySet<number> = new Set([4624, 4625, 4768, 4771, 4776]);
const UNIX_EPOCH = 116_444_736_000_000_000n;

/** The attempts of one machine's log. `written` in the order in which they are numbered. */
export function attemptsOf(world: World, recorder: Machine, written: readonly Event[], firstRecordId: number): Attempt[] {
  return written.flatMap((event, i) => {
    if (!IDS.has(event.kind.id)) return [];
    const truth = world.trueSources.get(event) ?? sourceOf(world, recorder, event);
    const was = typeof truth === 'string' ? null : truth.name;
    // The directory knows a machine by the name it has now.
    const name = world.renamed.find((one) => one.was.name === was)?.is.name ?? was;
    return [{ key: `${dnsNameOf(recorder).toLowerCase()}#${firstRecordId + i}`, terminal: name, shared: truth === 'shared' }];
  });
}

/** By the address that the record gives, or the name where it has none. */
function sourceOf({ leases }: World, recorder: Machine, event: Event): Truth | { readonly name: string } {
  const field = (name: string): string => {
    const i = event.kind.fields.findIndex(([field]) => field === name);
    return i < 0 ? '' : String(event.values[i]);
  };
  const address = field('IpAddress').replace('::ffff:', '');
  if (event.kind.id === 4776) return namedMachine(field('Workstation')) ?? 'unknown';
  if (address === '-' || address === '::1' || address === '127.0.0.1') return recorder;
  if (address === VPN_ADDRESS) return 'shared';
  return leases.holderOf(address, Number((event.at - UNIX_EPOCH) / 10_000n)) ?? DEVICES.find((device) => device.address === address) ?? 'unknown';
}

function namedMachine(name: string): { readonly name: string } | undefined {
  return [...ALL_MACHINES, ...DEVICES].find((machine) => machine.name === name);
}
