import { rowsOfSnapshot } from '../directory/rows.ts';
import { writeSnapshotFile } from '../directory/write-snapshot.ts';
import { directorySummary } from '../report/directory-summary.ts';
import { filled } from '../report/words/catalogue.ts';
import { PROGRESS } from '../report/words/progress.ts';
import { DEFAULT_NETWORK, type DirectoryOptions } from '../settings/options.ts';
import type { Console, ExitCode } from './console.ts';
import { readLiveDirectory } from './live-directory.ts';

/** Takes a snapshot of a directory into a file, and shows who is privileged and what is missing. 3: something could not be read. */
export async function directory({ source, out, timezone }: DirectoryOptions, console: Console): Promise<ExitCode> {
  const { language, width } = console;
  const snapshot = await readLiveDirectory(source, console);
  console.signal.throwIfAborted();
  writeSnapshotFile(out, snapshot);
  console.tell(filled(PROGRESS.directoryWritten[language], { file: out }));
  await console.print(directorySummary(snapshot, rowsOfSnapshot(snapshot, DEFAULT_NETWORK), { language, width, timezone, now: console.now }));
  return snapshot.incomplete.length === 0 ? 0 : 3;
}
