import type { Random } from '../../random.ts';
import type { Machine } from '../../story/town.ts';
import type { World } from '../world.ts';

/** A request through the proxy. */
interface Request {
  /** Unix milliseconds. */
  readonly at: number;
  readonly line: string;
}

export interface Asked {
  /** A name, or an address. */
  readonly host: string;
  /** Bytes to the outside. Default: those of a question. */
  readonly sent?: number;
  /** Default: those of a page. */
  readonly received?: number;
}

const FIELDS = 'date time time-taken c-ip cs-username s-action sc-status cs-method cs-uri-scheme cs-host cs-uri-port sc-bytes cs-bytes';

/** What goes through the proxy, as it fills; in the W3C format, which says how much was sent. */
export class Traffic {
  readonly world: World;
  readonly random: Random;
  readonly #requests: Request[] = [];

  constructor(world: World, random: Random) {
    this.world = world;
    this.random = random;
  }

  /** A machine asks for a host; nothing happens where it has no address at the moment. */
  ask(at: number, machine: Machine, { host, sent, received }: Asked): void {
    const address = this.world.leases.addressOf(machine, at);
    if (address === '') return;
    const [date = '', time = ''] = new Date(at).toISOString().slice(0, 19).split('T');
    const bytes = `${received ?? this.random.between(900, 60_000)} ${sent ?? this.random.between(300, 2500)}`;
    this.#requests.push({
      at,
      line: `${date} ${time} ${this.random.between(10, 4000)} ${address} - TCP_TUNNELED 200 CONNECT tcp ${host} 443 ${bytes}`,
    });
  }

  /** The log in order of time. */
  log(): string {
    const lines = this.#requests.sort((one, other) => one.at - other.at || (one.line < other.line ? -1 : 1)).map(({ line }) => line);
    return ['#Software: SGOS 7.3', '#Version: 1.0', `#Fields: ${FIELDS}`, ...lines, ''].join('\r\n');
  }
}

/** Somebody's traffic that the checklist must show, or honest traffic that looks like it. */
export interface Flow {
  readonly id: string;
  /** What happens, in one sentence. */
  readonly title: string;
  /** Where it goes, as the checklist calls it. */
  readonly destination: string;
  readonly play: (traffic: Traffic) => void;
  /** Why the product does not show it yet. The test fails as soon as it does, so that this goes away. */
  readonly known?: string;
}
