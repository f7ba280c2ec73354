import { buildModels, buildModelsFor, type Question } from '../checks/build-models.ts';
import type { AcknowledgementsUsed } from '../checks/finding.ts';
import { INCIDENT_FOLDER, LEARN_FOLDER, MODELS_FOLDER } from '../checks/rules-folder.ts';
import { computerFacts } from '../directory/computer-facts.ts';
import { readSnapshotFile } from '../directory/read-snapshot.ts';
import type { DirectoryRows } from '../directory/rows.ts';
import type { DirectorySnapshot } from '../directory/snapshot-schema.ts';
import { createTables } from '../engine/create-tables.ts';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { DHCP_LOGS, findInputs, findProxyLogs } from '../ingest/find-inputs.ts';
import { loadLogs } from '../ingest/load-logs.ts';
import { loadProxyLogs } from '../ingest/load-proxy-logs.ts';
import { recordedSpan } from '../ingest/recorded-span.ts';
import { useDhcpStore } from '../ingest/store-dhcp.ts';
import { useProxyStore } from '../ingest/store-proxy.ts';
import type { StoreUse } from '../ingest/use-store.ts';
import { warningText } from '../report/message.ts';
import type { DirectorySource, EvidenceOptions } from '../settings/options.ts';
import { type DhcpLogFile, dhcpLeases } from '../sidelogs/dhcp-leases.ts';
import { readIndicators } from '../sidelogs/indicators.ts';
import { type AddressRow, type KnownTerminal, terminalRows } from '../sidelogs/terminal-rows.ts';
import { readTerminalsCsv, type Warning } from '../sidelogs/terminals-csv.ts';
import { BACKGROUND_HOSTS, WATCHED_PROGRAMS } from '../tables/activity.ts';
import { ACCOUNTS, ADDRESSES, DIRECTORIES, DIRECTORY_GAPS, GROUPS, MEMBERSHIPS, TERMINALS } from '../tables/directory.ts';
import { INDICATORS } from '../tables/outbound.ts';
import { EXPECTED_RECORDERS, KNOWN_AUTOMATION, PERIOD, SETTINGS } from '../tables/settings.ts';
import { SUSPECTS } from '../tables/suspects.ts';
import { fillAcknowledgements, readAcknowledgementsFile } from './acknowledgements.ts';
import {
  backgroundHosts,
  decisionsWithoutDirectory,
  expectedRecorders,
  knownAutomation,
  knownBy,
  thresholdOf,
  thresholdRows,
  watchedPrograms,
} from './config-rows.ts';
import type { Console } from './console.ts';
import { fillCalendar } from './fill-calendar.ts';
import { fillSites } from './fill-sites.ts';
import { startProgress } from './progress.ts';
import { MADE_BY } from './version.ts';

/** What a command needs beyond the models that every audit has. */
export interface Needs {
  /** Rows of `suspects` of an incident, for which further models are made. */
  readonly suspects?: readonly Row[];
  /** Whether candidates for known automation are looked for. */
  readonly learns?: boolean;
  /** The only question that will be asked: models that it does not read need not be made. */
  readonly question?: Question;
}

/**
 * Fills every table and makes every model; answers what was known to be accepted. What the user should know although the run goes on is told on standard error.
 */
