import { createHash } from 'node:crypto';
import type { Row, Value } from '../engine/engine.ts';
import { listOf, numberOf, textOf } from './cells.ts';
import type { Certainty, FindingKind } from './finding.ts';

const CERTAINTIES: readonly Certainty[] = ['certain', 'likely', 'weak', 'contradicted', 'unknown'];

/** What else may be said of a finding that makes it less of one: no new reason to ask again. */
const EXCUSES: readonly string[] = [
  'technical',
  'computer-account',
  'mistyped-then-success',
  'password-just-changed',
  'password-expired',
  'outside-hours-usual',
];

/** How the key of a sign begins in `why`. */
export const SIGN = 'sign:';
/** Ranks of `program_episodes.signs`: strong ones are 4, weak ones 5, what only counts beside others 6. */
const LEAST_TELLING_SIGN = 6;

/** The rows of a check, each with its kind: what it says itself, and how many of its kind there were on the busiest day. */
export function withKinds(check: string, organisation: string, rows: readonly Row[]): readonly { readonly row: Row; readonly kind: FindingKind }[] {
  const kinds = rows.map((row) => ({ row, kind: kindOf(check, organisation, row) }));
  const daily = new Map<string, number>();
  const busiest = new Map<string, number>();
  for (const { row, kind } of kinds) {
    const same = sameKey(kind);
    const day = `${same} ${dayOf(row.first_at)}`;
    const count = (daily.get(day) ?? 0) + kind.count;
    daily.set(day, count);
    busiest.set(same, Math.max(busiest.get(same) ?? 0, count));
  }
  return kinds.map(({ row, kind }) => ({ row, kind: { ...kind, count: busiest.get(sameKey(kind)) ?? kind.count } }));
}

function kindOf(check: string, organisation: string, row: Row): FindingKind {
  const folded = textOf(row.folded);
  const sid = textOf(row.account_sid);
  const name = `${textOf(row.account_domain) ?? ''}\\${textOf(row.account) ?? ''}`.toLowerCase();
  const network = textOf(row.network);
  const proven = textOf(row.terminal) ?? textOf(row.terminal_address);
  const place = placeOf(row);
  const destination = textOf(row.destination);
  const origin = [textOf(row.origin_terminal), textOf(row.trail_end)];
  const records = numberOf(row.records) ?? 1;
  return {
    // Of traffic to the outside it is the destination; of many accounts, or of none that is named, the place.
    subject: hashed('s', [
      organisation,
      network,
      destination !== null ? `to ${destination}` : (sid ?? (textOf(row.account) === null ? `at ${place ?? ''}` : name)),
    ]),
    placeKey: hashed('p', [network, place]),
    originKey: origin.every((part) => part === null) ? null : hashed('o', [network, ...origin]),
    check,
    result: typeof row.succeeded === 'boolean' ? (row.succeeded ? 'succeeded' : 'failed') : null,
    why: [...new Set([...listOf(row.level_because), ...listOf(row.also_because), ...listOf(row.use), ...signsOf(row)])]
      .filter((key) => !EXCUSES.includes(key))
      .sort(),
    failureReasons: [...listOf(row.reasons)].sort(),
    administrator: textOf(row.privileged_by) !== null,
    successFollowed: textOf(row.success_at) !== null,
    credentialsChanged: row.credentials_changed === true,
    certainty: certaintyOf(row.certainty),
    folded,
    count: numberOf(row.logons) ?? records,
    accounts: folded === null ? 1 : (numberOf(row.accounts) ?? 1),
    places: folded === null ? 1 : (numberOf(row.places) ?? 1),
    account: sid === null ? null : textOf(row.account),
    place,
    network,
    placeUnproven: folded === null && proven === null,
  };
}

/** From where, as far as it is known; at worst what the terminal calls itself. Several terminals that went to one destination are named all. */
export function placeOf(row: Row): string | null {
  if (textOf(row.destination) !== null) return (textOf(row.examples) ?? '').replaceAll('\n', ', ') || null;
  return textOf(row.terminal) ?? textOf(row.terminal_address) ?? textOf(row.terminal_name);
}

/**
 * Keys of what is suspicious about a destination or about logons, behind `sign:`, so that a sign that was not there when a finding was accepted asks again. How
 * many go to a destination says nothing of what they do. Of the signs of a program those that are explained, or only told beside others, are none.
 */
function signsOf(row: Row): readonly string[] {
  const outbound = listOf(row.outbound_signs)
    .map((sign) => sign.replace(/^\d|:.*$/g, ''))
    .filter((sign) => sign !== 'rare' && sign !== 'new');
  const program = (textOf(row.signs) ?? '').split('\n').flatMap((line) => {
    const [rank = '', sign = ''] = line.split('\t');
    return sign === '' || Number(rank) > LEAST_TELLING_SIGN ? [] : [sign];
  });
  return [...outbound, ...program].map((sign) => `${SIGN}${sign}`);
}

/** The column comes from a model of ours, or from a check of somebody else's. */
export function certaintyOf(value: Value | undefined): Certainty | null {
  return CERTAINTIES.find((one) => one === value) ?? null;
}

/** Of one account at one place, as one check sees it. */
function sameKey({ check, subject, placeKey, result, folded }: FindingKind): string {
  return `${check} ${subject} ${placeKey} ${result} ${folded}`;
}

function dayOf(value: Value | undefined): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : '';
}

/** Begins with a letter, so that no spreadsheet takes it for a number. */
function hashed(letter: string, parts: readonly (string | null)[]): string {
  return letter + createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
