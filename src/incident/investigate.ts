import type { Checklist, CheckResult } from '../checks/checklist.ts';
import type { Finding } from '../checks/finding.ts';
import { NameMask } from '../checks/name-mask.ts';
import { decide } from '../decision/decide.ts';
import type { IncidentFacts } from '../decision/incident-facts.ts';
import type { Engine } from '../engine/engine.ts';
import { UserError } from '../settings/user-error.ts';
import { askIncident, type IncidentAnswers } from './ask-incident.ts';
import type { AdministratorPart, Incident, ProgramLogons, RelatedFinding } from './incident.ts';
import { nearestNames } from './known-names.ts';
import { toldTerminals } from './told-terminals.ts';
import { statementsOfSpan, statementsUnseen } from './unseen.ts';

const PROGRAM_CHECK = 'non-human-logon';
const OUTBOUND_CHECK = 'suspicious-outbound';

/** What people say about the incident. */
export interface Told {
  readonly madeBy: string;
  readonly suspect: string;
  readonly since: Date | null;
  readonly now: Date;
  readonly discoveredAt: Date | null;
  /** The proxy log cannot be examined. */
  readonly proxyUnavailable: boolean;
  /** Terminals whose suspicious traffic the proxy's administrator found; empty: examined, none; null: nobody said. */
  readonly suspiciousTerminals: readonly string[] | null;
  /** It was a person's doing, and no virus. */
  readonly personConfirmed: boolean;
  readonly contained: boolean;
  readonly plan: string;
  readonly showUnknownNames: boolean;
}

/** Joins what the records say of the suspect with what people say, and decides by the guideline's flow. UserError: nobody knows the suspect. */
export async function investigate(engine: Engine, checklist: Checklist, given: Told): Promise<Incident> {
  const named = given.suspiciousTerminals;
  const told = { ...given, suspiciousTerminals: named === null ? null : await toldTerminals(engine, named, given.since) };
  const answers = await askIncident(engine, told.showUnknownNames ? NameMask.showingAll() : await NameMask.ofKnownNames(engine));
  if (answers.accounts.length === 0 && answers.places.length === 0) throw await unknownSuspect(engine, told.suspect);
  const related = relatedFindings(checklist, answers, told.since);
  const programs = programLogons(checklist, related);
  const spanUnseen = statementsOfSpan(checklist, told.since);
  const administrators = administratorPart(checklist, answers, programs, spanUnseen.length === 0);
  const facts = factsOf(checklist, answers.suspiciousTerminals, told, programs, administrators);
  return {
    madeBy: told.madeBy,
    suspect: told.suspect,
    now: told.now,
    discoveredAt: told.discoveredAt,
    since: told.since,
    accounts: answers.accounts,
    places: answers.places,
    records: answers.places.reduce((sum, { records }) => sum + records, 0),
    facts,
    decision: decide(facts),
    plan: told.plan,
    programs,
    administrators,
    findings: related.filter(({ finding }) => finding.check !== PROGRAM_CHECK && finding.check !== OUTBOUND_CHECK),
    reached: answers.reached,
    steps: answers.steps,
    next: answers.next,
    presence: answers.presence,
    unseen: [...spanUnseen, ...statementsUnseen(answers, checklist, programs.state, told.since)],
    checklist,
  };
}

/** 0 nothing suspicious · 1 something to act on · 3 nothing found, and something not assessed. */
export function isSuspicious({ decision, programs, administrators, findings, steps }: Incident): boolean {
  return (
    decision.branch === 'one-pc' ||
    decision.branch === 'several-pcs' ||
    programs.state === 'found' ||
    administrators.state === 'involved' ||
    findings.some(({ finding }) => finding.level === 'review') ||
    steps.some(({ strength, hop }) => strength === 'strong' && hop > 0)
  );
}

export function isWhollyAssessed({ programs, administrators, checklist, places }: Incident): boolean {
  const asked = checklist.results.every(({ outcome, asked: how }) => outcome === 'not applicable' || how === 'wholly');
  return programs.state === 'none found' && administrators.state !== 'not examined' && asked && places.every(({ records }) => records > 0);
}

async function unknownSuspect(engine: Engine, suspect: string): Promise<UserError> {
  const names = await nearestNames(engine, suspect);
  if (names.length === 0) return new UserError('suspect-unknown', { suspect });
  return new UserError('suspect-unknown-near', { suspect, names: names.join(', ') });
}

