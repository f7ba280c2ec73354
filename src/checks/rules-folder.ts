import { fileURLToPath } from 'node:url';

/** The checks that come with adlogon; `src/checks` and `dist/checks` are equally deep. */
export const CHECKS_FOLDER = fileURLToPath(new URL('../../rules/checks', import.meta.url));

/** The models that checks build on. */
export const MODELS_FOLDER = fileURLToPath(new URL('../../rules/derived', import.meta.url));

/** The models that an incident builds on, besides those of the checks. */
export const INCIDENT_FOLDER = fileURLToPath(new URL('../../rules/incident', import.meta.url));

/** The models that candidates for known automation come from, besides those of the checks. */
export const LEARN_FOLDER = fileURLToPath(new URL('../../rules/learn', import.meta.url));
