import type { Engine, Row, Value } from '../engine/engine.ts';
import { dateOf, numberOf, textOf } from './cells.ts';
import type { CheckPart } from './check.ts';
import type { CoverageLine, ExportKind, Gap } from './coverage-line.ts';

/** Evidence a check may need, in the order in which it is listed. */
export const EVIDENCE_KINDS: readonly string[] = [
  'directory',
  'admin-terminals',
  'user-terminals',
  'logon-successes',
  'logon-failures',
  'admin-terminal-activity',
  'proxy-logs',
];

/** Parts of questions that need evidence of their own, in the order in which they are listed. */
export const QUESTION_PARTS: readonly string[] = [
  'forged-tickets',
  'service-tickets',
  'unexplained-privileges',
  'account-changes',
  'slow-sprays',
  'large-uploads',
  'unattended-traffic',
];

const LINE_ORDER = [...EVIDENCE_KINDS, ...QUESTION_PARTS];

/** A coverage line, and whether the answer rests on it: a log beside those of the domain controllers only widens the view. */
export interface MeasuredLine extends CoverageLine {
  readonly expected: boolean;
}

/** What the evidence of one run covers of what a check needs. */
export interface NeedsMet {
  /** False: something the question means nothing without is wholly missing. */
  readonly askable: boolean;
  /** True: every kind, at every machine, for the whole period. */
  readonly complete: boolean;
  readonly gaps: readonly Gap[];
  readonly coveredFrom: Date | null;
  readonly coveredUntil: Date | null;
}

/** What became of the parts of one question. */
export interface PartsAsked {
  readonly parts: readonly CheckPart[];
  readonly gaps: readonly Gap[];
}

/** Reads the coverage model. */
export async function readCoverage(engine: Engine): Promise<readonly MeasuredLine[]> {
  const lines = await engine.ask(`
    select evidence, network, recorder, recorded_by, expected, state, covered_from, covered_until, records, export_kind
    from coverage order by evidence, network, recorder nulls first`);
  const gaps = await engine.ask(`
    select evidence, network, recorder, code, about, from_at, until_at, missing, done_by
    from coverage_gaps order by code, about, from_at, until_at, done_by`);
  const measured = lines.rows.map((line) => lineOf(line, gaps.rows.filter((gap) => sameLine(gap, line)).map(gapOf)));
  return measured.toSorted((a, b) => kindPlace(a.evidence) - kindPlace(b.evidence));
}

/** Holds what a check needs against what is covered. A kind without any line is not covered. */
export function needsMet(needs: readonly string[], coverage: readonly MeasuredLine[]): NeedsMet {
  const lines = coverage.filter((line) => needs.includes(line.evidence));
  const wholly = needs.filter((need) => lines.every((line) => line.evidence !== need || line.state === 'missing'));
  const logs = lines.filter((line) => isLog(line.evidence) && line.expected && line.coveredFrom !== null);
  const coveredFrom = latest(logs.map((line) => line.coveredFrom));
  const coveredUntil = latest(
    logs.map((line) => line.coveredUntil),
    -1,
  );
  const overlap = coveredFrom !== null && coveredUntil !== null && coveredFrom <= coveredUntil;
  return {
    askable: wholly.every(isLog),
    complete: wholly.length === 0 && lines.every((line) => line.state === 'covered'),
    gaps: distinctGaps(lines.flatMap((line) => line.gaps)),
    coveredFrom: overlap ? coveredFrom : null,
    coveredUntil: overlap ? coveredUntil : null,
  };
}

/** What parts of a question were asked. A part without any line was not; one that the organisation declared, with its reason, is no gap. */
export function partsAsked(parts: readonly string[], coverage: readonly MeasuredLine[], declared: ReadonlyMap<string, string>): PartsAsked {
  const asked = parts.map((part): CheckPart => {
    const reason = declared.get(part);
    if (reason !== undefined) return { part, state: 'not applicable', notApplicable: reason };
    const lines = coverage.filter((line) => line.evidence === part);
    return { part, state: lines.length > 0 && lines.every((line) => line.state === 'covered') ? 'asked' : 'not assessed', notApplicable: null };
  });
  const open = asked.filter(({ state }) => state === 'not assessed').map(({ part }) => part);
  return { parts: asked, gaps: distinctGaps(coverage.filter((line) => open.includes(line.evidence)).flatMap((line) => line.gaps)) };
}

/** Without directory or terminals a question may mean nothing; a log that is missing leaves what the others say. */
function isLog(kind: string): boolean {
  return kind === 'logon-successes' || kind === 'logon-failures' || kind === 'admin-terminal-activity' || kind === 'proxy-logs';
}

function latest(dates: readonly (Date | null)[], sign: 1 | -1 = 1): Date | null {
  return dates.reduce((best, date) => (date !== null && (best === null || sign * (date.getTime() - best.getTime()) > 0) ? date : best), null);
}

function distinctGaps(gaps: readonly Gap[]): readonly Gap[] {
  return [...new Map(gaps.map((gap) => [JSON.stringify(gap), gap])).values()];
}

function lineOf(row: Row, gaps: readonly Gap[]): MeasuredLine {
  return {
    evidence: String(row.evidence),
    recordedBy: textOf(row.recorded_by),
    network: textOf(row.network),
    state: stateOf(row.state),
    coveredFrom: dateOf(row.covered_from),
    coveredUntil: dateOf(row.covered_until),
    records: numberOf(row.records),
    exportKind: exportKindOf(row.export_kind),
    gaps,
    expected: row.expected === true,
  };
}

function exportKindOf(value: Value | undefined): ExportKind | null {
  return value === 'complete' || value === 'filtered' || value === 'forwarded' ? value : null;
}

function stateOf(value: Value | undefined): CoverageLine['state'] {
  return value === 'covered' || value === 'partly' ? value : 'missing';
}

function gapOf(row: Row): Gap {
  return {
    code: String(row.code),
    about: textOf(row.about),
    from: dateOf(row.from_at),
    until: dateOf(row.until_at),
    count: numberOf(row.missing),
    doneBy: textOf(row.done_by),
  };
}

function sameLine(gap: Row, line: Row): boolean {
  return gap.evidence === line.evidence && gap.network === line.network && gap.recorder === line.recorder;
}

function kindPlace(kind: string): number {
  return LINE_ORDER.indexOf(kind);
}
