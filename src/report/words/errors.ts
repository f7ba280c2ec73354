import type { Catalogue } from './catalogue.ts';
import { DIRECTORY_ERRORS } from './errors-directory.ts';
import { EVIDENCE_ERRORS } from './errors-evidence.ts';
import { SETTINGS_ERRORS } from './errors-settings.ts';
import { USAGE_ERRORS } from './errors-usage.ts';

/** What the user can mend, by the code of the UserError: what, where, what to do. One line each. */
export const ERRORS = {
  ...USAGE_ERRORS,
  ...EVIDENCE_ERRORS,
  ...SETTINGS_ERRORS,
  ...DIRECTORY_ERRORS,
} satisfies Catalogue;
