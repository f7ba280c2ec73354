import { BORROWED_CREDENTIALS } from './borrowed-credentials.ts';
import { GUESSING } from './guessing.ts';
import type { Program } from './program.ts';
import { ROASTING } from './roasting.ts';
import { SCRIPTS } from './scripts.ts';

/** Attacks made by programs: every record of them must be shown. */
export const ATTACKS: readonly Program[] = [...ROASTING, ...BORROWED_CREDENTIALS, ...GUESSING, ...SCRIPTS];
