import type { CommanderError } from 'commander';
import { UserError } from '../settings/user-error.ts';

/** What commander found wrong in the command line, as an error with words in both languages. */
export function userErrorOf(error: CommanderError): UserError {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return new UserError('option-unknown', { option: quoted });
    case 'commander.optionMissingArgument':
      return new UserError('option-without-value', { option: quoted.replace(/ <.*$/, '') });
    case 'commander.unknownCommand':
      return new UserError('command-unknown', { command: quoted });
    case 'commander.missingArgument':
      return new UserError('argument-missing', { argument: quoted.toUpperCase() });
    case 'commander.excessArguments':
      return new UserError('argument-too-many');
    default:
      return new UserError('usage-wrong', { problem: error.message.replace(/^error: /, '') });
  }
}
