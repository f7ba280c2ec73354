import type { DirectoryEntry, ReadingGap } from './directory-reader.ts';
import type { LdapConnection, LdapEntry } from './ldap-connection.ts';

/** An object while it is read: the values so far, and which attributes have more. */
export interface EntryInParts extends DirectoryEntry {
  readonly values: Map<string, Buffer[]>;
  /** By attribute: number of the next value to ask for. */
  readonly more: Map<string, number>;
}

/** Windows answers at most 1,500 values of an attribute at once, as `member;range=0-1499` beside an empty `member`; the last range ends with `*`. */
const RANGE = /;range=(\d+)-(\d+|\*)/i;

/** Takes an object apart. `asked`: the attributes of the question; those without values get an empty list. */
export function entryInParts(entry: LdapEntry, asked: readonly string[]): EntryInParts {
  const parts: EntryInParts = { dn: entry.dn, values: new Map(), more: new Map() };
  for (const name of asked) valuesOf(parts, nameOf(name));
  for (const { name, values } of entry.attributes) {
    for (const value of values) valuesOf(parts, nameOf(name)).push(value);
    const last = RANGE.exec(name)?.[2];
    if (last !== undefined && last !== '*') parts.more.set(nameOf(name), Number(last) + 1);
  }
  return parts;
}

/** Asks for all further values of one object. Gaps: the attributes whose values end before the server said they do. */
export async function readRanges(connection: LdapConnection, entry: EntryInParts): Promise<readonly ReadingGap[]> {
  const gaps: ReadingGap[] = [];
  for (const [attribute, first] of entry.more) {
    const values = valuesOf(entry, attribute);
    let next: number | null = first;
    while (next !== null) {
      const range: Range | null = await askForRange(connection, entry.dn, attribute, next);
      if (range === null) {
        gaps.push({ ...VALUES_CUT, details: { dn: entry.dn, attribute, count: values.length } });
        break;
      }
      for (const value of range.values) values.push(value);
      next = range.next;
    }
  }
  entry.more.clear();
  return gaps;
}

const VALUES_CUT = { code: 'values-cut' } as const;

interface Range {
  readonly values: readonly Buffer[];
  /** Null: these were the last. */
  readonly next: number | null;
}

/** Null: the answer is not the range that was asked for, or has fewer values than it says. */
async function askForRange(connection: LdapConnection, dn: string, attribute: string, first: number): Promise<Range | null> {
  const attributes = [`${attribute};range=${first}-*`];
  const answer = await connection.ask({ base: dn, scope: 'base', filter: '(objectClass=*)', attributes, withDescriptor: false, page: null });
  const ranged = answer.entries[0]?.attributes.find(({ name }) => nameOf(name) === attribute && RANGE.test(name));
  const [, from, to] = RANGE.exec(ranged?.name ?? '') ?? [];
  if (answer.result !== 0 || ranged === undefined || Number(from) !== first) return null;
  if (to === '*') return { values: ranged.values, next: null };
  const next = Number(to) + 1;
  return next > first && ranged.values.length === next - first ? { values: ranged.values, next } : null;
}

/** The key of an attribute: lower case, without its range. */
function nameOf(name: string): string {
  return name.replace(RANGE, '').toLowerCase();
}

function valuesOf(entry: EntryInParts, attribute: string): Buffer[] {
  let values = entry.values.get(attribute);
  if (values === undefined) {
    values = [];
    entry.values.set(attribute, values);
  }
  return values;
}
