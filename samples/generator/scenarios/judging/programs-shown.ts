import type { Ran } from '../tell-week.ts';
import type { ShownRecord } from './audit-town.ts';

export interface ProgramsShown {
  /** How many attempts of each attack are in a row to review. */
  readonly attacks: readonly { readonly ran: Ran; readonly shown: number; readonly signs: readonly string[] }[];
  /** Rows to review that hold no record of any attack: by account, place and signs. */
  readonly falseRows: readonly string[];
}

/** Compares what the check of programs puts to review with what programs did. */
export function programsShown(attacks: readonly Ran[], shown: readonly ShownRecord[]): ProgramsShown {
  const keyOf = ({ recorded_by, record_id }: ShownRecord) => `${recorded_by.toLowerCase()}#${record_id}`;
  const byRecord = grouped(shown, keyOf);
  const planted = new Set(attacks.flatMap(({ attempts }) => attempts.flat()));
  const right = new Set(shown.filter((one) => planted.has(keyOf(one))).map(({ episode }) => episode));
  const wrong = grouped(
    shown.filter(({ episode }) => !right.has(episode)),
    ({ episode }) => episode,
  );
  return {
    attacks: attacks.map((ran) => {
      const found = ran.attempts.flat().flatMap((record) => byRecord.get(record) ?? []);
      const counted = found.filter(({ strength }) => strength === 'strong' || strength === 'weak');
      return {
        ran,
        shown: ran.attempts.filter((records) => records.some((record) => byRecord.has(record))).length,
        signs: [...new Set(counted.map(({ because }) => because))].sort(),
      };
    }),
    falseRows: [...wrong.values()].map((rows) => {
      const [{ account = '', seen_from = '' } = {}] = rows;
      return `${account} ${seen_from}: ${[...new Set(rows.map(({ because }) => because))].join(', ')}`;
    }),
  };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
