import type { Random } from '../../random.ts';
import { DAYS, HOUR, MINUTE, on, WEEK_BEGINS, WEEK_ENDS, WORKING_DAYS } from '../../story/clock.ts';
import type { Machine } from '../../story/town.ts';
import { ALL_MACHINES, adminTerminal, HOME_NOTEBOOKS, NOTEBOOKS, nth, OFFICE_MACHINES, VPN_ADDRESS } from './machines.ts';

/** A span in which a machine held an address. */
export interface Lease {
  readonly machine: Machine;
  readonly address: string;
  readonly from: number;
  readonly until: number;
}

/** A meeting room's notebook in use, at an address it has for that long only. */
export interface Meeting {
  readonly notebook: Machine;
  readonly from: number;
  readonly until: number;
}

const OFFICES = 3;
const MEETING_SEGMENT = '10.20.40';
const MEETING_ADDRESSES = 12;
/** Hours at which meetings begin; they last 110 minutes. */
const MEETINGS = ['09:00', '11:00', '13:30', '15:30'] as const;
const MEETING_LASTS = 110 * MINUTE;

/** Of these each keeps its address of the segment until the moment, and then the other has it. */
export const PASSED_ON = [
  { address: `${MEETING_SEGMENT}.61`, from: adminTerminal(6), to: nth(NOTEBOOKS, 29), left: on('Wed', '12:05'), taken: on('Wed', '13:10') },
  { address: `${MEETING_SEGMENT}.62`, from: adminTerminal(6), to: nth(NOTEBOOKS, 30), left: on('Thu', '15:00'), taken: on('Thu', '15:04') },
] as const;

/** Who held which address: offices where a few machines change every morning, and meeting rooms where addresses change hands every two hours. */
export class Leases {
  readonly all: Lease[] = [];
  readonly meetings: Meeting[] = [];
  readonly #byMachine = new Map<string, Lease[]>();
  readonly #byAddress = new Map<string, Lease[]>();

  constructor(random: Random) {
    for (const machine of ALL_MACHINES) {
      if (machine.address !== null) this.#add({ machine, address: machine.address, from: 0, until: Number.MAX_SAFE_INTEGER });
    }
    for (let office = 0; office < OFFICES; office++) this.#office(random, office);
    for (const day of WORKING_DAYS) for (const time of MEETINGS) this.#meeting(random, on(day, time));
    this.#passOn();
  }

  /** Empty where the machine has none at the moment. */
  addressOf(machine: Machine, at: number): string {
    if (HOME_NOTEBOOKS.some(({ name }) => name === machine.name)) return VPN_ADDRESS;
    return this.#byMachine.get(machine.name)?.findLast(({ from }) => from <= at)?.address ?? '';
  }

  holderOf(address: string, at: number): Machine | null {
    return this.#byAddress.get(address)?.findLast(({ from, until }) => from <= at && at < until)?.machine ?? null;
  }

  /** From a moment on the machine goes by another name, at the addresses it has. */
  rename(was: Machine, is: Machine, at: number): void {
    for (const lease of this.all.filter(({ machine, until }) => machine === was && until > at)) {
      const { address, until } = lease;
      this.#add({ machine: is, address, from: Math.max(at, lease.from), until });
    }
  }

  /** An office segment: leases of eight days; every morning one machine in seven has another address. */
  #office(random: Random, office: number): void {
    const machines = OFFICE_MACHINES.filter((_, i) => i % OFFICES === office);
    let addresses = machines.map((_, i) => `10.20.${10 + office}.${51 + i}`);
    const since = machines.map(() => WEEK_BEGINS);
    for (const day of DAYS.slice(1)) {
      const moved = machines.flatMap((machine, i) => (random.chance(1 / 7) && machine.department !== '消防・宿直' ? [i] : []));
      const before = addresses;
      addresses = [...before];
      moved.forEach((i, k) => {
        this.#add({ machine: nth(machines, i + 1), address: before[i] ?? '', from: since[i] ?? 0, until: on(day, '07:00') });
        since[i] = on(day, '07:00');
        addresses[i] = before[moved[(k + 1) % moved.length] ?? i] ?? '';
      });
    }
    machines.forEach((machine, i) => {
      this.#add({ machine, address: addresses[i] ?? '', from: since[i] ?? 0, until: WEEK_ENDS });
    });
  }

  /** Eight notebooks at any of the twelve addresses of the meeting rooms. */
  #meeting(random: Random, at: number): void {
    const notebooks = NOTEBOOKS.slice(0, 28);
    const addresses = Array.from({ length: MEETING_ADDRESSES }, (_, i) => `${MEETING_SEGMENT}.${21 + i}`);
    for (let i = 0; i < 8; i++) {
      const [notebook] = notebooks.splice(random.between(0, notebooks.length - 1), 1);
      const [address] = addresses.splice(random.between(0, addresses.length - 1), 1);
      if (notebook === undefined || address === undefined) continue;
      const from = at + random.between(0, 240) * 1000;
      this.meetings.push({ notebook, from, until: from + MEETING_LASTS });
      this.#add({ machine: notebook, address, from, until: from + MEETING_LASTS });
    }
  }

  /** The notebook of the administrators is plugged in elsewhere, and a user's gets the address it had. */
  #passOn(): void {
    const home = { machine: adminTerminal(6), address: `${MEETING_SEGMENT}.60` };
    const [first, second] = PASSED_ON;
    this.#add({ machine: first.from, address: first.address, from: WEEK_BEGINS, until: first.left });
    this.#add({ ...home, from: first.left, until: on('Thu', '08:30') });
    this.#add({ machine: second.from, address: second.address, from: on('Thu', '08:30'), until: second.left });
    this.#add({ ...home, from: second.left, until: WEEK_ENDS });
    for (const { to, address, taken } of PASSED_ON) this.#add({ machine: to, address, from: taken, until: taken + 6 * HOUR });
  }

  #add(lease: Lease): void {
    this.all.push(lease);
    for (const [map, key] of [
      [this.#byMachine, lease.machine.name],
      [this.#byAddress, lease.address],
    ] as const) {
      const leases = map.get(key) ?? [];
      leases.push(lease);
      leases.sort((one, other) => one.from - other.from);
      map.set(key, leases);
    }
  }
}
