import type { StoreOptions } from '../settings/options.ts';
import { StoreFolder } from './store-folder.ts';
import { readManifests } from './store-read.ts';

/** The organisations and networks of which a store keeps inputs, of those that are read, in order. */
export function storedLabels({
  folder,
  organisation,
  network,
}: StoreOptions): readonly { readonly organisation: string; readonly network: string }[] {
  const { manifests } = readManifests(new StoreFolder(folder));
  const read = manifests.filter(
    (one) => (organisation === null || one.organisation === organisation) && (network === null || one.network === network),
  );
  const labels = new Map(
    read.map((one) => [JSON.stringify([one.organisation, one.network]), { organisation: one.organisation, network: one.network }]),
  );
  return [...labels.keys()].sort().flatMap((key) => labels.get(key) ?? []);
}
