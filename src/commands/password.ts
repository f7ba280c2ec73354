import { readFileSync, statSync } from 'node:fs';
import { warningText } from '../report/message.ts';
import { filled } from '../report/words/catalogue.ts';
import { PROGRESS } from '../report/words/progress.ts';
import { UserError } from '../settings/user-error.ts';
import type { Console } from './console.ts';

/** A password is no longer than Windows allows (256 characters); a file beyond this is another file. */
const MOST_BYTES = 4096;
/** Permission bits of group and others. */
const OTHERS_MAY = 0o077;

/**
 * The password of an account: from the file if one is given, else from the environment, else asked for. Never from the command line, where every
 * process of the machine can read it. UserError: no such file, an empty one, or nobody there to ask.
 */
export async function passwordFor(user: string, passwordFile: string | null, console: Console): Promise<string> {
  if (passwordFile !== null) return passwordIn(passwordFile, console);
  if (console.password !== null) return console.password;
  const asked = await console.askSecret?.(filled(PROGRESS.password[console.language], { user }));
  if (asked === undefined || asked === null || asked === '') throw new UserError('password-missing');
  return asked;
}

/** The first line of the file. */
function passwordIn(path: string, console: Console): string {
  let text: string;
  try {
    const found = statSync(path);
    if (found.size > MOST_BYTES) throw new UserError('password-file-too-large', { file: path });
    // Windows answers permission bits that mean nothing.
    if (process.platform !== 'win32' && found.isFile() && (found.mode & OTHERS_MAY) !== 0) {
      console.tell(warningText({ code: 'password-file-open-to-others', details: { file: path } }, console.language));
    }
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError('file-unreadable', { file: path, reason: error instanceof Error && 'code' in error ? String(error.code) : String(error) });
  }
  const [line = ''] = text.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  if (line === '') throw new UserError('password-file-empty', { file: path });
  return line;
}
