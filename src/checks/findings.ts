import { createHash } from 'node:crypto';
import type { Row, Value } from '../engine/engine.ts';
import { type Baselines, baselineWordOf } from './baseline-word.ts';
import { booleanOf, dateOf, listOf, numberOf, textOf } from './cells.ts';
import type { Check } from './check.ts';
import type { Finding, FindingKind, MaskedName } from './finding.ts';
import { certaintyOf, placeOf, withKinds } from './finding-kind.ts';
import type { NameMask } from './name-mask.ts';
import { accountsInSigns, signsWith } from './program-sign.ts';

/** Evidence of one episode: the first keys, and how many there are. */
export interface Evidence {
  readonly keys: readonly string[];
  readonly count: number;
}

/** What findings of one run share. */
export interface FindingParts {
  readonly organisation: string;
  readonly evidence: ReadonlyMap<Value, Evidence>;
  readonly names: NameMask;
  readonly baselines: Baselines;
}

/** Makes findings of the rows a check returned. A column that a check of an organisation does not return is null; its level is `review`. */
export function findingsOf(check: Check, rows: readonly Row[], { organisation, evidence, names, baselines }: FindingParts): readonly Finding[] {
  const taken = new Map<string, number>();
  return withKinds(check.id, organisation, rows).map(({ row, kind }) => {
    const key = identifyingText(check, organisation, row);
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    // The id is that of the row as it was asked: masking does not make another happening of it.
    const id = shortHash(before === 0 ? key : `${key}\n${before}`);
    const masked = maskedRow(row, names);
    const finding = findingOf(id, check, masked.row, { ...kind, place: placeOf(masked.row) }, evidence.get(row.episode ?? null));
    return { ...finding, baseline: baselineWordOf(row, baselines), masked: masked.names };
  });
}

/** The row without the names that may not be shown: of its account, unless that has a SID and so exists, of the examples where there are many accounts, and of accounts that its signs name. */
function maskedRow(row: Row, names: NameMask): { readonly row: Row; readonly names: readonly MaskedName[] } {
  const account = textOf(row.account_sid) === null ? textOf(row.account) : null;
  const examples = textOf(row.folded) === null || row.folded === 'places' ? [] : (textOf(row.examples)?.split('\n') ?? []);
  const signs = textOf(row.signs);
  const masks = new Map<string, MaskedName>();
  for (const name of [...(account === null ? [] : [account]), ...examples, ...accountsInSigns(signs)]) {
    const mask = names.maskOf(name);
    if (mask !== null) masks.set(name, mask);
  }
  if (masks.size === 0) return { row, names: [] };
  const shown = (value: Value): Value => (typeof value === 'string' ? (masks.get(value)?.text ?? value) : value);
  const values = Object.fromEntries(Object.entries(row).map(([column, value]) => [column, shown(value)]));
  const parts = {
    ...(examples.length > 0 ? { examples: examples.map(shown).join('\n') } : {}),
    ...(signs === null ? {} : { signs: signsWith(signs, (name) => masks.get(name)?.text ?? name) }),
  };
  return { row: { ...values, ...parts }, names: [...new Set(masks.values())] };
}

function findingOf(id: string, check: Check, row: Row, kind: FindingKind, evidence: Evidence | undefined): Omit<Finding, 'masked' | 'baseline'> {
  return {
    id,
    check: check.id,
    level: row.level === 'note' ? 'note' : 'review',
    levelBecause: textOf(row.level_because),
    alsoBecause: listOf(row.also_because),
    firstAt: dateOf(row.first_at),
    lastAt: dateOf(row.last_at),
    count: numberOf(row.records) ?? 1,
    logons: numberOf(row.logons) ?? numberOf(row.records) ?? 1,
    ...membersOf(row),
    account: textOf(row.account),
    accountDomain: textOf(row.account_domain),
    accountSid: textOf(row.account_sid),
    displayName: textOf(row.display_name),
    department: textOf(row.department),
    privilegedBy: textOf(row.privileged_by),
    terminal: textOf(row.terminal),
    terminalRole: textOf(row.terminal_role),
    adminTerminal: booleanOf(row.admin_terminal),
    network: textOf(row.network),
    terminalAddress: textOf(row.terminal_address),
    attribution: textOf(row.attribution),
    certainty: certaintyOf(row.certainty),
    contradictedBy: contradictionOf(textOf(row.contradicted_by)),
    originTerminal: textOf(row.origin_terminal),
    trailEnd: textOf(row.trail_end),
    originHops: numberOf(row.origin_hops),
    originInferred: booleanOf(row.origin_inferred),
    credentialsChanged: booleanOf(row.credentials_changed),
    chain: textOf(row.chain),
    recordedBy: listOf(row.recorded_by),
    succeeded: booleanOf(row.succeeded),
    logonTypes: listOf(row.logon_types).map(Number),
    reasonCodes: listOf(row.reason_codes),
    reasons: listOf(row.reasons),
    evidence: evidence?.keys ?? [],
    evidenceCount: evidence?.count ?? 0,
    kind,
    acknowledgement: null,
    values: row,
  };
}

/** Of how many accounts and places a row tells. A check of an organisation may call something else `accounts`. */
function membersOf(row: Row): Pick<Finding, 'accounts' | 'places' | 'examples'> {
  if (textOf(row.folded) === null) return { accounts: 1, places: 1, examples: [] };
  return { accounts: numberOf(row.accounts) ?? 1, places: numberOf(row.places) ?? 1, examples: textOf(row.examples)?.split('\n') ?? [] };
}

/** Of the key of an attribution and a name, with a blank between. */
function contradictionOf(text: string | null): Finding['contradictedBy'] {
  const [, attribution, terminal] = /^(\S+) (.+)$/s.exec(text ?? '') ?? [];
  return attribution === undefined || terminal === undefined ? null : { attribution, terminal };
}

/** What makes a happening the same on any run: nothing that changes with what else was read, such as the number of its episode, or types of logon that only a PC's log tells. */
function identifyingText(check: Check, organisation: string, row: Row): string {
  // Of traffic to the outside the destination: who else is seen to go there changes with what was read.
  const seenFrom = row.destination ?? row.terminal ?? row.terminal_address ?? row.terminal_name;
  const account = textOf(row.destination) !== null ? '' : `${textOf(row.account_domain) ?? ''}\\${textOf(row.account) ?? ''}`.toLowerCase();
  const parts = [
    check.id,
    organisation,
    row.network,
    account,
    seenFrom,
    row.succeeded,
    row.first_at,
    ...(textOf(row.folded) === null || textOf(row.destination) !== null ? [] : [row.folded]),
  ];
  return parts.map((part) => textOf(part) ?? '').join('\n');
}

/** Twelve characters that no spreadsheet takes for a number (123456789012, 12345678e901): saved again they would be another id. */
function shortHash(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return /^\d+(e\d*)?$/.test(hash) ? `f${hash.slice(1)}` : hash;
}
