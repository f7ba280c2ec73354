import { storedLabels } from '../ingest/store-labels.ts';
import { MOST_KEEP_WEEKS } from '../settings/config-schema.ts';
import type { StoreOptions } from '../settings/options.ts';
import { UserError } from '../settings/user-error.ts';
import { wholeNumber } from './option-values.ts';
import type { StoreGiven } from './store-options.ts';

/** Labels of the run, part of every key; null: none given. */
export interface Labels {
  readonly organisation: string | null;
  readonly network: string | null;
}

/** UserError: neither a log nor a store nor a proxy log; or a number without a store. */
export function storeOf(
  logs: readonly string[],
  given: StoreGiven & { readonly proxy?: readonly string[] },
  labels: Labels,
  defaults: { readonly organisation: string; readonly network: string; readonly keepWeeks: number },
  keeps: boolean,
): StoreOptions | null {
  if (given.store === undefined) {
    if (logs.length === 0 && given.proxy === undefined) throw new UserError('argument-missing', { argument: 'LOG' });
    if (given.keepWeeks !== undefined) throw new UserError('option-needs-store', { option: '--keep-weeks' });
    return null;
  }
  const keepWeeks = given.keepWeeks === undefined ? defaults.keepWeeks : wholeNumber(given.keepWeeks, '--keep-weeks', MOST_KEEP_WEEKS);
  // Logs are read beside what is kept of the same network only; without logs whatever is kept is asked.
  const read = logs.length > 0 ? { organisation: labels.organisation ?? defaults.organisation, network: labels.network ?? defaults.network } : labels;
  return { folder: given.store, keeps, keepWeeks, ...read };
}

/**
 * Whose run it is: as given, or, where no log is, as whose everything in the store is kept.
 *
 * @throws UserError when an audit would have to choose between networks
 */
export function labelsOfStore(store: StoreOptions, labels: Labels): Labels {
  const kept = storedLabels(store);
  if (store.keeps && kept.length > 1) {
    throw new UserError('store-several-networks', {
      folder: store.folder,
      networks: kept.map(({ organisation, network }) => [organisation, network].filter((name) => name !== '').join(' / ')).join(', '),
    });
  }
  const [only] = kept.length === 1 ? kept : [];
  return { organisation: labels.organisation ?? only?.organisation ?? null, network: labels.network ?? only?.network ?? null };
}
