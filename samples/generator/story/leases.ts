import type { Random } from '../random.ts';
import { DAYS, on, WEEK_BEGINS } from './clock.ts';
import { type Machine, pc, USER_PCS } from './town.ts';

/** From when on a PC holds an address. */
export interface Lease {
  readonly from: number;
  readonly address: string;
}

const POOL = '10.20.10';
const FIRST_OF_POOL = 101;

/** On Wednesday PC-009 is carried away before noon, and PC-031 gets its address after lunch. */
export const HANDED_OVER = { from: pc(9), to: pc(31), at: on('Wed', '12:55') } as const;

/** Who holds which address: DHCP deals some PCs a new one every morning. */
export class Leases {
  readonly #leases = new Map<Machine, Lease[]>();

  constructor(random: Random) {
    const addresses = USER_PCS.map((_, i) => `${POOL}.${FIRST_OF_POOL + i}`);
    for (const day of DAYS) {
      const moved = day === 'Mon' ? [] : USER_PCS.slice(0, -2).flatMap((_, i) => (random.chance(0.3) ? [i] : []));
      rotate(addresses, moved);
      USER_PCS.forEach((machine, i) => {
        this.#lease(machine, day === 'Mon' ? WEEK_BEGINS : on(day, '07:00'), addresses[i] ?? '');
      });
      if (day === 'Wed') {
        this.#lease(HANDED_OVER.to, HANDED_OVER.at, this.addressOf(HANDED_OVER.from, HANDED_OVER.at));
        this.#lease(HANDED_OVER.from, HANDED_OVER.at, `${POOL}.199`);
      }
    }
  }

  addressOf(machine: Machine, at: number): string {
    const lease = this.#leases.get(machine)?.findLast(({ from }) => from <= at);
    return machine.address ?? lease?.address ?? '';
  }

  /** The leases of a PC in order of time. */
  of(machine: Machine): readonly Lease[] {
    return this.#leases.get(machine) ?? [];
  }

  #lease(machine: Machine, from: number, address: string): void {
    const leases = this.#leases.get(machine) ?? [];
    leases.push({ from, address });
    this.#leases.set(machine, leases);
  }
}

/** Moves the addresses of these PCs on by one. */
function rotate(addresses: string[], moved: readonly number[]): void {
  const kept = moved.map((i) => addresses[i] ?? '');
  moved.forEach((i, k) => {
    addresses[i] = kept[(k + 1) % kept.length] ?? '';
  });
}
