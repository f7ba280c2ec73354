import { DEFAULT_THRESHOLDS } from '../checks/thresholds.ts';
import { besideConfig, type LoadedConfig, loadConfig } from '../settings/config-file.ts';
import { type AcknowledgementsFile, DEFAULT_NETWORK, type EvidenceOptions } from '../settings/options.ts';
import { checkedTimezone, periodOf } from '../settings/period.ts';
import { UserError } from '../settings/user-error.ts';
import { labelsOfStore, storeOf } from './asked-store.ts';
import { directoryOf } from './directory-options.ts';
import type { EvidenceGiven } from './evidence-options.ts';
import { wholeNumber } from './option-values.ts';

const DEFAULT_TIMEZONE = 'Asia/Tokyo';
const MOST_THREADS = 64;

/** What is asked, by the options, then the configuration, then the defaults. */
export function evidenceOf(logs: readonly string[], given: EvidenceGiven, cores: number, now: Date, keeps: boolean): EvidenceOptions {
  const config = loadConfig(given.config ?? null, DEFAULT_THRESHOLDS);
  const { settings } = config;
  const timezone = checkedTimezone(given.timezone ?? settings.timezone ?? DEFAULT_TIMEZONE);
  const { inventory } = settings.terminals;
  const labels = { organisation: given.organisation ?? (settings.organisation || null), network: given.network ?? settings.network ?? null };
  if (labels.network?.trim() === '') throw new UserError('option-not-a-name', { option: '--network' });
  const defaults = { organisation: '', network: DEFAULT_NETWORK, keepWeeks: settings.store.keep_weeks };
  const store = storeOf(logs, given, labels, defaults, keeps);
  const run = store !== null && logs.length === 0 ? labelsOfStore(store, labels) : labels;
  return {
    logs,
    config,
    directory: directoryOf(given),
    terminals: given.terminals ?? (inventory === undefined ? null : besideConfig(config, inventory)),
    dhcp: given.dhcp ?? [],
    proxy: given.proxy ?? [],
    acknowledgements: acknowledgementsOf(given.acknowledgements, config),
    ioc: given.ioc ?? settings.ioc.map((file) => besideConfig(config, file)),
    store,
    period: periodOf(given, timezone, now),
    organisation: run.organisation ?? defaults.organisation,
    network: run.network ?? defaults.network,
    timezone,
    threads: given.threads === undefined ? cores : wholeNumber(given.threads, '--threads', MOST_THREADS),
  };
}

/** The file of acknowledgements that is named; null: none is. */
export function acknowledgementsOf(given: string | undefined, config: LoadedConfig): AcknowledgementsFile | null {
  const { acknowledgements } = config.settings;
  if (given !== undefined) return { path: given, mayBeMissing: false };
  return acknowledgements === undefined ? null : { path: besideConfig(config, acknowledgements), mayBeMissing: true };
}

export function timezoneOf(given: { readonly timezone?: string }, config?: LoadedConfig): string {
  return checkedTimezone(given.timezone ?? config?.settings.timezone ?? DEFAULT_TIMEZONE);
}
