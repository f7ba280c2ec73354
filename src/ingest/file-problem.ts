import { type LogFile, openLog } from '../evtx/log-file.ts';

/** Why a file was not read, or not to its end: `problem` of the table `inputs`. */
export type FileProblem = Extract<ReturnType<typeof openLog>, string> | 'unreadable';

/** Opens a log, or says why it cannot be. */
export function tryOpenLog(path: string): LogFile | FileProblem {
  return orUnreadable(() => openLog(path));
}

/**
 * What reading gives, or `unreadable`: what the system says (no permission, a folder, gone, a broken disk) matters less than that this file was not
 * read and the others are.
 */
export function orUnreadable<T>(read: () => T): T | 'unreadable' {
  try {
    return read();
  } catch (error) {
    if (isOfTheSystem(error)) return 'unreadable';
    throw error;
  }
}

/** Whether an error is the system's about a file, and not ours. */
export function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
