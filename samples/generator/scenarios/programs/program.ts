import type { Event } from '../../evtx/event.ts';
import type { World } from '../world.ts';

/** What a program does in the week: an attack, or an honest one that looks like it. */
export interface Program {
  readonly id: string;
  /** What happens, in one sentence. */
  readonly title: string;
  /** Writes it into the week. What it hands back is every record of it, those of one attempt one after the other. */
  readonly play: (world: World) => readonly Event[];
  /** Why the product does not show it yet. The test fails as soon as it does, so that this goes away. */
  readonly known?: string;
}
