import { availableParallelism } from 'node:os';
import { askSecret } from './commands/ask-secret.ts';
import { languageFor, runCommandLine, tellOfMistake } from './commands/command-line.ts';
import type { Console, ExitCode } from './commands/console.ts';
import { errorText } from './report/message.ts';
import type { Language } from './settings/language.ts';
import { UserError } from './settings/user-error.ts';

/** Exit code of a process that a closed pipe ended: whoever read the output had enough of it. */
const PIPE_CLOSED = 0;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<ExitCode> {
  const language = await languageFor(args, localesOf(process.env));
  const interruption = new AbortController();
  process.on('SIGINT', () => {
    // The second time the user means it.
    if (interruption.signal.aborted) process.exit(2);
    interruption.abort();
  });
  const console = consoleOf(args, language, interruption.signal);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(PIPE_CLOSED);
    console.tell(errorText(new UserError('output-failed', { reason: error.code ?? error.message }), language));
    process.exit(2);
  });
  // 1 would mean that something was found.
  process.on('uncaughtException', (error) => {
    tellOfMistake(error, console);
    process.exit(2);
  });
  return runCommandLine(args, console, availableParallelism());
}

function localesOf(environment: NodeJS.ProcessEnv): readonly (string | undefined)[] {
  const named = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG];
  // Windows keeps the locale elsewhere.
  return process.platform === 'win32' ? [...named, Intl.DateTimeFormat().resolvedOptions().locale] : named;
}

function consoleOf(args: readonly string[], language: Language, signal: AbortSignal): Console {
  return {
    args,
    language,
    width: process.stdout.columns ?? 132,
    colour: process.stdout.isTTY === true && process.env.NO_COLOR === undefined,
    showProgress: process.stderr.isTTY === true,
    now: new Date(),
    password: process.env.ADLOGON_PASSWORD || null,
    askSecret: process.stdin.isTTY === true && process.stderr.isTTY === true ? (question) => askSecret(question, signal) : null,
    signal,
    print: (text) => new Promise((resolve) => process.stdout.write(text, () => resolve())),
    tell: (line) => process.stderr.write(`${line}\n`),
  };
}
