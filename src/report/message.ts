import type { UserError } from '../settings/user-error.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { type Catalogue, filled, type Language, wordsFor } from './words/catalogue.ts';
import { ERRORS } from './words/errors.ts';
import { ROLES } from './words/terminals.ts';
import { DHCP_PROBLEMS, WARNINGS } from './words/warnings.ts';

type Details = Readonly<Record<string, string | number>>;

/** The one line for something the user can mend. For a code without words, the developers' message. */
export function errorText(error: Pick<UserError, 'code' | 'details' | 'message'>, language: Language): string {
  if (!Object.hasOwn(ERRORS, error.code)) return escapeTerminal(error.message);
  return lineOf(ERRORS, error.code, error.details, language);
}

/** The one line for something the user should know although the run goes on. */
export function warningText(warning: { readonly code: string; readonly details: Details }, language: Language): string {
  return lineOf(WARNINGS, warning.code, warning.details, language);
}

/** Details whose value is a key. */
const KEYED: Readonly<Record<string, Catalogue>> = { directory: ROLES, inventory: ROLES, problem: DHCP_PROBLEMS };

function lineOf(catalogue: Catalogue, code: string, details: Details, language: Language): string {
  const shown = Object.entries(details).map(([name, value]) => {
    const keys = KEYED[name];
    return [name, escapeTerminal(keys === undefined ? String(value) : wordsFor(keys, String(value), language))] as const;
  });
  return filled(wordsFor(catalogue, code, language), Object.fromEntries(shown));
}
