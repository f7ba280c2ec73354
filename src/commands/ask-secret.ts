import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/**
 * Asks on the terminal and shows nothing of what is typed. Null: the input ended before a line did (Ctrl-D).
 * Rejects when the signal is aborted, which Ctrl-C does here as everywhere.
 */
export async function askSecret(question: string, signal: AbortSignal): Promise<string | null> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true, historySize: 0 });
  // Only now: before the lines are read the terminal itself shows what is typed.
  process.stderr.write(question);
  // While lines are read, the terminal sends Ctrl-C as a character.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return await new Promise((resolve, reject) => {
      lines.on('line', resolve);
      lines.on('close', () => resolve(null));
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
