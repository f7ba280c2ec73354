import type { z } from 'zod';
import type { Warning } from '../sidelogs/terminals-csv.ts';
import type { StoreFolder } from './store-folder.ts';
import { droppedWarning, oldestKept } from './store-retention.ts';
import { storedJson } from './stored-json.ts';
import type { StoreUse } from './use-store.ts';

/** What the store knows of a log that stands beside the Security logs: a proxy's, a DHCP server's. */
export interface SideManifest {
  readonly input: {
    readonly organisation: string;
    readonly network: string;
    readonly file: string;
    readonly path: string;
    readonly sha256: string;
    readonly first_at: Date;
    readonly last_at: Date;
  };
}

/** Where the store keeps one kind of them. */
export interface SidePlaces {
  readonly manifests: readonly string[];
  readonly manifest: (sha256: string) => string;
  readonly content: (sha256: string) => string;
}

/** The logs of one kind that are kept, in order of path. Deletes what is wholly older than `keepWeeks` before the newest of them, and says so, as of what is damaged. */
export function keptSideLogs<M extends SideManifest>(
  store: StoreFolder,
  places: SidePlaces,
  schema: z.ZodType<M>,
  use: StoreUse,
): { readonly kept: readonly M[]; readonly warnings: readonly Warning[] } {
  const { manifests, warnings } = manifestsIn(places, schema);
  if (!use.keeps) return { kept: manifests, warnings };
  const ends = manifests.map(({ input }) => input.last_at.getTime());
  const oldest = oldestKept(ends, use.keepWeeks, use.now);
  const dropped = manifests.filter(({ input }) => input.last_at.getTime() < oldest).map(({ input }) => input);
  for (const { sha256 } of dropped) {
    // The manifest first: what has none does not count, so that nothing is half there.
    store.remove(places.manifest(sha256));
    store.remove(places.content(sha256));
  }
  const kept = manifests.filter(({ input }) => !dropped.includes(input));
  return { kept, warnings: dropped.length > 0 ? [...warnings, droppedWarning(dropped, use.keepWeeks)] : warnings };
}

/** Whether a log is of the networks that are read, and may speak of these times (Unix milliseconds; null: any). */
export function isAskedFor({ input }: SideManifest, use: StoreUse, span: { readonly from: number | null; readonly until: number | null }): boolean {
  return (
    (use.organisation === null || use.organisation === input.organisation) &&
    (use.network === null || use.network === input.network) &&
    (span.from === null || input.last_at.getTime() >= span.from) &&
    (span.until === null || input.first_at.getTime() < span.until)
  );
}

function manifestsIn<M extends SideManifest>(
  places: SidePlaces,
  schema: z.ZodType<M>,
): { readonly manifests: readonly M[]; readonly warnings: readonly Warning[] } {
  const manifests: M[] = [];
  const warnings: Warning[] = [];
  for (const path of places.manifests) {
    const manifest = storedJson(path, schema);
    if (typeof manifest === 'object') manifests.push(manifest);
    else if (manifest !== 'gone') warnings.push({ code: manifest === 'newer' ? 'store-newer' : 'store-damaged', details: { file: path } });
  }
  const order = ({ input }: SideManifest) => `${input.path}\0${input.sha256}`;
  return { manifests: manifests.sort((one, other) => (order(one) < order(other) ? -1 : 1)), warnings };
}
