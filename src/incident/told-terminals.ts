import { textOf } from '../checks/cells.ts';
import type { Engine } from '../engine/engine.ts';
import { UserError } from '../settings/user-error.ts';
import { normalAddress } from '../sidelogs/address.ts';
import { computerName } from '../sidelogs/terminal-sources.ts';
import { nearestNames } from './known-names.ts';

/**
 * The terminals that people named, each once however they wrote it: by its name, its full name, its computer account or the address that it alone held. One PC
 * named twice would be two, and two PCs cut off the whole network. UserError: a name that neither the logs nor the directory or the inventory have.
 */
export async function toldTerminals(engine: Engine, given: readonly string[], since: Date | null): Promise<readonly string[]> {
  const known = await knownTerminals(engine);
  const holders = await addressHolders(engine, since);
  const named = given.filter((text) => normalAddress(text) === null);
  const terminals = new Set<string>();
  for (const text of named) {
    const name = computerName(text.replace(/\$$/, '')).toUpperCase();
    if (!known.has(name)) throw await unknownTerminal(engine, text);
    terminals.add(name);
  }
  for (const text of given) {
    const address = normalAddress(text);
    if (address === null) continue;
    const held = holders.get(address) ?? [];
    // Of several holders the one that was named as well is meant; else the address stands for itself.
    if (held.some((one) => terminals.has(one))) continue;
    terminals.add(held.length === 1 ? (held[0] ?? address) : address);
  }
  return [...terminals];
}

async function knownTerminals(engine: Engine): Promise<ReadonlySet<string>> {
  const { rows } = await engine.ask(`
    select terminal as name from terminals
    union select recorder from recorders where records > 0
    union select terminal from attempts where terminal is not null
    union select terminal from outbound_terminals`);
  return new Set(rows.map((row) => (textOf(row.name) ?? '').toUpperCase()));
}

/** Who held each address since then, by what the logs prove; where they prove nothing, by the inventory, DHCP and DNS. */
async function addressHolders(engine: Engine, since: Date | null): Promise<ReadonlyMap<string, readonly string[]>> {
  const from = since === null ? '' : ` >= timestamp '${since.toISOString().slice(0, 19).replace('T', ' ')}'`;
  const { rows } = await engine.ask(`
    with proven as (
      select distinct terminal_address, terminal from address_terminals where terminal is not null and certainty in ('certain', 'likely')${from === '' ? '' : ` and occurred_at${from}`}
    )
    select terminal_address, terminal from proven
    union
    select d.terminal_address, d.terminal from addresses d
    left join (select distinct terminal_address from proven) p on p.terminal_address = d.terminal_address
    where p.terminal_address is null${from === '' ? '' : ` and (d.held_until is null or d.held_until${from})`}
    order by 1, 2`);
  const holders = new Map<string, string[]>();
  for (const row of rows) {
    const address = textOf(row.terminal_address) ?? '';
    holders.set(address, [...(holders.get(address) ?? []), textOf(row.terminal) ?? '']);
  }
  return holders;
}

async function unknownTerminal(engine: Engine, terminal: string): Promise<UserError> {
  const names = await nearestNames(engine, terminal);
  const option = '--suspicious-terminals';
  return names.length === 0
    ? new UserError('terminal-unknown', { option, terminal })
    : new UserError('terminal-unknown-near', { option, terminal, names: names.join(', ') });
}
