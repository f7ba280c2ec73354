import { openDirectory } from '../directory/connect.ts';
import type { DirectorySnapshot } from '../directory/snapshot-schema.ts';
import { takeSnapshot } from '../directory/take-snapshot.ts';
import type { LiveDirectory } from '../settings/options.ts';
import type { Console } from './console.ts';
import { passwordFor } from './password.ts';

/** Reads the directory now. It only reads. UserError: no password, or no connection, with the reason and what to do. */
export async function readLiveDirectory({ url, startTls, user, ca, passwordFile }: LiveDirectory, console: Console): Promise<DirectorySnapshot> {
  const password = await passwordFor(user, passwordFile, console);
  const reader = await openDirectory({ url, startTls, user, password, ca, signal: console.signal });
  try {
    return await takeSnapshot(reader, console.now);
  } finally {
    await reader.close();
  }
}
