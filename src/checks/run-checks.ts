import type { Engine, Row, Value } from '../engine/engine.ts';
import { UserError } from '../settings/user-error.ts';
import { acknowledgementOf } from './acknowledge.ts';
import { readBaselines } from './baseline-word.ts';
import { numberOf, textOf } from './cells.ts';
import type { Check } from './check.ts';
import type { Checklist, CheckResult } from './checklist.ts';
import { type MeasuredLine, needsMet, partsAsked, readCoverage } from './coverage.ts';
import type { CoverageLine } from './coverage-line.ts';
import { type Acknowledgement, type AcknowledgementsUsed, isToReview } from './finding.ts';
import { type Evidence, type FindingParts, findingsOf } from './findings.ts';
import { NameMask } from './name-mask.ts';
import { readAcknowledgements } from './read-acknowledgements.ts';
import { readRunTables } from './run-tables.ts';
import type { ConfigurationUsed } from './sources.ts';

/** What the run is told about itself. */
export interface RunFacts {
  /** Version of adlogon. */
  readonly madeBy: string;
  readonly organisation: string;
  readonly network: string;
  readonly configuration: ConfigurationUsed | null;
  /** Checks that do not apply, by id, and parts of them, by `id/part`, with the organisation's reason. */
  readonly notApplicable: ReadonlyMap<string, string>;
  /** Whether names that may be passwords typed into the wrong box are shown as they are. */
  readonly showUnknownNames: boolean;
  readonly acknowledgements: AcknowledgementsUsed | null;
  /** When the run began. */
  readonly now: Date;
}

/** What a check is called when nothing asks for a person. */
const OUTCOMES = { wholly: 'clean', 'in part': 'partly assessed', not: 'not assessed' } as const;

/** Evidence keys shown of one episode. */
const EVIDENCE_SHOWN = 20;

/** Runs the checks over the models and collects all that a report is made from. `buildModels` comes before. UserError: the SQL of an own check fails. */
export async function runChecks(engine: Engine, checks: readonly Check[], facts: RunFacts): Promise<Checklist> {
  const coverage = await readCoverage(engine);
  const { notApplicable, showUnknownNames, now, ...stated } = facts;
  const names = showUnknownNames ? NameMask.showingAll() : await NameMask.ofKnownNames(engine);
  const parts: FindingParts = {
    organisation: facts.organisation,
    evidence: await readEvidence(engine),
    names,
    baselines: await readBaselines(engine),
  };
  const results: CheckResult[] = [];
  const acknowledgements = await readAcknowledgements(engine);
  for (const check of checks) {
    const reason = notApplicable.get(check.id);
    if (reason !== undefined) {
      results.push(notAsked(check, reason));
      continue;
    }
    const result = await runCheck(engine, check, { coverage, declared: declaredParts(check, notApplicable) }, parts);
    results.push(withAcknowledgements(result, acknowledgements, now));
  }
  return { ...stated, ...(await readRunTables(engine)), results, coverage: coverage.map(shownLine), maskedNames: names.size };
}

function notAsked(check: Check, reason: string): CheckResult {
  const nothing = { parts: [], toReview: 0, acknowledged: 0, noted: 0, gaps: [], coveredFrom: null, coveredUntil: null, findings: [] };
  return { check, outcome: 'not applicable', asked: 'not', notApplicable: reason, ...nothing };
}

function declaredParts({ id, parts }: Check, notApplicable: RunFacts['notApplicable']): ReadonlyMap<string, string> {
  return new Map(parts.flatMap((part) => (notApplicable.has(`${id}/${part}`) ? [[part, notApplicable.get(`${id}/${part}`) ?? '']] : [])));
}

/** What the run can show, and which parts of the question the organisation left out. */
interface Scope {
  readonly coverage: readonly MeasuredLine[];
  readonly declared: ReadonlyMap<string, string>;
}

async function runCheck(engine: Engine, check: Check, { coverage, declared }: Scope, parts: FindingParts): Promise<CheckResult> {
  const { askable, complete, gaps, coveredFrom, coveredUntil } = needsMet(check.needs, coverage);
  const asked = partsAsked(check.parts, coverage, declared);
  const whole = asked.parts.every(({ state }) => state !== 'not assessed') ? 'wholly' : 'in part';
  const findings = askable ? findingsOf(check, await rowsOf(engine, check), parts) : [];
  return {
    check,
    outcome: 'not assessed',
    asked: complete ? whole : 'not',
    notApplicable: null,
    parts: asked.parts,
    toReview: 0,
    acknowledged: 0,
    noted: findings.filter((finding) => finding.level === 'note').length,
    gaps: [...gaps, ...asked.gaps],
    coveredFrom,
    coveredUntil,
    findings,
  };
}

/** What was acknowledged asks nobody: then the outcome is what it would be without. */
function withAcknowledgements(result: CheckResult, acknowledgements: ReadonlyMap<string, readonly Acknowledgement[]>, now: Date): CheckResult {
  const findings = result.findings.map((finding) => ({ ...finding, acknowledgement: acknowledgementOf(finding, acknowledgements, now) }));
  const toReview = findings.filter(isToReview).length;
  const acknowledged = findings.filter((finding) => finding.acknowledgement?.state === 'acknowledged').length;
  return { ...result, findings, toReview, acknowledged, outcome: toReview > 0 ? 'found' : OUTCOMES[result.asked] };
}

async function rowsOf(engine: Engine, check: Check): Promise<readonly Row[]> {
  if (check.origin === 'ours') return (await engine.ask(check.sql)).rows;
  try {
    return (await engine.ask(check.sql)).rows;
  } catch (cause) {
    throw new UserError('check-failed', { id: check.id, folder: check.origin, problem: firstLine(cause) });
  }
}

async function readEvidence(engine: Engine): Promise<ReadonlyMap<Value, Evidence>> {
  // Each kind of episode numbers its own: 1, 2 … (of credentials used -1, -2 …), use 1, use 2 …, program 1 …, outbound 1 …
  const models = ['episode_records', 'credential_records', 'use_records', 'program_evidence', 'outbound_records'];
  const kinds: ReadonlyMap<Value, Evidence>[] = [];
  for (const model of models) kinds.push(await evidenceIn(engine, model));
  return new Map(kinds.flatMap((kind) => [...kind]));
}

async function evidenceIn(engine: Engine, model: string): Promise<ReadonlyMap<Value, Evidence>> {
  // Keys are put in order by two digits in front, because `array_agg … order by` took ten times as long over many small episodes.
  const { rows } = await engine.ask(`
    select episode, count(*) as records, array_join(array_sort(array_agg(lpad(cast(position as varchar), 2, '0') || evidence)
      filter (where position <= ${EVIDENCE_SHOWN})), chr(10)) as keys
    from ${model}
    group by episode`);
  return new Map(rows.map((row) => [row.episode ?? null, { keys: keysOf(row.keys), count: numberOf(row.records) ?? 0 }]));
}

function keysOf(value: Value | undefined): readonly string[] {
  return (textOf(value) ?? '').split('\n').map((key) => key.slice(2));
}

function shownLine({ expected: _, ...line }: MeasuredLine): CoverageLine {
  return line;
}

function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.split('\n', 1)[0] ?? text;
}