/** Findings about the suspect, or about a place on its path and after it was reached. */
function relatedFindings(checklist: Checklist, answers: IncidentAnswers, since: Date | null): readonly RelatedFinding[] {
  const reached = new Map(answers.reached.map((place) => [place.place, place]));
  const suspects = new Set(answers.places.filter(({ kind }) => kind !== 'account').map(({ place }) => place));
  const accounts = new Set(answers.accounts.map(({ sid, account }) => sid ?? account.toLowerCase()));
  return checklist.results.flatMap((result) =>
    result.findings.flatMap((finding): readonly RelatedFinding[] => {
      if (since !== null && finding.lastAt !== null && finding.lastAt < since) return [];
      const place = finding.terminal !== null ? `terminal ${finding.terminal}` : `address ${finding.terminalAddress ?? ''}`;
      const changed = typeof finding.values.changed_sids === 'string' ? finding.values.changed_sids.split('\n') : [];
      const named = [finding.accountSid ?? (finding.account ?? '').toLowerCase(), ...changed].some((one) => accounts.has(one));
      const at = reached.get(place);
      if (named || suspects.has(place)) return [{ finding, result, aboutSuspect: true }];
      // A server that many use is on the path, and their findings are not about it.
      const onPath = at !== undefined && at.role !== 'server' && at.role !== 'domain controller';
      const after = at?.reachedAt == null || finding.lastAt === null || finding.lastAt >= at.reachedAt;
      return onPath && after ? [{ finding, result, aboutSuspect: false }] : [];
    }),
  );
}

function programLogons(checklist: Checklist, related: readonly RelatedFinding[]): ProgramLogons {
  const result = resultOf(checklist, PROGRAM_CHECK);
  const findings = related.filter(({ finding }) => finding.check === PROGRAM_CHECK);
  if (findings.some(({ finding }) => finding.level === 'review')) return { state: 'found', findings };
  if (result === undefined) return { state: 'no check', findings };
  // What it found elsewhere says nothing of what could not be looked for here.
  return { state: NONE_FOUND[result.asked], findings };
}

/** Without a directory nobody knows who is an administrator; what the records gave privileges to is known all the same. */
function administratorPart(
  checklist: Checklist,
  { administrators }: IncidentAnswers,
  programs: ProgramLogons,
  spanIsThere: boolean,
): AdministratorPart {
  const seen = administrators;
  // Who only failed got no privilege; it is shown all the same.
  const byProgram = programs.findings.some(
    ({ finding }) =>
      finding.level === 'review' &&
      finding.succeeded !== false &&
      (finding.privilegedBy !== null || finding.values.administrator === true || showsAdministration(finding)),
  );
  if (byProgram || seen.some(({ how }) => how !== 'tried')) return { state: 'involved', seen };
  const complete = checklist.coverage.every(({ evidence, state }) => !['directory', 'logon-successes'].includes(evidence) || state === 'covered');
  return { state: complete && spanIsThere ? 'not involved' : 'not examined', seen };
}

/** Signs of rights that only administrators have, whoever used or gained them. */
const SIGNS_OF_ADMINISTRATION = [
  'new-administrator',
  'administrator-reset',
  'sid-history',
  'dsrm-password',
  'privileged-unexplained',
  'privileged-unknown',
  'dcsync',
  'directory-sync',
];

function showsAdministration({ values }: Finding): boolean {
  const signs = typeof values.signs === 'string' ? values.signs.split('\n').map((line) => line.split('\t')[1] ?? '') : [];
  return signs.some((sign) => SIGNS_OF_ADMINISTRATION.includes(sign));
}

function factsOf(
  checklist: Checklist,
  outbound: readonly string[],
  told: Told,
  programs: ProgramLogons,
  administrators: AdministratorPart,
): IncidentFacts {
  return {
    now: told.now,
    discoveredAt: told.discoveredAt,
    outbound: outboundOf(checklist, outbound, told),
    cause: told.personConfirmed ? 'person' : programs.state === 'found' ? 'virus suspected' : 'not established',
    programLogons: programs.state === 'found' ? 'found' : programs.state === 'none found' ? 'none found' : 'not examined',
    programTerminals: terminalsOf(programs.findings.flatMap(({ finding }) => (finding.level === 'review' ? [finding] : []))),
    administrator: administrators.state,
    contained: told.contained,
  };
}

const NONE_FOUND = { wholly: 'none found', 'in part': 'partly assessed', not: 'not assessed' } as const;

const EXAMINED = { wholly: 'yes', 'in part': 'partly', not: 'not yet' } as const;

/** What people found weighs more than what the check did not. */
function outboundOf(checklist: Checklist, found: readonly string[], { suspiciousTerminals, proxyUnavailable }: Told): IncidentFacts['outbound'] {
  const result = resultOf(checklist, OUTBOUND_CHECK);
  const terminals = [...new Set([...(suspiciousTerminals ?? []), ...found])];
  const asTold = suspiciousTerminals !== null && (terminals.length === 0 || suspiciousTerminals.some((one) => !found.includes(one)));
  if (suspiciousTerminals !== null || terminals.length > 0) return { examined: 'yes', terminals, asTold };
  // Whoever says that it cannot be examined knows of more than the log that was given.
  if (proxyUnavailable) return { examined: 'impossible' };
  return { examined: result === undefined ? 'not yet' : EXAMINED[result.asked], terminals };
}

function terminalsOf(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.flatMap((finding) => namesOf(finding)))];
}

/** The terminals of a finding, each as it is known best. */
function namesOf({ terminal, terminalAddress, places, examples }: Finding): readonly string[] {
  if (places > 1) return examples;
  const name = terminal ?? terminalAddress;
  return name === null ? [] : [name];
}

function resultOf(checklist: Checklist, id: string): CheckResult | undefined {
  return checklist.results.find(({ check }) => check.id === id);
}
