import { type Command, Option } from 'commander';
import { wordsFor } from '../report/words/catalogue.ts';
import { HELP, HELP_TITLES } from '../report/words/help.ts';
import type { Console } from './console.ts';
import { oneOf } from './option-values.ts';

export function words({ language }: Console, key: keyof typeof HELP): string {
  return HELP[key][language];
}

export function commandOf(
  program: Command,
  console: Console,
  name: 'audit' | 'ack' | 'init' | 'incident' | 'records' | 'query' | 'directory' | 'checks',
): Command {
  return configured(program.command(name), console).description(words(console, name === 'directory' ? 'directoryCommand' : name));
}

/** No exit and no words of commander's own: errors come back as exceptions, and the help speaks the language of the run. */
export function configured(command: Command, console: Console): Command {
  return command
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .configureHelp({ styleTitle: (title) => wordsFor(HELP_TITLES, title, console.language), helpWidth: Math.min(console.width, 120) })
    .helpOption('-h, --help', words(console, 'help'));
}

export function withLanguage(command: Command, console: Console): Command {
  return command.addOption(
    new Option('--lang <language>', words(console, 'language')).argParser((value) => oneOf(value, '--lang', ['ja', 'en'] as const)),
  );
}
