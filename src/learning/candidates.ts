import { booleanOf, dateOf, listOf, numberOf, textOf } from '../checks/cells.ts';
import type { Check } from '../checks/check.ts';
import type { Checklist } from '../checks/checklist.ts';
import { type ProgramSign, programSignOf } from '../checks/program-sign.ts';
import type { Engine, Row } from '../engine/engine.ts';

/** When a program logs on. */
export type Rhythm =
  | { readonly kind: 'interval'; readonly seconds: number }
  /** Minutes after midnight, by the organisation's clock. */
  | { readonly kind: 'daily'; readonly minuteOfDay: number }
  /** On most days, at no fixed time. */
  | { readonly kind: 'days' };

/** Why a candidate is not proposed. */
export interface Objection {
  readonly code: string;
  /** The sign, with what was measured of it, where that is the reason. */
  readonly sign: ProgramSign | null;
}

/** An account at a terminal that may be a program everybody knows. */
export interface Candidate {
  readonly account: string;
  readonly domain: string | null;
  readonly displayName: string | null;
  /** Path of groups that make the account privileged; null: none. */
  readonly privilegedBy: string | null;
  /** Null: nothing known stands behind the address or name. */
  readonly terminal: string | null;
  /** The terminal, else the address or name. */
  readonly place: string;
  /** Machines whose logs show what was entered; empty: domain controllers gave tickets only. */
  readonly targets: readonly string[];
  readonly logonTypes: readonly string[];
  readonly rhythm: Rhythm;
  readonly days: number;
  /** Days with records at all. */
  readonly recordedDays: number;
  readonly records: number;
  readonly failures: number;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  /** What says that it is a program: service-account, batch-logon, around-the-clock, named-so. */
  readonly looksLike: string;
  /** Empty: proposed. */
  readonly objections: readonly Objection[];
  /** Findings that the entry would label, and how many of them were to be reviewed. */
  readonly labelled: number;
  readonly labelledReviews: number;
}

/** What was learned of known automation, and from what weeks. */
export interface Learned {
  /** Proposed ones first. */
  readonly candidates: readonly Candidate[];
  /** How many more the configuration lists already. */
  readonly alreadyKnown: number;
  /** Findings to review in these weeks: not 0, they were not quiet. */
  readonly toReview: number;
  /** Checks of logons that are not assessed. */
  readonly notAssessed: readonly Check[];
  /** Checks of logons for which evidence is missing: there signs of an attack may have gone unseen. */
  readonly lacking: readonly Check[];
  /** Whether a directory says who is an administrator. */
  readonly administratorsKnown: boolean;
}

/** The one reason that only the configuration can tell. */
const NAME_UNFIT: Objection = { sign: null, code: 'name-unfit' };

/** Evidence that is about logons: what other checks lack hides no program that logs on. */
const ABOUT_LOGONS: readonly string[] = ['logon-successes', 'logon-failures'];

/**
 * Asks the models of `rules/learn`, which are made before.
 *
 * @param checklist of the same weeks
 * @param canBeListed whether a name can stand in the configuration for itself and nothing else
 */
export async function askCandidates(engine: Engine, { results, directories }: Checklist, canBeListed: (name: string) => boolean): Promise<Learned> {
  const { rows } = await engine.ask('select * from automation_candidates order by candidate');
  const candidates = rows.filter((row) => booleanOf(row.already_known) !== true).map((row) => candidateOf(row, canBeListed));
  // Those whose names cannot be listed are known only now.
  const proposed = candidates.filter(isProposed);
  const ofLogons = results.filter(({ check }) => check.needs.some((need) => ABOUT_LOGONS.includes(need)));
  return {
    candidates: [...proposed, ...candidates.filter((one) => !isProposed(one))],
    alreadyKnown: rows.length - candidates.length,
    toReview: results.reduce((sum, result) => sum + result.toReview, 0),
    notAssessed: ofLogons.filter(({ outcome }) => outcome === 'not assessed').map(({ check }) => check),
    lacking: ofLogons.filter(({ gaps }) => gaps.length > 0).map(({ check }) => check),
    administratorsKnown: directories.length > 0,
  };
}

export function isProposed({ objections }: Candidate): boolean {
  return objections.length === 0;
}

function candidateOf(row: Row, canBeListed: (name: string) => boolean): Candidate {
  const account = textOf(row.account) ?? '';
  const terminal = textOf(row.terminal);
  const unfit = [account, ...(terminal === null ? [] : [terminal])].some((name) => !canBeListed(name));
  return {
    account,
    domain: textOf(row.account_domain),
    displayName: textOf(row.display_name),
    privilegedBy: textOf(row.privileged_by),
    terminal,
    place: terminal ?? (textOf(row.place) ?? '').replace(/^[a-z]+ /, ''),
    targets: listOf(row.targets),
    logonTypes: listOf(row.logon_types),
    rhythm: rhythmOf(row),
    days: numberOf(row.days) ?? 0,
    recordedDays: numberOf(row.recorded_days) ?? 0,
    records: numberOf(row.records) ?? 0,
    failures: numberOf(row.failures) ?? 0,
    firstAt: dateOf(row.first_at),
    lastAt: dateOf(row.last_at),
    looksLike: String(row.looks_like),
    objections: [...objectionsOf(textOf(row.reasons) ?? ''), ...(unfit ? [NAME_UNFIT] : [])],
    labelled: numberOf(row.labelled) ?? 0,
    labelledReviews: numberOf(row.labelled_reviews) ?? 0,
  };
}

function rhythmOf({ rhythm, interval_seconds, minute_of_day }: Row): Rhythm {
  if (rhythm === 'interval') return { kind: 'interval', seconds: numberOf(interval_seconds) ?? 0 };
  return rhythm === 'daily' ? { kind: 'daily', minuteOfDay: numberOf(minute_of_day) ?? 0 } : { kind: 'days' };
}

/** One a line, in the order in which they are told; the parts of each set apart by tabs: its rank, its code, and the sign if that is it. */
function objectionsOf(reasons: string): readonly Objection[] {
  const lines = reasons.split('\n').filter((line) => line !== '');
  return lines.map((line) => {
    const [, code = '', ...sign] = line.split('\t');
    return { code, sign: code === 'sign' ? programSignOf(sign) : null };
  });
}
