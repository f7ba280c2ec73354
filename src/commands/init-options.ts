import type { Command } from 'commander';
import { words } from './command-parts.ts';
import type { Console } from './console.ts';
import type { EvidenceGiven } from './evidence-options.ts';

/** Options of `init`, as given. */
export interface InitGiven extends EvidenceGiven {
  readonly learn?: boolean;
  readonly write?: boolean;
  readonly out?: string;
}

export function withInitOptions(command: Command, console: Console): Command {
  return command
    .option('--learn', words(console, 'learn'))
    .option('--write', words(console, 'learnWrite'))
    .option('--out <dir>', words(console, 'initOut'))
    .addHelpText('after', words(console, 'initExplained'));
}