export async function loadEvidence(
  engine: DuckDbEngine,
  options: EvidenceOptions,
  console: Console,
  { suspects, learns = false, question }: Needs = {},
): Promise<AcknowledgementsUsed | null> {
  // Small files first: a mistake in one of them shows before a long read.
  const files = findInputs(options.logs);
  const accepted = readAcknowledgementsFile(options.acknowledgements, options.timezone, console);
  const proxyFiles = findProxyLogs(options.proxy);
  const { config, organisation, network, timezone, threads } = options;
  const watched = watchedPrograms(config);
  const lists = options.ioc.map((path) => ({ path, ...readIndicators(path) }));
  const snapshot = options.directory === null ? null : await snapshotOf(options.directory, console);
  const known = snapshot === null ? null : knownBy(snapshot, config, network);
  const inventory = options.terminals === null ? null : readTerminalsCsv(options.terminals);
  const facts = snapshot === null ? new Map() : computerFacts(snapshot);
  const { terminals, addresses, warnings } = terminalRows(inventory?.terminals ?? [], known?.terminals ?? [], network, { config, facts });
  for (const warning of snapshot === null ? decisionsWithoutDirectory(config) : []) console.tell(warningText(warning, console.language));
  const dhcpLogs = options.dhcp.length === 0 ? [] : findInputs(options.dhcp, DHCP_LOGS).map((file) => file.path);
  for (const warning of [...(inventory?.warnings ?? []), ...warnings, ...lists.flatMap((list) => list.warnings)])
    console.tell(warningText(warning, console.language));

  await createTables(engine);
  await insertKnown(engine, known);
  await engine.insertRows(TERMINALS, terminals);
  await engine.insertRows(SETTINGS, thresholdRows(config));
  await engine.insertRows(EXPECTED_RECORDERS, expectedRecorders(config, network));
  await engine.insertRows(WATCHED_PROGRAMS, watched);
  await engine.insertRows(BACKGROUND_HOSTS, backgroundHosts(config));
  await fillAcknowledgements(engine, accepted, timezone);
  await engine.insertRows(KNOWN_AUTOMATION, knownAutomation(config, network));
  await engine.insertRows(
    INDICATORS,
    lists.flatMap(({ path, indicators }) => indicators.map((indicator) => ({ ...indicator, file: path.replace(/^.*[\\/]/, '') }))),
  );

  const { signal } = console;
  if (proxyFiles.length > 0) {
    const proxyWarnings = await withProgress(console, (onProgress) =>
      loadProxyLogs(engine, proxyFiles, { organisation, network, signal, onProgress }),
    );
    for (const warning of proxyWarnings) console.tell(warningText(warning, console.language));
  }
  const store =
    options.store === null ? null : { ...options.store, baselineWeeks: thresholdOf(config, 'baseline_weeks'), madeBy: MADE_BY, now: console.now };
  const asked = options.period;
  const loaded = await withProgress(console, (onProgress) =>
    loadLogs(engine, files, { organisation, network, threads, period: asked, store, signal, onProgress }),
  );
  const ofProxy = store === null ? [] : await useProxyStore(engine, store, { organisation, network, signal, period: loaded.period });
  const leases = await leasesOf(engine, dhcpLogs, { ...options, period: loaded.period }, store, terminals);
  await engine.insertRows(ADDRESSES, [...addresses, ...leases.addresses, ...(known?.addresses ?? [])]);
  for (const warning of [...loaded.warnings, ...ofProxy, ...leases.warnings]) console.tell(warningText(warning, console.language));
  await engine.insertRows(PERIOD, [{ asked_from: loaded.period.askedFrom, asked_until: loaded.period.askedUntil }]);
  await fillCalendar(engine, options);
  await fillSites(engine);
  await engine.insertRows(SUSPECTS, suspects ?? []);
  if (question !== undefined) await buildModelsFor(engine, question, MODELS_FOLDER);
  else await buildModels(engine, MODELS_FOLDER, ...(suspects === undefined ? [] : [INCIDENT_FOLDER]), ...(learns ? [LEARN_FOLDER] : []));
  return accepted.used;
}

/** Who held which address by the DHCP logs given, and by those that the store keeps. */
async function leasesOf(
  engine: DuckDbEngine,
  paths: readonly string[],
  { organisation, network, timezone, period, config }: EvidenceOptions,
  store: StoreUse | null,
  terminals: readonly KnownTerminal[],
): Promise<{ readonly addresses: readonly AddressRow[]; readonly warnings: readonly Warning[] }> {
  const read = (files: readonly DhcpLogFile[]) => dhcpLeases(files, terminals);
  if (store === null) return read(paths.map((path) => ({ path, name: path, timezone, network })));
  const run = { organisation, network, timezone, leaseHours: thresholdOf(config, 'lease_hours'), ...(await recordedSpan(engine, period)) };
  const { read: leases, warnings } = await useDhcpStore(store, paths, run, read);
  return { addresses: leases.addresses, warnings: [...leases.warnings, ...warnings] };
}

async function withProgress<T>(console: Console, read: (onProgress: (done: number, total: number) => void) => Promise<T>): Promise<T> {
  const progress = startProgress(console);
  try {
    return await read(progress.update);
  } finally {
    progress.stop();
  }
}

export async function snapshotOf(source: DirectorySource, console: Console): Promise<DirectorySnapshot> {
  if ('snapshot' in source) return readSnapshotFile(source.snapshot);
  const { readLiveDirectory } = await import('./live-directory.ts');
  return readLiveDirectory(source, console);
}

async function insertKnown(engine: DuckDbEngine, known: DirectoryRows | null): Promise<void> {
  if (known === null) return;
  await engine.insertRows(DIRECTORIES, known.directories);
  await engine.insertRows(DIRECTORY_GAPS, known.gaps);
  await engine.insertRows(ACCOUNTS, known.accounts);
  await engine.insertRows(GROUPS, known.groups);
  await engine.insertRows(MEMBERSHIPS, known.memberships);
}
