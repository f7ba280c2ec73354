import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { UserError } from '../settings/user-error.ts';
import type { DhcpLogFile, DhcpLogSpan } from '../sidelogs/dhcp-leases.ts';
import type { Warning } from '../sidelogs/terminals-csv.ts';
import { hashFile } from './hash-file.ts';
import { StoreFolder } from './store-folder.ts';
import { isUndamaged } from './store-keep.ts';
import { storedJson } from './stored-json.ts';
import { isAskedFor, keptSideLogs, type SidePlaces } from './stored-side-logs.ts';
import type { StoreUse } from './use-store.ts';

const HOUR = 3_600_000;

const moment = z.string().pipe(z.coerce.date());
const schema = z.object({
  format_version: z.literal(1),
  made_by: z.string(),
  input: z.object({
    organisation: z.string(),
    network: z.string(),
    file: z.string(),
    path: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    // The log has no offsets: whoever reads it again needs the time zone it was read in.
    timezone: z.string(),
    first_at: moment,
    last_at: moment,
  }),
  kept: z.object({ bytes: z.number().int().nonnegative(), sha256: z.string(), rows: z.literal(0) }),
});

export interface DhcpStoreRun {
  readonly organisation: string;
  readonly network: string;
  readonly timezone: string;
  /** The run is about these times (Unix milliseconds; null: any), and who held an address may have leased it so long before. */
  readonly from: number | null;
  readonly until: number | null;
  readonly leaseHours: number;
}

/**
 * Keeps the DHCP logs given as they are (compressed), drops what is too old, and hands those given, and what is kept of the period, to `read`. What is kept is
 * unpacked into a folder that is gone afterwards: logs are read side by side, and may be larger than memory.
 *
 * @param read reads all of them as one story, and says which times each of them tells of
 */
export async function useDhcpStore<T extends { readonly spans: ReadonlyMap<string, DhcpLogSpan> }>(
  use: StoreUse,
  paths: readonly string[],
  run: DhcpStoreRun,
  read: (files: readonly DhcpLogFile[]) => T,
): Promise<{ readonly read: T; readonly warnings: readonly Warning[] }> {
  const store = new StoreFolder(use.folder);
  const given = givenFiles(paths, run.timezone);
  const { kept, warnings } = keptSideLogs(store, placesIn(store), schema, use);
  const hashes = new Set(given.map((file) => file.sha256));
  const span = { from: run.from === null ? null : run.from - run.leaseHours * HOUR, until: run.until };
  const others = kept.filter((manifest) => !hashes.has(manifest.input.sha256) && isAskedFor(manifest, use, span));
  const unpacked = mkdtempSync(join(tmpdir(), 'adlogon-dhcp-'));
  const remove = () => rmSync(unpacked, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const damaged: Warning[] = [];
    const stored: DhcpLogFile[] = [];
    for (const { input, kept: file } of others) {
      const packed = store.dhcpLog(input.sha256);
      const path = join(unpacked, input.sha256);
      if (isUndamaged(packed, file)) {
        await pipeline(createReadStream(packed), createGunzip(), createWriteStream(path, { mode: 0o600 }));
        stored.push({ path, name: input.path, timezone: input.timezone, network: input.network });
      } else damaged.push({ code: 'store-damaged', details: { file: packed } });
    }
    const answer = read([...given.map(({ sha256: _, ...file }) => ({ ...file, network: run.network })), ...stored]);
    if (use.keeps) await keep(store, given, answer.spans, run, use.madeBy);
    return { read: answer, warnings: [...warnings, ...damaged] };
  } finally {
    process.removeListener('exit', remove);
    remove();
  }
}

function placesIn(store: StoreFolder): SidePlaces {
  return {
    manifests: store.dhcpManifests(),
    manifest: (sha256) => store.dhcpManifest(sha256),
    content: (sha256) => store.dhcpLog(sha256),
  };
}

interface GivenFile {
  readonly path: string;
  readonly name: string;
  readonly timezone: string;
  readonly sha256: string;
}

function givenFiles(paths: readonly string[], timezone: string): readonly GivenFile[] {
  return paths.map((path) => {
    const sha256 = hashFile(path);
    if (sha256 === null) throw new UserError('file-unreadable', { file: path, reason: 'EIO' });
    return { path, name: path, timezone, sha256 };
  });
}

async function keep(
  store: StoreFolder,
  given: readonly GivenFile[],
  spans: ReadonlyMap<string, DhcpLogSpan>,
  { organisation, network }: DhcpStoreRun,
  madeBy: string,
): Promise<void> {
  await store.writing(async (folder) => {
    for (const { path, timezone, sha256 } of given) {
      const span = spans.get(path);
      const before = storedJson(store.dhcpManifest(sha256), schema);
      if (span === undefined || (typeof before === 'object' && isUndamaged(store.dhcpLog(sha256), before.kept))) continue;
      const packed = join(folder, 'dhcp.log.gz');
      await pipeline(createReadStream(path), createGzip(), createWriteStream(packed));
      const kept = { rows: 0, bytes: statSync(packed).size, sha256: hashFile(packed) };
      const about = { organisation, network, file: path.replace(/^.*[\\/]/, ''), path, sha256, timezone };
      const input = { ...about, first_at: new Date(span.firstAt), last_at: new Date(span.lastAt) };
      store.put(packed, store.dhcpLog(sha256));
      store.putText(folder, `${JSON.stringify({ format_version: 1, made_by: madeBy, input, kept }, null, 1)}\n`, store.dhcpManifest(sha256));
    }
  });
}
