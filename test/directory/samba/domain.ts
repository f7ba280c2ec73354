import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, test } from 'vitest';

const FOLDER = 'test/directory/samba';
const RUN = join(FOLDER, 'run');
/** Provisioning and seeding the first time, on a busy machine. */
const START_MS = 300_000;

export type DomainName = 'town' | 'hidden' | 'large';

/** A real Active Directory of our own: nobody else's test sees or hurts it. */
export interface Domain {
  readonly name: DomainName;
  /** `ldaps://` and the address; the certificate holds the address and `host`. */
  readonly url: string;
  readonly address: string;
  /** Full DNS name of the domain controller. */
  readonly host: string;
  /** File with the certificate of the CA. */
  readonly ca: string;
  readonly dnsDomain: string;
  readonly netbios: string;
  readonly baseDn: string;
  /** UPN of `reader`, an account without any special right. */
  readonly user: string;
  /** The one password of every account that has one. */
  readonly password: string;
  /** Ends the server and deletes its files. */
  stop(): Promise<void>;
  /** Kills the server at once: connections are reset. */
  kill(): Promise<void>;
  /** The server answers nothing more, and its connections stay open (SIGSTOP). */
  stall(): void;
  /** After `stall`. */
  goOn(): void;
  /** A new server on the same address with the same files and the database as it was; after `kill` too. */
  restart(): Promise<void>;
}

/** What a domain must give, written by hand from what its seed intends. */
export interface Expected {
  readonly privileged: readonly {
    /** sAMAccountName, of a computer without `$`; of a foreign account its SID. */
    readonly account: string;
    readonly privilege: 'administrator' | 'operator' | 'shadow' | 'special';
    /** Groups, the one the account is in first; of a shadow administrator ends in right and DN. */
    readonly path: readonly string[];
    readonly enabled?: false;
    readonly expiresAt?: string;
  }[];
  /** Not complete: those that are easily taken for privileged. */
  readonly notPrivileged: readonly string[];
  /** adminCount 1 without a membership. */
  readonly leftovers: readonly string[];
  /** Accounts with a servicePrincipalName, and managed ones. */
  readonly services: readonly string[];
  readonly servicesByOu: { readonly ou: string; readonly accounts: readonly string[] };
  readonly computers: {
    readonly 'domain controller': readonly string[];
    readonly server: readonly string[];
    /** How many the rest is. */
    readonly 'user terminals': number;
    readonly disabled: readonly string[];
    readonly withoutDnsName: readonly string[];
  };
  readonly adminTerminals: {
    readonly group: string;
    readonly inGroup: readonly string[];
    readonly ou: string;
    readonly inOu: readonly string[];
    readonly disagree: readonly string[];
  };
  /** Some that must be there; without `refreshedAt`: any. */
  readonly addresses: readonly { readonly dnsName: string; readonly address: string; readonly refreshedAt?: string | null }[];
  /** Names that must have none. */
  readonly noAddress: readonly string[];
  /** DNs of what `reader.limited` cannot read: an account, the members of a group. Null: there is no such account in this domain. */
  readonly unreadableToLimited: { readonly account: string; readonly membersOf: string } | null;
  readonly largeGroup: { readonly name: string; readonly members: number } | null;
  /** Accounts whose bind fails with the right password, and the code in the server's message. */
  readonly binds: readonly { readonly account: string; readonly code: string }[];
}

/** Starts a copy of a domain for this test alone: 0.5 s, the first time 10 s (large: more). Where that cannot be, a sentence that says why. */
export async function startDomain(name: DomainName): Promise<Domain | { readonly cannot: string }> {
  const cannot = whyNot();
  if (cannot !== null) return { cannot };
  let { server, facts } = await serve(name);
  const end = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGKILL'); // a stopped process hears nothing else
    await ended;
  };
  return {
    ...facts,
    kill: end,
    stall: () => void server.kill('SIGSTOP'),
    goOn: () => void server.kill('SIGCONT'),
    restart: async () => {
      await end();
      ({ server } = await serve(name, facts.address));
    },
    stop: async () => {
      await end();
      rmSync(dirname(dirname(facts.ca)), { recursive: true, force: true });
    },
  };
}

/**
 * Tests that need a real directory. Where Samba cannot run, one skipped test says what is missing; with CI set it fails instead.
 * The domain starts before the first test and is gone after the last.
 */
export function describeWithDomain(name: DomainName, title: string, tests: (domain: () => Domain) => void): void {
  const cannot = whyNot();
  if (cannot !== null) {
    describe(title, () => {
      if (process.env.CI === undefined) test.skip(`skipped: ${cannot}`, () => {});
      else {
        test('a real directory is there', () => {
          throw new Error(cannot);
        });
      }
    });
    return;
  }
  describe(title, () => {
    let domain: Domain | undefined;
    beforeAll(async () => {
      const started = await startDomain(name);
      if ('cannot' in started) throw new Error(started.cannot);
      domain = started;
    }, START_MS);
    afterAll(() => domain?.stop());
    tests(() => {
      if (domain === undefined) throw new Error('the domain is there once the tests run');
      return domain;
    });
  });
}

/** What `town`, `hidden` must give. */
export function expectedOf(name: 'town' | 'hidden'): Expected {
  return JSON.parse(readFileSync(join(FOLDER, `${name}-expected.json`), 'utf8')) as Expected;
}

function whyNot(): string | null {
  if (process.platform !== 'linux') return 'Samba runs on Linux only';
  const { status, stdout } = spawnSync(RUN, ['packages'], { encoding: 'utf8' });
  return status === 0 ? null : stdout.trim();
}

type Facts = Omit<Domain, 'stop' | 'kill' | 'stall' | 'goOn' | 'restart'>;

async function serve(name: DomainName, again?: string): Promise<{ server: ChildProcess; facts: Facts }> {
  const server = spawn(RUN, again === undefined ? ['serve', name] : ['again', name, again], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  server.stderr.on('data', (part) => {
    complaint += part;
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const facts = JSON.parse(line) as Facts;
    while (!(await answers(facts.address))) {
      if (server.exitCode !== null) throw new Error(`${name} ended: ${complaint}`);
      await wait(30);
    }
    return { server, facts };
  }
  throw new Error(`${name} did not start: ${complaint}`);
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(636, address);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
