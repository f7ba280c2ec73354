import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { writeAnswer, writeParquet } from '../engine/parquet.ts';
import { LOGON_HOURS } from '../tables/baseline.ts';
import { EVENT_TABLES } from '../tables/events.ts';
import { hashFile } from './hash-file.ts';
import { type Loading, recordingRows } from './loading.ts';
import type { StoreFolder } from './store-folder.ts';
import { type KeptFile, type Manifest, manifestText, readManifest } from './store-manifest.ts';

export interface KeepOptions {
  readonly organisation: string;
  readonly network: string;
  /** Version of adlogon. */
  readonly madeBy: string;
  readonly signal: AbortSignal;
  /** Rows of `damage` of all inputs. */
  readonly damage: readonly Row[];
}

/** An input that was not kept because it is kept already, as another network's. */
export interface KeptElsewhere {
  readonly file: string;
  readonly network: string;
}

/**
 * Keeps every input that was read to its end: all its rows, duplicates included, so that what is kept of a file depends on that file alone. The same
 * content is kept once. The manifest comes last: without it nothing of an input counts.
 *
 * @throws UserError when it cannot be written
 */
export async function keepInputs(
  engine: DuckDbEngine,
  store: StoreFolder,
  inputs: readonly Loading[],
  options: KeepOptions,
): Promise<readonly KeptElsewhere[]> {
  return store.writing(async (folder) => {
    const elsewhere: KeptElsewhere[] = [];
    for (const input of inputs) {
      options.signal.throwIfAborted();
      if (input.problem !== null || input.sha256 === null) continue;
      const kept = readManifest(store.manifest(input.sha256));
      if (kept !== null && typeof kept !== 'string' && isWhole(store, kept)) {
        if (kept.network !== options.network || kept.organisation !== options.organisation)
          elsewhere.push({ file: input.path, network: kept.network });
        continue;
      }
      const { sha256 } = input;
      await engine.onOneThread(() => keepInput(engine, store, folder, input, sha256, options));
    }
    return elsewhere;
  });
}

/** Whether a file of the store is what its manifest says. */
export function isUndamaged(path: string, { bytes, sha256 }: KeptFile): boolean {
  return statSync(path, { throwIfNoEntry: false })?.size === bytes && hashFile(path) === sha256;
}

function isWhole(store: StoreFolder, { sha256, tables }: Manifest): boolean {
  return Object.entries(tables).every(([table, file]) => isUndamaged(store.parquet(table, sha256), file));
}

async function keepInput(
  engine: DuckDbEngine,
  store: StoreFolder,
  folder: string,
  input: Loading,
  sha256: string,
  options: KeepOptions,
): Promise<void> {
  const tables: Record<string, KeptFile> = {};
  for (const [at, table] of EVENT_TABLES.entries()) {
    const rows = input.rows[at] ?? 0;
    if (rows === 0) continue;
    const written = join(folder, 'rows.parquet');
    await writeParquet(engine, table, input.input, sha256, written);
    tables[table.name] = putParquet(store, written, table.name, sha256, rows);
  }
  if (tables.logon_events !== undefined) {
    const written = join(folder, 'hours.parquet');
    await writeAnswer(engine, hoursOf(input.input), sha256, written);
    tables[LOGON_HOURS.name] = putParquet(store, written, LOGON_HOURS.name, sha256, 0);
  }
  const { organisation, network, madeBy, damage } = options;
  const manifest = {
    ...{ made_by: madeBy, organisation, network, file: input.name, path: input.path, bytes: input.bytes, sha256 },
    ...{ records: input.records, out_of_scope: input.outOfScope, damaged: input.damaged },
    recordings: recordingRows(input, options).map(({ organisation: _, network: __, input: ___, ...recording }) => recording),
    damage: damage.filter((row) => row.input === input.input).map(({ input: _, ...place }) => place),
    tables,
  };
  store.putText(folder, manifestText(manifest), store.manifest(sha256));
}

/** `rows`: 0 where they are not counted. */
function putParquet(store: StoreFolder, written: string, table: string, sha256: string, rows: number): KeptFile {
  const hash = hashFile(written);
  if (hash === null) throw new Error(`${written} cannot be read back`);
  const file = { rows, bytes: statSync(written).size, sha256: hash };
  store.put(written, store.parquet(table, sha256));
  return file;
}

/** The rows of `logon_hours` that an input has. Computers ask for service tickets all day, which tells where they stand; persons' say nothing new. */
function hoursOf(input: number): string {
  const key = LOGON_HOURS.columns.flatMap(({ name }) => (['records', 'first_at', 'last_at'].includes(name) ? [] : name)).join(', ');
  return `
    select ${key}, count(*) as records, min(occurred_at) as first_at, max(occurred_at) as last_at
    from (
      select *, date_trunc('hour', occurred_at) as hour
      from logon_events
      where input = ${input} and succeeded is not null and (event_id in (4624, 4625, 4768, 4771, 4776) or event_id = 4769 and account like '%$'))
    group by ${key}
    order by ${key}`;
}
