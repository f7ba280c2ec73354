import type { TerminalSources } from '../settings/config-schema.ts';
import { addressesIn } from './address-ranges.ts';

/** Kinds of sources that say something about a terminal, in the order in which `terminals.known_by` names them. */
export const SOURCE_KINDS = [
  ...(['directory', 'operating-system', 'group', 'organizational-unit', 'name-pattern', 'address-range', 'list', 'inventory'] as const),
];

export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What the directory says about a computer, beside its row. */
export interface ComputerFacts {
  readonly roleByOperatingSystem: boolean;
  readonly isInGroup: (group: string) => boolean;
  /** Null: where it stands is not known. */
  readonly standsIn: (organizationalUnit: string) => boolean | null;
  readonly addresses: readonly string[];
}

/** A terminal, as the lists of a configuration look at it. */
export interface Candidate {
  readonly terminal: string;
  readonly dnsName: string | null;
  /** Null: the directory does not know it. */
  readonly facts: ComputerFacts | null;
  readonly addresses: readonly string[];
}

/** What each kind of source says about one terminal; a kind that says nothing is not in it. */
export type Answers = ReadonlyMap<SourceKind, boolean>;

/**
 * Makes the question "does it belong here" of the lists of one class. Each kind that is filled in answers for every terminal that it can see: a group and
 * an organizational unit for those of the directory, an address range for those whose address is known, names and patterns for all.
 */
export function askSources(sources: TerminalSources): (candidate: Candidate) => Answers {
  const { groups, organizational_units, name_patterns, address_ranges, names } = sources;
  const patterns = name_patterns.map(patternOf);
  const inRange = addressesIn(address_ranges);
  const listed = names.map((name) => name.toLowerCase());
  return ({ terminal, dnsName, facts, addresses }) => {
    const answers = new Map<SourceKind, boolean>();
    if (groups.length > 0 && facts !== null) answers.set('group', groups.some(facts.isInGroup));
    const stands = organizational_units.map((unit) => facts?.standsIn(unit) ?? null).filter((one) => one !== null);
    if (stands.length > 0) answers.set('organizational-unit', stands.includes(true));
    if (patterns.length > 0)
      answers.set(
        'name-pattern',
        patterns.some((pattern) => pattern.test(terminal)),
      );
    if (address_ranges.length > 0 && addresses.length > 0) answers.set('address-range', addresses.some(inRange));
    if (listed.length > 0)
      answers.set(
        'list',
        listed.some((name) => isCalled(name, terminal.toLowerCase(), dnsName)),
      );
    return answers;
  };
}

/** Whether any kind says yes. */
export function anyYes(answers: Answers): boolean {
  return [...answers.values()].includes(true);
}

/** The kinds that say it, in order, joined by `+`; null: none. */
export function kindsText(kinds: Iterable<SourceKind>): string | null {
  const named = new Set(kinds);
  return SOURCE_KINDS.filter((kind) => named.has(kind)).join('+') || null;
}

export function kindsSaying(answer: boolean, answers: Answers): readonly SourceKind[] {
  return [...answers].flatMap(([kind, said]) => (said === answer ? [kind] : []));
}

/** Full names decide where both are full; otherwise short ones, as far as the name of a computer account goes. */
function isCalled(name: string, terminal: string, dnsName: string | null): boolean {
  if (name.includes('.') && dnsName !== null) return name === dnsName;
  return computerName(name) === computerName(terminal);
}

/** A computer's account name, and so the name events carry, is cut to 15 characters. */
export function computerName(name: string): string {
  return (name.split('.', 1)[0] ?? name).slice(0, 15);
}

/** Stars side by side would make the pattern slow without matching more. */
function patternOf(text: string): RegExp {
  const parts = text.split(/\*+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'iu');
}
