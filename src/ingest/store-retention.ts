import type { Warning } from '../sidelogs/terminals-csv.ts';
import type { StoreFolder } from './store-folder.ts';
import { type Manifest, spanOf } from './store-manifest.ts';

const WEEK = 7 * 24 * 3_600_000;

/**
 * Deletes what is wholly older than so many weeks before the newest record kept, or before now: a clock that ran ahead, or a forged time, may not make
 * all else look old.
 *
 * @returns the manifests of what was deleted, and of what is still kept
 */
export function dropOldInputs(
  store: StoreFolder,
  manifests: readonly Manifest[],
  keepWeeks: number,
  now: Date,
): { readonly dropped: readonly Manifest[]; readonly kept: readonly Manifest[] } {
  const oldest = oldestKept(
    manifests.flatMap((manifest) => spanOf(manifest)?.lastAt ?? []),
    keepWeeks,
    now,
  );
  const isOld = (manifest: Manifest) => (spanOf(manifest)?.lastAt ?? Number.POSITIVE_INFINITY) < oldest;
  const dropped = manifests.filter(isOld);
  for (const { sha256, tables } of dropped) {
    // The manifest first: what has none does not count, so that nothing is half there.
    store.remove(store.manifest(sha256));
    for (const table of Object.keys(tables)) store.remove(store.parquet(table, sha256));
  }
  return { dropped, kept: manifests.filter((manifest) => !isOld(manifest)) };
}

/** What ends before this is too old. `ends`: the last records of all that is kept. */
export function oldestKept(ends: readonly number[], keepWeeks: number, now: Date): number {
  const newest = ends.reduce((latest, end) => Math.max(latest, end), Number.NEGATIVE_INFINITY);
  return Math.min(newest, now.getTime()) - keepWeeks * WEEK;
}

/** What the user is told of it. */
export function droppedWarning(dropped: readonly { readonly file: string; readonly sha256: string }[], weeks: number): Warning {
  const files = dropped.map(({ file, sha256 }) => `${file} (${sha256.slice(0, 12)})`).join(', ');
  return { code: 'store-dropped', details: { weeks, files } };
}
