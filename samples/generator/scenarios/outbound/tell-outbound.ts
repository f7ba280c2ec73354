import { Random } from '../../random.ts';
import type { World } from '../world.ts';
import { OUTBOUND_ATTACKS } from './attacks.ts';
import { OUTBOUND_LOOK_ALIKES, ordinaryTraffic } from './honest.ts';
import { type Flow, Traffic } from './traffic.ts';

const SEED = 20_261_116;
/** Of the attacks, one is on a list. */
export const INDICATORS = '# JPCERT/CC\nbad-actor[.]example,domain,C2\n198.51.100.0/24\n';

export interface OutboundWeek {
  /** The proxy log of the week, in the W3C format. */
  readonly log: string;
  readonly attacks: readonly Flow[];
  readonly lookAlikes: readonly Flow[];
}

/** What goes through the proxy in a week whose logons were told before: honest traffic always, attacks only where asked. */
export function tellOutbound(world: World, { attacked }: { readonly attacked: boolean }): OutboundWeek {
  const traffic = new Traffic(world, new Random(SEED));
  ordinaryTraffic(traffic);
  for (const flow of OUTBOUND_LOOK_ALIKES) flow.play(traffic);
  const attacks = attacked ? OUTBOUND_ATTACKS : [];
  for (const flow of attacks) flow.play(traffic);
  return { log: traffic.log(), attacks, lookAlikes: OUTBOUND_LOOK_ALIKES };
}
