import { BORROWED_CREDENTIALS } from './borrowed-credentials.ts';
import { FORGED_TICKETS } from './forged-tickets.ts';
import { GUESSING } from './guessing.ts';
import { HONEST_CLIENTS } from './honest-clients.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import type { Program } from './program.ts';
import { ROASTING } from './roasting.ts';
import { SCRIPTS } from './scripts.ts';
import { TAKING_OVER } from './taking-over.ts';

/** Attacks made by programs: every record of them must be shown. */
export const ATTACKS: readonly Program[] = [...ROASTING, ...BORROWED_CREDENTIALS, ...FORGED_TICKETS, ...TAKING_OVER, ...GUESSING, ...SCRIPTS];

/** What is honest and looks like one of them. */
export const HONEST: readonly Program[] = [...LOOK_ALIKES, ...HONEST_CLIENTS];
