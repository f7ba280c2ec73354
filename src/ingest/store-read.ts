import { constants, copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { createStoredView, insertFromParquet, type StoredFile } from '../engine/parquet.ts';
import { LOGON_HOURS, STORED_DAYS } from '../tables/baseline.ts';
import { EVENT_TABLES } from '../tables/events.ts';
import type { Table } from '../tables/table.ts';
import { orUnreadable } from './file-problem.ts';
import type { StoreFolder } from './store-folder.ts';
import { isUndamaged } from './store-keep.ts';
import { type Manifest, readManifest, type StoreProblem, spanOf } from './store-manifest.ts';

/** An input that comes from the store, with its number in this run. */
export interface StoredInput {
  readonly input: number;
  readonly manifest: Manifest;
}

/** A file of the store that cannot be used. */
export interface StoreFailure {
  readonly path: string;
  readonly problem: StoreProblem;
}

export interface ManifestsRead {
  readonly manifests: readonly Manifest[];
  readonly failures: readonly StoreFailure[];
}

/** Reads every manifest. */
export function readManifests(store: StoreFolder): ManifestsRead {
  const manifests: Manifest[] = [];
  const failures: StoreFailure[] = store.newerLayouts().map((path) => ({ path, problem: 'store-newer' }));
  for (const path of store.manifests()) {
    const manifest = readManifest(path);
    if (typeof manifest === 'string') failures.push({ path, problem: manifest });
    else if (manifest !== null) manifests.push(manifest);
  }
  return { manifests, failures };
}

/** Whether an input has records between two moments; null: no bound. */
export function isWithin(manifest: Manifest, from: number | null, until: number | null): boolean {
  const span = spanOf(manifest);
  if (span === null) return from === null && until === null;
  return (from === null || span.lastAt >= from) && (until === null || span.firstAt < until);
}

/** In the order in which logs are read: of path, as given when they were kept. */
export function inOrderOfPath(manifests: readonly Manifest[]): readonly Manifest[] {
  const key = ({ path, sha256 }: Manifest) => `${path}\0${sha256}`;
  return manifests.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/**
 * Brings kept inputs into views beside the rows of the logs given; each file is copied and the copy held against its manifest first, and an input with a
 * damaged one is left out as a whole. Numbers go on from `first`. What another run does to the store meanwhile changes nothing of this one.
 */
export async function readStoredEvents(
  engine: DuckDbEngine,
  store: StoreFolder,
  manifests: readonly Manifest[],
  first: number,
): Promise<{ readonly stored: readonly StoredInput[]; readonly failures: readonly StoreFailure[] }> {
  const failures: StoreFailure[] = [];
  const stored: StoredInput[] = [];
  const files = new Map<string, StoredFile[]>(EVENT_TABLES.map(({ name }) => [name, []]));
  mkdirSync(engine.temporaryFolder, { recursive: true });
  for (const manifest of manifests) {
    const input = first + stored.length;
    const copyOf = (table: string) => join(engine.temporaryFolder, `${table}-${input}.parquet`);
    const damaged = damagedFile(store, manifest, EVENT_TABLES, copyOf);
    if (damaged !== null) {
      failures.push({ path: damaged, problem: 'store-damaged' });
      continue;
    }
    for (const { name } of EVENT_TABLES) if (manifest.tables[name] !== undefined) files.get(name)?.push({ path: copyOf(name), input });
    stored.push({ input, manifest });
  }
  for (const table of tablesStored(stored)) await createStoredView(engine, table, files.get(table.name) ?? []);
  return { stored, failures };
}

/** Tables of events of which inputs of the store have rows. */
export function tablesStored(stored: readonly StoredInput[]): readonly Table[] {
  return EVENT_TABLES.filter(({ name }) => stored.some(({ manifest }) => manifest.tables[name] !== undefined));
}

/** Fills `logon_hours` and `stored_days` with what is kept of the time from `from` to `until`, whole hours. */
export async function readBaseline(
  engine: DuckDbEngine,
  store: StoreFolder,
  manifests: readonly Manifest[],
  span: { readonly from: Date; readonly until: Date },
): Promise<readonly StoreFailure[]> {
  const failures: StoreFailure[] = [];
  const paths: string[] = [];
  for (const manifest of manifests) {
    if (manifest.tables[LOGON_HOURS.name] === undefined || !isWithin(manifest, span.from.getTime(), span.until.getTime())) continue;
    const damaged = damagedFile(store, manifest, [LOGON_HOURS]);
    if (damaged === null) paths.push(store.parquet(LOGON_HOURS.name, manifest.sha256));
    else failures.push({ path: damaged, problem: 'store-damaged' });
  }
  const key = LOGON_HOURS.columns.map(({ name }) => name).filter((name) => !['records', 'first_at', 'last_at'].includes(name));
  const within = `hour >= ${momentSql(span.from)} and hour + interval '1' hour <= ${momentSql(span.until)}`;
  await insertFromParquet(
    engine,
    LOGON_HOURS,
    paths,
    `select ${key.join(', ')}, max(records) as records, min(first_at) as first_at, max(last_at) as last_at from files where ${within}
    group by ${key.join(', ')} order by ${key.join(', ')}`,
  );
  await engine.run(`insert into ${STORED_DAYS.name} by name
    select organisation, network, date_trunc('day', hour) as day, recorded_by, sum(records) as records from ${LOGON_HOURS.name}
    group by organisation, network, date_trunc('day', hour), recorded_by order by organisation, network, day, recorded_by`);
  return failures;
}

/** The row of `inputs`. */
export function storedInputRow({ input, manifest }: StoredInput, held: number): Row {
  const { file, path, bytes, sha256, records, out_of_scope, damaged, tables } = manifest;
  const rows = EVENT_TABLES.reduce((sum, table) => sum + (tables[table.name]?.rows ?? 0), 0);
  const counts = { records, stored: held, duplicates: rows - held, out_of_scope, damaged };
  return { input, file, path, bytes, sha256, readable: true, problem: null, ...counts };
}

/** The row of `inputs` of what could not be used. */
export function failureRow(input: number, { path, problem }: StoreFailure): Row {
  const nothing = { bytes: 0, sha256: null, records: 0, stored: 0, duplicates: 0, out_of_scope: 0, damaged: 0 };
  return { input, file: path.split(/[\\/]/).slice(-2).join('/'), path, readable: false, problem, ...nothing };
}

/** The rows of `recordings`. */
export function storedRecordings({ input, manifest: { organisation, network, recordings } }: StoredInput): readonly Row[] {
  return recordings.map((recording) => ({ organisation, network, input, ...recording }));
}

/** The rows of `damage`. */
export function storedDamage({ input, manifest }: StoredInput): readonly Row[] {
  return manifest.damage.map((place) => ({ input, ...place }));
}

/**
 * The first of an input's files that is not what its manifest says. Read once more: another run may be putting the same input there at this moment.
 * With `copyOf` each is copied there, and the copy is looked at.
 */
function damagedFile(
  store: StoreFolder,
  manifest: Manifest,
  tables: readonly Table[],
  copyOf: ((table: string) => string) | null = null,
): string | null {
  const again = readManifest(store.manifest(manifest.sha256));
  const known = [manifest, again].filter((one) => one !== null && typeof one !== 'string');
  for (const { name } of tables) {
    const path = store.parquet(name, manifest.sha256);
    const files = known.flatMap((one) => one.tables[name] ?? []);
    if (files.length === 0) continue;
    const looked = copyOf === null ? path : copied(path, copyOf(name));
    if (!files.some((file) => isUndamaged(looked, file))) return path;
  }
  return null;
}

/** A file that is not there any more has no copy. */
function copied(from: string, to: string): string {
  orUnreadable(() => copyFileSync(from, to, constants.COPYFILE_FICLONE));
  return to;
}

function momentSql(at: Date): string {
  return `timestamp '${at.toISOString().replace('T', ' ').replace('Z', '')}'`;
}
