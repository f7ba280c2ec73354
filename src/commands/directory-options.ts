import type { Command } from 'commander';
import type { DirectorySource, LiveDirectory } from '../settings/options.ts';
import { UserError } from '../settings/user-error.ts';
import { words } from './command-parts.ts';
import type { Console } from './console.ts';

/** How to read a directory now, as given. */
export interface LiveDirectoryGiven {
  readonly user?: string;
  readonly ca?: string;
  readonly passwordFile?: string;
  readonly startTls?: boolean;
}

/** Options of every command that may read a directory now. */
export function withDirectoryOptions(command: Command, console: Console): Command {
  return command
    .option('--user <name>', words(console, 'user'))
    .option('--ca <file>', words(console, 'ca'))
    .option('--password-file <file>', words(console, 'passwordFile'))
    .option('--start-tls', words(console, 'startTls'));
}

/** Of `--directory`: a snapshot file, or a directory to read now. UserError: an option that the snapshot file makes meaningless. */
export function directoryOf({ directory, ...given }: LiveDirectoryGiven & { readonly directory?: string }): DirectorySource | null {
  if (directory !== undefined && /^ldaps?:\/\//i.test(directory)) return liveDirectoryOf(directory, given);
  for (const [option, value] of [
    ['--user', given.user],
    ['--ca', given.ca],
    ['--password-file', given.passwordFile],
    ['--start-tls', given.startTls],
  ] as const) {
    if (value !== undefined) throw new UserError('option-for-live-directory', { option });
  }
  return directory === undefined ? null : { snapshot: directory };
}

/** UserError: nobody is named to ask as. */
export function liveDirectoryOf(url: string, { user, ca, passwordFile, startTls }: LiveDirectoryGiven): LiveDirectory {
  if (user === undefined) throw new UserError('option-missing', { option: '--user' });
  return { url, startTls: startTls ?? false, user, ca: ca ?? null, passwordFile: passwordFile ?? null };
}
