import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../settings/user-error.ts';
import { isOfTheSystem } from './file-problem.ts';

/** Version of the layout: the name of the folder that holds everything. */
const LAYOUT = 'v1';
/** Logs name persons and where they were: nobody else on the machine may read them. */
const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY_FILE = 0o600;
/** What a run that was killed left half written is removed after so long, in milliseconds: another run may be writing now. */
const LEFT_BEHIND = 24 * 3_600_000;

/** A folder `DIR/v1` with one folder of Parquet files per table, and `inputs` with what is known of each input. */
export class StoreFolder {
  readonly path: string;
  private readonly root: string;

  constructor(path: string) {
    this.path = resolve(path);
    this.root = join(this.path, LAYOUT);
  }

  /** Whether anything was ever kept here. */
  exists(): boolean {
    return existsSync(join(this.root, 'inputs'));
  }

  /** Folders of later versions of the layout. */
  newerLayouts(): readonly string[] {
    return namesIn(this.path)
      .filter((name) => /^v\d+$/.test(name) && name !== LAYOUT)
      .map((name) => join(this.path, name));
  }

  manifest(sha256: string): string {
    return join(this.root, 'inputs', `${sha256}.json`);
  }

  parquet(table: string, sha256: string): string {
    return join(this.root, table, `${sha256}.parquet`);
  }

  /** Manifests in order of name. */
  manifests(): readonly string[] {
    return this.manifestsIn('inputs');
  }

  proxyManifest(sha256: string): string {
    return join(this.root, 'proxy_inputs', `${sha256}.json`);
  }

  proxyManifests(): readonly string[] {
    return this.manifestsIn('proxy_inputs');
  }

  dhcpManifest(sha256: string): string {
    return join(this.root, 'dhcp_inputs', `${sha256}.json`);
  }

  dhcpManifests(): readonly string[] {
    return this.manifestsIn('dhcp_inputs');
  }

  /** A DHCP log as it was given, compressed: leases go from one file to the next, so rows of one alone would say too little. */
  dhcpLog(sha256: string): string {
    return join(this.root, 'dhcp_logs', `${sha256}.log.gz`);
  }

  /**
   * Makes the folders, so that a place that cannot be written shows before a long read.
   *
   * @throws UserError when the system does not let it
   */
  prepare(): void {
    try {
      for (const made of [this.path, this.root, join(this.root, 'inputs'), join(this.root, 'writing')]) makeFolder(made);
    } catch (error) {
      throw notWritten(this.path, error);
    }
  }

  /**
   * Gives a folder of its own to whoever writes, and removes it afterwards however that ends. Removes what runs that were killed left behind.
   *
   * @throws UserError when the system does not let it write
   */
  async writing<T>(write: (folder: string) => Promise<T>): Promise<T> {
    this.prepare();
    const folder = join(this.root, 'writing', `${process.pid}-${randomBytes(6).toString('hex')}`);
    const remove = () => rmSync(folder, { recursive: true, force: true });
    process.once('exit', remove);
    try {
      makeFolder(folder);
      this.removeLeftBehind();
      return await write(folder);
    } catch (error) {
      throw notWritten(this.path, error);
    } finally {
      process.removeListener('exit', remove);
      remove();
    }
  }

  /** Puts a written file where it belongs, in one step: it is there whole or not at all, also when the machine stops. */
  put(written: string, place: string): void {
    makeFolder(dirname(place));
    chmodSync(written, OWNER_ONLY_FILE);
    synced(written, 'r+');
    renameSync(written, place);
    // Windows opens no folder; there a rename is not lost either.
    if (process.platform !== 'win32') synced(dirname(place), 'r');
  }

  putText(folder: string, text: string, place: string): void {
    const written = join(folder, 'text');
    writeFileSync(written, text, { mode: OWNER_ONLY_FILE });
    this.put(written, place);
  }

  remove(path: string): void {
    if (existsSync(path)) unlinkSync(path);
  }

  private manifestsIn(name: string): readonly string[] {
    const folder = join(this.root, name);
    return namesIn(folder)
      .filter((file) => /^[0-9a-f]{64}\.json$/.test(file))
      .sort()
      .map((file) => join(folder, file));
  }

  private removeLeftBehind(): void {
    const folder = join(this.root, 'writing');
    for (const name of namesIn(folder)) {
      const path = join(folder, name);
      const stat = statSync(path, { throwIfNoEntry: false });
      if (stat !== undefined && Date.now() - stat.mtimeMs > LEFT_BEHIND) rmSync(path, { recursive: true, force: true });
    }
  }
}

function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: OWNER_ONLY_FOLDER });
}

function synced(path: string, flags: string): void {
  const descriptor = openSync(path, flags);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** What the system or the engine says of a full disk or a folder that is not ours, as one line. */
function notWritten(folder: string, error: unknown): unknown {
  if (isOfTheSystem(error) && error instanceof Error)
    return new UserError('store-not-written', { folder, reason: 'code' in error ? String(error.code) : error.message });
  if (error instanceof Error && /^IO Error/.test(error.message))
    return new UserError('store-not-written', { folder, reason: error.message.split('\n', 1)[0] ?? '' });
  return error;
}
