import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { codeOf } from './system-error.ts';

/** How long another run may hold a lock, in milliseconds: it takes a few. */
const PATIENCE = 10_000;
const PAUSE = 25;

/** Why a lock was not had: another run keeps it, or the system says no (its code). */
export type LockProblem = 'held' | { readonly code: string };

/**
 * Makes a file that says who holds the lock, waiting for whoever has it. What a process of this machine left that is gone (killed, power cut) is taken away;
 * of another machine's, on a shared folder, nobody here can know.
 *
 * @returns null: it is held now; the caller deletes the file
 */
export async function acquireLock(lock: string): Promise<LockProblem | null> {
  for (const began = Date.now(); ; await setTimeout(PAUSE)) {
    try {
      const file = openSync(lock, 'wx');
      try {
        writeFileSync(file, ownMark());
      } finally {
        closeSync(file);
      }
      return null;
    } catch (error) {
      const code = codeOf(error);
      // Windows says EPERM while a file is being removed.
      if (code !== 'EEXIST' && code !== 'EPERM') return { code };
    }
    takeAwayAbandoned(lock);
    if (Date.now() - began > PATIENCE) return 'held';
  }
}

function takeAwayAbandoned(lock: string): void {
  const mark = markIn(lock);
  if (mark === null || !isAbandoned(mark)) return;
  // Under a name of its own first: of two runs that see it only one moves it, and what was moved may turn out to be the other's new lock.
  const moved = `${lock}.${process.pid}`;
  try {
    renameSync(lock, moved);
    if (markIn(moved) !== mark) linkSync(moved, lock);
  } catch {
    // Somebody else was faster.
  } finally {
    rmSync(moved, { force: true });
  }
}

function isAbandoned(mark: string): boolean {
  const [pid = '', host] = mark.split('\n');
  if (host !== hostname() || !/^[1-9]\d*$/.test(pid)) return false;
  try {
    // Signal 0 only asks whether the process is there.
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

function ownMark(): string {
  return `${process.pid}\n${hostname()}\n`;
}

/** Null: it is gone, or not readable. */
function markIn(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
