import type { Identity } from '../events/identity.ts';
import { DOMAIN, domainSid } from '../story/town.ts';

/** A terminal of a large town, with the account of its own. */
export interface LargeTerminal {
  readonly name: string;
  readonly rid: number;
  readonly address: string;
  readonly account: Identity;
  readonly adminTerminal: boolean;
}

/** Somebody who works there, at the terminal in the same place of the list. */
export interface LargePerson {
  readonly rid: number;
  readonly account: Identity;
  readonly administrator: boolean;
}

/** A town of any size: people, and a terminal for each. */
export interface LargeTown {
  readonly people: readonly LargePerson[];
  readonly terminals: readonly LargeTerminal[];
}

const FIRST_PERSON_RID = 20_000;
const FIRST_TERMINAL_RID = 60_000;
/** One in so many people is an administrator at an admin terminal. */
const PEOPLE_PER_ADMINISTRATOR = 60;

/** A town with so many people. */
export function townOf(people: number): LargeTown {
  const numbers = Array.from({ length: people }, (_, i) => i);
  return { people: numbers.map(personOf), terminals: numbers.map(terminalOf) };
}

function personOf(i: number): LargePerson {
  const administrator = isAdministrator(i);
  const rid = FIRST_PERSON_RID + i;
  const name = `${administrator ? 'adm' : 'shokuin'}${numbered(i)}`;
  return { rid, administrator, account: { name, domain: DOMAIN.name, sid: domainSid(rid) } };
}

function terminalOf(i: number): LargeTerminal {
  const adminTerminal = isAdministrator(i);
  const rid = FIRST_TERMINAL_RID + i;
  const name = `${adminTerminal ? 'ADM' : 'PC'}-${numbered(i)}`;
  return {
    name,
    rid,
    adminTerminal,
    address: `10.${30 + Math.floor(i / 62_500)}.${Math.floor(i / 250) % 250}.${(i % 250) + 2}`,
    account: { name: `${name}$`, domain: DOMAIN.realm, sid: domainSid(rid) },
  };
}

function isAdministrator(i: number): boolean {
  return i % PEOPLE_PER_ADMINISTRATOR === 0;
}

function numbered(i: number): string {
  return String(i + 1).padStart(5, '0');
}
