import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DuckDbEngine } from '../engine/duckdb.ts';
import type { Row } from '../engine/engine.ts';
import { readParquet, writeParquet } from '../engine/parquet.ts';
import { TextBatches } from '../engine/text-batches.ts';
import type { Period } from '../settings/period.ts';
import type { Warning } from '../sidelogs/terminals-csv.ts';
import { PROXY_INPUTS, PROXY_REQUESTS } from '../tables/proxy.ts';
import { hashFile } from './hash-file.ts';
import { recordedSpan } from './recorded-span.ts';
import { StoreFolder } from './store-folder.ts';
import { isUndamaged } from './store-keep.ts';
import { storedJson } from './stored-json.ts';
import { isAskedFor, keptSideLogs, type SidePlaces } from './stored-side-logs.ts';
import type { StoreUse } from './use-store.ts';

/** What a day's log says of the period lies within it: proxies rotate at midnight, or hold a little more. */
const CONTEXT = 24 * 3_600_000;

const moment = z.string().pipe(z.coerce.date());
const count = z.number().int().nonnegative();
const schema = z.object({
  format_version: z.literal(1),
  made_by: z.string(),
  input: z.object({
    organisation: z.string(),
    network: z.string(),
    file: z.string(),
    path: z.string(),
    bytes: count,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    format: z.string(),
    lines: count,
    requests: count,
    comments: count,
    bad_lines: count,
    first_bad_line: count.nullable(),
    cut_short: z.boolean(),
    first_at: moment,
    last_at: moment,
  }),
  kept: z.object({ rows: count, bytes: count, sha256: z.string() }),
});

/** What the store knows of one proxy log. */
type ProxyManifest = z.output<typeof schema>;

/** The same as `useStore`, for proxy logs: keeps those given, drops what is too old, and reads what is kept of the period. After the logs, before `lock`. */
export async function useProxyStore(
  engine: DuckDbEngine,
  use: StoreUse,
  run: { readonly organisation: string; readonly network: string; readonly signal: AbortSignal; readonly period: Period },
): Promise<readonly Warning[]> {
  const store = new StoreFolder(use.folder);
  const given = (await engine.ask('select * from proxy_inputs order by input')).rows;
  if (use.keeps && given.length > 0) await keepProxyLogs(engine, store, given, use.madeBy, run.signal);
  const { kept, warnings } = keptSideLogs(store, placesIn(store), schema, use);
  const { from, until } = await recordedSpan(engine, run.period);
  const span = { from: from === null ? null : from - CONTEXT, until: until === null ? null : until + CONTEXT };
  const known = new Set(given.map((row) => row.sha256));
  const read = kept.filter((manifest) => !known.has(manifest.input.sha256) && isAskedFor(manifest, use, span));
  return [...warnings, ...(await readProxyLogs(engine, store, read, given.length, run))];
}

function placesIn(store: StoreFolder): SidePlaces {
  return {
    manifests: store.proxyManifests(),
    manifest: (sha256) => store.proxyManifest(sha256),
    content: (sha256) => store.parquet(PROXY_REQUESTS.name, sha256),
  };
}

async function keepProxyLogs(engine: DuckDbEngine, store: StoreFolder, given: readonly Row[], madeBy: string, signal: AbortSignal): Promise<void> {
  await store.writing(async (folder) => {
    for (const row of given) {
      signal.throwIfAborted();
      if (row.same_as !== null || row.requests === 0) continue;
      const { input, same_as: _, ...about } = row;
      const sha256 = String(row.sha256);
      const before = storedJson(store.proxyManifest(sha256), schema);
      if (typeof before === 'object' && isUndamaged(store.parquet(PROXY_REQUESTS.name, sha256), before.kept)) continue;
      const written = join(folder, 'requests.parquet');
      await engine.onOneThread(() => writeParquet(engine, PROXY_REQUESTS, Number(input), sha256, written));
      const kept = { rows: Number(row.requests), bytes: statSync(written).size, sha256: hashFile(written) };
      store.put(written, store.parquet(PROXY_REQUESTS.name, sha256));
      store.putText(folder, `${JSON.stringify({ format_version: 1, made_by: madeBy, input: about, kept }, null, 1)}\n`, store.proxyManifest(sha256));
    }
  });
}

async function readProxyLogs(
  engine: DuckDbEngine,
  store: StoreFolder,
  manifests: readonly ProxyManifest[],
  given: number,
  labels: { readonly organisation: string; readonly network: string },
): Promise<readonly Warning[]> {
  const warnings: Warning[] = [];
  const rows: Row[] = [];
  if (given === 0 && manifests.length > 0) await (await TextBatches.begin(engine, PROXY_REQUESTS, labels)).end();
  for (const { input: about, kept } of manifests) {
    const path = store.parquet(PROXY_REQUESTS.name, about.sha256);
    const input = given + rows.length + 1;
    if (!isUndamaged(path, kept)) {
      warnings.push({ code: 'store-damaged', details: { file: path } });
      // Its lines are lost, and the coverage tells so: what went out then is not known.
      const lost = { requests: 0, bad_lines: about.lines - about.comments, first_bad_line: null, cut_short: true, first_at: null, last_at: null };
      rows.push({ ...about, ...lost, input, same_as: null });
      continue;
    }
    await readParquet(engine, PROXY_REQUESTS.name, input, path);
    rows.push({ ...about, input, same_as: null });
  }
  await engine.insertRows(PROXY_INPUTS, rows);
  return warnings;
}
