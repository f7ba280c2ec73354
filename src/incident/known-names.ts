import { textOf } from '../checks/cells.ts';
import type { Engine } from '../engine/engine.ts';

/** Names offered for one that nobody knows. */
const MOST_OFFERED = 3;
/** Letters that may differ. */
const MOST_CHANGES = 2;

/**
 * Names close to one that nobody knows, best first. Only of the directory, the inventory and the machines whose logs were given: a name that somebody
 * typed may be a password.
 */
export async function nearestNames(engine: Engine, given: string): Promise<readonly string[]> {
  const { rows } = await engine.ask(`
    select terminal as name from terminals
    union select account from accounts where kind <> 'computer'
    union select recorder from recorders where records > 0
    order by name`);
  const wanted = (/([^\\]*)$/.exec(given.trim())?.[1] ?? given).split('@', 1)[0]?.toLowerCase() ?? '';
  const near = rows.flatMap((row) => {
    const name = textOf(row.name) ?? '';
    const changes = changesBetween(wanted, name.toLowerCase());
    return changes <= MOST_CHANGES ? [{ name, changes }] : [];
  });
  return near
    .toSorted((one, other) => one.changes - other.changes)
    .slice(0, MOST_OFFERED)
    .map(({ name }) => name);
}

/** Letters to add, drop or change (Levenshtein); more than MOST_CHANGES where the lengths already say so. */
function changesBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > MOST_CHANGES) return MOST_CHANGES + 1;
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1] ? 0 : 1;
      line.push(Math.min((before[at - 1] ?? 0) + same, (before[at] ?? 0) + 1, (line[at - 1] ?? 0) + 1));
    }
    before = line;
  }
  return before[other.length] ?? 0;
}
