import { availableParallelism } from 'node:os';
import { CommanderError } from 'commander';
import { askSecret } from './commands/ask-secret.ts';
import type { Console, ExitCode } from './commands/console.ts';
import { programOf } from './commands/program.ts';
import { userErrorOf } from './commands/usage-error.ts';
import { MADE_BY } from './commands/version.ts';
import { errorText } from './report/message.ts';
import { PROGRESS } from './report/words/progress.ts';
import { type Language, languageOf } from './settings/language.ts';
import { UserError } from './settings/user-error.ts';

/** Exit code of a process that a closed pipe ended: whoever read the output had enough of it. */
const PIPE_CLOSED = 0;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<ExitCode> {
  const language = languageGiven(args) ?? (await languageConfigured(args)) ?? languageOf(localesOf(process.env));
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
  try {
    return await run(args, console);
  } catch (error) {
    if (interruption.signal.aborted) {
      console.tell(PROGRESS.interrupted[language]);
      return 2;
    }
    if (error instanceof UserError) console.tell(errorText(error, language));
    else tellOfMistake(error, console);
    return 2;
  }
}

/** Our own mistake, with its stack, for whoever mends it. */
function tellOfMistake(error: unknown, console: Console): void {
  console.tell(PROGRESS.ended[console.language]);
  console.tell(`${MADE_BY} (Node ${process.version}, ${process.platform})`);
  console.tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

async function run(args: readonly string[], console: Console): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = programOf(console, availableParallelism(), (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // No command at all: nothing was done, and the help says what can be.
    if (error.code === 'commander.help') {
      await console.print(program.helpInformation());
      return 2;
    }
    // Help and version end here too, with nothing wrong.
    if (error.exitCode !== 0) throw userErrorOf(error);
  }
  return exitCode;
}

/** `--lang` decides on the words of everything, errors of the command line included, so it is looked for first. */
function languageGiven(args: readonly string[]): Language | null {
  const value = optionIn(args, '--lang');
  return value === 'ja' || value === 'en' ? value : null;
}

/** Else the configuration's, for the same reason. */
async function languageConfigured(args: readonly string[]): Promise<Language | null> {
  const path = optionIn(args, '--config');
  if (path === undefined) return null;
  const { languageInConfig } = await import('./settings/config-file.ts');
  return languageInConfig(path);
}

function optionIn(args: readonly string[], option: string): string | undefined {
  const at = args.findIndex((arg) => arg === option || arg.startsWith(`${option}=`));
  if (at < 0) return undefined;
  return args[at]?.startsWith(`${option}=`) ? args[at].slice(option.length + 1) : args[at + 1];
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
