import { readdirSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { UserError } from '../settings/user-error.ts';

/** One file to read: its path, and a name as short as tells it apart from the others of the run. */
export interface InputFile {
  readonly path: string;
  readonly name: string;
}

/** Which files of a folder are meant when the folder is given. */
export interface InputKind {
  readonly pattern: RegExp;
  /** Code of the error when a folder has none. */
  readonly none: 'no-logs-in-folder' | 'no-dhcp-logs-in-folder' | 'no-proxy-logs-in-folder';
}

const EVENT_LOGS: InputKind = { pattern: /\.evtx$/i, none: 'no-logs-in-folder' };
/** `DhcpSrvLog-Mon.log`, `DhcpV6SrvLog-Mon.log`, and copies that were given another name. Beside them on a server lie `j50.log` and a database. */
export const DHCP_LOGS: InputKind = { pattern: /^dhcp(v6)?srvlog|dhcp.*\.(log|txt)$/i, none: 'no-dhcp-logs-in-folder' };
/** Every file but event logs and hidden ones: they go by many names (`access.log.1`, `ex261109.log`). */
const PROXY_LOGS: InputKind = { pattern: /^(?!\.)(?!.*\.evtx$)/i, none: 'no-proxy-logs-in-folder' };

/**
 * Resolves what was given as LOG: files as they are (whatever their name), folders with every file of the kind below them, and patterns
 * (`logs/*.evtx`; shells of Windows leave them to the program). In order of path; a file given twice counts once.
 *
 * @throws UserError when one of them leads to nothing
 */
export function findInputs(given: readonly string[], kind: InputKind = EVENT_LOGS): InputFile[] {
  const paths = new Map<string, string>();
  for (const one of given) {
    for (const path of filesOf(one, kind)) {
      const full = resolve(path);
      if (!paths.has(full)) paths.set(full, path);
    }
  }
  const sorted = [...paths.keys()].sort();
  const names = shortNames(sorted);
  return sorted.map((full, at) => ({ path: paths.get(full) ?? full, name: names[at] ?? full }));
}

/** A proxy log to read. */
export interface ProxyFile extends InputFile {
  /** Whether it was given by its own name, and not found in a folder or by a pattern. */
  readonly named: boolean;
}

/** The same for proxy logs. */
export function findProxyLogs(given: readonly string[]): ProxyFile[] {
  return findInputs(given, PROXY_LOGS).map((file) => ({ ...file, named: given.includes(file.path) }));
}

function filesOf(given: string, kind: InputKind): string[] {
  const stat = statSync(given, { throwIfNoEntry: false });
  if (stat?.isDirectory()) {
    const found = logsIn(given, kind.pattern);
    if (found.length === 0) throw nothingIn(given, kind);
    return found;
  }
  if (stat !== undefined) return [given];
  const pattern = given.replaceAll('\\', '/');
  if (!isDynamicPattern(pattern)) throw new UserError('log-not-found', { path: given });
  const found = globSync(pattern, { expandDirectories: false, caseSensitiveMatch: sep === '/', absolute: isAbsolute(given) });
  if (found.length === 0) throw new UserError('no-logs-for-pattern', { path: given });
  return found;
}

function nothingIn(folder: string, { none }: InputKind): UserError {
  switch (none) {
    case 'no-logs-in-folder':
      return new UserError('no-logs-in-folder', { path: folder });
    case 'no-dhcp-logs-in-folder':
      return new UserError('no-dhcp-logs-in-folder', { path: folder });
    case 'no-proxy-logs-in-folder':
      return new UserError('no-proxy-logs-in-folder', { path: folder });
  }
}

/** Whatever is called so below a folder and is no folder: a link to a log is one, and a link that leads nowhere is reported as unreadable. */
function logsIn(folder: string, pattern: RegExp): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => pattern.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true);
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new UserError('file-unreadable', { file: folder, reason: String(error.code) });
    throw error;
  }
}

/** The file name where it is unique; otherwise with as many folders before it as needed. */
function shortNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(sep).filter((part) => part !== ''));
  const tail = (at: number, length: number) => (parts[at] ?? []).slice(-length).join('/');
  return paths.map((path, at) => {
    for (let length = 1; length <= (parts[at]?.length ?? 0); length++) {
      const name = tail(at, length);
      if (paths.every((_, other) => other === at || tail(other, length) !== name)) return name;
    }
    return basename(path);
  });
}
