import type { UserError } from '../settings/user-error.ts';
import { escapeTerminal } from './escape-terminal.ts';
import { LINE_PROBLEMS } from './words/acknowledgements.ts';
import { type Catalogue, enumerated, filled, type Language, wordsFor } from './words/catalogue.ts';
import { TEXT_FORMS, VALUE_KINDS } from './words/config-values.ts';
import { ERRORS } from './words/errors.ts';
import { ROLES, SOURCES } from './words/terminals.ts';
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

/** Details whose value is a key of words, or several joined by `+`. */
const KEYED_DETAILS: Readonly<Record<string, Catalogue>> = {
  directory: ROLES,
  inventory: ROLES,
  problem: { ...DHCP_PROBLEMS, ...LINE_PROBLEMS },
  said: SOURCES,
  denied: SOURCES,
  kind: VALUE_KINDS,
  form: TEXT_FORMS,
};

function lineOf(catalogue: Catalogue, code: string, details: Details, language: Language): string {
  const shown = Object.entries(details).map(([name, value]) => [name, escapeTerminal(detailText(name, String(value), language))] as const);
  return filled(wordsFor(catalogue, code, language), Object.fromEntries(shown));
}

function detailText(name: string, value: string, language: Language): string {
  const words = Object.hasOwn(KEYED_DETAILS, name) ? KEYED_DETAILS[name] : undefined;
  if (words === undefined) return value;
  const keys = value.split('+');
  // Anything else is a text of somebody else's.
  if (!keys.every((key) => Object.hasOwn(words, key))) return value;
  return enumerated(
    keys.map((key) => wordsFor(words, key, language)),
    language,
  );
}
