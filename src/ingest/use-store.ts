import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import type { StoreOptions } from '../settings/options.ts';
import type { Period } from '../settings/period.ts';
import { UserError } from '../settings/user-error.ts';
import type { Warning } from '../sidelogs/terminals-csv.ts';
import type { Loading } from './loading.ts';
import { StoreFolder } from './store-folder.ts';
import { keepInputs } from './store-keep.ts';
import { type Manifest, spanOf } from './store-manifest.ts';
import { inOrderOfPath, isWithin, readBaseline, readManifests, readStoredEvents, type StoredInput, type StoreFailure } from './store-read.ts';
import { dropOldInputs, droppedWarning } from './store-retention.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** What began the day before still explains what happens in the period, and what ends the day after. */
const CONTEXT = DAY;

export interface StoreUse extends StoreOptions {
  /** So many weeks before the period are its baseline. */
  readonly baselineWeeks: number;
  /** Version of adlogon. */
  readonly madeBy: string;
  readonly now: Date;
}

/** What a run got from the store. */
export interface FromStore {
  /** The period the run answers for. */
  readonly period: Period;
  readonly stored: readonly StoredInput[];
  readonly failures: readonly StoreFailure[];
  readonly warnings: readonly Warning[];
}

/**
 * Keeps the logs given, drops what is too old, and reads what is kept of the period beside the logs, and of the weeks before it as the baseline.
 *
 * @throws UserError when the store cannot be written, or nothing is kept and no log was given
 */
export async function useStore(
  engine: DuckDbEngine,
  use: StoreUse,
  inputs: readonly Loading[],
  run: {
    readonly organisation: string;
    readonly network: string;
    readonly signal: AbortSignal;
    readonly damage: readonly Row[];
    readonly period: Period;
  },
): Promise<FromStore> {
  const store = new StoreFolder(use.folder);
  if (inputs.length === 0 && !store.exists()) throw new UserError('store-empty', { folder: use.folder });
  const elsewhere = use.keeps && inputs.length > 0 ? await keepInputs(engine, store, inputs, { ...run, madeBy: use.madeBy }) : [];
  const { manifests, failures } = readManifests(store);
  const { dropped, kept } = use.keeps ? dropOldInputs(store, manifests, use.keepWeeks, use.now) : { dropped: [], kept: manifests };

  const ours = inOrderOfPath(
    kept.filter(
      ({ organisation, network }) =>
        (use.organisation === null || organisation === use.organisation) && (use.network === null || network === use.network),
    ),
  );
  const given = new Set(inputs.map((input) => input.sha256));
  const others = ours.filter(({ sha256 }) => !given.has(sha256));
  const period = inputs.length === 0 && use.keeps ? lastWeekOf(ours, run.period) : run.period;
  const span = inputs.length === 0 ? period : spanAsked(period, inputs);
  const read = others.filter((manifest) => isWithin(manifest, shifted(span.askedFrom, -CONTEXT), shifted(span.askedUntil, CONTEXT)));
  const { stored, failures: damaged } = await readStoredEvents(engine, store, read, inputs.length + 1);

  const until = span.askedFrom;
  const baseline =
    until === null ? [] : await readBaseline(engine, store, ours, { from: new Date(until.getTime() - use.baselineWeeks * WEEK), until });
  return {
    // Rows of the store from before and after the logs are context, unless they were asked for.
    period: stored.length > 0 ? span : period,
    stored,
    failures: [...failures, ...damaged, ...baseline],
    warnings: [
      ...elsewhere.map(({ file, network }) => ({ code: 'store-kept-elsewhere', details: { file, network } })),
      ...(dropped.length > 0 ? [droppedWarning(dropped, use.keepWeeks)] : []),
      ...[...failures, ...damaged, ...baseline].map(failureWarning),
    ],
  };
}

/** What an audit without a period or a log is about: the seven days up to the newest record kept; all of it, where there is not more. */
function lastWeekOf(manifests: readonly Manifest[], asked: Period): Period {
  if (asked.askedFrom !== null || asked.askedUntil !== null) return asked;
  const spans = manifests.flatMap((manifest) => spanOf(manifest) ?? []);
  const until = Math.max(...spans.map((span) => span.lastAt)) + 1;
  if (spans.length === 0 || Math.min(...spans.map((span) => span.firstAt)) >= until - WEEK) return asked;
  return { askedFrom: new Date(until - WEEK), askedUntil: new Date(until) };
}

/** The period asked; where a side is open, what the logs given cover. */
function spanAsked({ askedFrom, askedUntil }: Period, inputs: readonly Loading[]): Period {
  const spans = inputs.flatMap((input) => [...input.spans.values()]);
  if (spans.length === 0) return { askedFrom, askedUntil };
  // Microseconds to milliseconds; the end is excluded.
  const firstAt = Math.floor(Math.min(...spans.map((span) => span.firstAt)) / 1000);
  const lastAt = Math.floor(Math.max(...spans.map((span) => span.lastAt)) / 1000) + 1;
  return { askedFrom: askedFrom ?? new Date(firstAt), askedUntil: askedUntil ?? new Date(lastAt) };
}

function shifted(at: Date | null, by: number): number | null {
  return at === null ? null : at.getTime() + by;
}

function failureWarning({ path, problem }: StoreFailure): Warning {
  return problem === 'store-newer' ? { code: 'store-newer', details: { file: path } } : { code: 'store-damaged', details: { file: path } };
}
