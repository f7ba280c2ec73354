import type { Command } from 'commander';
import { filled } from '../report/words/catalogue.ts';
import { ACCEPTING_RESULTS } from '../sidelogs/accepting-results.ts';
import { withLanguage, words } from './command-parts.ts';
import type { Console } from './console.ts';
import { collected } from './option-values.ts';

/** Options of `ack`, as given. */
export interface AckGiven {
  readonly by?: string;
  readonly until?: string;
  readonly reason?: string;
  readonly report?: string;
  readonly from?: string;
  readonly remove?: readonly string[];
  readonly acknowledgements?: string;
  readonly config?: string;
  readonly timezone?: string;
}

export function withAckOptions(command: Command, console: Console): Command {
  const help = command.addHelpText('after', words(console, 'ackExplained')).argument('[finding...]', words(console, 'ackFindings'));
  return withLanguage(help, console)
    .option('--by <name>', words(console, 'ackBy'))
    .option('--until <day>', words(console, 'ackUntil'))
    .option('--reason <text>', words(console, 'ackReason'))
    .option('--report <dir>', words(console, 'ackReport'))
    .option('--from <file>', filled(words(console, 'ackFrom'), { accepted: ACCEPTING_RESULTS.join(', ') }))
    .option('--remove <key>', words(console, 'ackRemove'), collected)
    .option('--acknowledgements <file>', words(console, 'ackFile'))
    .option('--config <file>', words(console, 'config'))
    .option('--timezone <zone>', words(console, 'timezone'));
}
