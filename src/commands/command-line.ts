import { CommanderError } from 'commander';
import { errorText } from '../report/message.ts';
import { PROGRESS } from '../report/words/progress.ts';
import { type Language, languageOf } from '../settings/language.ts';
import { UserError } from '../settings/user-error.ts';
import type { Console, ExitCode } from './console.ts';
import { programOf } from './program.ts';
import { userErrorOf } from './usage-error.ts';
import { MADE_BY } from './version.ts';

/** Runs one command line to its end. What went wrong is told on the console, in one line where the user can mend it. */
export async function runCommandLine(args: readonly string[], console: Console, cores: number): Promise<ExitCode> {
  try {
    return await run(args, console, cores);
  } catch (error) {
    if (console.signal.aborted) {
      console.tell(PROGRESS.interrupted[console.language]);
      return 2;
    }
    if (error instanceof UserError) console.tell(errorText(error, console.language));
    else tellOfMistake(error, console);
    return 2;
  }
}

/** The language of a run: what its options say, else its configuration, else the locale. */
export async function languageFor(args: readonly string[], locales: readonly (string | undefined)[]): Promise<Language> {
  return languageGiven(args) ?? (await languageConfigured(args)) ?? languageOf(locales);
}

/** Our own mistake, with its stack, for whoever mends it. */
export function tellOfMistake(error: unknown, console: Console): void {
  console.tell(PROGRESS.ended[console.language]);
  console.tell(`${MADE_BY} (Node ${process.version}, ${process.platform})`);
  console.tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

async function run(args: readonly string[], console: Console, cores: number): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = programOf(console, cores, (code) => {
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
  const { languageInConfig } = await import('../settings/config-file.ts');
  return languageInConfig(path);
}

function optionIn(args: readonly string[], option: string): string | undefined {
  const at = args.findIndex((arg) => arg === option || arg.startsWith(`${option}=`));
  if (at < 0) return undefined;
  return args[at]?.startsWith(`${option}=`) ? args[at].slice(option.length + 1) : args[at + 1];
}
